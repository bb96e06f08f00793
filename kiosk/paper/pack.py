"""A pack to take away: a cover without a name, contents, what is due, pages, help."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.catalogue.cards import Shown
from kiosk.catalogue.policies import in_language
from kiosk.exchange.entries import Entry
from kiosk.exchange.print_packs import PrintPack
from kiosk.paper.book import Section
from kiosk.paper.casting import PLAIN, Caster, Shape, on_the_screen
from kiosk.paper.errors import PaperRefused
from kiosk.paper.job import Job
from kiosk.paper.leaflet import Stock, body_words, leaflet
from kiosk.paper.pieces import Marked, Piece, Said
from kiosk.paper.ruled import Blank, Listed
from kiosk.paper.sheets import MM
from kiosk.screens.help_now.presenter import HelpNowPresenter
from kiosk.screens.home.presenter import tiles
from kiosk.screens.parts.shapes import LineItem, TextItem
from kiosk.screens.timeline.dues import due_row
from kiosk.text.wording import Wording

LEAVING = "getting-out"
"""The tile of the first screen that a pack without a stage is called after."""
BEFORE = 2
"""Sections before the first page: cover, contents."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pages of a pack, the best first, and those that there is no room for."""

    pages: tuple[str, ...]
    too_many: tuple[str, ...]


def chosen(stock: Stock, job: Job, stage: str) -> Chosen:
    """Choose what policy/print-packs says of a stage; `most` of the job counts before its own.

    Only open pages, for everybody, of this area or of none: paper lies about where others see
    it. Everything else is printed when somebody names it.
    """
    made = _rules(stock, stage)
    language = stock.words.language
    led = [one.due.entry for one in stock.catalogue.due(stage) if one.due.entry]
    ahead = [*dict.fromkeys((*made.first, *(led if made.dues else ())))]
    cards = {card.id: card for card in stock.catalogue.about(ahead, language)}
    cards |= {card.id: card for card in stock.catalogue.timeline(stage, language)}
    found = (stock.catalogue.entry(card.id, language) for card in cards.values() if not card.stale)
    fit = [one.entry for one in found if one and _is_for_all(one.entry, job.area)]
    held = [one for one in fit if one.id in ahead or one.kind in made.kinds]
    every = tuple(one.id for one in sorted(held, key=lambda one: _rank(one, ahead, made)))
    most = job.most or made.most
    return Chosen(every[:most], every[most:])


def pack(shown: Sequence[Shown], stock: Stock, stage: str | None, head: str) -> tuple[Section, ...]:
    """Make all sections of a pack."""
    made = stock.catalogue.print_packs().of(stage) if stage else None
    dues = _dues(stock, stage) if stage and (made is None or made.dues) else ()
    first = BEFORE + (1 if dues else 0)
    pages = {one.entry.id: at for at, one in enumerate(shown, first)}
    titles = [one.entry.title for one in shown]
    due_title, help_title = stock.words("What you are due"), stock.words("Help now")
    listed = [*([due_title] if dues else []), *titles, help_title]
    right = stock.words.right_to_left
    due_section = (Section(head, lambda _: dues, right_to_left=right),) if dues else ()
    return (
        Section(head, lambda _: tuple(_cover(stock, stage)), right_to_left=right),
        Section(head, lambda starts: tuple(_contents(stock, listed, starts)), right_to_left=right),
        *due_section,
        *(_page(one, stock, head, pages) for one in shown),
        Section(head, lambda _: tuple(_help(stock)), right_to_left=right),
    )


def _rules(stock: Stock, stage: str) -> PrintPack:
    known = {term.code for term in stock.catalogue.vocabulary("stages").terms}
    if stage not in known:
        raise PaperRefused(
            "no-such-stage",
            f"There is no stage {stage!r}. Nothing was printed."
            f" There are: {', '.join(sorted(known))}.",
        )
    made = stock.catalogue.print_packs().of(stage)
    if made is None:
        raise PaperRefused(
            "no-such-pack",
            f"policy/print-packs.toml does not say what a pack of {stage!r} holds. Nothing was"
            " printed. Write it there, or name the pages.",
        )
    return made


def _is_for_all(entry: Entry, area: str | None) -> bool:
    here = not entry.areas or (area is not None and area in entry.areas)
    return entry.sensitivity == "open" and not entry.audience and here


def _rank(entry: Entry, ahead: Sequence[str], made: PrintPack) -> tuple[int, int, bool, int, str]:
    """What is named, or due, stands first; of a kind, this area's, then what few stages have."""
    if entry.id in ahead:
        return (ahead.index(entry.id), 0, False, 0, entry.id)
    kind, far = made.kinds.index(entry.kind), not entry.areas
    return (len(ahead), kind, far, len(entry.stages), entry.title)


def _page(one: Shown, stock: Stock, head: str, pages: Mapping[str, int]) -> Section:
    """One entry, whose links name the page of this pack where there is one."""

    def pieces(starts: Sequence[int]) -> Sequence[Piece]:
        def named(entry: str, title: str) -> str:
            if entry not in pages:
                return on_the_screen(title, stock.words)
            return stock.words("On page {n}: {title}", n=starts[pages[entry]], title=title)

        return leaflet(one, stock, head, named).pieces(starts)

    return Section(head, pieces, body_words(one, stock.words).right_to_left)


def _cover(stock: Stock, stage: str | None) -> Iterator[Piece]:
    words = stock.words
    tile = next(tile for tile in tiles(words) if tile.key == LEAVING)
    terms = stock.catalogue.vocabulary("stages").terms
    here = next((term for term in terms if term.code == stage), None)
    title = in_language(here.names, words.language) if here else tile.title
    icon = here.icon if here else tile.icon
    yield Marked(Wording(" ", 14), 40 * MM, icon=icon)
    yield Said(Wording(title, 48, bold=True), gap=20, tag="H1")
    yield Said(Wording(tile.text, 20), gap=12)
    yield Said(Wording(stock.prison, 20), gap=6)
    yield from Caster(PLAIN, words).pieces(
        (
            LineItem(words("This pack does not say whose it is."), "eye-slash"),
            LineItem(
                words("Things change. Each page says until when to believe it."), "calendar-x"
            ),
        )
    )
    yield Said(Wording(words("You can write your name here:"), 16), gap=42 * MM)
    yield Blank(14 * MM, gap=4)


def _contents(stock: Stock, titles: Sequence[str], starts: Sequence[int]) -> Iterator[Piece]:
    yield Said(Wording(stock.words("What is in this pack"), 30, bold=True), tag="H1")
    for title, start in zip(titles, starts[BEFORE:], strict=False):
        yield Listed(Wording(title, 16), str(start), gap=12)


def _dues(stock: Stock, stage: str) -> tuple[Piece, ...]:
    """What should happen at this stage, and when; nothing where nothing is known of it."""
    words = stock.words
    rows = [due_row(one, words, ()) for one in stock.catalogue.due(stage)]
    if not rows:
        return ()
    lines = [LineItem(f"{row.title}\n{row.text}", row.icon, (row.title,)) for row in rows]
    shapes: list[Shape] = [TextItem(words("What you are due"), "title"), *lines]
    return tuple(Caster(PLAIN, words).pieces(shapes))


def _help(stock: Stock) -> Iterator[Piece]:
    """Who helps in here, as the screen says it, and who helps outside."""
    words = stock.words
    cards = HelpNowPresenter(words, stock.catalogue, lambda: None).state.cards
    shapes: list[Shape] = [TextItem(words("Help now"), "title")]
    shapes += [LineItem(f"{one.title}\n{one.text}", one.icon, (one.title,)) for one in cards]
    outside = words.sure("Outside")
    said = words.sure(
        "Ring 999 when somebody is in danger or badly hurt. Ring 111 when you are ill."
    )
    shapes.append(LineItem(f"{outside}\n{said}", "phone-call", (outside,)))
    yield from Caster(PLAIN, words).pieces(shapes)
