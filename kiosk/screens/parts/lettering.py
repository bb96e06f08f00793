"""Reads which letters a language types with, once, from its own file."""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from kiosk.translation import ENGLISH, LOCALES, Words

FILE = "keyboard.toml"
LONGEST_FILE = 20_000
"""Bytes: ten times the longest that we have."""
NARROW, WIDE = 10, 13
"""Keys of 20 mm beside each other on an upright panel, on a panel of 15 inches."""
MOST_ROWS, MOST_KEYS = 4, 64
"""More would leave no room above the keyboard on a low panel."""
MOST_ORDERS = 3
LONGEST_SIGN, LONGEST_NAME, LONGEST_SAID = 3, 8, 30
DOTTED = "◌"
"""Stands before a sign that cannot stand alone, in the files and on the keys."""
SEEN = frozenset({"Ll", "Lo", "Lm", "Mn", "Mc", "Nd", "Po", "Ps", "Pe", "Sc", "Sk"})
"""Kinds of signs a person can see and may type; there are no capitals here."""

Row = tuple[str, ...]
Rows = tuple[Row, ...]


class Flaw(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    NOT_READ = "not-read"
    TWICE = "twice"
    TOO_MANY = "too-many"
    ODD_KEY = "odd-key"


class Flawed(ValueError):
    """A file that no keyboard can be made of."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Order:
    """One way to order the letters: either rows that stand still, or `letters` that run on.

    `rows` fit an upright panel, `wide` a broad one; both list keys from where the script starts.
    `more` are groups of letters that stand above; `rare` ones give way first.
    """

    name: str
    rows: Rows = ()
    wide: Rows = ()
    letters: Row = ()
    more: Rows = ()
    rare: Row = ()

    @property
    def signs(self) -> Row:
        """Every sign, as it stands on an upright panel."""
        return (*(sign for row in (*self.more, *self.rows) for sign in row), *self.letters)


@dataclass(frozen=True, slots=True, eq=False)
class Lettering:
    """The letters of one language, in one order or several. There is one for each file read.

    `label` leads back from the numbers; `tones` go onto the vowel of the last syllable; `joins`
    tells what two signs become together; `signs` stand under the digits; `names` are said of
    signs that stand on a letter.
    """

    language: str
    label: str
    orders: tuple[Order, ...]
    tones: Row = ()
    joins: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    signs: Rows = ()
    right_to_left: bool = False


LAST_RESORT = Lettering(
    ENGLISH,
    "abc",
    (Order("QWERTY", rows=(tuple("qwertyuiop"), tuple("asdfghjkl"), tuple("zxcvbnm'"))),),
)
"""Where not even the English file can be read."""


def lettering(language: str, folder: Path = LOCALES) -> Lettering:
    """Give the letters of this language, those of English where its file is flawed."""
    found = _found(language, folder)
    if isinstance(found, Flaw):
        found = _found(ENGLISH, folder)
    return LAST_RESORT if isinstance(found, Flaw) else found


def flaws(languages: Iterable[str], folder: Path = LOCALES) -> tuple[tuple[str, Flaw], ...]:
    """List the languages whose files are flawed, and how."""
    found = ((language, _found(language, folder)) for language in languages)
    return tuple((language, one) for language, one in found if isinstance(one, Flaw))


@lru_cache(maxsize=64)
def _found(language: str, folder: Path) -> Lettering | Flaw:
    try:
        return read(language, _bytes(folder / language / FILE))
    except Flawed as flawed:
        return flawed.flaw


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_FILE + 1)
    except FileNotFoundError:
        raise Flawed(Flaw.MISSING) from None
    except OSError:
        raise Flawed(Flaw.NOT_READ) from None


def read(language: str, data: bytes) -> Lettering:
    """Make the letters out of a file's bytes; raise Flawed where that cannot be."""
    if len(data) > LONGEST_FILE:
        raise Flawed(Flaw.TOO_MANY)
    try:
        facts = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):  # also a number of five thousand digits
        raise Flawed(Flaw.NOT_READ) from None
    mirrored = Words(language).right_to_left
    orders = tuple(_order(one, mirrored=mirrored) for one in _tables(facts.get("orders")))
    if not 1 <= len(orders) <= MOST_ORDERS:
        raise Flawed(Flaw.NOT_READ if not orders else Flaw.TOO_MANY)
    return Lettering(
        language=language,
        label=_name(facts.get("label")),
        orders=orders,
        tones=_row(facts.get("tones", "")),
        joins=_joins(facts.get("joins", {})),
        names=_names(facts.get("names", {})),
        signs=_rows(facts.get("signs", []), WIDE),
        right_to_left=mirrored,
    )


def _order(facts: Mapping[str, object], *, mirrored: bool) -> Order:
    order = Order(
        name=_name(facts.get("name")),
        rows=_from_the_start(_rows(facts.get("rows", []), NARROW), mirrored=mirrored),
        wide=_from_the_start(_rows(facts.get("wide", []), WIDE), mirrored=mirrored),
        letters=_row(facts.get("letters", "")),
        more=_rows(facts.get("more", []), NARROW),
        rare=_row(facts.get("rare", "")),
    )
    signs = order.signs
    if not order.rows and not order.letters:
        raise Flawed(Flaw.NOT_READ)
    broad = [sign for row in order.wide for sign in row]
    if max(len(signs), len(broad)) > MOST_KEYS:
        raise Flawed(Flaw.TOO_MANY)
    if len(set(signs)) < len(signs) or len(set(broad)) < len(broad):
        raise Flawed(Flaw.TWICE)
    if (broad and set(broad) != set(signs)) or not set(order.rare) <= set(signs):
        raise Flawed(Flaw.ODD_KEY)
    return order


def _from_the_start(rows: Rows, *, mirrored: bool) -> Rows:
    """The files write rows from the left; a script from the right begins at their other end."""
    return tuple(row[::-1] for row in rows) if mirrored else rows


def _tables(value: object) -> Iterator[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Flawed(Flaw.NOT_READ)
    yield from value


def _rows(value: object, longest: int) -> Rows:
    if not isinstance(value, list):
        raise Flawed(Flaw.NOT_READ)
    rows = tuple(_row(one) for one in value)
    if len(rows) > MOST_ROWS or any(len(row) > longest for row in rows):
        raise Flawed(Flaw.TOO_MANY)
    return rows


def _row(value: object) -> Row:
    if not isinstance(value, str):
        raise Flawed(Flaw.NOT_READ)
    return tuple(_sign(sign) for sign in value.split())


def _sign(written: str) -> str:
    sign = unicodedata.normalize("NFC", written.removeprefix(DOTTED))
    if not 1 <= len(sign) <= LONGEST_SIGN:
        raise Flawed(Flaw.ODD_KEY)
    if any(unicodedata.category(one) not in SEEN and one not in "-&#@%+|" for one in sign):
        raise Flawed(Flaw.ODD_KEY)
    return sign


def _name(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or not value.strip():
        raise Flawed(Flaw.NOT_READ)
    if len(value) > LONGEST_NAME:
        raise Flawed(Flaw.TOO_MANY)
    return value


def _joins(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise Flawed(Flaw.NOT_READ)
    if any(len(two) != 2 or not isinstance(one, str) for two, one in value.items()):  # noqa: PLR2004
        raise Flawed(Flaw.ODD_KEY)
    return {two: _sign(one) for two, one in value.items()}


def _names(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_KEYS:
        raise Flawed(Flaw.NOT_READ)
    if any(not isinstance(name, str) or len(name) > LONGEST_SAID for name in value.values()):
        raise Flawed(Flaw.NOT_READ)
    return {_sign(sign): name for sign, name in value.items()}
