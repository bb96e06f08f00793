"""How bytes and instants stand inside JSON."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, PlainSerializer, TypeAdapter

_DECODER = TypeAdapter(
    bytes, config=ConfigDict(strict=True, val_json_bytes="base64", hide_input_in_errors=True)
)
_NOT_OURS = (b"-", b"_", b"\\", b'"')


def to_base64(data: bytes) -> str:
    """Write bytes in standard base64."""
    return base64.b64encode(data).decode()


def from_base64(text: str) -> bytes:
    """Read standard base64 in its one spelling, or raise ValueError.

    pydantic's own decoder takes a third of the time of Python's and refuses stray signs and
    bits by itself; what it would let through, other alphabets and missing padding, goes before.
    """
    return from_quoted(b'"%b"' % text.encode())


def from_quoted(raw: bytes) -> bytes:
    """The same of a JSON string with its quotes, as it stands in a file: no copy of a long one."""
    end = len(raw) - 1
    if end % 4 != 1 or any(raw.find(sign, 1, end) >= 0 for sign in _NOT_OURS):
        raise ValueError("base64 in another spelling")
    return _DECODER.validate_json(raw)


def _from_json(value: object) -> object:
    return from_base64(value) if isinstance(value, str) else value


def _whole_seconds_utc(value: datetime) -> datetime:
    if value.utcoffset() != timedelta(0) or value.microsecond:
        raise ValueError("an instant is in UTC and whole seconds")
    return value.astimezone(UTC)


Bytes = Annotated[
    bytes,
    BeforeValidator(_from_json),
    PlainSerializer(to_base64, return_type=str, when_used="json"),
]
"""Bytes; base64 when written as JSON."""

Instant = Annotated[datetime, AfterValidator(_whole_seconds_utc)]
"""A moment in UTC, to the second."""
