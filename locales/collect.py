"""Collects every message of the kiosk into locales/kiosk.pot, then brings each language up to date.

Run by `make messages`. A language keeps what it has; what is new stands there empty. At the end
it tells which languages no speaker has checked, with what each of them misses.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from kiosk.exchange.refusals import SENTENCES
from kiosk.translation import DUTY, MACHINE_MADE

LOCALES = Path(__file__).parent
HOUSE = LOCALES.parent
KEYWORDS = dict.fromkeys(("words", "_words", "sure", "_sure")) | {"plural": (1, 2)}
SURE = ("sure", "_sure")
"""The names under which a screen says what must never stand in a machine's words."""
WIDTH = 96
_FACT = re.compile(r"\{\w+\}")
CHECKED = MACHINE_MADE.partition(b":")[0].decode()
FOR_STAFF = "staff only: English where no speaker has checked"
NEVER_GUESSED = "never machine-made: English until a speaker has translated it"
STAFF_PLACES = (
    "kiosk/exchange/refusal_sentences.py",
    "kiosk/screens/staff/keyboards.py",
    "kiosk/screens/staff/paper.py",
    "kiosk/screens/staff/presenter.py",
    "kiosk/screens/staff/tongues.py",
)


@dataclass(frozen=True, slots=True)
class Found:
    """One message of the source: one text, or one and many."""

    place: str
    text: str | tuple[str, str]
    must_be_sure: bool = False


def messages() -> Iterator[Found]:
    """Each message of the source with the file it stands in."""
    for path in sorted((HOUSE / "kiosk").rglob("*.py")):
        place = path.relative_to(HOUSE).as_posix()
        sure = {found for _, found, _, _ in extract_from_file("python", path, dict.fromkeys(SURE))}
        for _, found, _, _ in extract_from_file("python", path, KEYWORDS):
            text = found if isinstance(found, str) else (found[0], found[1])
            yield Found(place, text, found in sure)
    for sentence in SENTENCES.values():
        yield Found("kiosk/exchange/refusal_sentences.py", sentence)


def template() -> Catalog:
    """All messages, none translated; a comment says which ones not every language needs."""
    catalog = Catalog(project="Signpost", charset="utf-8", fuzzy=False)
    every = list(messages())
    for found in every:
        same = [other for other in every if other.text == found.text]
        catalog.add(found.text, locations=[(found.place, 1)], auto_comments=_remarks(same))
    return catalog


def _remarks(uses: list[Found]) -> list[str]:
    if all(use.must_be_sure for use in uses):
        return [NEVER_GUESSED]
    return [FOR_STAFF] if all(use.place in STAFF_PLACES for use in uses) else []


def wanted(message: Message, language: str, *, machine_made: bool) -> bool:
    """Whether a catalogue must have this message.

    What staff read, what decides over a person, no machine may say in a language that nobody
    on the wing can check; English and Welsh are owed whole.
    """
    return language in DUTY or not (machine_made and message.auto_comments)


def is_machine_made(data: bytes) -> bool:
    """Whether the header says that no speaker has checked this catalogue."""
    return MACHINE_MADE in data


def missing(data: bytes, language: str) -> list[str]:
    """The messages that a catalogue must have but does not, or not in all their forms."""
    catalog = read_po(BytesIO(data), locale=language)
    return [
        _first(message.id)
        for message in catalog
        if message.id
        and wanted(message, language, machine_made=is_machine_made(data))
        and not all(_forms(message.string or ""))
    ]


def other_facts(data: bytes, language: str) -> list[str]:
    """The messages that name other facts than the English: a day or a number would be lost."""
    return [
        _first(message.id)
        for message in read_po(BytesIO(data), locale=language)
        if message.id
        for form in _forms(message.string or "")
        if form and _facts(form) != _facts(_forms(_english(message))[-1])
    ]


def too_few_forms(data: bytes, language: str) -> list[str]:
    """The messages with a number that have fewer forms than the language needs."""
    catalog = read_po(BytesIO(data), locale=language)
    return [
        _first(message.id)
        for message in catalog
        if message.pluralizable
        and all(forms := _forms(message.string or ""))
        and len(forms) != catalog.num_plurals
    ]


def bring_up_to_date(file: Path, every: Catalog) -> None:
    """Add what is new to one language, drop what is gone."""
    data = file.read_bytes()
    catalog = read_po(BytesIO(data), locale=file.parts[-3])
    catalog.update(every, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    file.write_bytes(with_check(written(catalog), checked_by(data)))


def checked_by(data: bytes) -> str:
    """Who checked a catalogue, as its header says; a machine made it where nobody is named."""
    mark = f'"{CHECKED}: '.encode()
    for line in data.splitlines():
        if line.startswith(mark):
            return line.removeprefix(mark).removesuffix(b'\\n"').decode()
    return MACHINE_MADE.partition(b": ")[2].decode()


def with_check(data: bytes, name: str) -> bytes:
    """Put into the header who checked it."""
    after = b'"MIME-Version: 1.0\\n"\n'
    return data.replace(after, after + f'"{CHECKED}: {name}\\n"\n'.encode(), 1)


def written(catalog: Catalog) -> bytes:
    """The catalogue as it stands in a file."""
    out = BytesIO()
    write_po(out, catalog, width=WIDTH, sort_output=True, include_lineno=False)
    return out.getvalue()


def report(file: Path) -> str:
    """One line on one language."""
    data, language = file.read_bytes(), file.parts[-3]
    gone = missing(data, language)
    count = sum(
        1 for message in read_po(BytesIO(data)) if message.id and all(_forms(message.string or ""))
    )
    by = "machine-made, not checked" if is_machine_made(data) else f"checked by {checked_by(data)}"
    wrong = other_facts(data, language) + too_few_forms(data, language)
    lacks = f"misses {len(gone)}: {'; '.join(gone[:3])}" if gone else "misses nothing"
    return f"{language:4} {count:4} messages  {by}  {lacks}" + "".join(
        f"  WRONG: {w}" for w in wrong
    )


def main() -> None:
    """Write the template and every language, then report."""
    every = template()
    (LOCALES / "kiosk.pot").write_bytes(written(every))
    for file in sorted(LOCALES.glob("*/LC_MESSAGES/kiosk.po")):
        bring_up_to_date(file, every)
        sys.stdout.write(report(file) + "\n")


def _english(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _facts(text: str) -> list[str]:
    return sorted(_FACT.findall(text))


def _first(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


if __name__ == "__main__":
    main()
