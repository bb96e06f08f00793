"""How bytes and instants stand inside JSON."""

import base64
import binascii
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer


def to_base64(data: bytes) -> str:
    """Write bytes in standard base64."""
    return base64.b64encode(data).decode()


def from_base64(text: str) -> bytes:
    """Read standard base64 in its one spelling, or raise ValueError."""
    try:
        data = binascii.a2b_base64(text)  # lenient and fast; the comparison is what is strict
    except ValueError as error:
        raise ValueError("not base64") from error
    if to_base64(data) != text:
        raise ValueError("base64 in another spelling")
    return data


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
