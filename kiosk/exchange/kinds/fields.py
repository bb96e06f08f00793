"""What the fields of every kind have in common, with the facts that they become."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints

from kiosk.exchange.blocks import (
    Block,
    CodesValue,
    CodeValue,
    CountValue,
    DayValue,
    Each,
    Fact,
    Label,
    Link,
    PenceValue,
    TextValue,
    Unit,
)
from kiosk.exchange.model import Code, Line, Short

Number = Annotated[int, Field(ge=0, le=1_000_000)]
Age = Annotated[int, Field(ge=0, le=120)]
Pence = Annotated[int, Field(ge=0, le=100_000_000)]
Ids = Annotated[tuple[Code, ...], Field(max_length=12)]
"""Ids of other entries."""
Codes = Annotated[tuple[Code, ...], Field(max_length=20)]
"""Codes of one vocabulary."""
Hours = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?(\.(25|5|75))?$")]
"""Hours of a week, as "37.5": there are no floats in what crosses the gap."""


class Fields(Short):
    """The fields of one kind. `blocks` is what a person sees of them.

    `needed`: an entry of this kind is worth little without them, and the check says so.
    `believed`: how long after its check an entry is taken for true at most, whatever its review
    says; None for as long as its review.
    `for_authors`: fields that never leave the authors' machine.
    """

    needed: ClassVar[bool] = False
    believed: ClassVar[timedelta | None] = None
    for_authors: ClassVar[tuple[str, ...]] = ()

    def blocks(self) -> Iterator[Block]:
        """Turn what is filled in into blocks, in the order in which it helps."""
        yield from ()

    @property
    def ends(self) -> date | None:
        """The last day on which an entry with these fields is true, if they say one."""
        return None

    @property
    def organisation_id(self) -> str | None:
        """The entry of who stands behind it, if there is one."""
        return None

    def remarks(self, *flags: str, more: tuple[str, ...] = ()) -> Iterator[Block]:
        """Make one fact of what is good to know: flags that hold, by their own names."""
        held = tuple(flag.replace("_", "-") for flag in flags if getattr(self, flag))
        yield from several(Label.GOOD_TO_KNOW, "remarks", (*held, *more))

    def published(self) -> Self:
        """The same without what is for authors only."""
        known = type(self).model_fields
        return self.model_copy(update={name: known[name].default for name in self.for_authors})

    @property
    def codes(self) -> Iterator[tuple[str, str]]:
        """Every code with its list, from the facts: what a check looks up."""
        for block in self.blocks():
            value = block.value if isinstance(block, Fact) else None
            if isinstance(value, CodeValue):
                yield value.list, value.code
            elif isinstance(value, CodesValue):
                yield from ((value.list, code) for code in value.codes)


class Pay(Short):
    """Money in pence: schema.org's MonetaryAmount. `unit` is how often it is paid."""

    minimum: Pence
    maximum: Pence | None = None
    unit: Each = "hour"


class Length(Short):
    """How long something lasts."""

    number: Number
    up_to: Number | None = None
    unit: Unit


def quarters(hours: Hours) -> int:
    """Count hours in quarters of one: "37.5" is 150."""
    whole, _, part = hours.partition(".")
    return int(whole) * 4 + {"": 0, "25": 1, "5": 2, "75": 3}[part]


def said(label: Label, text: str) -> Iterator[Fact]:
    """Make a fact of words, if there are any."""
    if text:
        yield Fact(label=label, value=TextValue(text=text))


def on(label: Label, day: date | None) -> Iterator[Fact]:
    """Make a fact of a day, if there is one."""
    if day:
        yield Fact(label=label, value=DayValue(day=day))


def one(label: Label, vocabulary: str, code: str | None) -> Iterator[Fact]:
    """Make a fact of one code of a vocabulary, if it is given."""
    if code:
        yield _of_code(label, vocabulary, code)


def several(label: Label, vocabulary: str, codes: tuple[str, ...]) -> Iterator[Fact]:
    """Make one fact of all codes of a vocabulary, if any are given."""
    if codes:
        yield _of_codes(label, vocabulary, codes)


def paid(label: Label, pay: Pay | None, note: Line = "") -> Iterator[Fact]:
    """Make a fact of money, if it is given."""
    if pay:
        value = PenceValue(pence=pay.minimum, up_to=pay.maximum, each=pay.unit, note=note)
        yield Fact(label=label, value=value)


def lasting(label: Label, length: Length | None, note: Line = "") -> Iterator[Fact]:
    """Make a fact of a length of time, or of the note alone."""
    if length is None:
        yield from said(label, note)
        return
    value = CountValue(number=length.number, up_to=length.up_to, unit=length.unit, note=note)
    yield Fact(label=label, value=value)


def linked(ids: tuple[str, ...]) -> Iterator[Link]:
    """Make a link of every entry that is named."""
    yield from (Link(entry=name) for name in ids)


@lru_cache(maxsize=4_096)
def _of_code(label: Label, vocabulary: str, code: str) -> Fact:
    """The same few facts stand on page after page, and nobody can change one: made once."""
    return Fact(label=label, value=CodeValue(list=vocabulary, code=code))


@lru_cache(maxsize=4_096)
def _of_codes(label: Label, vocabulary: str, codes: tuple[str, ...]) -> Fact:
    return Fact(label=label, value=CodesValue(list=vocabulary, codes=codes))
