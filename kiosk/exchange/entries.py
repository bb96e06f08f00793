"""What an entry of the catalogue is, in one language."""

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from kiosk.exchange import limits
from kiosk.exchange.blocks import Block, Picture, Recording
from kiosk.exchange.easy import EasyLine, TermUse
from kiosk.exchange.forms import Form
from kiosk.exchange.kinds.about import FIELDS, About
from kiosk.exchange.kinds.notice import Notice
from kiosk.exchange.model import Code, Language, Model, Short, Text, Words


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


class Entry(Short):
    """One entry in one language.

    `id` is the same in every language. `topics` are codes of policy/topics, `stages`,
    `pathways`, `outputs`, `areas` codes of their lists. Days are dates in Europe/London.
    `ages`: what happens after `believed_until`: `vanish` (money, law, dates, vacancies) or `sink`.
    `sentences`: the ways of being here that it is for (none: all). `replaces`: the entries that
    it stands for now. `languages`: those that it is written in. `easy`: the same in easy read.
    `terms`: the hard words in it that another entry explains.
    `about` holds what is particular to the kind; `blocks` is the page that somebody wrote, and
    `drawn` the whole of it, with the facts from `about` after the first `facts_at` blocks.
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
    sentences: tuple[Code, ...] = ()
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
    replaces: tuple[Code, ...] = ()
    replaced_by: Code | None = None
    languages: tuple[Language, ...] = ()
    synonyms: tuple[Words, ...] = ()
    also: tuple[Code, ...] = Field(default=(), max_length=6)
    removable: bool = True
    easy: tuple[EasyLine, ...] = Field(default=(), max_length=limits.EASY_LINES)
    terms: tuple[TermUse, ...] = Field(default=(), max_length=limits.TERMS)
    lawyer_check: bool = False
    machine_made: bool = False
    about: About | None = None
    facts_at: int = Field(default=0, ge=0)
    form: Form | None = None

    @model_validator(mode="after")
    def _fields_fit(self) -> Self:
        if self.facts_at > len(self.blocks):
            raise ValueError("facts_at is after the last block")
        if self.about is None:
            return self
        if self.about.kind != self.kind.value:
            raise ValueError("the fields are those of another kind")
        if self.about.ends and (self.valid_to is None or self.valid_to > self.about.ends):
            raise ValueError("valid_to is after the last day that the fields say")
        return self

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
        if len(self.recordings) > limits.SOUNDS:
            raise ValueError("there are too many recordings")
        return self

    @property
    def believed_until(self) -> date:
        """The last day on which nobody doubts it: its review; sooner where its kind ages fast."""
        fields = FIELDS.get(self.kind.value)
        if fields is None or fields.believed is None:
            return self.review_by
        return min(self.review_by, self.checked_on + fields.believed)

    def last_day(self, *, national: bool) -> date | None:
        """The last day on which it is shown; None where it has none. Two keys vouch for the nation.

        A notice of a site or wing ends by itself, whatever its author wrote.
        """
        if self.kind is not Kind.NOTICE or national:
            return self.valid_to
        by_itself = (self.valid_from or self.checked_on) + Notice.lasts
        return min(self.valid_to or by_itself, by_itself)

    @property
    def provider(self) -> str | None:
        """The entry of who stands behind it: an organisation or an employer."""
        return self.about.organisation_id if self.about else None

    @property
    def published(self) -> Self:
        """The entry as it leaves the authors' machine."""
        return self.model_copy(update={"about": self.about and self.about.published()})

    @property
    def drawn(self) -> tuple[Block, ...]:
        """Everything that is drawn of the entry, in order: the page with its facts."""
        if self.about is None:
            return self.blocks
        facts = tuple(self.about.blocks())
        return (*self.blocks[: self.facts_at], *facts, *self.blocks[self.facts_at :])

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the entry, from first to last, then those of its easy lines."""
        own = tuple(block for block in self.blocks if isinstance(block, Picture))
        return own + tuple(line.picture for line in self.easy if line.picture)

    @property
    def recordings(self) -> tuple[Recording, ...]:
        """The recordings of the entry, from first to last."""
        return tuple(block for block in self.blocks if isinstance(block, Recording))

    @property
    def media(self) -> tuple[Picture | Recording, ...]:
        """Everything of the entry that lies in a file of its own."""
        return (*self.pictures, *self.recordings)


class PackHeader(Model):
    """The first line of a pack. `layer` is national, site/<site> or site/<site>/wing-<wing>."""

    format: Literal[1] = 1
    layer: str = Field(pattern=r"^(national|site/[a-z]{3}|site/[a-z]{3}/wing-[a-z0-9]{1,4})$")
    kind: Kind
    language: Language
    part: str = Field(pattern=r"^[0-9a-f]{1,4}$")
