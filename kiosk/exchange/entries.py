"""What an entry of the catalogue is, in one language."""

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from kiosk.exchange import limits
from kiosk.exchange.blocks import Block, Picture
from kiosk.exchange.forms import Form
from kiosk.exchange.model import Code, Language, Model, Text, Words


class Kind(StrEnum):
    """What an entry is; each kind has its own picture and its own rules for ageing."""

    SERVICE = "service"
    ORGANISATION = "organisation"
    SESSION = "session"
    VACANCY = "vacancy"
    EMPLOYER = "employer"
    LABOUR_MARKET = "labour-market"
    COURSE = "course"
    HOUSING = "housing"
    GUIDE = "guide"
    MONEY_PRODUCT = "money-product"
    PAYMENT_RULE = "payment-rule"
    LETTER = "letter"
    ENTITLEMENT = "entitlement"
    STORY = "story"
    CONTACT = "contact"
    PLACE = "place"
    DAILY = "daily"
    EVENT = "event"
    NOTICE = "notice"
    TERM = "term"
    EXPLAINER = "explainer"
    FORM = "form"


Sensitivity = Literal["open", "private", "help"]
Nation = Literal["england", "wales"]


class Source(Model):
    """Where the facts come from: a document and its day, or `fictional`."""

    name: Words
    day: date | None = None
    verified: bool = False


class Entry(Model):
    """One entry in one language.

    `id` is the same in every language. `topics` are codes of policy/topics, `stages`,
    `pathways`, `outputs`, `areas` codes of their lists. Days are dates in Europe/London.
    `ages`: what happens after `review_by`: `vanish` (money, law, dates, vacancies) or `sink`.
    """

    id: Code
    kind: Kind
    language: Language
    title: Words
    summary: Text
    blocks: tuple[Block, ...] = Field(max_length=limits.BLOCKS)
    topics: tuple[Code, ...] = ()
    nations: tuple[Nation, ...] = ("england", "wales")
    areas: tuple[Code, ...] = ()
    stages: tuple[Code, ...] = ()
    pathways: tuple[Code, ...] = ()
    outputs: tuple[Code, ...] = ()
    audience: tuple[Code, ...] = ()
    sensitivity: Sensitivity = "open"
    ages: Literal["sink", "vanish"] = "sink"
    valid_from: date | None = None
    valid_to: date | None = None
    checked_on: date
    checked_by: Words
    review_by: date
    owner: Words
    source: Source
    replaced_by: Code | None = None
    synonyms: tuple[Words, ...] = ()
    also: tuple[Code, ...] = Field(default=(), max_length=6)
    removable: bool = True
    easy_read: bool = False
    lawyer_check: bool = False
    machine_made: bool = False
    form: Form | None = None

    @model_validator(mode="after")
    def _days_and_form_fit(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to is before valid_from")
        if self.review_by < self.checked_on:
            raise ValueError("review_by is before checked_on")
        if (self.kind is Kind.FORM) != (self.form is not None):
            raise ValueError("an entry of kind form carries a form; no other kind does")
        if len(self.pictures) > limits.PICTURES:
            raise ValueError("there are too many pictures")
        return self

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the entry, from first to last."""
        return tuple(block for block in self.blocks if isinstance(block, Picture))


class PackHeader(Model):
    """The first line of a pack. `layer` is national, site/<site> or site/<site>/wing-<wing>."""

    format: Literal[1] = 1
    layer: str = Field(pattern=r"^(national|site/[a-z]{3}|site/[a-z]{3}/wing-[a-z0-9]{1,4})$")
    kind: Kind
    language: Language
    part: str = Field(pattern=r"^[0-9a-f]{1,4}$")
