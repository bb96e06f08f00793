"""Finds out whether one author's work would undo another's."""

from collections.abc import Mapping
from datetime import datetime

from admin_tools.keyring.folder import KeysFolder
from admin_tools.publishing.approve import look
from admin_tools.publishing.changes import Changes, against
from admin_tools.publishing.contents import ByRole
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.repository import Repository
from kiosk.exchange.refusals import Refused


def must_not_go_back(repository: Repository, wanted: ByRole) -> None:
    """Raise when a page was checked later, or a form is newer, in what is published already."""
    older = against(repository, wanted).older if repository.published() else ()
    if older:
        raise PublishingRefused(
            "older",
            "Somebody else published these pages after yours were written, and yours would undo"
            f" it: {'; '.join(older)}. Nothing was proposed. Bring their words into your sources"
            " and check them again, or say --older when you mean it.",
        )


def waiting(repository: Repository, keys: KeysFolder, now: datetime) -> Changes | None:
    """Read the draft that nobody approved yet; None when there is none that still counts."""
    try:
        return look(repository, keys, now).changes
    except (PublishingRefused, Refused):
        return None


def undone(before: Changes | None, now: Changes) -> tuple[str, ...]:
    """Name what a draft that waited changed, and this one leaves as it was or changes otherwise."""
    if before is None:
        return ()
    ours = _by_page(now)
    pages = [page for page, words in _by_page(before).items() if not words <= ours.get(page, set())]
    gone = [line for line in before.removed if line not in now.removed]
    return (*pages, *(f"{line} (taken away)" for line in gone))


def _by_page(changes: Changes) -> Mapping[str, set[str]]:
    """Gather what differs, word for word, below the page that it belongs to."""
    pages: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in changes.words():
        if line.startswith(" "):
            words.add(line)
        else:
            words = pages.setdefault(line.removesuffix(":"), set())
    return pages
