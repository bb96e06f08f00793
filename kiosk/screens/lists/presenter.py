"""What there is, by choices: jobs by area, homes by area, help by need and stage."""

from dataclasses import dataclass

from kiosk.catalogue.groups import By, Choices, What
from kiosk.catalogue.lists import PAGE, Piece
from kiosk.screens.choosing import Choosing, what_words
from kiosk.screens.finding import Finding
from kiosk.screens.kinds import where_to
from kiosk.screens.lists.rows import Rows
from kiosk.screens.parts.shapes import ChooserItem, HeadingItem, NavItem, RowItem, TextItem
from kiosk.screens.places import GoBack, GoTo
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words

Line = RowItem | HeadingItem | TextItem
ALL_AREAS, NEXT, FIRST = "-all-areas", "-next", "-first"
"""Keys of lines that lead to another list; no entry is called so."""


@dataclass(frozen=True, slots=True)
class ListsState:
    """The choices beside what they lead to, or beside the options of the one that is open."""

    back: str = ""
    title: str = ""
    choices: tuple[ChooserItem, ...] = ()
    options: tuple[NavItem, ...] = ()
    rows: tuple[Line, ...] = ()
    more: str = ""
    less: str = ""


class ListsPresenter(Presenter[ListsState]):
    """Begins with the choices in `which` ("what:jobs", "need:home"); they end with the visit."""

    def __init__(  # noqa: PLR0913  the choices to begin with, and the ways on from it
        self,
        words: Words,
        reading: Reading,
        finding: Finding,
        which: str,
        *,
        go_to: GoTo,
        go_back: GoBack,
    ) -> None:
        super().__init__(words)
        self._reading = reading
        self._finding = finding
        self._go_to = go_to
        self._go_back = go_back
        self._choosing = Choosing(reading, finding, _choices(which))
        if not which:
            self._choosing.touch(By.WHAT)
        self._skip = 0

    def touch(self, by: str) -> None:
        """Open the options of a choice, or close them."""
        self._choosing.touch(by)
        self._changed()

    def choose(self, code: str) -> None:
        """Choose one of the options."""
        self._choosing.choose(code)
        self._skip = 0
        self._changed()

    def open(self, key: str) -> None:
        """Open an entry, or another piece of the list."""
        if key == ALL_AREAS:
            self._choosing.forget(By.PLACE)
            self._skip = 0
        elif key in {NEXT, FIRST}:
            self._skip = self._skip + PAGE if key == NEXT else 0
        else:
            self._go_to(*where_to(key, self._reading.forms(self._words.language)))
            return
        self._changed()

    def back(self) -> None:
        """Close the options that are open, or leave."""
        if self._choosing.open is not None and self._choosing.choices.codes:
            self._choosing.open = None
            self._changed()
        else:
            self._go_back()

    def _make(self) -> ListsState:
        words, choosing = self._words, self._choosing
        what = choosing.choices.get(By.WHAT)
        options = choosing.options(words)
        return ListsState(
            back=words("Back"),
            title=what_words(what, words) if what else words("Look through the lists"),
            choices=choosing.buttons(words),
            options=options,
            rows=() if options else self._rows(),
            more=words("More"),
            less=words("Back up"),
        )

    def _rows(self) -> tuple[Line, ...]:
        choices = self._choosing.choices
        if not choices.codes:
            return ()
        piece = self._finding.listed(choices, self._words.language, self._skip)
        if not piece.rows:
            return self._nothing()
        rows, mixed = Rows(self._reading, self._words), not choices.get(By.WHAT)
        lines = tuple(rows.row(listed, mixed=mixed) for listed in piece.rows)
        return (*self._earlier(), *lines, *self._later(piece))

    def _earlier(self) -> tuple[RowItem, ...]:
        title = self._words("Back to the first ones")
        return (RowItem(FIRST, title, icon="arrow-left"),) if self._skip else ()

    def _later(self, piece: Piece) -> tuple[RowItem, ...]:
        title = self._words("Show the next {n}", n=PAGE)
        return (RowItem(NEXT, title, icon="arrow-right"),) if piece.more else ()

    def _nothing(self) -> tuple[Line, ...]:
        """Say that there is nothing, and what to do instead."""
        words, choosing = self._words, self._choosing
        if not choosing.choices.get(By.PLACE):
            return (
                HeadingItem(words("Nothing here today.")),
                TextItem(words("Choose something else, or ask any officer.")),
            )
        place = choosing.name(By.PLACE, words)
        said = {
            What.JOBS: words("No jobs near {place} today.", place=place),
            What.HOMES: words("No places to live near {place} today.", place=place),
        }.get(What(choosing.choices.get(By.WHAT) or What.HELP))
        return (
            HeadingItem(said or words("Nothing near {place} today.", place=place)),
            RowItem(ALL_AREAS, words("Look at all areas"), icon="map-trifold"),
        )


def _choices(which: str) -> Choices:
    """Read `what:jobs,place:northgate`."""
    pairs = (part.partition(":") for part in which.split(",") if part)
    return Choices({By(by): code for by, _, code in pairs})
