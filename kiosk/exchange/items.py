"""What stands inside a sealed item or reply."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from kiosk.exchange import canonical, limits
from kiosk.exchange.encoding import Instant
from kiosk.exchange.model import Code, Hex32, Language, Line, Model, PrintedText, Sha256, Words
from kiosk.exchange.references import PATTERN
from kiosk.exchange.refusals import Refusal, Refused

PersonNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{4}[A-Z]{2}$")]
"""A prison number: A1234BC."""
Reference = Annotated[str, StringConstraints(pattern=f"^{PATTERN}$")]
"""A request's number as people say it: K7-4QX-92."""
English = Line
"""The English words beside another language; empty when English was shown."""

FEWEST = 5
"""A count under five could point at a person, so it never leaves a kiosk."""


class Chosen(Model):
    """One answer that was touched, with the words that stood there."""

    code: Code
    words: Words
    english: English = ""


class Answer(Model):
    """One question as it was shown, with what was chosen; nothing chosen means left blank."""

    question: Code
    words: Words
    english: English = ""
    chosen: tuple[Chosen, ...] = Field(max_length=limits.CHOICES)


class Agreement(Model):
    """What a person said to telling others: who, what for, in which version of the words."""

    purpose: Code
    agency: Words
    version: int = Field(ge=1)
    given: bool


class Promised(Model):
    """The two days that the person saw, with the rule and the calendar that gave them."""

    clock: Code
    carried_days: int = Field(ge=0)
    read_days: int = Field(ge=0)
    answered_days: int = Field(ge=0)
    calendar: Words
    known_to: date
    read_by: date
    answer_by: date


class RequestItem(Model):
    """One request, as it stood on the screen when the person touched Send.

    `urgent`: a date this week was named; `may_give_name`: whether wing staff may be told the name
    (null: not asked). `clock_held` is false when the clock was wrong and `low` counted instead.
    """

    type: Literal["request"] = "request"
    id: Hex32
    reference: Reference
    form: Code
    form_version: int = Field(ge=1)
    pack: Sha256
    title: Words
    title_english: English = ""
    answers: tuple[Answer, ...] = Field(max_length=limits.QUESTIONS)
    person: PersonNumber
    proven: bool
    language: Language
    origin: Literal["self", "staff", "peer", "paper"] = "self"
    stage: Code | None = None
    consents: tuple[Agreement, ...] = Field(default=(), max_length=limits.QUESTIONS)
    urgent: bool = False
    may_give_name: bool | None = None
    asked_from: Code | None = None
    asked_at: Instant
    low: Instant
    clock_held: bool
    promised: Promised
    answer_way: Literal["screen", "envelope", "in-person"] = "screen"
    listed: bool = True


class WithdrawalItem(Model):
    """A person takes a request back; the desk of a private one still checks in private."""

    type: Literal["withdrawal"] = "withdrawal"
    id: Hex32
    request: Hex32
    reference: Reference
    person: PersonNumber
    proven: bool
    asked_at: Instant


class NoteItem(Model):
    """A person adds one thing from a closed list to a request."""

    type: Literal["note"] = "note"
    id: Hex32
    request: Hex32
    reference: Reference
    person: PersonNumber
    proven: bool
    note: Chosen
    asked_at: Instant


class NewPinItem(Model):
    """Somebody who says this number asks for a new PIN; staff prove it face to face."""

    type: Literal["new-pin"] = "new-pin"
    id: Hex32
    person: PersonNumber
    language: Language
    asked_at: Instant


Opinion = Literal["useful", "not-mine", "hard-to-read", "no-way-on", "knew-it"]
"""What somebody made of an entry: it helped, or one of four plain reasons why it did not."""


class ReportItem(Model):
    """Somebody says that an entry is wrong; nobody is named.

    `day` is the Monday of the week, `times` how often this was said in it.
    """

    type: Literal["report"] = "report"
    id: Hex32
    entry: Code
    language: Language
    pack: Sha256
    what: Literal["wrong", "ended", "hard-to-read", "other"]
    day: date
    times: int = Field(default=1, ge=1, le=999)


class CountsItem(Model):
    """How often things were read or missed in one week, five at the least."""

    type: Literal["counts"] = "counts"
    id: Hex32
    week: date
    read: dict[Code, Annotated[int, Field(ge=FEWEST)]] = Field(default_factory=dict)
    missed: dict[Words, Annotated[int, Field(ge=FEWEST)]] = Field(default_factory=dict)
    asked: dict[Code, Annotated[int, Field(ge=FEWEST)]] = Field(default_factory=dict)
    useful: dict[Code, dict[Opinion, Annotated[int, Field(ge=FEWEST)]]] = Field(
        default_factory=dict
    )

    @field_validator("week")
    @classmethod
    def _begins_on_monday(cls, week: date, _info: ValidationInfo) -> date:
        if week.weekday() != 0:
            raise ValueError("a week begins on Monday")
        return week


class Reply(Model):
    """What a desk answered: a template with its facts, a note where the desk may write one.

    `facts` hold the template's slots as text: a day `2026-12-02`, a time `14:30`, a room, an
    entry's id. An unknown template is shown as "There is an answer. Ask staff."
    """

    request: Hex32
    reference: Reference
    person: PersonNumber
    title: Words
    asked: date
    day: date
    language: Language
    template: Code
    facts: dict[Code, Words] = Field(default_factory=dict)
    note: Annotated[PrintedText, StringConstraints(max_length=limits.NOTE)] = ""
    listed: bool = True


Item = RequestItem | WithdrawalItem | NoteItem | NewPinItem | ReportItem | CountsItem

ITEMS: Mapping[str, type[Item]] = {
    "request": RequestItem,
    "withdrawal": WithdrawalItem,
    "note": NoteItem,
    "new-pin": NewPinItem,
    "report": ReportItem,
    "counts": CountsItem,
}
"""The closed list of types; any other is kept sealed and reported."""


def to_text(value: Item | Reply) -> bytes:
    """Write an item or a reply as the text that is sealed."""
    return canonical.dump(value)


def item_from_text(kind: str, text: bytes, item_id: str) -> Item:
    """Read an item that was sealed as `kind` under this id, or raise Refused (ITEM_BROKEN)."""
    model = ITEMS.get(kind)
    if model is None:
        raise Refused(Refusal.NEWER_PROGRAM_NEEDED)
    try:
        item: Item = canonical.read_as(model, text, limits.ITEM_BYTES)
    except ValueError as error:
        raise Refused(Refusal.ITEM_BROKEN) from error
    if item.id != item_id:
        raise Refused(Refusal.ITEM_BROKEN)
    return item


def reply_from_text(text: bytes) -> Reply:
    """Read a reply, or raise Refused (ITEM_BROKEN)."""
    try:
        return canonical.read_as(Reply, text, limits.ITEM_BYTES)
    except ValueError as error:
        raise Refused(Refusal.ITEM_BROKEN) from error
