"""Puts written words the way people say them."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from babel import Locale
from babel.numbers import get_currency_name

from kiosk.exchange.references import PATTERN
from kiosk.speech.voices import VOICES
from kiosk.translation import Words

_ALONE, _NO_MORE = r"(?<![\w£.,:+-])", r"(?!\w)"
_SPELT = re.compile(rf"(?<![\w-])(?:{PATTERN}|[A-Z][0-9]{{4}}[A-Z]{{2}})(?![\w-])")
"""References and prison numbers."""
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_PHONE = re.compile(
    rf"{_ALONE}(?:(?:\+\d{{1,3}} ?\d{{1,5}}|0\d{{2,4}}|1\d\d)"
    rf"(?:[ \u00a0-](?!000\b)\d{{3,6}}){{1,3}}|0\d{{9,10}}){_NO_MORE}"
)
_MONEY = re.compile(r"£ ?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d\d))?(?!\d)")
_SHORTENED = re.compile(r"(?<=\d) ([md])\.(?!\w)")
_IN_FULL = {"lt": {"m": " metų", "d": " diena"}}
"""Lithuanian writes days with shortened words."""
_PENCE = re.compile(rf"{_ALONE}(\d{{1,2}})p{_NO_MORE}")
_TIME = re.compile(
    r"(?<![\d.:£])([01]?\d|2[0-3])(?::([0-5]\d)(?::[0-5]\d)?|\.([0-5]\d)(?= ?[ap]m\b))(?![\d:])"
)
_HALF_OF_DAY = re.compile(r"(?<=\d) ?([ap])\.?m\b\.?")
_RANGE = re.compile(r"(?<=[\dm]) ?[–—] ?(?=\d)")
_OF = re.compile(r"(?<=\d) / (?=\d)")
_PAUSE = re.compile(r" {2,}|\s*[·›‹•●|→←/\[\]–—]\s*|\s+-\s+")
_LINE_END = re.compile(r"([^\s.,:;!?…،؛؟۔।])[ \t]*\n\s*")
_PAUSES = re.compile(r"\s*,(?:\s*,)+")
_PAUSE_BEFORE_END = re.compile(r",\s*(?=[.:;!?])")
_SPACE = re.compile(r"\s+")
NOON, EVENING = 12, 18
_JOINERS = "\u200c\u200d"
"""Signs without a shape that Urdu, Sorani and Punjabi words need."""
_UNSAYABLE = frozenset({"Cc", "Cf", "Cs"})
"""Kinds of sign that steer the program or cannot be sent: controls, formats, half signs."""
_TO = {
    "en": " to ",
    "cy": " i ",
    "pl": " do ",
    "ro": " până la ",
    "sq": " deri ",
    "lt": " iki ",
    "pt": " a ",
    "es": " a ",
    "pa": " ਤੋਂ ",
    "ur": " سے ",
    "ar": " إلى ",
    "vi": " đến ",
}
"""Between two numbers. Turkish would have to bend both of them: there it is a pause."""
_OF_WORD = {
    "en": " of ",
    "cy": " o ",
    "pl": " z ",
    "ro": " din ",
    "sq": " nga ",
    "lt": " iš ",
    "pt": " de ",
    "es": " de ",
    "ar": " من ",
    "vi": " trên ",
}
"""Between a number and the whole. Where the whole is said first, it is a pause."""
_PENNIES = {
    "en": "pence",
    "cy": "ceiniog",
    "pl": "pensów",
    "ro": "penny",
    "sq": "peni",
    "lt": "pensų",
    "pt": "pence",
    "es": "peniques",
    "tr": "peni",
    "vi": "penny",
    "pa": "ਪੈਂਸ",
    "ur": "پینس",
    "ar": "بنس",
}
_POUNDS = {
    "en": ("pound", "pounds"),
    "cy": ("punt", "punt"),
    "tr": ("sterlin", "sterlin"),
    "vi": ("bảng", "bảng"),
}
"""Short names where the tables of the world would say "British pounds"."""
_WHOSE = re.compile(
    r" (?:szterling\w*|sterline|sterlină|britanike|esterlinas?|إسترليني|إسترلينية)$"
    r"|^(?:Didžiosios Britanijos|برطانوی|ਬ੍ਰਿਟਿਸ਼) "
)
"""Whose pounds they are: nobody here says it."""
_O_CLOCK = {"en": "{} o'clock", "cy": "{} o'r gloch"}
_HALVES = {
    "en": ("", " in the afternoon", " in the evening"),
    "cy": ("", " y prynhawn", " yr hwyr"),
}
"""Nobody says fourteen o'clock."""


def said(text: str, language: str) -> str:
    """The text as it is said in this language; never nothing where something was written."""
    spoken = _speakable(text)
    for pattern, say in _RULES:
        spoken = pattern.sub(lambda found, say=say: say(found, language), spoken)  # type: ignore[misc]
    spoken = _SPACE.sub(" ", _PAUSE_BEFORE_END.sub("", _PAUSES.sub(",", spoken)))
    return spoken.strip(" ,") or ","


def sentences(text: str, longest: int) -> tuple[str, ...]:
    """The text in pieces of whole sentences, none longer than this many signs."""
    pieces, rest = [], text
    while len(rest) > longest:
        cut = max(rest.rfind(end, 0, longest) + 1 for end in (". ", "! ", "? ", "۔ "))
        cut = cut or rest.rfind(" ", 0, longest) + 1 or longest
        pieces.append(rest[:cut].strip())
        rest = rest[cut:]
    return tuple(piece for piece in (*pieces, rest.strip()) if piece)


def _speakable(text: str) -> str:
    """Without the signs that would steer the program, or that it cannot be sent at all."""
    return "".join(
        sign
        for sign in text
        if sign in _JOINERS
        or sign.isspace()
        or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )


def _spelt(found: re.Match[str], _: str) -> str:
    return ", ".join(found[0].replace("-", ""))


def _day(found: re.Match[str], language: str) -> str:
    try:
        return Words(language).date(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return found[0]


def _phone(found: re.Match[str], _: str) -> str:
    groups = re.split(r"[ \u00a0-]", found[0])
    if len(groups) == 1:
        whole = groups[0]
        groups = [whole[:4], whole[4:7], whole[7:]]
    return ", ".join(" ".join(group) for group in groups if group)


def _money(found: re.Match[str], language: str) -> str:
    pounds = int(found[1].replace(",", ""))
    pence = int(found[2] or 0)
    if not pounds and pence and language in _PENNIES:
        return f"{pence} {_PENNIES[language]}"
    return f"{pounds} {_pounds(pounds, language)}" + (f" {pence}" if pence else "")


def _pounds(count: int, language: str) -> str:
    if language in _POUNDS:
        return _POUNDS[language][int(count != 1)]
    locale = Locale.parse(language if language in VOICES else "en")
    return _WHOSE.sub("", get_currency_name("GBP", count, locale))


def _pence(found: re.Match[str], language: str) -> str:
    return f"{found[1]} {_PENNIES[language]}" if language in _PENNIES else found[0]


def _in_full(found: re.Match[str], language: str) -> str:
    return _IN_FULL.get(language, {}).get(found[1], found[0])


def _time(found: re.Match[str], language: str) -> str:
    hour, minute = int(found[1]), int(found[2] or found[3])
    if language not in _HALVES:
        return f"{hour} {_minutes(minute, language)}".strip()
    half = 0 if hour <= NOON else 1 if hour < EVENING else 2
    shown = hour if hour <= NOON else hour - NOON
    if minute == 0:
        return (_O_CLOCK[language].format(shown) if hour else "0") + _HALVES[language][half]
    return f"{shown} {_minutes(minute, language)}{_HALVES[language][half]}"


def _minutes(minute: int, language: str) -> str:
    """Nine five would be said for 9:05."""
    if minute and minute < 10:  # noqa: PLR2004  two digits
        return f"{'oh' if language == 'en' else 0} {minute}"
    return str(minute) if minute else ""


def _half_of_day(found: re.Match[str], _: str) -> str:
    return f" {found[1].upper()} M"


def _range(_: re.Match[str], language: str) -> str:
    return _TO.get(language, ", ")


def _of(_: re.Match[str], language: str) -> str:
    return _OF_WORD.get(language, ", ")


def _pause(_: re.Match[str], __: str) -> str:
    return ", "


def _line_end(found: re.Match[str], _: str) -> str:
    return f"{found[1]}. "


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (_SPELT, _spelt),
    (_RANGE, _range),
    (_DAY, _day),
    (_PHONE, _phone),
    (_MONEY, _money),
    (_PENCE, _pence),
    (_SHORTENED, _in_full),
    (_TIME, _time),
    (_HALF_OF_DAY, _half_of_day),
    (_OF, _of),
    (_LINE_END, _line_end),
    (_PAUSE, _pause),
)
"""In this order: what one rule has put into words, the next ones leave alone."""
