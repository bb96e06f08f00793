"""Makes one document of what was asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.catalogue.cards import Shown
from kiosk.paper.book import Binding, Section, bound
from kiosk.paper.errors import PaperRefused
from kiosk.paper.finding import may_print
from kiosk.paper.job import Job
from kiosk.paper.leaflet import Stock, leaflet
from kiosk.paper.pack import chosen, pack
from kiosk.paper.poster import poster
from kiosk.paper.sheets import Sheet
from kiosk.translation import languages

MARGIN = 18.0
"""Millimetres: no printer cuts there, and a hole can be punched."""
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Printed:
    """A finished document. `entries`: each with the language it is in; `left_out`: and why."""

    pdf: bytes = b""
    pages: int = 0
    entries: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)


def printed(job: Job, stock: Stock, progress: Progress = lambda _done, _of: None) -> Printed:
    """Print it, or raise PaperRefused.

    A leaflet or a poster is all that was asked for, or nothing. A pack, or a list that somebody
    chose on a screen, goes without what may not be printed.
    """
    if job.language not in languages():
        raise PaperRefused(
            "no-such-language",
            f"Signpost has no language {job.language!r}. Nothing was printed."
            f" There are: {', '.join(languages())}.",
        )
    done = Printed()
    shown = _found(job, stock, done)
    if job.what == "poster":
        done.pdf, done.pages = poster(shown[0], stock, job), 1
        return done
    sections = _sections(job, stock, shown)
    done.pdf, done.pages = bound(sections, _binding(job, stock, shown), progress)
    return done


def _found(job: Job, stock: Stock, done: Printed) -> list[Shown]:
    """Find what is asked for, as far as it may be printed today."""
    wanted = job.entries
    if not wanted and job.what == "pack" and job.stage:
        found = chosen(stock, job, job.stage)
        wanted = found.pages
        done.left_out += [(entry, "too-many") for entry in found.too_many]
    shown = []
    for entry in dict.fromkeys(wanted):
        try:
            shown.append(may_print(stock.catalogue, entry, job.language))
        except PaperRefused as refused:
            if job.what in {"leaflet", "poster"}:
                raise
            done.left_out.append((entry, refused.code))
    if not shown:
        raise PaperRefused("nothing-to-print", "There is nothing to print of this today.")
    done.entries += [(one.entry.id, one.language) for one in shown]
    return shown


def _sections(job: Job, stock: Stock, shown: list[Shown]) -> tuple[Section, ...]:
    words = stock.words
    head = words("Number {n}", n=job.number) if job.number else stock.prison
    if job.what == "pack":
        return pack(shown, stock, job.stage, head)
    return tuple(leaflet(one, stock, head) for one in shown)


def _binding(job: Job, stock: Stock, shown: list[Shown]) -> Binding:
    words = stock.words
    said = words(
        "Printed on {day}. A Signpost screen has the newest page.", day=words.date(job.day)
    )
    real = all(one.entry.source.verified for one in shown)
    return Binding(
        sheet=Sheet.of(job.size, MARGIN),
        words=words,
        title=shown[0].entry.title if len(shown) == 1 else stock.prison or "Signpost",
        below=said if real else f"{words('Demonstration')}. {said}",
        day=job.day,
    )
