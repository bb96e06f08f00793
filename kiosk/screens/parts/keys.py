"""Which keys stand where on our keyboard."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kiosk.screens.parts.lettering import NARROW, WIDE, Lettering, Order, Row, Rows

RUB_OUT, SPACE, TO_NUMBERS, TO_LETTERS = "rub-out", "space", "to-numbers", "to-letters"
TO_ORDER, TO_LANGUAGES = "to-order", "to-languages"
SPEAK = "speak:"
"""With the code of a language: type with its letters."""

DIGITS = tuple("1234567890")
SIGNS = (tuple("-/:;()£&@"), tuple("#.,?!+%'"))
LEAST_SPACE, MOST_SPACE = 2, 5
LOW_ROWS, LOWERED_ROWS = 4, 5
"""Rows that leave room for the field on a low panel, and in the lowest part of an upright one."""
NAMED = 2.5
"""Keys that the name of a language is as wide as, with its picture."""


class Page(StrEnum):
    """What the keyboard shows."""

    LETTERS = "letters"
    NUMBERS = "numbers"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class Cap:
    """One key: what it does, and how many keys it is wide."""

    sign: str
    wide: float = 1.0


@dataclass(frozen=True, slots=True)
class Panel:
    """How many keys stand beside each other, and whether there is little height for them.

    `lowered`: they stand in the lowest part of an upright panel, where letters keep the places
    they have on it. `roomy`: a key may say the name of a language.
    """

    across: int = WIDE
    low: bool = False
    roomy: bool = True
    lowered: bool = False

    @property
    def for_letters(self) -> int:
        """Letters beside each other."""
        return NARROW if self.lowered else self.across

    @property
    def columns(self) -> int:
        """Names of languages beside each other."""
        if self.across <= NARROW:
            return 3
        return 5 if self.roomy or not self.lowered else 4


Caps = tuple[tuple[Cap, ...], ...]


@lru_cache(maxsize=64)
def letter_caps(letters: Lettering, at: int, panel: Panel) -> Caps:
    """The page of letters, in one of their orders; each row begins where the script begins."""
    order = order_of(letters, at)
    switches = [TO_NUMBERS, *([TO_ORDER] if len(letters.orders) > 1 else []), TO_LANGUAGES]
    names = {TO_ORDER: order_of(letters, at + 1).name, TO_NUMBERS: "123"}
    caps = _page(_letter_rows(order, panel.for_letters), switches, names, panel)
    if order.rare and panel.low and len(caps) > LOW_ROWS:
        caps = _page(_letter_rows(without_rare(order), panel.for_letters), switches, names, panel)
    return caps


@lru_cache(maxsize=64)
def number_caps(letters: Lettering, at: int, panel: Panel) -> Caps:
    """Digits, from the left in every language, then signs, then letters with no other room."""
    there = {cap.sign for row in letter_caps(letters, at, panel) for cap in row}
    rare = tuple(sign for sign in order_of(letters, at).rare if sign not in there)
    digits = DIGITS[::-1] if letters.right_to_left else DIGITS
    under = _merged((*SIGNS, *letters.signs, *([rare] if rare else [])), panel.across)
    return _page((digits, *under), [TO_LETTERS, TO_LANGUAGES], {TO_LETTERS: letters.label}, panel)


def order_of(letters: Lettering, at: int) -> Order:
    """The order that somebody came to after so many touches; after the last comes the first."""
    return letters.orders[at % len(letters.orders)]


def language_caps(languages: Iterable[str], panel: Panel) -> Caps:
    """One wide key for each language."""
    caps = [Cap(SPEAK + code, panel.across / panel.columns) for code in languages]
    return tuple(tuple(caps[at : at + panel.columns]) for at in range(0, len(caps), panel.columns))


def without_rare(order: Order) -> Order:
    """The same order without its rare letters."""
    kept = tuple(sign for sign in order.letters if sign not in order.rare)
    return Order(order.name, order.rows, order.wide, kept, order.more)


def _letter_rows(order: Order, across: int) -> Rows:
    if order.letters:
        main = tuple(_run_on(order.letters, across))
    elif order.wide and max(map(len, order.wide)) <= across:
        return order.wide
    else:
        main = order.rows
    return (*_merged(order.more, across), *main)


def _run_on(signs: Row, across: int) -> Iterator[Row]:
    for at in range(0, len(signs), across):
        yield signs[at : at + across]


def _merged(groups: Rows, across: int) -> Rows:
    """Groups that fit go into one row; the others stand under each other."""
    rows: list[Row] = []
    for group in groups:
        if rows and len(rows[-1]) + len(group) <= across:
            rows[-1] += group
        else:
            rows.append(group)
    return tuple(rows)


def _page(rows: Rows, switches: list[str], names: dict[str, str], panel: Panel) -> Caps:
    """The rows with what else a keyboard needs: at their ends where they are short, or below."""
    caps = [[Cap(sign) for sign in row] for row in rows]
    tools = [_tool(sign, names.get(sign, sign)) for sign in switches]
    last = caps[-1]
    beside: Caps = ()
    if panel.low or (panel.lowered and len(caps) >= LOWERED_ROWS):
        beside = _at_the_ends(caps, tools, panel.across)
    if not beside and _width((*last, *tools)) + LEAST_SPACE + 1 <= panel.across:
        beside = _closed((*caps[:-1], [*last, *tools]), panel.across)
    return beside or _with_a_row_below(caps, tools, panel)


def _with_a_row_below(caps: list[list[Cap]], tools: list[Cap], panel: Panel) -> Caps:
    """The space bar between the switches and the key that takes back."""
    if panel.roomy:
        tools = [Cap(TO_LANGUAGES, NAMED) if t.sign == TO_LANGUAGES else t for t in tools]
    room_above = _width(caps[-1]) + 1 <= max(map(_width, caps))
    if room_above:
        caps[-1].append(Cap(RUB_OUT))
    end = [] if room_above else [Cap(RUB_OUT, 1.5)]
    left = panel.across - _width(tools) - _width(end)
    space = Cap(SPACE, max(LEAST_SPACE, min(MOST_SPACE, left)))
    return tuple(map(tuple, (*caps, [*tools, space, *end])))


def _at_the_ends(caps: list[list[Cap]], tools: list[Cap], across: int) -> Caps:
    """Every other key at the end of the first row that has room; nothing if one finds none."""
    rows = [list(row) for row in caps]
    for tool in (Cap(RUB_OUT), *tools, Cap(SPACE, LEAST_SPACE)):
        around = reversed(rows) if tool.sign == SPACE else rows
        row = next((row for row in around if _width(row) + tool.wide <= across), None)
        if row is None:
            return ()
        row.append(tool)
    return _spread(rows, across)


def _closed(rows: Iterable[list[Cap]], across: int) -> Caps:
    """The last row ends with the space bar and the key that takes back."""
    *first, last = rows
    return _spread([*first, [*last, Cap(SPACE, LEAST_SPACE), Cap(RUB_OUT)]], across)


def _spread(rows: list[list[Cap]], across: int) -> Caps:
    """The space bar takes what its row leaves over."""
    return tuple(
        tuple(
            Cap(SPACE, min(MOST_SPACE, cap.wide + across - _width(row)))
            if cap.sign == SPACE
            else cap
            for cap in row
        )
        for row in rows
    )


def _tool(sign: str, name: str) -> Cap:
    """A key is wider the longer its name is; the one for languages has a picture."""
    if sign == TO_LANGUAGES or len(name) <= 3:  # noqa: PLR2004  letters on one key
        return Cap(sign)
    return Cap(sign, 1.5 if len(name) <= 4 else 2)  # noqa: PLR2004


def _width(row: Iterable[Cap]) -> float:
    return math.fsum(cap.wide for cap in row)
