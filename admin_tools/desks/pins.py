"""A PIN that is hard to guess, kept only as a hash."""

from collections.abc import Callable
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.profiles import RFC_9106_LOW_MEMORY

PIN_DIGITS = 4
"""Digits: easy to keep in mind. The kiosk slows guessing down, and a PIN guards no secret."""

_KEYPAD_LINES = frozenset({"2580", "0852", "1470", "0741", "3690", "0963", "1590", "7530"})
_FEW_SIGNS = 2
_hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def new_pin(number: str, pick: Callable[[int], int]) -> str:
    """Draw PINs until one is not common; `pick(n)` gives a secret random number below n."""
    while True:
        pin = "".join(str(pick(10)) for _ in range(PIN_DIGITS))
        if not is_common(pin, number):
            return pin


def is_common(pin: str, number: str) -> bool:
    """Say whether somebody would try this PIN first, knowing the prison number on the door."""
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return (
        len(set(pin)) <= _FEW_SIGNS
        or steps in ({1}, {-1})
        or pin[:2] in {"19", "20"}
        or pin[:2] == pin[2:]
        or pin in _KEYPAD_LINES
        or pin in number
    )


def hashed(pin: str) -> str:
    """Make the Argon2id hash (RFC 9106, 64 MiB): the only form in which a PIN is kept."""
    return _hasher.hash(pin)
