"""Asks once a visit who is asking."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.screens.errand import Asker, Errand
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "1234567890"
SHAPE = (LETTERS, DIGITS, DIGITS, DIGITS, DIGITS, LETTERS, LETTERS)
"""What may stand in each place of a prison number: A1234BC."""
SHORTEST_PIN, LONGEST_PIN = 4, 8
MINUTE = 60
"""Seconds: from here on the wait is said in minutes."""


class Step(StrEnum):
    """Where the person is."""

    NUMBER = "number"
    PIN = "pin"
    NO_PIN = "no-pin"
    FORGOT = "forgot"
    NEW_PIN = "new-pin"
    NO_NEW_PIN = "no-new-pin"


@dataclass(frozen=True, slots=True)
class Key:
    """One key; a key that cannot come next is dim and does nothing."""

    sign: str
    live: bool = True


@dataclass(frozen=True, slots=True)
class SignInState:
    """One step of signing in. The PIN itself is never in here, only a dot for each sign."""

    step: Step
    back: str
    title: str
    hint: str = ""
    shown: str = ""
    error: str = ""
    letters: tuple[Key, ...] = ()
    digits: tuple[Key, ...] = ()
    rub_out: str = ""
    carry_on: str = ""
    ready: bool = False
    no_pin: str = ""
    forgot: str = ""
    lines: tuple[str, ...] = ()


class SignInPresenter(Presenter[SignInState]):
    """Takes a prison number, then a PIN or the way without one.

    `form` is the form to go on with; without one it leads to My requests.
    """

    def __init__(
        self, words: Words, errand: Errand, form: str, go_to: GoTo, go_back: GoBack
    ) -> None:
        super().__init__(words)
        self._errand = errand
        self._form = form
        self._go_to = go_to
        self._go_back = go_back
        self._step = Step.NUMBER
        self._number = ""
        self._pin = ""
        self._error = ""
        self._new_pin_asked = False

    def press(self, sign: str) -> None:
        """Touch one key."""
        if self._step is Step.NUMBER and sign in self._may_come():
            self._number += sign
        elif self._step is Step.PIN and sign in DIGITS and len(self._pin) < LONGEST_PIN:
            self._pin += sign
        self._error = ""
        self._changed()

    def rub_out(self) -> None:
        """Take the last sign away."""
        if self._step is Step.NUMBER:
            self._number = self._number[:-1]
        else:
            self._pin = self._pin[:-1]
        self._error = ""
        self._changed()

    def carry_on(self) -> None:
        """Continue: to the PIN, through the door, or to the reason why not."""
        match self._step:
            case Step.NUMBER:
                self._after_number()
            case Step.PIN:
                self._knock()
            case Step.FORGOT:
                self._ask_new_pin()
            case _:
                self._without_pin()

    def no_pin(self) -> None:
        """Ask without a PIN: say first how the answer will come."""
        self._turn_to(Step.NO_PIN)

    def forgot(self) -> None:
        """Offer to ask the office for a new PIN."""
        self._turn_to(Step.NEW_PIN if self._new_pin_asked else Step.FORGOT)

    def back(self) -> None:
        """One step back; from the number to where the person came from."""
        match self._step:
            case Step.NUMBER:
                self._go_back()
            case Step.PIN:
                self._turn_to(Step.NUMBER)
            case _:
                self._turn_to(Step.PIN if self._needs_pin() else Step.NUMBER)

    def _after_number(self) -> None:
        if len(self._number) < len(SHAPE):
            self._error = self._words(
                "Your number has 7 signs, like A1234BC. It is on your ID card."
            )
            self._changed()
        else:
            self._turn_to(Step.PIN if self._needs_pin() else Step.NO_PIN)

    def _knock(self) -> None:
        if len(self._pin) < SHORTEST_PIN:
            self._error = self._words("Put in all of your PIN first.")
            self._changed()
            return
        answer = self._errand.stores.sign_in(self._number, self._pin)
        self._pin = ""
        if isinstance(answer, Asker):
            self._let_in(answer)
        else:
            self._error = self._turned_away(answer)
            self._changed()

    def _ask_new_pin(self) -> None:
        self._new_pin_asked = self._errand.stores.ask_new_pin(self._number)
        self._turn_to(Step.NEW_PIN if self._new_pin_asked else Step.NO_NEW_PIN)

    def _without_pin(self) -> None:
        if self._form:
            self._let_in(Asker(self._number, proven=False))
        else:
            self._go_to(Place.HOME)

    def _let_in(self, asker: Asker) -> None:
        self._errand.asker = asker
        if self._form:
            self._go_to(Place.QUESTION, self._form, instead=True)
        else:
            self._go_to(Place.MY_REQUESTS, instead=True)

    def _turn_to(self, step: Step) -> None:
        self._step, self._pin, self._error = step, "", ""
        self._changed()

    def _needs_pin(self) -> bool:
        form = self._errand.in_hand
        return not self._form or form is None or form.form.needs_pin

    def _may_come(self) -> str:
        return SHAPE[len(self._number)] if len(self._number) < len(SHAPE) else ""

    def _make(self) -> SignInState:
        match self._step:
            case Step.NUMBER:
                return self._number_page()
            case Step.PIN:
                return self._pin_page()
            case _:
                return self._told_page()

    def _number_page(self) -> SignInState:
        words, may_come = self._words, self._may_come()
        return SignInState(
            step=Step.NUMBER,
            back=words("Back"),
            title=words("What is your prison number?"),
            hint=words("It looks like A1234BC. It is on your ID card."),
            shown=self._number,
            error=self._error,
            letters=tuple(Key(sign, live=sign in may_come) for sign in LETTERS),
            digits=tuple(Key(sign, live=sign in may_come) for sign in DIGITS),
            rub_out=words("Rub out"),
            carry_on=words("Continue"),
            ready=len(self._number) == len(SHAPE),
        )

    def _pin_page(self) -> SignInState:
        words = self._words
        return SignInState(
            step=Step.PIN,
            back=words("Back"),
            title=words("What is your PIN?"),
            hint=words("It is on the slip that staff gave you. Do not show it to anyone."),
            shown="●" * len(self._pin),
            error=self._error,
            digits=tuple(Key(sign) for sign in DIGITS),
            rub_out=words("Rub out"),
            carry_on=words("Continue"),
            ready=len(self._pin) >= SHORTEST_PIN,
            no_pin=words("I have no PIN"),
            forgot=words("I forgot my PIN"),
        )

    def _told_page(self) -> SignInState:
        words = self._words
        title, lines, carry_on = self._told()
        return SignInState(
            step=self._step,
            back=words("Back"),
            title=title,
            lines=lines,
            carry_on=carry_on,
            ready=True,
        )

    def _told(self) -> tuple[str, tuple[str, ...], str]:
        words = self._words
        if self._step is Step.FORGOT:
            return (
                words("A new PIN"),
                (
                    words("We can ask the office for a new PIN."),
                    words("Staff give it to you in person. It never comes on this screen."),
                ),
                words("Ask for a new PIN"),
            )
        if self._step is Step.NEW_PIN:
            return (
                words("A new PIN is asked for"),
                (
                    words("Staff give it to you in person, after the stick has been taken."),
                    *self._how_it_comes(),
                ),
                self._go_on_words(),
            )
        if self._step is Step.NO_NEW_PIN:
            return (
                words("This screen is full"),
                (words("Ask an officer for a new PIN."), *self._how_it_comes()),
                self._go_on_words(),
            )
        return words("Without a PIN"), self._how_it_comes(), self._go_on_words()

    def _how_it_comes(self) -> tuple[str, ...]:
        words = self._words
        if not self._form:
            return (
                words("You need your PIN to see your requests here."),
                words(
                    "What you asked without a PIN is answered in a sealed envelope, or in person."
                ),
            )
        return (
            words("You can ask now without a PIN."),
            words("Your answer comes in a sealed envelope, or in person."),
            words("Staff first check in private that it was you who asked."),
        )

    def _go_on_words(self) -> str:
        words = self._words
        return words("Carry on without a PIN") if self._form else words("Go to the start")

    def _turned_away(self, seconds: float) -> str:
        words = self._words
        if seconds <= 0:
            return words("That number and PIN do not fit together. You can try again now.")
        if seconds < MINUTE:
            return words(
                "That number and PIN do not fit together. Try again in {seconds} seconds.",
                seconds=max(1, round(seconds)),
            )
        return words.plural(
            "That number and PIN do not fit together. Try again in {n} minute.",
            "That number and PIN do not fit together. Try again in {n} minutes.",
            -(-int(seconds) // MINUTE),
        )
