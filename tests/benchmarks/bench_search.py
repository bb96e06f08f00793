"""What a search and a list take among 60,000 entries, in each of the fourteen languages."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import pairwise
from time import perf_counter

import pytest
from babel.messages.pofile import read_po

from kiosk.catalogue.building import build
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.folding import fold
from kiosk.catalogue.groups import By, Choices, What
from kiosk.catalogue.lists import Lists
from kiosk.catalogue.search import Search
from kiosk.exchange import canonical
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.distances import Distance, Distances
from kiosk.exchange.entries import Entry
from kiosk.translation import LOCALES
from tests.benchmarks.figures import figure, tell
from tests.benchmarks.generate import AREAS, CHECKED, entries
from tests.builders.stores import a_publication

COUNT = 60_000
ENGLISH = 30_000
WORDS = 40
"""Words typed in each language, sign by sign, then mistyped, then with a second one."""
AIM = 100.0
"""Milliseconds; the screen draws within the same tenth of a second."""


@cache
def sentences(language: str) -> tuple[str, ...]:
    """What the kiosk itself says in a language: enough words to be believable."""
    if language == "en":
        return sentences("cy-ids")
    source = LOCALES / language.removesuffix("-ids") / "LC_MESSAGES" / "kiosk.po"
    with source.open("rb") as file:
        messages = [one for one in read_po(file) if one.id]
    said = [one.id if language.endswith("-ids") else one.string for one in messages]
    return tuple(text for text in said if isinstance(text, str) and len(text) > 3)


LANGUAGES = sorted(
    {"en", *(path.name for path in LOCALES.iterdir() if (path / "LC_MESSAGES").is_dir())}
)


def in_many_languages() -> Iterator[Entry]:
    """Half in English, the other half the same entries in one other language each."""
    others = [language for language in LANGUAGES if language != "en"]
    for number, entry in enumerate(one for one in entries(ENGLISH * 2) if one.language == "en"):
        if number >= ENGLISH:
            return
        yield entry
        language = others[number % len(others)]
        dice = random.Random(number)
        said = sentences(language)
        title, text = dice.choice(said)[:90], " ".join(dice.choices(said, k=12))[:1_500]
        changed = {"language": language, "title": title, "summary": dice.choice(said)[:200]}
        yield entry.model_copy(update=changed | {"blocks": (Paragraph(text=text),)})


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    pairs = pairwise(AREAS)
    near = Distances(near=30, distances=tuple(Distance(between=p, miles=12) for p in pairs))
    published = a_publication(*in_many_languages(), policy__distances_dot_json=canonical.dump(near))
    file = tmp_path_factory.mktemp("catalogue") / "1.sqlite"
    assert build(file, None, published, published.read).entries == COUNT
    return Catalogue(file, CHECKED, "MVX", "B")


def typed(language: str) -> Iterator[str]:
    """What fingers do: words letter by letter, with a slip, with a second word."""
    dice = random.Random(language)
    words = sorted({word for text in sentences(language) for word in fold(text).split()})
    for word in dice.sample(words, min(WORDS, len(words))):
        yield from (word[: end + 1] for end in range(len(word)))
        if len(word) > 4:
            at = dice.randrange(len(word) - 1)
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield f"{word} {dice.choice(words)}"


def milliseconds(work: object) -> float:
    begun = perf_counter()
    work()  # type: ignore[operator]
    return (perf_counter() - begun) * 1e3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_while_typing(catalogue: Catalogue, language: str) -> None:
    search = Search(catalogue)
    texts = list(typed(language))
    took = [milliseconds(lambda text=text: search.find(text, language)) for text in texts]
    tell(figure(f"search, {COUNT:,} entries, {language}", "ms", took, aim=AIM))


def test_a_plain_query_of_the_same_words(catalogue: Catalogue) -> None:
    """The limit: FTS5 alone, without asking what holds today."""
    with closing(sqlite3.connect(f"file:{catalogue.path}?mode=ro&immutable=1", uri=True)) as db:
        ask = "SELECT rowid FROM words WHERE words MATCH ? LIMIT 400"
        took = [
            milliseconds(lambda text=text: db.execute(ask, (f'"{text}"*',)).fetchall())
            for text in (word for one in typed("en") for word in one.split())
        ]
    tell(figure(f"plain FTS5 query, {COUNT:,} entries", "ms", took))


@pytest.mark.parametrize("language", ["en", "cy", "ar"])
def test_a_list_by_choices(catalogue: Catalogue, language: str) -> None:
    lists = Lists(catalogue)
    whats = [Choices({By.WHAT: what}) for what in What]
    near = [one.with_(By.PLACE, area) for one in whats for area in AREAS]
    narrow = [one.with_(By.NEED, "work").with_(By.STAGE, "twelve-weeks") for one in near]
    every = [*whats, *near, *narrow]
    took = [milliseconds(lambda one=one: lists.find(one, language)) for one in every]
    tell(figure(f"list by choices, {COUNT:,} entries, {language}", "ms", took, aim=AIM))
    asked = [milliseconds(lambda one=one: lists.options(By.PLACE, one)) for one in whats]
    tell(figure(f"options of a choice, {language}", "ms", asked, aim=AIM))
