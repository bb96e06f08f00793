"""A small catalogue for the look-up screens: what its lists hold, and who looks them up."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.catalogue.alike import Alike
from kiosk.catalogue.cards import Card, Group, Shown
from kiosk.catalogue.coming import Coming
from kiosk.catalogue.groups import WHAT, By, Choices, What
from kiosk.catalogue.lists import PAGE, Listed, Piece
from kiosk.catalogue.search import Found
from kiosk.catalogue.traits import Traits
from kiosk.exchange.blocks import (
    Paragraph,
    Point,
)
from kiosk.exchange.dues import Due, From
from kiosk.exchange.easy import TermUse
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.policy import (
    SiteProfile,
    Term,
    Topic,
    TopicGroup,
    Topics,
    Vocabulary,
)
from tests.builders.reading import (
    HOUSING_FACTS,
    a_card,
    a_profile,
    a_term,
    an_entry,
)


def with_terms() -> "SmallCatalogue":
    """A page with two hard words, and who explains them."""
    arrears = a_term("arrears-term", "Arrears", "Money that you should have paid already.")
    tenancy = a_term("tenancy-term", "Tenancy", "Your right to live in a home that you rent.")
    blocks = (
        Paragraph(text="If you have arrears, your tenancy can end. Ask early."),
        Point(text="Bring your tenancy paper, if you have it."),
        *HOUSING_FACTS,
    )
    uses = (
        TermUse(term="arrears-term", words="arrears"),
        TermUse(term="tenancy-term", words="tenancy"),
    )
    page = an_entry(blocks=blocks).model_copy(update={"terms": uses})
    return SmallCatalogue(
        entries={one.id: Shown(one, "en", stale=False) for one in (page, arrears, tenancy)},
        cards=(
            *some_cards(),
            a_card("arrears-term", title="Arrears", kind=Kind.TERM),
            a_card("tenancy-term", title="Tenancy", kind=Kind.TERM),
        ),
    )


GROUPS = (
    ("keep-home", "Keep your home", "house"),
    ("find-home", "Find a place to live", "magnifying-glass"),
    ("give-up-home", "Give up your home safely", "sign-out"),
    ("things-and-pets", "My things, keys or pet", "key"),
    ("nowhere-to-go", "Nowhere to go", "tent"),
)
STAGES = (
    ("first-night", "First night", "moon"),
    ("first-days", "First days", "calendar"),
    ("remand", "Waiting for court", "scales"),
    ("sentence", "During the sentence", "list-checks"),
    ("six-months", "6 months to go", "calendar"),
    ("twelve-weeks", "12 weeks to go", "calendar-check"),
    ("eight-weeks", "8 weeks to go", "calendar-check"),
    ("last-week", "Last week", "calendar-check"),
    ("release-day", "The day you leave", "door-open"),
    ("after-release", "After you leave", "map-trifold"),
)
AREAS = (
    ("northgate", "Northgate", "circle"),
    ("eastbrook", "Eastbrook", "circle"),
    ("hill-towns", "The hill towns", "circle"),
)
NEEDS = (("home", "A place to live", "house"), ("money", "Money, debt and ID", "coins"))
WORK = (("building", "Building and repairs", "hammer"), ("driving", "Driving", "truck"))
VOCABULARIES = {
    "stages": STAGES,
    "areas": AREAS,
    "pathways": NEEDS,
    "occupations": WORK,
    "settled": (("settled", "A settled home", "house"),),
    "accepts": (("single", "Single people", "user"), ("pets", "With a pet", "dog")),
    "convictions": (("each-person", "They ask, and look at each person", "user-check"),),
}
OPTIONS = {By.PLACE: AREAS, By.NEED: NEEDS, By.STAGE: STAGES, By.WORK: WORK}
MISTYPED = {"hoem": "home"}


def some_cards() -> tuple[Card, ...]:
    return (
        a_card(),
        a_card("rent-help-inside", title="Rent help while you are inside", kind=Kind.ENTITLEMENT),
        a_card("council-help", title="How the council should help", kind=Kind.GUIDE),
        a_card("things-keys-pet", title="My things, keys or pet", kind=Kind.GUIDE),
        a_card("home-insurance", title="Tell your home insurance", kind=Kind.GUIDE, stale=True),
        a_card("joint-tenancy", title="A home in two names", kind=Kind.EXPLAINER),
        a_card("rent-arrears", title="You owe rent", kind=Kind.GUIDE),
    )


def a_job(number: int = 0, **fields: object) -> Listed:
    """A job in a list, 37 hours at £12.66 an hour, 12 miles from the area that was chosen."""
    titles = ("Bakery hand", "Garden team", "Warehouse, early shift", "Kitchen porter")
    card = a_card(f"job-{number}", title=titles[number % len(titles)], kind=Kind.VACANCY)
    job = Traits(
        quarters=(37 * 4, 37 * 4),
        week_pence=(46_842, 46_842),
        by_hour=(1_266, 1_266),
        closes=date(2027, 2, 5),
        convictions="each-person",
        firm="Long Street Bakers",
    )
    return replace(Listed(card, job, "northgate", 12 * (number % 2)), **fields)  # type: ignore[arg-type]


def a_due(code: str = "first-talk", **fields: object) -> Due:
    """Something that is due within 24 hours of arrival, on the first night."""
    values: dict[str, object] = {
        "code": code,
        "stage": "first-night",
        "texts": {"en": "Someone asks how you are, and what cannot wait"},
        "number": 24,
        "unit": "hours",
        "counted": From.ARRIVAL,
        "basis": "aim",
        "valid_from": date(2026, 1, 1),
        "source": "fictional",
        "owner": "Head of safety",
    }
    return Due.model_validate(values | fields)


def some_dues() -> tuple[Coming, ...]:
    plan = a_due(
        "first-plan",
        texts={"en": "A plan with you, of what happens next"},
        number=8,
        unit="working-days",
        basis="guidance",
        entry="council-help",
    )
    return Coming(a_due(), date(2026, 11, 23)), Coming(plan, date(2026, 12, 2))


def a_home(number: int = 0) -> Listed:
    """A home in a list."""
    card = a_card(f"home-{number}", title=f"Harbour Row {number + 1}", kind=Kind.HOUSING)
    home = Traits(settled="settled", accepts=("single", "pets", "older"), where="Northgate")
    return Listed(card, home, "northgate", 0)


def some_rows() -> tuple[Listed, ...]:
    return (*map(a_job, range(9)), *map(a_home, range(4)))


@dataclass(slots=True)
class SmallCatalogue:
    """Stands for the catalogue: what it is told it holds, it holds."""

    entries: dict[str, Shown] = field(
        default_factory=lambda: {"housing-help": Shown(an_entry(), "en", stale=False)}
    )
    cards: tuple[Card, ...] = field(default_factory=some_cards)
    form_cards: tuple[Card, ...] = (a_card("housing", title="Housing help", kind=Kind.FORM),)
    site: SiteProfile | None = field(default_factory=a_profile)
    others: dict[str, tuple[Card, ...]] = field(default_factory=dict)
    leading: dict[str, tuple[Alike, ...]] = field(default_factory=dict)
    dues: tuple[Coming, ...] = field(default_factory=some_dues)
    rows: tuple[Listed, ...] = field(default_factory=some_rows)

    def topic(self, tile: str, language: str) -> tuple[Group, ...]:
        del language
        if tile != "place-to-live":
            return ()
        return tuple(Group(code, title, icon, self.cards) for code, title, icon in GROUPS)

    def timeline(self, stage: str, language: str) -> tuple[Card, ...]:
        del language
        return self.cards if stage != "after-release" else ()

    def related(self, entry: Entry, language: str) -> tuple[Card, ...]:
        del language
        return self.others.get(entry.id, ())

    def alike(self, entry: Entry, language: str) -> tuple[Alike, ...]:
        del language
        return self.leading.get(entry.id, ())

    def due(self, stage: str) -> tuple[Coming, ...]:
        return tuple(coming for coming in self.dues if coming.due.stage == stage)

    def forms(self, language: str) -> tuple[Card, ...]:
        del language
        return self.form_cards

    def notices(self, language: str) -> tuple[Card, ...]:
        del language
        return ()

    def about(self, ids: Sequence[str], language: str) -> tuple[Card, ...]:
        del language
        return tuple(card for card_id in ids for card in self.cards if card.id == card_id)

    def entry(self, entry_id: str, language: str) -> Shown | None:
        del language
        return self.entries.get(entry_id)

    def topics(self) -> Topics:
        groups = tuple(
            TopicGroup(code=code, names={"en": title}, icon=icon) for code, title, icon in GROUPS
        )
        return Topics(topics=(Topic(tile="place-to-live", groups=groups),))

    def vocabulary(self, name: str) -> Vocabulary:
        terms = tuple(
            Term(code=code, names={"en": title}, icon=icon)
            for code, title, icon in VOCABULARIES.get(name, ())
        )
        return Vocabulary(name=name, terms=terms)

    def profile(self) -> SiteProfile | None:
        return self.site

    def find(self, text: str, language: str, choices: Choices | None = None) -> Found:
        del language
        what = choices.get(By.WHAT) if choices else ""
        meant = MISTYPED.get(text.lower(), text.lower())
        cards = (card for card in self.cards if meant in card.title.lower())
        found = tuple(card for card in cards if not what or WHAT[card.kind] == what)
        return Found(found, meant if meant != text.lower() else "")

    def listed(self, choices: Choices, language: str, skip: int = 0) -> Piece:
        del language
        rows = tuple(row for row in self.rows if WHAT[row.card.kind] == choices.get(By.WHAT))
        return Piece(rows[skip : skip + PAGE], more=len(rows) > skip + PAGE)

    def options(self, by: By, choices: Choices) -> tuple[str, ...]:
        del choices
        return tuple(What) if by is By.WHAT else tuple(code for code, *_ in OPTIONS.get(by, ()))
