"""Lists what there is under a few choices: what, where, for which need, at which stage."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.catalogue.cards import Card
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.groups import ANYWHERE, By, Choices, both
from kiosk.catalogue.traits import Traits, traits

PAGE = 60
"""Entries in one piece of a list: ten pages of a panel, then the next piece is asked for."""
DRIVERS = (By.PROVIDER, By.WORK, By.PLACE, By.NEED, By.STAGE, By.WHAT)
"""Which choice leaves least: the list is read along it, the others are looked up."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list. `miles`: from the area that was chosen; None when it is not known."""

    card: Card
    traits: Traits
    area: str = ""
    miles: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some entries of a list, and whether there are more after them."""

    rows: tuple[Listed, ...] = ()
    more: bool = False


class Lists:
    """Reads lists from one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, choices: Choices, language: str, skip: int = 0) -> Piece:
        """Give the entries that fit every choice, nearest first where a place was chosen."""
        found: dict[str, tuple[int, Card, str, int | None]] = {}
        wanted = skip + PAGE + 1
        for area, miles in self._areas(choices):
            marks = _marks(choices.with_(By.PLACE, area))
            if not marks:
                break
            for n, card in self._catalogue.marked(marks, language, wanted):
                found.setdefault(card.id, (n, card, area, miles))
            if len(found) >= wanted:
                break
        piece = tuple(found.values())[skip:]
        rows = (
            Listed(card, traits(self._catalogue.body(n)), area, miles)
            for n, card, area, miles in piece[:PAGE]
        )
        return Piece(tuple(rows), more=len(piece) > PAGE)

    def options(self, by: By, choices: Choices) -> tuple[str, ...]:
        """List the codes of one choice under which there is anything of what is looked for."""
        what = choices.get(By.WHAT)
        if by is By.WHAT or not what:
            return tuple(code for code in self._catalogue.codes(by) if "@" not in code)
        codes = self._catalogue.codes(by, f"{what}@")
        return tuple(code.partition("@")[2] for code in codes)

    def _areas(self, choices: Choices) -> Iterator[tuple[str, int | None]]:
        """Name the areas to look in: the chosen one, those near it, then what is everywhere."""
        place = choices.get(By.PLACE)
        if not place:
            yield "", None
            return
        yield from self._catalogue.distances().near_to(place)
        yield ANYWHERE, None


def _marks(choices: Choices) -> tuple[tuple[str, str], ...]:
    """Write choices as marks; the first one is read along."""
    what = choices.get(By.WHAT)
    chosen = [(by, choices.get(by)) for by in DRIVERS if choices.get(by)]
    if what and len(chosen) > 1:
        (by, code), *others = chosen[:-1]
        return ((by, both(what, code)), *others)
    return tuple(chosen)
