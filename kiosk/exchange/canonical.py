"""The one way in which a value is written as bytes.

Every value has exactly one writing: UTF-8, NFC, keys sorted, no spaces, no floats. `load` writes
what it read once more and compares, so duplicate keys, lone surrogates, other spellings of a
number and anything after the end are turned away without a rule for each.
"""

import json
import unicodedata
from typing import NoReturn, TypeVar

from pydantic import BaseModel
from pydantic_core import to_json

T = TypeVar("T", bound=BaseModel)


class NotCanonical(ValueError):
    """These bytes are not the one writing of a value. The text never quotes them."""


def dump(value: object) -> bytes:
    """Write a value, or one of our models, as canonical JSON.

    Text is brought to NFC. Raises NotCanonical for a float, a lone surrogate, a key that is not
    text, or two keys that NFC makes equal.
    """
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    try:
        return to_json(_ordered(plain))
    except (ValueError, RecursionError) as error:
        raise NotCanonical("no value that can be written") from error


def load(data: bytes, max_bytes: int) -> object:
    """Read canonical JSON of at most `max_bytes` bytes, or raise NotCanonical."""
    if len(data) > max_bytes:
        raise NotCanonical("too long")
    try:
        text = data.decode()
        value: object = _READER.decode(text)
        ours = _WRITER.encode(value) == text and _all_in_nfc(text, value)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("no JSON of ours") from error
    if not ours:
        raise NotCanonical("written in another way")
    return value


def read_as(model: type[T], data: bytes, max_bytes: int) -> T:
    """Read canonical JSON as one of our models; raises a ValueError of one kind or another."""
    load(data, max_bytes)
    return model.model_validate_json(data)


def _refuse(_number: str) -> NoReturn:
    raise NotCanonical("a number that is not whole")


_READER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)
_WRITER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":")
)
"""Both are compiled code from one end of a line to the other. `_ordered` says the same, slowly."""


def _all_in_nfc(text: str, value: object) -> bool:
    """Tell whether every text in a value is in NFC; `text` is how the value is written.

    What is written is, where the value is. The other way round that fails for a sign that JSON
    writes with a letter, such as a line break before an accent: then the value itself is asked.
    """
    return unicodedata.is_normalized("NFC", text) or _ordered(value) == value


def _ordered(value: object) -> object:
    """Give the same value with sorted keys and text in NFC."""
    if isinstance(value, str):
        return _in_nfc(value)
    if isinstance(value, dict):
        return _ordered_dict(value)
    if isinstance(value, list | tuple):
        return [_ordered(inner) for inner in value]
    if value is None or isinstance(value, int):
        return value
    raise NotCanonical(f"a value of type {type(value).__name__}")


def _ordered_dict(value: dict[object, object]) -> dict[str, object]:
    fresh: dict[str, object] = {}
    for key, inner in value.items():
        if not isinstance(key, str):
            raise NotCanonical("a key that is not text")
        fresh[_in_nfc(key)] = inner
    if len(fresh) != len(value):
        raise NotCanonical("two keys become one")
    return {key: _ordered(fresh[key]) for key in sorted(fresh)}


def _in_nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
