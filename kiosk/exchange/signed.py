"""Vouched-for bytes turned into one of our values."""

import json
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiosk.exchange import canonical, envelope
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.model import Model
from kiosk.exchange.refusals import Refusal, Refused

T = TypeVar("T", bound=Model)

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One kind of signed file: its type, model, greatest size, and the names of what goes wrong."""

    payload_type: str
    model: type[T]
    max_bytes: int
    broken: Refusal
    forged: Refusal
    too_big: Refusal

    def write(self, value: T, key: SigningKey) -> bytes:
        """Sign a value as a file."""
        return envelope.sign(canonical.dump(value), self.payload_type, key)

    def payload(self, data: bytes, publics: tuple[str, ...], **facts: str | int) -> bytes:
        """Give the signed bytes, or raise Refused by this kind's own names."""
        names = {
            Refusal.SIGNED_FILE_BROKEN: self.broken,
            Refusal.SIGNATURE_WRONG: self.forged,
            Refusal.FILE_TOO_BIG: self.too_big,
        }
        try:
            return envelope.opened(data, self.payload_type, publics, self.max_bytes)
        except Refused as refused:
            raise Refused(names[refused.code], **facts) from refused

    def read(self, payload: bytes, **facts: str | int) -> T:
        """Read the value in bytes that are already vouched for, or raise Refused."""
        try:
            return canonical.read_as(self.model, payload, self.max_bytes)
        except ValueError as error:
            code = Refusal.NEWER_PROGRAM_NEEDED if newer(payload) else self.broken
            raise Refused(code, **facts) from error


def newer(payload: bytes) -> bool:
    """Tell whether these vouched-for bytes say that they need a newer program."""
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        return False
    number = value.get("format") if isinstance(value, dict) else None
    return isinstance(number, int) and number > FORMAT
