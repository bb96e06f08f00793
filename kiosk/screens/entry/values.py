"""Words for the value of a fact."""

from collections.abc import Callable

from kiosk.exchange.blocks import (
    CodesValue,
    CodeValue,
    CountValue,
    DayValue,
    PenceValue,
    TextValue,
    TimesValue,
    TimeValue,
    Value,
)
from kiosk.exchange.policy import Vocabulary
from kiosk.translation import Words

Lists = dict[str, Vocabulary]
WEEK = range(7)


def value_words(value: Value, words: Words, lists: Lists) -> str:
    """The value of a fact in words: a day, times, money, an amount, or the name of a code."""
    match value:
        case TextValue():
            return value.text
        case DayValue():
            return words.date(value.day)
        case TimeValue():
            return _time(value.time)
        case CodeValue():
            return code_words(value.list, value.code, words, lists)
        case CodesValue():
            names = [code_words(value.list, code, words, lists) for code in value.codes]
            return " · ".join(names)
        case _:
            return _measured(value, words)


def _measured(value: PenceValue | CountValue | TimesValue, words: Words) -> str:
    if isinstance(value, PenceValue):
        said = pence_words(value, words)
    elif isinstance(value, CountValue):
        said = count_words(value, words)
    else:
        said = times_words(value, words)
    return f"{said}. {value.note}" if value.note else said


def pence_words(value: PenceValue, words: Words) -> str:
    """Pounds and pence, with how often they are paid."""
    amount = _pounds(value.pence)
    if value.up_to is not None:
        amount = words("{first} to {last}", first=amount, last=_pounds(value.up_to))
    return {
        "once": amount,
        "hour": words("{amount} an hour", amount=amount),
        "week": words("{amount} a week", amount=amount),
        "month": words("{amount} a month", amount=amount),
        "year": words("{amount} a year", amount=amount),
    }[value.each]


def count_words(value: CountValue, words: Words) -> str:
    """So many of something, as "37.5 hours a week" or "6 to 8 weeks"."""
    number = f"{value.number}{('', '.25', '.5', '.75')[value.quarters]}"
    counted = value.number + (1 if value.quarters else 0)
    if value.up_to is not None:
        number = words("{first} to {last}", first=number, last=str(value.up_to))
        counted = value.up_to
    return UNITS[value.unit](words, counted, number) if value.unit else number


def _a_week(words: Words, counted: int, number: str) -> str:
    hours = words.plural("{n} hour", "{n} hours", counted, n=number)
    return words("{amount} a week", amount=hours)


UNITS: dict[str, Callable[[Words, int, str], str]] = {
    "minutes": lambda words, n, said: words.plural("{n} minute", "{n} minutes", n, n=said),
    "hours": lambda words, n, said: words.plural("{n} hour", "{n} hours", n, n=said),
    "hours-a-week": _a_week,
    "days": lambda words, n, said: words.plural("{n} day", "{n} days", n, n=said),
    "weeks": lambda words, n, said: words.plural("{n} week", "{n} weeks", n, n=said),
    "months": lambda words, n, said: words.plural("{n} month", "{n} months", n, n=said),
    "years": lambda words, n, said: words.plural("{n} year", "{n} years", n, n=said),
}


def times_words(value: TimesValue, words: Words) -> str:
    """When something is: "Tuesday and Thursday, 9:30 to 11:30"."""
    hours = _time(value.start)
    if value.end:
        hours = words("{first} to {last}", first=hours, last=_time(value.end))
    days = words.day(value.day) if value.day else _weekdays(value.days, words)
    days = days[:1].upper() + days[1:]
    if value.every > 1:
        often = words.plural("Every {n} week", "Every {n} weeks", value.every)
        days = words.comma.join(part for part in (often, days) if part)
    return words.comma.join(part for part in (days, hours) if part)


def _weekdays(days: tuple[int, ...], words: Words) -> str:
    """Days of the week; three or more in a row by the first and the last of them."""
    if len(days) == len(WEEK):
        return words("Every day")
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):  # noqa: PLR2004 - a row
        first, last = words.weekdays(days[:1]), words.weekdays(days[-1:])
        return words("{first} to {last}", first=first, last=last)
    return words.weekdays(days)


def code_words(vocabulary: str, code: str, words: Words, lists: Lists) -> str:
    """The name of a code; the code itself when this content does not know it."""
    terms = lists[vocabulary].terms if vocabulary in lists else ()
    names = next((term.names for term in terms if term.code == code), {})
    return names.get(words.language) or names.get("en") or code


def _pounds(amount: int) -> str:
    pounds, pence = divmod(amount, 100)
    return f"£{pounds:,}.{pence:02d}" if pence else f"£{pounds:,}"


def _time(time: str) -> str:
    return time.removeprefix("0")
