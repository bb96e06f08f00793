"""Writes the two files of an entry that nobody has checked yet."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from admin_tools.authoring.confirming import longest
from admin_tools.authoring.writing import FACTS
from kiosk.exchange.entries import Kind


def put(folder: Path, facts: Iterable[str], page: str) -> tuple[Path, Path]:
    """Write facts.toml and en.md; FileExistsError when the folder is there."""
    folder.mkdir(parents=True)
    written, english = folder / FACTS, folder / "en.md"
    written.write_text("\n".join(facts) + "\n", encoding="utf-8")
    english.write_text(page, encoding="utf-8")
    return written, english


def source(name: str, day: date) -> tuple[str, ...]:
    """Say where it comes from; nobody has verified it."""
    return ("", "[source]", f"name = {toml(name)}", f"day = {day}", "verified = false")


def until(kind: Kind, day: date, usual: timedelta) -> date:
    """Say when it must be looked at again: as usual, or sooner where its kind is believed less."""
    return day + min(usual, longest(kind.value))


def toml(value: object) -> str:
    """Write a value as TOML: words, days, lists, tables in one line."""
    if isinstance(value, date):  # or an instant: both are written plainly
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{name} = {toml(part)}" for name, part in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
