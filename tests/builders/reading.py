"""Entries and cards for the look-up screens, with everything defaulted."""

from datetime import date

from kiosk.catalogue.cards import Card
from kiosk.exchange.blocks import (
    Ask,
    Block,
    Contact,
    Fact,
    Heading,
    Label,
    Link,
    Notice,
    Paragraph,
    Point,
    Step,
    TextValue,
)
from kiosk.exchange.easy import EasyLine
from kiosk.exchange.entries import Entry, Kind, Source
from kiosk.exchange.kinds.fields import Pay
from kiosk.exchange.kinds.vacancy import Vacancy
from kiosk.exchange.policy import (
    Route,
    SiteProfile,
    Wing,
)

CHECKED = date(2026, 11, 18)


def a_card(
    entry_id: str = "housing-help",
    *,
    title: str = "Housing help in this prison",
    kind: Kind = Kind.SERVICE,
    stale: bool = False,
    language: str = "en",
) -> Card:
    summary = "A housing worker can help you keep your home."
    return Card(entry_id, kind, title, summary, "keep-home", CHECKED, language, stale)


def a_fact(label: Label, text: str) -> Fact:
    return Fact(label=label, value=TextValue(text=text))


HOUSING_FACTS: tuple[Block, ...] = (
    a_fact(Label.WHO, "Anyone. On remand too."),
    a_fact(Label.WHAT_YOU_GET, "A talk, 20 to 40 minutes, one to one. A list of next steps."),
    a_fact(
        Label.WHEN,
        "Tuesday and Thursday, 9:30 to 11:30, room 2. You need an appointment slip."
        " You cannot just turn up.",
    ),
    a_fact(
        Label.WHO_RUNS_IT,
        "Northgate Advice, a charity. It is your choice. Saying no does not count against you.",
    ),
)
EVERY_BLOCK: tuple[Block, ...] = (
    *HOUSING_FACTS,
    Heading(text="What happens in the talk"),
    Step(text="You say what you are worried about. You choose what to tell."),
    Step(text="The worker looks at your letters with you, if you have any."),
    Step(text="You get a list of next steps, and who does each one."),
    Paragraph(lead="Nothing leaves without your yes.", text="The worker asks you first."),
    Heading(text="Good to know"),
    Point(text="You can bring a letter."),
    Point(text="You can ask for an interpreter."),
    Notice(severity="attention", text="A court date this week? Tell an officer today."),
    Contact(name="Housing worker", how="Ask any officer on B wing."),
    Link(entry="rent-help-inside"),
    Ask(form="housing"),
)


def an_entry(
    entry_id: str = "housing-help",
    *,
    title: str = "Housing help in this prison",
    blocks: tuple[Block, ...] = (*HOUSING_FACTS, Ask(form="housing")),
    also: tuple[str, ...] = ("rent-help-inside", "council-help", "things-keys-pet"),
) -> Entry:
    return Entry(
        id=entry_id,
        kind=Kind.SERVICE,
        language="en",
        title=title,
        summary=(
            "A housing worker can help you keep your home, give it up safely, or look for a"
            " place for when you leave. You can ask on your first day."
        ),
        blocks=blocks,
        topics=("keep-home",),
        also=also,
        checked_on=CHECKED,
        checked_by="Housing team leader",
        review_by=date(2027, 5, 18),
        owner="Head of resettlement",
        source=Source(name="fictional"),
    )


EASY_LINES = (
    EasyLine(text="You can keep your home.", icon="house"),
    EasyLine(text="A housing worker can help you.", icon="user-circle"),
    EasyLine(text="You talk for 20 to 40 minutes.", icon="chats-circle"),
    EasyLine(text="You get a list of what to do next.", icon="list-checks"),
    EasyLine(text="It costs nothing.", icon="currency-gbp"),
    EasyLine(text="Ask an officer, or ask on this screen.", icon="hand-palm"),
)
"""The housing page in easy read."""


def a_term(term: str, title: str, summary: str, blocks: tuple[Block, ...] = ()) -> Entry:
    return Entry(
        id=term,
        kind=Kind.TERM,
        language="en",
        title=title,
        summary=summary,
        blocks=blocks,
        checked_on=CHECKED,
        checked_by="Resettlement team",
        review_by=date(2027, 5, 18),
        owner="Resettlement manager",
        source=Source(name="fictional"),
    )


def a_job_entry(**fields: object) -> Entry:
    """A job of 37 hours at £12.66, with everything that a page of it says."""
    about = Vacancy(
        hiring_organization="Long Street Bakers",
        base_salary=Pay(minimum=1_266, unit="hour"),
        weekly_hours="37",
        convictions="each-person",
        valid_through=date(2027, 2, 5),
    )
    job = an_entry("bakery-hand", title="Bakery hand", blocks=(Ask(form="work"),))
    plain = {"kind": Kind.VACANCY, "about": about, "summary": "Mix, shape and pack bread."}
    return job.model_copy(update=plain | fields)


def a_profile() -> SiteProfile:
    route = Route(
        listener_day="Day: ask any officer.",
        listener_night="Night: press your cell bell and ask.",
        phone="Free from your cell phone and wing phone, day and night.",
        chaplain="For anyone, any faith or none. Ask any officer.",
        ill="Tell an officer. Say it is urgent.",
    )
    return SiteProfile(
        site="MVX",
        names={"en": "HMP Marlow Vale"},
        nation="england",
        wings=(Wing(id="B", names={"en": "B wing"}),),
        help={"en": route},
        councils=(),
        rooms=(),
        retention={"en": "12 months"},
        manager={"en": "Ask any officer."},
        collects={"en": "Every working day."},
    )
