"""Lets somebody in who knows their number and PIN."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.visit.attempts import Attempts
from kiosk.visit.people import People, tidied_number
from kiosk.visit.pins import fits


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is asking. `proven`: a PIN stands behind the number; else somebody only said it."""

    number: str
    proven: bool
    language: str = "en"


@dataclass(frozen=True, slots=True)
class NotYet:
    """Not let in: try again after so many seconds (0: at once). It never says what was wrong."""

    seconds: int


class SignIn:
    """The door. The answer, and how long it takes, are the same for a number nobody knows."""

    def __init__(
        self,
        people: People,
        attempts: Attempts,
        tag: Callable[[str], str],
        check: Callable[[str, str | None], bool] = fits,
    ) -> None:
        self._people = people
        self._attempts = attempts
        self._tag = tag
        self._check = check

    def sign_in(self, typed: str, pin: str) -> SignedIn | NotYet:
        """Look at number and PIN.

        1. While a wait lasts, nothing is looked at. 2. The try is counted as wrong, on the disk.
        3. Number and PIN are compared. 4. If they fit, the count is taken back.
        """
        number = tidied_number(typed) or ""
        tag = self._tag(number)
        wait = self._attempts.wait(tag)
        if wait:
            return NotYet(wait)
        self._attempts.begin(tag)
        person = self._people.known(number)
        if not self._check(pin, person.pin if person else None) or person is None:
            return NotYet(self._attempts.wait(tag))
        self._attempts.right(tag)
        return SignedIn(person.number, proven=True, language=person.language)

    def say_number(self, typed: str) -> SignedIn | None:
        """Take a number without a PIN: for a new arrival, or a PIN that was forgotten.

        Answered in a sealed envelope or in person; it changes nothing by itself.
        """
        number = tidied_number(typed)
        return SignedIn(number, proven=False) if number else None
