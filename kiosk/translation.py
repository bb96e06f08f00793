"""Says words, numbers and days in the person's language."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from gettext import c2py
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.messages.pofile import PoFileError, read_po

LOCALES = Path(__file__).parents[1] / "locales"
ENGLISH = "en"
DUTY = frozenset({ENGLISH, "cy"})
"""Languages that the prison service owes to everyone: their words are shown everywhere."""
MACHINE_MADE = b"X-Signpost-Checked: machine-made"
"""Stands in the header of a catalogue that no speaker of the language has read yet."""
_TERRITORIES = {"en": "en_GB", "es": "es_ES", "pt": "pt_PT"}
"""Where a language alone would give the days of another country."""
_NAMES = {
    "ar": "العربية",
    "ckb": "کوردی (سۆرانی)",
    "cy": "Cymraeg",
    "en": "English",
    "es": "Español",
    "lt": "Lietuvių",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sq": "Shqip",
    "tr": "Türkçe",
    "ur": "اردو",
    "vi": "Tiếng Việt",
}
"""Languages in their own words: the first screen shows all without reading fourteen tables."""
_DAYS = {"en": "EEEE d MMMM", "cy": "EEEE d MMMM", "ckb": "EEEE dی MMMM", "tr": "d MMMM EEEE"}
"""Days as they are said, where the tables would put commas or another order."""
_APART, _TOGETHER = "\u2068", "\u2069"
_FROM_THE_RIGHT = "\u200f"
"""Unicode's isolate: what stands between these has its own direction, and moves nothing else."""
Messages = Mapping[str, tuple[str, ...]]
FormOf = Callable[[int], int]
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""A day that ends in a stop at the end of a sentence: 2026 m. gruodžio 2 d."""
_YEAR = re.compile(r"(\s*'de'\s*)?[,،]?\s*y+\s*('m'\.|年)?[,،]?\s*")
"""The year in a full date, with what belongs to it in Spanish, Lithuanian, Chinese."""


class Words:
    """The words of one language. A message that is not translated stays English.

    Message ids are English sentences with named facts: `words("Read by {day}.", day=...)`.
    `easy`: the person wants one idea a line, with a picture, wherever a screen has that.
    """

    def __init__(
        self, language: str = ENGLISH, folder: Path = LOCALES, *, easy: bool = False
    ) -> None:
        self.language = language
        self.easy = easy
        self.locale = _locale(language)
        self._folder = folder

    @property
    def name(self) -> str:
        """The language's own name for itself, with a capital: Cymraeg, Polski."""
        if self.language in _NAMES:
            return _NAMES[self.language]
        name = self.locale.get_language_name(self.locale.language) or self.language
        return name[:1].upper() + name[1:]

    @property
    def checked(self) -> bool:
        """Whether a speaker has checked these words, or there are none to check."""
        return self._said.checked

    @property
    def is_broken(self) -> bool:
        """Whether there are words for this language, but nobody can read them: all is English."""
        return self._said.broken

    @property
    def sure(self) -> "Words":
        """The words for what must not be misread: English where only a machine translated."""
        if self.checked or self.language in DUTY:
            return self
        return Words(ENGLISH, self._folder, easy=self.easy)

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.locale.text_direction == "rtl"

    def __call__(self, message: str, /, **facts: object) -> str:
        """Say a message with its facts."""
        said = self._said.messages.get(message)
        if not said:
            return _filled(message, message, self._apart(facts))
        return self._begun(_filled(said[0], message, self._apart(facts)))

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """Say the form that this number needs; `{n}` is the number."""
        english = one if n == 1 else many
        forms = self._said.messages.get(one, ())
        said = forms[min(self._said.form_of(n), len(forms) - 1)] if forms else english
        return _filled(said, english, {"n": n, **self._apart(facts)})

    def apart(self, text: str) -> str:
        """A text that keeps its own direction inside a line of another: "K7-4QX-92", "£20"."""
        return f"{_APART}{text}{_TOGETHER}" if text and self.right_to_left else text

    @property
    def comma(self) -> str:
        """What stands between the parts of a list in one line."""
        return "، " if self.right_to_left else ", "

    def line(self, text: str) -> str:
        """A line that begins on the language's own side, whatever stands first: "8:30  Unlock"."""
        return f"{_FROM_THE_RIGHT}{text}" if text and self.right_to_left else text

    def _begun(self, text: str) -> str:
        """A line that begins with a fact begins on the language's own side all the same."""
        return f"{_FROM_THE_RIGHT}{text}" if text.startswith(_APART) else text

    def _apart(self, facts: dict[str, object]) -> dict[str, object]:
        if not self.right_to_left:
            return facts
        return {
            name: self.apart(fact) if isinstance(fact, str) else fact
            for name, fact in facts.items()
        }

    @property
    def _said(self) -> "_Said":
        """What the catalogue says; it is read when the first word is needed."""
        return _said(self.language, self._folder)

    def day(self, day: date) -> str:
        """Say a day nearby: Wednesday 2 December."""
        full = self.locale.date_formats["full"].pattern
        pattern = _DAYS.get(self.locale.language) or _YEAR.sub("", full)
        said = format_date(day, pattern, locale=self.locale)
        return said[:1].lower() + said[1:] if self.locale.language == "cy" else said

    def date(self, day: date) -> str:
        """Say a day with its year: 18 November 2026."""
        return format_date(day, "long", locale=self.locale)

    def weekdays(self, days: Sequence[int]) -> str:
        """Say days of the week, Monday being 0: Tuesday and Thursday."""
        names = get_day_names("wide", locale=self.locale)
        return format_list([names[day] for day in days], locale=self.locale)


def languages(folder: Path = LOCALES) -> tuple[str, ...]:
    """English, Welsh, then every other language that has a file of messages."""
    found = {file.parts[-3] for file in folder.glob("*/LC_MESSAGES/kiosk.po")} - {ENGLISH}
    return (ENGLISH, *sorted(found & DUTY), *sorted(found - DUTY))


def _locale(language: str) -> Locale:
    """Give the rules of a language; those of English for one that nobody knows."""
    try:
        return Locale.parse(_TERRITORIES.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_TERRITORIES[ENGLISH])


@dataclass(frozen=True, slots=True)
class _Said:
    """A catalogue as it was read: messages, plural rule, whether a speaker has checked it."""

    messages: Messages
    form_of: FormOf
    checked: bool
    broken: bool = False


@lru_cache(maxsize=32)
def _said(language: str, folder: Path) -> _Said:
    """Read a language's messages; none at all from a file that is broken."""
    try:
        data = (folder / language / "LC_MESSAGES" / "kiosk.po").read_bytes()
        catalog = read_po(BytesIO(data), locale=_locale(language))
        form_of: FormOf = c2py(catalog.plural_expr)
    except FileNotFoundError:
        return _Said({}, _english_form, checked=True)
    except (OSError, ValueError, PoFileError):
        return _Said({}, _english_form, checked=True, broken=True)
    messages = {
        (message.id if isinstance(message.id, str) else message.id[0]): strings
        for message in catalog
        if message.id and not message.fuzzy and all(strings := _strings(message.string))
    }
    return _Said(messages, form_of, checked=MACHINE_MADE not in data, broken=not messages)


def _english_form(n: int) -> int:
    return int(n != 1)


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (str(string),)


def _filled(message: str, english: str, facts: dict[str, object]) -> str:
    """Put the facts in; where a translator broke a name in braces, the English is said."""
    if not facts:
        return message
    try:
        said = message.format_map(facts)
    except (KeyError, IndexError, ValueError, AttributeError):
        said = english.format_map(facts)
    return _TWO_STOPS.sub(".", said)
