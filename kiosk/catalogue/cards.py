"""What a list, an entry screen and a form screen are given."""

from dataclasses import dataclass
from datetime import date

from kiosk.exchange.entries import Entry, Kind


@dataclass(frozen=True, slots=True)
class Card:
    """One entry in a list. `stale`: past its review, so it says when it was last checked.

    `language` is the one its words are in, which may not be the one asked for. `topic` is the
    first group it stands in ("" for none), `easy` its first line of easy read ("" for none).
    """

    id: str
    kind: Kind
    title: str
    summary: str
    topic: str
    checked_on: date
    language: str
    stale: bool
    easy: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading inside a tile with what stands under it."""

    code: str
    title: str
    icon: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A whole entry, as it is shown. `language` is the one its words are in."""

    entry: Entry
    language: str
    stale: bool


@dataclass(frozen=True, slots=True)
class ShownForm:
    """A form in the person's language, the same in English, and the pack it came in.

    `english` is the same form, question by question: what a desk reads beside the answers.
    """

    entry: Entry
    english: Entry
    pack_sha256: str
