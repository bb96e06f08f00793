"""People, forms, stores for the tests of the asking screens: everything has a default."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from kiosk.exchange.forms import Choice, Condition, Consent, Form, Question
from kiosk.exchange.items import Reply
from kiosk.requests.asking import AskingForm
from kiosk.requests.own import OwnRow
from kiosk.requests.progress import Days, Progress, Stage, progress
from kiosk.screens.errand import FormInHand, Promised, SavedRequest, TurnedDown
from kiosk.screens.places import Place
from kiosk.visit.sign_in import NotYet, SignedIn

NUMBER = "A1234BC"
PIN = "4821"


def a_choice(code: str = "yes", text: str = "", **more: Any) -> Choice:
    return Choice(code=code, text=text or code.replace("-", " ").capitalize(), **more)


def a_question(identity: str = "about", *codes: str, **more: Any) -> Question:
    choices = tuple(a_choice(code) for code in codes or ("keep", "rent", "nowhere"))
    return Question(**({"id": identity, "text": "What is it about?", "choices": choices} | more))


def a_consent(identity: str = "tell", **more: Any) -> Question:
    consent = Consent(purpose="refer", agency="The council", version=1)
    return a_question(identity, "yes", "no", optional=True, consent=consent, **more)


def a_form(*questions: Question, **more: Any) -> Form:
    fields: dict[str, Any] = {
        "version": 1,
        "desk": "housing",
        "clock": "standard",
        "short_name": "Housing help",
        "reader": "The housing team",
        "employer": "Northgate Advice, a charity",
        "ask_button": "Ask the housing team",
        "questions": questions or (a_question(), a_question("where", "rented", "owned")),
    }
    return Form(**(fields | more))


def only_if(question: str, *codes: str) -> tuple[Condition, ...]:
    return (Condition(question=question, any_of=codes),)


def promised(**more: date) -> Promised:
    days = {
        "carried": date(2026, 11, 24),
        "read": date(2026, 11, 25),
        "answered": date(2026, 12, 2),
    }
    return Promised(**(days | more))


def a_saved_request(**more: Any) -> SavedRequest:
    fields: dict[str, Any] = {
        "reference": "K7-4QX-92",
        "at": datetime(2026, 11, 22, 10, 42, tzinfo=UTC),
        "promised": promised(),
        "reader": "The housing team",
        "listed": True,
        "proven": True,
    }
    return SavedRequest(**(fields | more))


def progress_to(stage: Stage = Stage.CARRIED, *, late: bool = False) -> Progress:
    """A request of 22 November that has come this far by the 23rd, or by the 10th of December."""
    states = {
        Stage.READ: {"read": date(2026, 11, 25)},
        Stage.ANSWERED: {"read": date(2026, 11, 25), "answered": date(2026, 12, 2)},
        Stage.CLOSED: {"read": date(2026, 11, 25), "closed": date(2026, 12, 3)},
    }
    days = Days(
        asked=date(2026, 11, 22),
        carried=None if stage is Stage.SAVED else date(2026, 11, 24),
        states=states.get(stage, {}),
        carry_by=date(2026, 11, 24),
        read_by=date(2026, 11, 25),
        answer_by=date(2026, 12, 2),
    )
    return progress(days, date(2026, 12, 10) if late else date(2026, 11, 23))


def an_own_request(**more: Any) -> OwnRow:
    so_far = more.get("progress") or progress_to()
    assert isinstance(so_far, Progress)
    fields: dict[str, Any] = {
        "id": "1" * 32,
        "reference": "K7-4QX-92",
        "title": "Housing help",
        "asked": date(2026, 11, 22),
        "progress": so_far,
        "private": False,
        "answer": None,
        "can_withdraw": so_far.can_be_withdrawn,
    }
    return OwnRow(**(fields | more))


def an_answer(**more: Any) -> Reply:
    fields: dict[str, Any] = {
        "request": "1" * 32,
        "reference": "K7-4QX-92",
        "person": NUMBER,
        "title": "Housing help",
        "asked": date(2026, 11, 22),
        "day": date(2026, 11, 26),
        "language": "en",
        "template": "appointment",
        "facts": {"day": "2026-12-02", "time": "14:00", "room": "room 2"},
    }
    return Reply(**(fields | more))


@dataclass
class Guide:
    """Remembers where a presenter wanted to go."""

    went: list[tuple[Place, str]] = field(default_factory=list)
    backs: int = 0

    def to(
        self, place: Place, which: str = "", *, asked_from: str = "", instead: bool = False
    ) -> None:
        self.went.append((place, which))
        self.asked_from, self.instead = asked_from, instead

    def back(self) -> None:
        self.backs += 1


@dataclass
class ShortStores:
    """Stores in memory: one person, one PIN, as many requests as were saved."""

    form: Callable[[str, str], FormInHand] | None = None
    wait: int = 0
    why: TurnedDown | None = None
    full: bool = False
    saved: list[tuple[str, str, bool, str]] = field(default_factory=list)
    new_pins: list[str] = field(default_factory=list)

    def start(self, form: str, language: str) -> FormInHand | None:
        return self.form(form, language) if self.form else None

    def save(
        self, form: FormInHand, asker: SignedIn, *, listed: bool, asked_from: str
    ) -> SavedRequest | TurnedDown:
        if self.full:
            return TurnedDown.NO_ROOM
        self.saved.append((form.name, asker.number, listed, asked_from))
        return a_saved_request(listed=listed, proven=asker.proven)

    def why_not(self, asker: SignedIn, form: Form) -> TurnedDown | None:
        return self.why if form.capped and asker.number else None

    def promise(self, form: Form) -> Promised:
        assert form.clock
        return promised()

    def sign_in(self, number: str, pin: str) -> SignedIn | NotYet:
        if (number, pin) == (NUMBER, PIN):
            return SignedIn(number, proven=True)
        return NotYet(self.wait)

    def ask_new_pin(self, number: str) -> bool:
        if self.full:
            return False
        self.new_pins.append(number)
        return True


@dataclass
class ShortList:
    """Own requests in memory."""

    requests: list[OwnRow] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    full: bool = False

    def of(self, asker: SignedIn) -> tuple[OwnRow, ...]:
        return tuple(self.requests) if asker.number == NUMBER else ()

    def withdraw(self, asker: SignedIn, request: OwnRow) -> bool:
        if self.full or asker.number != NUMBER:
            return False
        self.withdrawn.append(request.id)
        taken = replace(request, can_withdraw=False)
        self.requests = [taken if one.id == request.id else one for one in self.requests]
        return True


class EnglishForm(AskingForm):
    """A form that stands in where the person's language has none."""

    @property
    def in_english(self) -> bool:
        return True


def a_form_in_hand(
    form: Form | None = None, *answers: tuple[str, ...], stands_in: bool = False
) -> AskingForm:
    """A form with its first questions answered by these codes."""
    asking = (EnglishForm if stands_in else AskingForm)(form or a_form())
    for codes in answers:
        for code in codes:
            asking.choose(code)
        asking.go_on()
    return asking
