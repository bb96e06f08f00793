"""Makes as many believable entries as a benchmark wants, the same ones every time."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.exchange.blocks import Ask, Block, Heading, Link, Notice, Paragraph, Point, Step
from kiosk.exchange.entries import Entry, Kind, Source
from tests.benchmarks.generate_kinds import fields

KINDS = (
    *[(Kind.VACANCY, 40), (Kind.COURSE, 14), (Kind.SERVICE, 12), (Kind.GUIDE, 10)],
    *[(Kind.HOUSING, 8), (Kind.EMPLOYER, 6), (Kind.TERM, 4), (Kind.SESSION, 3), (Kind.CONTACT, 3)],
)
"""How many of a hundred entries are of each kind."""
TOPICS = {
    Kind.VACANCY: ("work-outside",),
    Kind.COURSE: ("courses", "reading-and-maths"),
    Kind.SERVICE: ("family-help", "debt", "drugs-and-alcohol", "mind"),
    Kind.GUIDE: ("benefits", "before-release", "licence-and-recall", "legal-help"),
    Kind.HOUSING: ("find-home", "nowhere-to-go"),
    Kind.SESSION: ("this-week",),
    Kind.CONTACT: ("who-is-who",),
}
AREAS = ("northgate", "eastbrook", "southmere", "westholt", "hill-towns", "marlow-vale")
PLACES = ("Northgate", "Eastbrook", "Southmere", "Westholt", "Harwick", "Linden Bay", "Thornley")
FIRMS = ("Hollin", "Brightwell", "Castle", "Meadow", "Quayside", "Rook", "Sable", "Tamar", "Vane")
TRADES = (
    *("warehouse worker", "kitchen porter", "bricklayer", "painter", "driver's mate", "cleaner"),
    *("tyre fitter", "groundworker", "baker", "packer", "scaffolder", "welder", "gardener"),
)
SUBJECTS = (
    *("reading", "maths", "food safety", "site safety", "barbering", "first aid", "computers"),
    *("plastering", "money skills", "parenting", "music", "gardening", "cycle repair"),
)
NEEDS = ("rent", "debt", "alcohol", "bereavement", "family", "gambling", "benefits", "anger")
WORDS = (
    "You can ask on your wing",
    "A worker reads what you ask and sees you by appointment",
    "Bring any letters you have",
    "It is your choice and it does not count against you",
    "Ask early, so there is time",
    "The place may be full",
    "Then you go on a list",
    "You get a slip with a day and a room",
    "Someone can read this to you",
    "Tell the worker if you need no steps or a quiet room",
)
CHECKED = date(2026, 11, 1)
WELSH = 3
"""One entry in so many is there in Welsh too."""


def entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """Make `count` entries with about 2 kB each; those in Welsh come beside and count too."""
    made = number = 0
    while made < count:
        dice = random.Random(f"{seed}/{number}")
        entry = _entry(dice, number)
        yield entry
        made += 1
        if number % WELSH == 0 and made < count:
            yield entry.model_copy(update={"language": "cy", "title": f"{entry.title} (cy)"})
            made += 1
        number += 1


def _entry(dice: random.Random, number: int) -> Entry:
    kind = dice.choices([k for k, _ in KINDS], [share for _, share in KINDS])[0]
    place, firm = dice.choice(PLACES), dice.choice(FIRMS)
    title = _title(dice, kind, place, firm)
    checked = CHECKED - timedelta(days=dice.randrange(60))
    topics = TOPICS.get(kind, ())
    about = fields(dice, kind, place, firm, CHECKED + timedelta(days=400))
    return Entry(
        id=f"{kind.value}-{number:05}",
        kind=kind,
        language="en",
        title=title,
        summary=f"{title}. {_sentences(dice, 2)}",
        blocks=tuple(_blocks(dice, kind)),
        topics=(dice.choice(topics),) if topics else (),
        areas=(dice.choice(AREAS),),
        stages=("twelve-weeks",) if kind is Kind.VACANCY else (),
        pathways=("work",) if kind in (Kind.VACANCY, Kind.COURSE) else ("home",),
        ages="vanish" if kind is Kind.VACANCY else "sink",
        valid_to=about.ends,
        checked_on=checked,
        checked_by="Employment lead",
        review_by=checked + timedelta(days=400),
        owner="Benchmark",
        source=Source(name="fictional"),
        synonyms=tuple(dice.sample(NEEDS, 2)),
        about=about,
    )


def _title(dice: random.Random, kind: Kind, place: str, firm: str) -> str:
    titles = {
        Kind.VACANCY: f"{dice.choice(TRADES).capitalize()} at {firm} in {place}",
        Kind.COURSE: f"Learn {dice.choice(SUBJECTS)} with {firm} College",
        Kind.SERVICE: f"{firm} Advice: help with {dice.choice(NEEDS)}",
        Kind.GUIDE: f"What to know about {dice.choice(NEEDS)} in {place}",
        Kind.HOUSING: f"{firm} House, rooms in {place}",
        Kind.EMPLOYER: f"{firm} {dice.choice(TRADES).split()[0].capitalize()} Ltd, {place}",
        Kind.SESSION: f"{dice.choice(SUBJECTS).capitalize()} group this week",
        Kind.CONTACT: f"Who to ask about {dice.choice(NEEDS)}",
        Kind.TERM: f"What {dice.choice(NEEDS)} means",
    }
    return titles[kind]


def _blocks(dice: random.Random, kind: Kind) -> Iterator[Block]:
    yield Heading(text="What happens")
    for _ in range(dice.randrange(2, 5)):
        yield Step(text=_sentences(dice, 1))
    yield Paragraph(lead="Good to know.", text=_sentences(dice, 4))
    for _ in range(dice.randrange(1, 4)):
        yield Point(text=_sentences(dice, 1))
    yield Notice(severity="attention", text=_sentences(dice, 2))
    yield Link(entry=f"{kind.value}-00000")
    yield Ask(form="work" if kind in (Kind.VACANCY, Kind.COURSE) else "housing")


def _sentences(dice: random.Random, count: int) -> str:
    return ". ".join(dice.sample(WORDS, count)) + "."
