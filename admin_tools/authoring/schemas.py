"""Writes what each kind of entry may hold as JSON Schema, for programs of others."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.exchange.entries import Entry
from kiosk.exchange.kinds.about import FIELDS
from kiosk.exchange.model import Model

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """Give the name and text of every schema: one a kind, one of a whole entry."""
    models: dict[str, type[Model]] = {**FIELDS, "entry": Entry}
    for name, model in sorted(models.items()):
        schema = {"$schema": DRAFT, **model.model_json_schema(mode="validation")}
        yield f"{name}.schema.json", json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def main(words: Sequence[str]) -> int:
    """Write every schema into the folder that is named."""
    folder = Path(words[0] if words else "docs/schemas")
    for name, text in schemas():
        (folder / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}: {len(text):,} characters\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
