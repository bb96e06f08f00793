"""Writes into an entry's facts that somebody has checked it again."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from admin_tools.authoring.errors import AuthoringRefused
from admin_tools.authoring.whole import put_whole
from admin_tools.authoring.writing import FACTS
from kiosk.exchange.kinds.about import FIELDS

LONGEST = timedelta(days=366)
"""Nothing is believed for longer than a year; some kinds for a shorter time."""
_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What was written: on which day it was checked, by whom, and when the next check is due."""

    file: Path
    checked_on: date
    checked_by: str
    review_by: date


def confirm(folder: Path, today: date, by: str, review_by: date | None = None) -> Confirmed:
    """Set checked_on, checked_by and review_by in facts.toml; every other sign stays as it was.

    Without `review_by` the entry is believed as long as it was before. AuthoringRefused
    (not-readable, ended, too-long, not-understood): then the file is as it was.
    """
    file = folder / FACTS
    text, facts = _read(file)
    ends = facts.get("valid_to")
    if isinstance(ends, date) and ends < today:
        raise AuthoringRefused(
            "ended",
            f"{folder.name} ended on {ends}. If it goes on, change valid_to first;"
            " if not, take the folder away. Nothing was changed.",
        )
    last = today + longest(folder.parent.name)
    until = review_by or min(today + _believed(facts), last)
    if not today < until <= last:
        raise AuthoringRefused(
            "too-long",
            f"The next check must be after today and by {last}. Nothing was changed.",
        )
    new = {"checked_on": today, "checked_by": by, "review_by": until}
    changed = _rewritten(text, new)
    if not _says_the_same(changed, facts, new):
        raise AuthoringRefused(
            "not-understood",
            f"{file} is written in a way this command does not understand."
            " Change the three lines by hand. Nothing was changed.",
        )
    put_whole(file, changed.encode())
    return Confirmed(file, today, by, until)


def longest(kind: str) -> timedelta:
    """Say for how long an entry of a kind is believed at most after its check."""
    fields = FIELDS.get(kind)
    return fields.believed if fields and fields.believed else LONGEST


def _read(file: Path) -> tuple[str, dict[str, object]]:
    try:
        with file.open(encoding="utf-8", newline="") as read:
            text = read.read()
        return text, tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise AuthoringRefused(
            "not-readable",
            f"{file} cannot be read. `signpost content check` says where. Nothing was changed.",
        ) from None


def _believed(facts: Mapping[str, object]) -> timedelta:
    """Say for how long it was believed the last time."""
    since, until = facts.get("checked_on"), facts.get("review_by")
    if isinstance(since, date) and isinstance(until, date) and since < until:
        return min(until - since, LONGEST)
    return timedelta(days=180)


def _rewritten(text: str, new: Mapping[str, object]) -> str:
    """Put the new values into the lines above the first table."""
    table = _TABLE.search(text)
    at = table.start() if table else len(text)
    head, rest = text[:at], text[at:]
    for name, value in new.items():
        line = f"{name} = {_toml(value)}"
        found = re.search(rf"^{name}\s*=[^\r\n]*", head, re.MULTILINE)
        before, after = (found.start(), found.end()) if found else (0, 0)
        head = head[:before] + line + ("" if found else "\n") + head[after:]
    return head + rest


def _toml(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _says_the_same(text: str, before: Mapping[str, object], new: Mapping[str, object]) -> bool:
    """Read the file as it would be: the new values, and everything else as it was."""
    try:
        return tomllib.loads(text) == {**before, **new}
    except tomllib.TOMLDecodeError:
        return False
