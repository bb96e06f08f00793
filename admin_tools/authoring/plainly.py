"""Says in plain words why a field does not hold what it should."""

from collections.abc import Callable, Mapping

from pydantic_core import ErrorDetails

_CODE = "^[a-z0-9][a-z0-9_-]{0,59}$"
Context = Mapping[str, object]


def problem(error: ErrorDetails) -> str:
    """Give the end of a sentence that begins with the name of the field."""
    say = _WORDS.get(error["type"])
    return say(error.get("ctx", {})) if say else f"does not fit: {error['msg']}"


def _pattern(context: Context) -> str:
    if context.get("pattern") == _CODE:
        return "is a code of a list: small letters, digits and -"
    return "is not written in the form that it must have"


def _listed(context: Context) -> str:
    return f"must be one of these: {context.get('expected', '')}"


def _at_least(context: Context) -> str:
    return f"must be at least {context.get('ge', context.get('gt', ''))}"


def _at_most(context: Context) -> str:
    return f"must be at most {context.get('le', context.get('lt', ''))}"


def _few(context: Context) -> str:
    return f"has too few; {context.get('min_length', '')} or more must be there"


def _many(context: Context) -> str:
    return f"has too many; {context.get('max_length', '')} are the most"


def _own_words(context: Context) -> str:
    return f"cannot be: {context.get('error', '')}"


def _always(words: str) -> Callable[[Context], str]:
    return lambda _context: words


_WORDS: Mapping[str, Callable[[Context], str]] = {
    "missing": _always("is missing"),
    "extra_forbidden": _always("is no field that belongs here"),
    "string_pattern_mismatch": _pattern,
    "literal_error": _listed,
    "enum": _listed,
    "union_tag_invalid": _always("is of no kind that is known"),
    "string_type": _always('must be words in quotes, or { en = "…" }'),
    "string_too_short": _always("is empty"),
    "string_too_long": _many,
    "too_short": _few,
    "too_long": _many,
    "int_type": _always("must be a whole number, without quotes"),
    "int_parsing": _always("must be a whole number, without quotes"),
    "int_from_float": _always("must be a whole number"),
    "bool_type": _always("must be true or false, without quotes"),
    "date_type": _always("must be a day, as 2027-01-31, without quotes"),
    "date_parsing": _always("must be a day, as 2027-01-31, without quotes"),
    "date_from_datetime_parsing": _always("must be a day, as 2027-01-31, without quotes"),
    "date_from_datetime_inexact": _always("must be a day without a time"),
    "datetime_parsing": _always("must be a day and a time, as 2027-01-31T09:30:00"),
    "datetime_from_date_parsing": _always("must be a day and a time, as 2027-01-31T09:30:00"),
    "time_parsing": _always('must be a time, as "09:30"'),
    "tuple_type": _always("must be a list, in [ ]"),
    "model_type": _always("must be a table, in { }"),
    "model_attributes_type": _always("must be a table, in { }"),
    "dict_type": _always("must be a table, in { }"),
    "greater_than_equal": _at_least,
    "greater_than": _at_least,
    "less_than_equal": _at_most,
    "less_than": _at_most,
    "value_error": _own_words,
}
"""What each sort of wrong value lacks."""
