"""What a person is due at each stage, how soon, on whose word."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from kiosk.exchange.model import Code, Model, Words
from kiosk.exchange.policy import Texts


class From(StrEnum):
    """What the days are counted from."""

    ARRIVAL = "arrival"
    SENTENCE = "sentence"
    RECALL = "recall"
    MOVE = "move"
    ASKING = "asking"
    BEFORE_RELEASE = "before-release"
    RELEASE = "release"


class Due(Model):
    """One thing that should happen. `number` of `unit`: so soon after, or so long before.

    `basis`: the law says it (mandatory), the rules of the prison service say it should be so
    (guidance), or this prison wants it (aim). It is shown only while it is valid.
    """

    code: Code
    stage: Code
    texts: Texts
    number: int = Field(ge=0, le=400)
    unit: Literal["hours", "working-days", "days", "weeks", "months"]
    counted: From
    basis: Literal["mandatory", "guidance", "aim"]
    nations: tuple[Literal["england", "wales"], ...] = ("england", "wales")
    entry: Code | None = None
    valid_from: date
    valid_to: date | None = None
    source: Words
    owner: Words

    def holds(self, day: date) -> bool:
        """Whether it is to be shown on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Dues(Model):
    """The file policy/dues.json, in the order in which things should happen."""

    format: Literal[1] = 1
    dues: tuple[Due, ...] = Field(max_length=500)
