"""Says words, numbers and days in the person's language."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import PoFileError, read_po

LOCALES = Path(__file__).parents[1] / "locales"
ENGLISH = "en"
_TERRITORIES = {"en": "en_GB"}
"""Where a language alone would give the days of another country."""
Messages = Mapping[str, tuple[str, ...]]
FormOf = Callable[[int], int]
_YEAR = re.compile(r"(\s*'de'\s*)?[,،]?\s*y+\s*('m'\.|年)?[,،]?\s*")
"""The year in a full date, with what belongs to it in Spanish, Lithuanian, Chinese."""


class Words:
    """The words of one language. A message that is not translated stays English.

    Message ids are English sentences with named facts: `words("Read by {day}.", day=...)`.
    """

    def __init__(self, language: str = ENGLISH, folder: Path = LOCALES) -> None:
        self.language = language
        self._locale = _locale(language)
        self._messages, self._form_of = _messages(language, folder)

    @property
    def name(self) -> str:
        """The language's own name for itself, with a capital: Cymraeg, Polski."""
        name = self._locale.get_language_name(self._locale.language) or self.language
        return name[:1].upper() + name[1:]

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self._locale.text_direction == "rtl"

    def __call__(self, message: str, /, **facts: object) -> str:
        """Say a message with its facts."""
        said = self._messages.get(message)
        return _filled(said[0] if said else message, message, facts)

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """Say the form that this number needs; `{n}` is the number."""
        english = one if n == 1 else many
        forms = self._messages.get(one, ())
        said = forms[min(self._form_of(n), len(forms) - 1)] if forms else english
        return _filled(said, english, {"n": n, **facts})

    def day(self, day: date) -> str:
        """Say a day nearby: Wednesday 2 December."""
        full = self._locale.date_formats["full"].pattern
        pattern = "EEEE d MMMM" if self._locale.language == ENGLISH else _YEAR.sub("", full)
        return format_date(day, pattern, locale=self._locale)

    def date(self, day: date) -> str:
        """Say a day with its year: 18 November 2026."""
        return format_date(day, "long", locale=self._locale)


def languages(folder: Path = LOCALES) -> tuple[str, ...]:
    """English, then every language that has a file of messages."""
    found = sorted(file.parts[-3] for file in folder.glob("*/LC_MESSAGES/kiosk.po"))
    return (ENGLISH, *(language for language in found if language != ENGLISH))


def _locale(language: str) -> Locale:
    """Give the rules of a language; those of English for one that nobody knows."""
    try:
        return Locale.parse(_TERRITORIES.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_TERRITORIES[ENGLISH])


@lru_cache(maxsize=32)
def _messages(language: str, folder: Path) -> tuple[Messages, FormOf]:
    """Read a language's messages with its plural rule; none at all from a file that is broken."""
    try:
        with (folder / language / "LC_MESSAGES" / "kiosk.po").open("rb") as source:
            catalog = read_po(source, locale=_locale(language))
        form_of: FormOf = c2py(catalog.plural_expr)
    except (OSError, ValueError, PoFileError):
        return {}, _english_form
    messages = {
        (message.id if isinstance(message.id, str) else message.id[0]): strings
        for message in catalog
        if message.id and not message.fuzzy and all(strings := _strings(message.string))
    }
    return messages, form_of


def _english_form(n: int) -> int:
    return int(n != 1)


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (str(string),)


def _filled(message: str, english: str, facts: dict[str, object]) -> str:
    """Put the facts in; where a translator broke a name in braces, the English is said."""
    if not facts:
        return message
    try:
        return message.format_map(facts)
    except (KeyError, IndexError, ValueError, AttributeError):
        return english.format_map(facts)
