"""The few shapes that every entry is made of."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from kiosk.exchange import limits
from kiosk.exchange.model import Code, Line, Model, PrintedText, Sha256, Text, Words
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.sounds import SoundFile

Alt = Annotated[PrintedText, StringConstraints(min_length=1, max_length=limits.ALT)]
"""What a picture shows, for who cannot see it."""

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Label(StrEnum):
    """What a fact is about. The screen has the words for each, in every language."""

    WHO = "who"
    WHAT_YOU_GET = "what-you-get"
    WHEN = "when"
    WHERE = "where"
    WHO_RUNS_IT = "who-runs-it"
    HOW_TO_ASK = "how-to-ask"
    WHAT_HAPPENS = "what-happens"
    BRING = "bring"
    COST = "cost"
    HOW_LONG = "how-long"
    STARTS = "starts"
    CLOSES = "closes"
    ENDS = "ends"
    PAY = "pay"
    HOURS = "hours"
    AREA = "area"
    SKILLS = "skills"
    CONVICTIONS = "convictions"
    TAKES = "takes"
    DOES_NOT_TAKE = "does-not-take"
    PHONE = "phone"
    ADDRESS = "address"
    OPEN = "open"
    LEADS_TO = "leads-to"
    CHECKED_WITH = "checked-with"
    EMPLOYER = "employer"
    KIND = "kind"
    CONTRACT = "contract"
    PLACES = "places"
    LEVEL = "level"
    WAIT = "wait"
    SUPPORT = "support"
    ACCESS = "access"
    LANGUAGES = "languages"
    THINK_ABOUT = "think-about"
    GETTING_THERE = "getting-there"
    GOOD_TO_KNOW = "good-to-know"
    OUTLOOK = "outlook"
    MIDDLE = "middle"
    TIME_LEFT = "time-left"
    TIME_SERVED = "time-served"
    DEADLINE = "deadline"
    TELL = "tell"
    IF_NOT = "if-not"
    AMOUNT = "amount"
    TO = "to"
    BASIS = "basis"
    DECIDES = "decides"


class TextValue(Model):
    """Plain words."""

    type: Literal["text"] = "text"
    text: Text


class DayValue(Model):
    """A day."""

    type: Literal["day"] = "day"
    day: date


class TimeValue(Model):
    """A time of day, as 14:30."""

    type: Literal["time"] = "time"
    time: TimeOfDay


Each = Literal["once", "hour", "week", "month", "year"]
Unit = Literal["", "minutes", "hours", "hours-a-week", "days", "weeks", "months", "years"]
"""What is counted; nothing: only the number is said."""


class PenceValue(Model):
    """An amount of money in pence, perhaps up to a larger one, with how often it is paid."""

    type: Literal["pence"] = "pence"
    pence: int = Field(ge=0, le=100_000_000)
    up_to: int | None = Field(default=None, ge=0, le=100_000_000)
    each: Each = "once"
    note: Line = ""


class CountValue(Model):
    """So many of something, perhaps up to more. `quarters` of one more: 37 and 2 are 37.5."""

    type: Literal["count"] = "count"
    number: int = Field(ge=0, le=1_000_000)
    quarters: int = Field(default=0, ge=0, le=3)
    up_to: int | None = Field(default=None, ge=0, le=1_000_000)
    unit: Unit = ""
    note: Line = ""


Weekday = Annotated[int, Field(ge=0, le=6)]
"""Monday is 0."""


class TimesValue(Model):
    """When something is: on one day, or on the same days of every week, or of every few weeks.

    `what` says what it is, where a page has several; it stands in the place of the label.
    """

    type: Literal["times"] = "times"
    what: Line = ""
    day: date | None = None
    days: tuple[Weekday, ...] = Field(default=(), max_length=7)
    every: int = Field(default=1, ge=1, le=8)
    start: TimeOfDay
    end: TimeOfDay | None = None
    note: Line = ""


class CodeValue(Model):
    """A code from a vocabulary of the policy, named `list/code`."""

    type: Literal["code"] = "code"
    list: Code
    code: Code


class CodesValue(Model):
    """Several codes from one vocabulary of the policy."""

    type: Literal["codes"] = "codes"
    list: Code
    codes: tuple[Code, ...] = Field(min_length=1, max_length=20)


Value = Annotated[
    TextValue
    | DayValue
    | TimeValue
    | PenceValue
    | CountValue
    | TimesValue
    | CodeValue
    | CodesValue,
    Field(discriminator="type"),
]


class Heading(Model):
    """A line above what follows."""

    block: Literal["heading"] = "heading"
    text: Words


class Paragraph(Model):
    """A paragraph; `lead` is said first and drawn bold."""

    block: Literal["paragraph"] = "paragraph"
    text: Text
    lead: Line = ""


class Point(Model):
    """One point of a list without order."""

    block: Literal["point"] = "point"
    text: Text


class Step(Model):
    """One numbered step; the number is counted by the screen."""

    block: Literal["step"] = "step"
    text: Text


class Fact(Model):
    """One thing to know, under its label."""

    block: Literal["fact"] = "fact"
    label: Label
    value: Value


class Contact(Model):
    """Somebody to turn to: a role, never a person's name."""

    block: Literal["contact"] = "contact"
    name: Words
    how: Text


class Notice(Model):
    """Something to heed, as loud as it needs to be."""

    block: Literal["notice"] = "notice"
    severity: Literal["information", "attention", "danger"] = "information"
    text: Text


class Link(Model):
    """Another entry; its own title is shown."""

    block: Literal["link"] = "link"
    entry: Code


class Ask(Model):
    """A form that can be asked from here."""

    block: Literal["ask"] = "ask"
    form: Code


class Picture(Model):
    """A picture, whose file is named by the hash of its `length` bytes.

    `width` and `height` are pixels; `alt` says what it shows, `caption` stands below it.
    """

    block: Literal["picture"] = "picture"
    sha256: Sha256
    length: int = Field(ge=1, le=limits.PICTURE_BYTES)
    width: int = Field(ge=1, le=limits.PICTURE_PIXELS)
    height: int = Field(ge=1, le=limits.PICTURE_PIXELS)
    alt: Alt
    caption: Line = ""

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if self.width * self.height > limits.PICTURE_PIXELS:
            raise ValueError("the picture has too many pixels")
        return self

    @property
    def file(self) -> PictureFile:
        """The file, which entries in other languages may name with other words."""
        return PictureFile(self.sha256, self.length, self.width, self.height)


class Recording(Model):
    """A voice that reads what stands before it, in a file named by the hash of its bytes.

    `says`: the title, the summary, or the block right before this one. Nothing of it is seen.
    """

    block: Literal["recording"] = "recording"
    says: Literal["title", "summary", "block"] = "block"
    sha256: Sha256
    length: int = Field(ge=1, le=limits.SOUND_BYTES)
    milliseconds: int = Field(ge=1, le=limits.SOUND_MILLISECONDS)

    @property
    def file(self) -> SoundFile:
        """The file itself."""
        return SoundFile(self.sha256, self.length, self.milliseconds)


Block = Annotated[
    Heading | Paragraph | Point | Step | Fact | Contact | Notice | Link | Ask | Picture | Recording,
    Field(discriminator="block"),
]
