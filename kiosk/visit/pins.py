"""Checks a PIN against the hash that the office made of it."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from argon2.profiles import RFC_9106_LOW_MEMORY

NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$c2lnbnBvc3Qtbm9ib2R5IQ$"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
"""A hash that no PIN fits: an unknown number costs the same time as a wrong PIN."""

_HASHER = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def fits(pin: str, hashed: str | None) -> bool:
    """Whether this PIN made this hash; always as slow, whether there is a hash or not."""
    try:
        _HASHER.verify(hashed or NOBODY, pin)
    except (Argon2Error, InvalidHashError):
        return False
    return hashed is not None
