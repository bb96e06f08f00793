"""Collects every message of the kiosk into locales/kiosk.pot, then brings each language up to date.

Run by `make messages`. A language keeps what it has; what is new stands there empty.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from kiosk.exchange.refusals import SENTENCES

LOCALES = Path(__file__).parent
HOUSE = LOCALES.parent
KEYWORDS = {"words": None, "_words": None, "plural": (1, 2)}
WIDTH = 96


def messages() -> Iterator[tuple[str, str | tuple[str, str]]]:
    """Each message of the source with the file it stands in; one or many as a pair."""
    for path in sorted((HOUSE / "kiosk").rglob("*.py")):
        place = path.relative_to(HOUSE).as_posix()
        for _, found, _, _ in extract_from_file("python", path, KEYWORDS):
            yield place, found if isinstance(found, str) else (found[0], found[1])
    for sentence in SENTENCES.values():
        yield "kiosk/exchange/refusal_sentences.py", sentence


def template() -> Catalog:
    """All messages, none translated."""
    catalog = Catalog(project="Signpost", charset="utf-8", fuzzy=False)
    for place, found in messages():
        catalog.add(found, locations=[(place, 1)])
    return catalog


def bring_up_to_date(file: Path, every: Catalog) -> None:
    """Add what is new to one language, drop what is gone."""
    with file.open("rb") as source:
        catalog = read_po(source, locale=file.parts[-3])
    catalog.update(every, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    _write(catalog, file)


def main() -> None:
    """Write the template and every language."""
    every = template()
    _write(every, LOCALES / "kiosk.pot")
    for file in sorted(LOCALES.glob("*/LC_MESSAGES/kiosk.po")):
        bring_up_to_date(file, every)


def _write(catalog: Catalog, file: Path) -> None:
    with file.open("wb") as out:
        write_po(out, catalog, width=WIDTH, sort_output=True, include_lineno=False)


if __name__ == "__main__":
    main()
