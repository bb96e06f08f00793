"""Says words, numbers and days in the person's language."""

from datetime import date
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[1] / "locales"
ENGLISH = "en"
_TERRITORIES = {"en": "en_GB"}
"""Where a language alone would give the days of another country."""


class Words:
    """The words of one language. A message that is not translated stays English.

    Message ids are English sentences with named facts: `words("Read by {day}.", day=...)`.
    """

    def __init__(self, language: str = ENGLISH, folder: Path = LOCALES) -> None:
        self.language = language
        self._locale = Locale.parse(_TERRITORIES.get(language, language))
        self._messages = _messages(language, folder)
        self._plural = c2py(Catalog(locale=self._locale).plural_expr)

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
        return _filled(said[0] if said else message, facts)

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """Say the form that this number needs; `{n}` is the number."""
        forms = self._messages.get(one, ())
        said = forms[min(self._form_of(n), len(forms) - 1)] if forms else (many, one)[n == 1]
        return _filled(said, {"n": n, **facts})

    def day(self, day: date) -> str:
        """Say a day nearby: Wednesday 2 December."""
        return format_date(day, "EEEE d MMMM", locale=self._locale)

    def date(self, day: date) -> str:
        """Say a day with its year: 18 November 2026."""
        return format_date(day, "d MMMM y", locale=self._locale)

    def _form_of(self, n: int) -> int:
        return int(self._plural(n))


def languages(folder: Path = LOCALES) -> tuple[str, ...]:
    """English, then every language that has a file of messages."""
    found = sorted(file.parts[-3] for file in folder.glob("*/LC_MESSAGES/kiosk.po"))
    return (ENGLISH, *(language for language in found if language != ENGLISH))


@lru_cache(maxsize=32)
def _messages(language: str, folder: Path) -> dict[str, tuple[str, ...]]:
    file = folder / language / "LC_MESSAGES" / "kiosk.po"
    if not file.is_file():
        return {}
    with file.open("rb") as source:
        catalog = read_po(source, locale=language)
    return {
        (message.id if isinstance(message.id, str) else message.id[0]): strings
        for message in catalog
        if message.id and not message.fuzzy and all(strings := _strings(message.string))
    }


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (str(string),)


def _filled(message: str, facts: dict[str, object]) -> str:
    return message.format_map(facts) if facts else message
