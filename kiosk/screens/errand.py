"""What one visit has in hand: who is asking, which form, what was saved."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from kiosk.exchange.forms import Form, Question
from kiosk.visit.sign_in import NotYet, SignedIn


@dataclass(frozen=True, slots=True)
class Promised:
    """The days that this prison aims for."""

    carried: date
    read: date
    answered: date


@dataclass(frozen=True, slots=True)
class SavedRequest:
    """What the confirmation says about a request that was just saved."""

    reference: str
    at: datetime
    promised: Promised
    reader: str
    listed: bool
    proven: bool


class TurnedDown(StrEnum):
    """Why a request cannot be saved now."""

    FIVE_TODAY = "five-today"
    NO_ROOM = "no-room"
    NOT_SAVED = "not-saved"


class FormInHand(Protocol):
    """One form being answered: which question now, what was chosen."""

    @property
    def in_english(self) -> bool:
        """Whether English stands in for the person's language."""

    @property
    def name(self) -> str:
        """The short name of the form, in the person's language."""

    @property
    def form(self) -> Form:
        """The form itself, in the person's language."""

    @property
    def question(self) -> Question | None:
        """The question to show now; None when all are done."""

    def asked(self) -> tuple[Question, ...]:
        """Every question that these answers lead to, in order."""

    def chosen(self, question: str) -> tuple[str, ...]:
        """Give the codes chosen for a question."""

    def choose(self, code: str) -> None:
        """Choose, or take away again, one answer to the question now."""

    def can_go_on(self) -> bool:
        """Whether the question now is answered, or may be left blank."""

    def go_on(self) -> None:
        """Go to the next question that has to be asked."""

    def back(self) -> bool:
        """Go to the question before; False when this is the first."""

    def change(self, question: str) -> None:
        """Open one question again; Continue then leads back to the check."""


class Stores(Protocol):
    """What the asking screens need from the rooms below."""

    def start(self, form: str, language: str) -> FormInHand | None:
        """Take a form in hand; None when it cannot be asked with today."""

    def save(
        self, form: FormInHand, asker: SignedIn, *, listed: bool, asked_from: str
    ) -> SavedRequest | TurnedDown:
        """Save the request once, in one commit."""

    def why_not(self, asker: SignedIn, form: Form) -> TurnedDown | None:
        """Say why this person cannot ask with this form now, if so."""

    def promise(self, form: Form) -> Promised:
        """Count the days that a request saved now would be promised."""

    def sign_in(self, number: str, pin: str) -> SignedIn | NotYet:
        """Let somebody in, or say how long until the next try."""

    def ask_new_pin(self, number: str) -> bool:
        """Ask the office for a new PIN for this number; False when there is no room."""


@dataclass(slots=True)
class Errand:
    """Lives as long as one visit. A new visit gets a new one, so nothing is handed on."""

    stores: Stores
    asker: SignedIn | None = None
    in_hand: FormInHand | None = None
    asked_from: str = ""
    saved: SavedRequest | None = None
    form_id: str = ""

    def take(self, form: str, language: str, asked_from: str = "") -> bool:
        """Take a form in hand; False when it cannot be asked with today."""
        self.in_hand = self.stores.start(form, language)
        self.form_id, self.asked_from = form, asked_from
        return self.in_hand is not None

    def say_in(self, language: str) -> None:
        """Take the same form in another language, with the same answers."""
        old = self.in_hand
        new = self.stores.start(self.form_id, language) if old is not None else None
        if old is not None and new is not None:
            self.in_hand = _answered_alike(new, old)

    def is_known(self) -> bool:
        """Whether somebody has said in this visit who they are."""
        return self.asker is not None

    def turned_down(self) -> TurnedDown | None:
        """Why the person cannot ask now, if so."""
        if self.asker is None or self.in_hand is None:
            return None
        return self.stores.why_not(self.asker, self.in_hand.form)


def _answered_alike(new: FormInHand, old: FormInHand) -> FormInHand:
    """Answer the new form as the old one, as far as the old one has come."""
    now = old.question.id if old.question is not None else None
    while new.question is not None and new.question.id != now:
        for code in old.chosen(new.question.id):
            new.choose(code)
        if not new.can_go_on():
            break
        new.go_on()
    if new.question is not None:
        for code in old.chosen(new.question.id):
            new.choose(code)
    return new
