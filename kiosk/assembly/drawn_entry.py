"""Draws the entry screen with one entry that no catalogue holds yet."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kiosk.text.label import install

install()  # before Kivy's first widget is imported

from kiosk.catalogue.cards import Card, Shown
from kiosk.exchange import media
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.folder import Folder
from kiosk.exchange.packs import read_policy
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.policy import Vocabulary
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trusted_day import london_day
from kiosk.screens.entry.presenter import Asking, EntryPresenter
from kiosk.screens.entry.screen import EntryScreen
from kiosk.screens.frame.presenter import Doors, FramePresenter, News
from kiosk.screens.frame.screen import Frame, Shell
from kiosk.screens.places import Place
from kiosk.screens.reading import NothingToRead
from kiosk.screens.theme import Theme, look
from kiosk.screens.window import Hands, KioskWindow, NoKeys
from kiosk.translation import Words


class OneEntry(NothingToRead):
    """A catalogue with one entry in it."""

    def __init__(self, shown: Shown, policy_at: Path) -> None:
        self._shown = shown
        self._policy_at = policy_at

    def entry(self, entry_id: str, language: str) -> Shown | None:  # noqa: ARG002
        """Give the entry."""
        return self._shown

    def vocabulary(self, name: str) -> Vocabulary:
        """Give a list of codes, as far as it lies beside the entry."""
        file = self._policy_at / f"{name}.json"
        if not file.is_file():
            return super().vocabulary(name)
        return read_policy(Vocabulary, file.read_bytes(), file.name)

    def about(self, ids: Sequence[str], language: str) -> tuple[Card, ...]:
        """Give the terms that the entry uses; what its links lead to is not known here."""
        day = self._shown.entry.checked_on
        return tuple(
            Card(use.term, Kind.TERM, use.words, "", "", day, language, stale=False)
            for use in self._shown.entry.terms
            if use.term in ids
        )


def draw(  # noqa: PLR0913  what to draw, when, how, and where the files are
    entry: Entry,
    now: datetime,
    size: tuple[int, int],
    media_at: Path,
    to: Path,
    *,
    easy: bool = False,
) -> None:
    """Write the picture of this entry, as it would look today; `easy`: in easy read.

    `media_at` is the folder of the files that its own pictures are; the lists of codes stand in
    `policy` beside it.
    """
    look.wear(Theme(*size))
    today = london_day(now)
    words = Words(entry.language, easy=easy)
    look.change(right_to_left=words.right_to_left)
    around = FramePresenter(words, Doors(_nowhere, _nowhere, _nowhere, _nowhere))
    around.tell(News(issued=today, today=today, wing="B", demo=True))
    around.stands_at(Place.ENTRY)
    shown = Shown(entry, entry.language, stale=entry.believed_until < today)
    reading = OneEntry(shown, media_at.parent / "policy")
    asking = Asking(lambda *_: words("Ask for this"), lambda *_: None)
    presenter = EntryPresenter(
        words,
        reading,
        asking,
        entry.id,
        go_to=_nowhere,
        go_back=_nowhere,
        picture=lambda file: _picture(media_at, file),
    )
    screen, shell = EntryScreen(), Shell()
    screen.attach(presenter)
    frame = Frame(around)
    frame.show(screen)
    shell.add_widget(frame)
    KioskWindow(shell, Hands(_nowhere, _nowhere, NoKeys())).picture(to)


def _picture(folder: Path, file: PictureFile) -> bytes | None:
    try:
        return media.read(Folder(folder.parent), file, place=folder.name)
    except (Refused, OSError):
        return None


def _nowhere(*_: object, **__: object) -> None:
    """A picture leads nowhere."""
