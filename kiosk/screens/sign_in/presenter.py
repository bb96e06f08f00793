"""Asks once a visit who is asking."""

from dataclasses import dataclass

from kiosk.screens.errand import Errand
from kiosk.screens.parts.shapes import ButtonItem, LineItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.sign_in.telling import Step, carry_on_of, lines_of, title_of
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "1234567890"
SHAPE = (LETTERS, DIGITS, DIGITS, DIGITS, DIGITS, LETTERS, LETTERS)
"""What may stand in each place of a prison number: A1234BC."""
SHORTEST_PIN, LONGEST_PIN = 4, 8
LETTERS_ACROSS, TALL_LETTERS_ACROSS, DIGITS_ACROSS = 10, 7, 5
MINUTE = 60
"""Seconds: from here on the wait is said in minutes."""


@dataclass(frozen=True, slots=True)
class SignInState:
    """One step of signing in; the PIN itself is never in here, only a dot for each sign."""

    step: Step = Step.NUMBER
    back: str = ""
    title: str = ""
    hint: str = ""
    shown: str = ""
    error: str = ""
    waiting: bool = False
    checking: bool = False
    keys: tuple[ButtonItem, ...] = ()
    across: int = 10
    tall_across: int = 7
    pad: bool = False
    rub_out: str = ""
    carry_on: str = ""
    ready: bool = False
    no_pin: str = ""
    forgot: str = ""
    lines: tuple[LineItem, ...] = ()


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
        self._wait = 0
        self._checking = self._new_pin_asked = False

    def press(self, sign: str) -> None:
        """Touch one key."""
        if self._step is Step.NUMBER and sign in self._may_come():
            self._number += sign
        elif self._step is Step.PIN and sign in DIGITS and self._takes_more():
            self._pin += sign
        self._error = self._turned_away(self._wait) if self._wait else ""
        self._changed()

    def second_passed(self) -> None:
        """Count the wait down; at its end say that it is over."""
        if self._wait > 0:
            self._wait -= 1
            self._error = self._turned_away(self._wait) if self._wait else ""
            self._changed()

    def rub_out(self) -> None:
        """Take the last sign away."""
        if self._step is Step.NUMBER:
            self._number = self._number[:-1]
        else:
            self._pin, self._checking = self._pin[:-1], False
        self._error = self._turned_away(self._wait) if self._wait else ""
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
                "Your number has 7 letters and numbers, like A1234BC. It is on your ID card."
            )
            self._changed()
        else:
            self._turn_to(Step.PIN if self._needs_pin() else Step.NO_PIN)

    def _knock(self) -> None:
        if len(self._pin) < SHORTEST_PIN:
            self._error = self._words("Put in all of your PIN first.")
        else:
            self._checking = True
        self._changed()

    def check(self) -> None:
        """Try number and PIN. It takes a fifth of a second, so the screen first shows it is on."""
        if not self._checking:
            return
        self._checking = False
        answer = self._errand.stores.sign_in(self._number, self._pin)
        self._pin = ""
        if isinstance(answer, SignedIn):
            self._let_in(answer)
        else:
            self._wait = answer.seconds
            self._error = self._turned_away(answer.seconds)
            self._changed()

    def _ask_new_pin(self) -> None:
        self._new_pin_asked = self._errand.stores.ask_new_pin(self._number)
        self._turn_to(Step.NEW_PIN if self._new_pin_asked else Step.NO_NEW_PIN)

    def _without_pin(self) -> None:
        if self._form:
            self._let_in(SignedIn(self._number, proven=False))
        else:
            self._go_to(Place.HOME)

    def _let_in(self, asker: SignedIn) -> None:
        self._errand.asker = asker
        if self._form:
            self._go_to(Place.QUESTION, self._form, instead=True)
        else:
            self._go_to(Place.MY_REQUESTS, instead=True)

    def _turn_to(self, step: Step) -> None:
        self._step, self._pin, self._error, self._wait = step, "", "", 0
        self._changed()

    def _needs_pin(self) -> bool:
        form = self._errand.in_hand
        return not self._form or form is None or form.form.needs_pin

    def _takes_more(self) -> bool:
        return len(self._pin) < LONGEST_PIN and not self._checking

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
        words, ready = self._words, len(self._number) == len(SHAPE)
        signs = self._may_come() or LETTERS
        letters = signs == LETTERS
        return SignInState(
            step=Step.NUMBER,
            back=words("Back"),
            title=words("Your prison number"),
            hint=words("It looks like A1234BC. It is on your ID card."),
            shown=self._number,
            error=self._error,
            across=LETTERS_ACROSS if letters else DIGITS_ACROSS,
            tall_across=TALL_LETTERS_ACROSS if letters else DIGITS_ACROSS,
            keys=tuple(ButtonItem(sign, sign, live=not ready, slim=True) for sign in signs),
            rub_out=words("Rub out"),
            carry_on=words("Continue"),
            ready=ready,
        )

    def _pin_page(self) -> SignInState:
        words = self._words
        return SignInState(
            step=Step.PIN,
            back=words("Back"),
            title=words("Your PIN"),
            hint=words("It is on the slip that staff gave you. Do not show it to anyone."),
            shown="●" * len(self._pin),
            error=self._error,
            waiting=self._wait > 0,
            pad=True,
            rub_out=words("Rub out"),
            carry_on=words("Continue"),
            checking=self._checking,
            ready=len(self._pin) >= SHORTEST_PIN and not self._checking,
            no_pin=words("I have no PIN"),
            forgot=words("I forgot my PIN"),
        )

    def _told_page(self) -> SignInState:
        words = self._words
        return SignInState(
            step=self._step,
            back=words("Back"),
            title=title_of(self._step, words),
            lines=lines_of(self._step, words, to_ask=bool(self._form)),
            carry_on=carry_on_of(self._step, words, to_ask=bool(self._form)),
            ready=True,
        )

    def _turned_away(self, seconds: int) -> str:
        words = self._words
        if seconds <= 0:
            return words("That number and PIN do not fit together. You can try again now.")
        if seconds < MINUTE:
            return words.plural(
                "That number and PIN do not fit together. Try again in {n} second.",
                "That number and PIN do not fit together. Try again in {n} seconds.",
                seconds,
            )
        return words.plural(
            "That number and PIN do not fit together. Try again in {n} minute.",
            "That number and PIN do not fit together. Try again in {n} minutes.",
            -(-seconds // MINUTE),
        )
