"""What the asking screens are drawn with: a form, its answers, requests."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.exchange.forms import Form
from kiosk.requests.asking import AskingForm
from kiosk.requests.progress import Stage as Reached
from kiosk.screens.errand import Errand
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import (
    NUMBER,
    Guide,
    ShortStores,
    a_choice,
    a_consent,
    a_form,
    a_form_in_hand,
    a_question,
    an_answer,
    an_own_request,
    progress_to,
)

ABOUT = a_question(
    pick="any",
    choices=(
        a_choice("keep", "I want to keep my home", icon="house"),
        a_choice("give-up", "Give up my home or pass it on", icon="sign-out"),
        a_choice("arrears", "I owe rent or mortgage", icon="receipt"),
        a_choice("nowhere", "I will have nowhere to live", icon="tent"),
        a_choice("things", "My things, keys or pet", icon="key"),
        a_choice("somebody-in", "Someone else is in my home", icon="user-focus"),
        a_choice("cannot-return", "I cannot go back there", icon="warning-circle"),
        a_choice("in-person", "I will say in person", icon="chat-circle-dots", alone=True),
    ),
)
URGENT = a_question(
    "name",
    text="May we give wing staff your name today?",
    hint="We will not say why.",
    warning="This screen is too slow. Tell wing staff now: I have an urgent date.",
    choices=(
        a_choice("yes", "Yes", icon="check-circle"),
        a_choice("no", "No", icon="x-circle"),
    ),
)
COUNCILS = a_question(
    "council",
    text="Which council should help?",
    hint="A place where you lived, work or have family.",
    choices=tuple(a_choice(f"c{n}", f"Council number {n}", icon="bank") for n in range(24)),
)
CONSENT = a_consent(
    text="May the housing worker send this to that council?",
    choices=(
        a_choice("yes", "Yes", icon="check-circle"),
        a_choice("talk", "Talk to me first", icon="chats-circle"),
        a_choice("no", "No", icon="x-circle"),
    ),
)
FORM = a_form(ABOUT, URGENT, COUNCILS, CONSENT)
LONG = a_form(
    *FORM.questions,
    *(one.model_copy(update={"id": f"{one.id}-2"}) for one in FORM.questions),
    *(one.model_copy(update={"id": f"{one.id}-3"}) for one in FORM.questions[:3]),
)
ANSWERS: tuple[tuple[str, ...], ...] = (("keep", "arrears"), ("yes",), ("c3",), ())
REQUESTS = [
    an_own_request(
        progress=progress_to(Reached.ANSWERED),
        answer=an_answer(
            template="talk-and-read",
            facts={"day": "2026-12-02", "time": "14:00", "room": "room 2", "entry": "bail-address"},
            note="Bring your tenancy with you.",
        ),
    ),
    an_own_request(
        id="2" * 32,
        reference="K7-9FD-M4",
        title="Work and learning",
        progress=progress_to(late=True),
    ),
    an_own_request(
        id="3" * 32,
        reference="K7-22H-8T",
        title="Money help",
        progress=progress_to(Reached.SAVED),
        page_gone=True,
    ),
]


class Open:
    """A screen that nobody has closed, or one that somebody has."""

    def __init__(self, until: datetime | None = None) -> None:
        self.at = until

    def until(self) -> datetime | None:
        return self.at

    def close(self, until: datetime) -> None:
        self.at = until

    def lift(self) -> None:
        self.at = None


@dataclass
class Table:
    """Everything a presenter may need, laid out for one picture."""

    words: Words
    guide: Guide = field(default_factory=Guide)
    form: AskingForm = field(default_factory=lambda: a_form_in_hand(FORM))
    stores: ShortStores = field(default_factory=ShortStores)

    def take(self, form: Form, *answers: tuple[str, ...]) -> None:
        """Take this form in hand; its questions are English, whatever the person reads."""
        self.form = a_form_in_hand(form, *answers, stands_in=self.words.language != "en")

    @property
    def errand(self) -> Errand:
        return Errand(self.stores, SignedIn(NUMBER, proven=True), self.form)
