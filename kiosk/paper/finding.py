"""Finds what may be printed today: nothing else ever is."""

from kiosk.catalogue.cards import Shown
from kiosk.catalogue.catalogue import Catalogue
from kiosk.paper.errors import PaperRefused


def may_print(catalogue: Catalogue, entry: str, language: str) -> Shown:
    """Give an entry as the screen shows it today, or raise PaperRefused.

    Paper cannot be called back, so what the screen still shows with "Not checked since" is
    not printed either.
    """
    if catalogue.is_withdrawn(entry):
        raise PaperRefused(
            "withdrawn", f"{entry} was withdrawn. Nothing was printed. Take older copies away."
        )
    shown = catalogue.entry(entry, language)
    if shown is None and catalogue.knows(entry):
        raise PaperRefused(
            "not-today",
            f"{entry} does not hold here today: it has ended, has not begun, is past its review,"
            " or is for other places. Nothing was printed. `signpost content due` says more.",
        )
    if shown is None:
        raise PaperRefused("no-such-entry", f"There is no entry {entry!r}. Nothing was printed.")
    if shown.stale:
        raise PaperRefused(
            "past-review",
            f"{entry} should have been checked again by {shown.entry.review_by}. Nothing was"
            f" printed. When it is still true: `signpost content confirm {entry} --by ROLE`.",
        )
    return shown
