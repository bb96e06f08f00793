"""The vocabularies that come with the content: stages, desks, clocks, calendars, templates."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kiosk.exchange.blocks import TimeOfDay
from kiosk.exchange.model import Code, Language, Model, PublicKey, SiteId, Text, WingId, Words

Names = dict[Language, Words]
"""A name in each language; English is always there."""
Texts = dict[Language, Text]


class Term(Model):
    """One code of a vocabulary. `maps_to`: codes of other lists (`pathways-7/2`)."""

    code: Code
    names: Names
    icon: Code = "circle"
    maps_to: tuple[str, ...] = ()


class Vocabulary(Model):
    """policy/<name>.json for each of VOCABULARIES."""

    format: Literal[1] = 1
    name: Code
    terms: tuple[Term, ...]


class OthersList(Model):
    """A list that others count by, in their words: where `Term.maps_to` leads."""

    name: Code
    source: Words
    terms: dict[Code, Words]


class Crosswalks(Model):
    """The file policy/crosswalks.json: never on a screen, for reports and exchange."""

    format: Literal[1] = 1
    lists: tuple[OthersList, ...]

    @property
    def codes(self) -> frozenset[str]:
        """Every code of every list, as `list/code`."""
        return frozenset(f"{one.name}/{code}" for one in self.lists for code in one.terms)


VOCABULARIES = (
    *("stages", "sentences", "pathways", "areas", "councils", "audience", "outputs"),
    *("occupations", "sectors", "work-patterns", "contracts", "convictions", "job-limits"),
    *("ways", "settings", "housing-types", "settled", "accepts", "levels", "remarks"),
    *("organisation-types", "demand", "money-products", "letter-readers", "counted-from"),
    *("basis", "daily"),
)
"""Every list of codes that comes with the content."""


class TopicGroup(Model):
    """A heading inside a home tile; entries name it in `topics`."""

    code: Code
    names: Names
    icon: Code = "circle"


class Topic(Model):
    """One home tile with its groups. The tile's own words are the interface's."""

    tile: Code
    groups: tuple[TopicGroup, ...]


class Topics(Model):
    """The file policy/topics.json."""

    format: Literal[1] = 1
    topics: tuple[Topic, ...]


class Desk(Model):
    """Who answers. `notes`: may add a note of 300 characters. `private`: template codes only."""

    code: Code
    names: Names
    worker: Names
    private: bool = False
    notes: bool = True


class Desks(Model):
    """The file policy/desks.json."""

    format: Literal[1] = 1
    desks: tuple[Desk, ...]


class Clock(Model):
    """A promise, in working days: carried, read, answered. An aim of this prison, not a law."""

    code: Code
    carried: int = Field(ge=0, le=30)
    read: int = Field(ge=0, le=30)
    answered: int = Field(ge=0, le=60)
    valid_from: date
    valid_to: date | None = None
    basis: Literal["aim", "mandatory", "guidance"] = "aim"
    source: Words
    owner: Words


class Clocks(Model):
    """The file policy/clocks.json."""

    format: Literal[1] = 1
    clocks: tuple[Clock, ...]


class Calendar(Model):
    """policy/calendar.json: bank holidays of England and Wales, and the last day known."""

    format: Literal[1] = 1
    holidays: tuple[date, ...]
    known_to: date
    source: Words


class FactSlot(Model):
    """One fact that a reply must fill."""

    name: Code
    type: Literal["day", "time", "room", "entry"]


class Template(Model):
    """A reply. `texts` hold {name} for each slot. `neutral`: may be used by private desks."""

    code: Code
    desks: tuple[Code, ...]
    texts: Texts
    slots: tuple[FactSlot, ...] = ()
    state: Literal["read", "booked", "answered", "passed-on", "closed"] = "answered"
    neutral: bool = False


class Templates(Model):
    """The file policy/templates.json."""

    format: Literal[1] = 1
    templates: tuple[Template, ...]


class Route(Model):
    """How to reach help in one language: compulsory for every site."""

    listener_day: Words
    listener_night: Words
    phone: Words
    chaplain: Words
    ill: Words


class Wing(Model):
    """One wing with its name."""

    id: WingId
    names: Names


class Session(Model):
    """A fixed time of the week: unlock, gym, library. Days are 0 (Monday) to 6."""

    what: Names
    days: tuple[Annotated[int, Field(ge=0, le=6)], ...]
    start: TimeOfDay
    end: TimeOfDay
    where: Names
    wings: tuple[WingId, ...] = ()


class Establishment(Model):
    """What kind of prison it is: for reports, and for what is written in its place.

    `areas` are where most people go from here, nearest first. `partner_bank` is the id of a
    money product. `owner` is the role that keeps this right.
    """

    category: Literal["a", "b", "c", "d", "local", "open", "closed"]
    holds: tuple[Literal["men", "women", "young-adults"], ...]
    run_by: Literal["public", "contracted"] = "public"
    resettlement: bool = False
    places: int = Field(default=0, ge=0, le=5_000)
    areas: tuple[Code, ...] = Field(default=(), max_length=12)
    partner_bank: Code | None = None
    owner: Words


class SiteProfile(Model):
    """site/<site>/profile.json: what is particular to one prison."""

    format: Literal[1] = 1
    site: SiteId
    names: Names
    nation: Literal["england", "wales"]
    wings: tuple[Wing, ...]
    help: dict[Language, Route]
    councils: tuple[Code, ...] = Field(max_length=8)
    employers: dict[Code, Words] = Field(default_factory=dict)
    rooms: tuple[Words, ...]
    retention: Names
    manager: Names
    collects: Names
    sessions: tuple[Session, ...] = ()
    printer: bool = False
    """Whether staff print pages that somebody put aside."""
    establishment: Establishment | None = None


class TrustList(Model):
    """trust/<site>.json: the public keys of a site, each 32 bytes in hex."""

    format: Literal[1] = 1
    site: SiteId
    office: PublicKey
    collecting: PublicKey
    recovery: PublicKey
    desks: dict[Code, PublicKey]


class Withdrawn(Model):
    """One line of withdrawn/list.jsonl."""

    id: Code
    day: date
    reason: Literal["wrong", "ended", "unsafe", "replaced"]
