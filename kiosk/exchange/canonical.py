"""The one way in which a value is written as bytes.

Every value has exactly one writing: UTF-8, NFC, keys sorted, no spaces, no floats. `load` writes
what it read once more and compares, so duplicate keys, lone surrogates, other spellings of a
number and anything after the end are turned away without a rule for each.
"""

import json
import unicodedata
from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


class NotCanonical(ValueError):
    """These bytes are not the one writing of a value. The text never quotes them."""


def dump(value: object) -> bytes:
    """Write a value, or one of our models, as canonical JSON.

    Text is brought to NFC. Raises NotCanonical for a float, a lone surrogate, a key that is not
    text, or two keys that NFC makes equal.
    """
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    _refuse_strangers(plain)
    text = _written(plain)
    if not unicodedata.is_normalized("NFC", text):
        text = _written(_in_nfc(plain))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("half of a character") from error


def load(data: bytes, max_bytes: int) -> object:
    """Read canonical JSON of at most `max_bytes` bytes, or raise NotCanonical."""
    if len(data) > max_bytes:
        raise NotCanonical("too long")
    try:
        value = json.loads(data.decode(), parse_float=_no_float, parse_constant=_no_float)
        again = dump(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not our kind of JSON") from error
    if again != data:
        raise NotCanonical("written in another way")
    return value


def read_as(model: type[T], data: bytes, max_bytes: int) -> T:
    """Read canonical JSON as one of our models; raises a ValueError of one kind or another."""
    load(data, max_bytes)
    return model.model_validate_json(data)


def _refuse_strangers(value: object) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise NotCanonical("a key that is not text")
            _refuse_strangers(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_strangers(inner)
    elif not (value is None or isinstance(value, str | int)):
        raise NotCanonical(f"a value of type {type(value).__name__}")


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _in_nfc(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        fresh = {unicodedata.normalize("NFC", key): _in_nfc(inner) for key, inner in value.items()}
        if len(fresh) != len(value):
            raise NotCanonical("two keys become one")
        return fresh
    if isinstance(value, list | tuple):
        return [_in_nfc(inner) for inner in value]
    return value


def _no_float(_text: str) -> object:
    raise NotCanonical("a number that is not whole")
