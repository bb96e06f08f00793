"""Entries with typed fields, and the lists of codes of the demonstration's content."""

import json
import tomllib
from functools import lru_cache

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import Ask
from kiosk.exchange.kinds.about import FIELDS
from kiosk.exchange.policy import VOCABULARIES, Vocabulary
from tests.architecture.house import HOUSE
from tests.builders.reading import an_entry
from tests.builders.small_catalogue import SmallCatalogue
from tests.exchange.kinds.examples import EXAMPLES


class TypedCatalogue(SmallCatalogue):
    """A small catalogue that knows every list of codes."""

    def vocabulary(self, name: str) -> Vocabulary:
        return _lists()[name]


def a_typed_entry(kind: str, title: str) -> TypedCatalogue:
    """A catalogue with one entry of this kind: its example, and a way to ask."""
    about = FIELDS[kind].model_validate_json(json.dumps({"kind": kind, **EXAMPLES[kind]}))
    plain = an_entry(title=title, blocks=(Ask(form="housing"),), also=())
    entry = plain.model_copy(update={"about": about, "summary": "What you need to know."})
    return TypedCatalogue(entries={"housing-help": Shown(entry, "en", stale=False)})


@lru_cache(maxsize=1)
def _lists() -> dict[str, Vocabulary]:
    folder = HOUSE / "content" / "policy"
    texts = {name: (folder / f"{name}.toml").read_text(encoding="utf-8") for name in VOCABULARIES}
    return {
        name: Vocabulary.model_validate_json(json.dumps(tomllib.loads(text)))
        for name, text in texts.items()
    }
