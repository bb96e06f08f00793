"""Reads a JSON Schema as far as ours go, so that tests need no other program for it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = frozenset(
    {"$schema", "$defs", "title", "description", "default", "format", "discriminator", "$ref"}
    | {"type", "enum", "const", "pattern", "properties", "required", "additionalProperties"}
    | {"items", "anyOf", "oneOf", "minimum", "maximum", "minItems", "maxItems"}
    | {"minLength", "maxLength"}
)
"""What this understands; a schema with anything else is an error, never a pass."""
BOUNDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "enum": lambda value, allowed: value in allowed,
    "const": lambda value, only: value == only,
    "pattern": lambda value, pattern: re.search(pattern, value) is not None,
    "minimum": lambda value, least: value >= least,
    "maximum": lambda value, most: value <= most,
    "minItems": lambda value, least: len(value) >= least,
    "maxItems": lambda value, most: len(value) <= most,
    "minLength": lambda value, least: len(value) >= least,
    "maxLength": lambda value, most: len(value) <= most,
}


def misfits(value: object, schema: Schema) -> list[str]:
    """Name every place of a value that its schema does not allow."""
    return list(_misfits(value, schema, schema.get("$defs", {}), ""))


def _misfits(value: Any, schema: Schema, shared: Schema, at: str) -> Iterator[str]:
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        yield from _misfits(value, shared[schema["$ref"].rpartition("/")[2]], shared, at)
        return
    choices = schema.get("anyOf", schema.get("oneOf"))
    if choices and all(list(_misfits(value, one, shared, at)) for one in choices):
        yield at
    if "type" in schema and not _is(value, schema["type"]):
        yield at
        return
    if not all(fits(value, schema[name]) for name, fits in BOUNDS.items() if name in schema):
        yield at
    if isinstance(value, dict):
        yield from _inside(value, schema, shared, at)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _misfits(inner, schema["items"], shared, f"{at}/{number}".lstrip("/"))


def _is(value: object, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean") == isinstance(value, bool)


def _inside(value: dict[str, Any], schema: Schema, shared: Schema, at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    if set(schema.get("required", ())) - set(value):
        yield at
    for name, inner in value.items():
        if name in known:
            yield from _misfits(inner, known[name], shared, f"{at}/{name}".lstrip("/"))
        elif schema.get("additionalProperties") is False:
            yield f"{at}/{name}".lstrip("/")
