"""The number of a request, short enough to say aloud: K7-4QX-92."""

import re
from collections.abc import Callable

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 signs; 0, O, 1, I and L are left out, so that nobody takes one for another."""
PATTERN = f"[{SIGNS}]{{2}}-[{SIGNS}]{{3}}-[{SIGNS}]{{2}}"
FREE_SIGNS = "".join(sign for sign in SIGNS if sign not in "AEU")
"""The signs of the four random places; without vowels they never spell a word."""
FREE = 4
WEIGHTS = (3, 7, 11, 13, 17, 19)
"""All different modulo 31, so one wrong sign or two swapped ones always show."""
PAIRS = len(SIGNS) ** 2
STRIDE = 401
START = 691
"""Neighbouring kiosks get pairs that look nothing alike; 401 shares no factor with 961."""
SHIFT = 2
"""Added to the check, so that seven equal first signs are no reference."""


def new_reference(kiosk_pair: str, pick: Callable[[int], int]) -> str:
    """Make a reference of a kiosk; `pick(n)` gives a whole number from 0 to n-1.

    It tells nothing of time or order. The caller tries again when it is already in use.
    """
    signs = kiosk_pair + "".join(FREE_SIGNS[pick(len(FREE_SIGNS))] for _ in range(FREE))
    return _written(signs + _check(signs))


def is_reference(text: str) -> bool:
    """Tell whether this is a reference as `new_reference` writes one."""
    if not re.fullmatch(PATTERN, text):
        return False
    signs = text.replace("-", "")
    return _check(signs[:-1]) == signs[-1]


def tidied(text: str) -> str:
    """Bring what somebody typed into the usual writing; it may still be no reference."""
    signs = "".join(sign for sign in text.upper() if sign in SIGNS)
    return _written(signs)


def kiosk_pair(kiosk_id: str) -> str:
    """Give the two signs with which every reference of this kiosk begins.

    Different kiosks of one site have different pairs. Raises ValueError past the last pair.
    """
    number = int(kiosk_id.rpartition("-")[2])
    if not 0 <= number < PAIRS:
        raise ValueError("a site has at most 961 screens")
    first, second = divmod((number * STRIDE + START) % PAIRS, len(SIGNS))
    return SIGNS[first] + SIGNS[second]


def _written(signs: str) -> str:
    return f"{signs[:2]}-{signs[2:5]}-{signs[5:]}"


def _check(signs: str) -> str:
    total = sum(weight * SIGNS.index(sign) for weight, sign in zip(WEIGHTS, signs, strict=True))
    return SIGNS[(total + SHIFT) % len(SIGNS)]
