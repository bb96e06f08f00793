"""Reads a source file as clean text, with the line of everything that is not."""

import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from admin_tools.authoring.findings import Finding, must

_JOINERS = "\u200c\u200d\u200e\u200f"
"""Signs without a shape that Arabic, Persian and Hindi need."""
_TOML_LINE = re.compile(r"\(at line (\d+)")
_CLASH = re.compile(r"^(<{7} |>{7} )", re.MULTILINE)
"""What a version control leaves where two people changed the same lines."""
Where = tuple[str | int, ...]
"""The way to a value inside a TOML file: names and numbers from 0."""


def read_text(path: Path, name: str) -> tuple[str, tuple[Finding, ...]]:
    """Read a file as UTF-8 in NFC; signs that nobody can see are findings."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", (
            must(name, line, "encoding", "This file is not UTF-8.", "Save it again as UTF-8."),
        )
    if clash := _CLASH.search(text):
        line = text[: clash.start()].count("\n") + 1
        said = "Two people changed this part at the same time: both their words stand here."
        mend = "Keep what is right; delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
        return "", (must(name, line, "two-authors", said, mend),)
    hidden = set(filter(is_hidden, set(text)))
    findings = tuple(
        must(
            name,
            number,
            "hidden-sign",
            f"There is a sign that nobody can see: U+{ord(sign):04X}.",
            "Delete it and type the words again.",
        )
        for number, line in enumerate(text.split("\n") if hidden else (), 1)
        for sign in sorted(hidden.intersection(line))
    )
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")), findings


def is_hidden(sign: str) -> bool:
    """Tell whether a sign has no shape, or turns the direction of what follows."""
    if sign in "\t\r\n" or sign in _JOINERS:
        return False
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") or sign == "\ufffd"


@dataclass(frozen=True, slots=True)
class Toml:
    """One TOML file: its values, and on which line each of them stands."""

    name: str
    text: str
    data: Mapping[str, object]

    def line(self, where: Where) -> int:
        """Find the line of a value, or of the nearest thing around it."""
        lines = self.text.split("\n")
        at, tables = 0, ""
        for step, part in enumerate(where):
            if isinstance(part, str):
                found = _find(lines, at, tables, part)
                nth = where[step + 1] if step + 1 < len(where) else 0
                tables = f"{tables}.{part}" if tables else part
                at = _nth_table(lines, tables, nth if isinstance(nth, int) else 0) or found or at
            elif part and not _nth_table(lines, tables, part):
                at = _nth_element(lines, at, part)
        return max(at, 1)


def read_toml(path: Path, name: str) -> tuple[Toml, tuple[Finding, ...]]:
    """Read a TOML file; a file that cannot be read is empty and has a finding."""
    text, findings = read_text(path, name)
    try:
        return Toml(name, text, tomllib.loads(text)), findings
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found.group(1)) if found else max(text.count("\n"), 1)
        what = "A day or time on this line does not exist." if "date" in str(error) else str(error)
        finding = must(name, line, "toml", f"This file cannot be read. {what}", "Mend this line.")
        return Toml(name, text, {}), (*findings, finding)


def as_json(data: object) -> str:
    """Write values read from TOML as JSON: days and times as text."""
    return json.dumps(data, default=_day_or_time, ensure_ascii=False)


def _day_or_time(value: object) -> str:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _nth_table(lines: list[str], tables: str, nth: int) -> int:
    """Find the line of the nth [[tables]] header, or of the only [tables]; 0 when none."""
    heads = (f"[[{tables}]]", f"[{tables}]")
    found = [n for n, line in enumerate(lines, 1) if line.strip().startswith(heads)]
    return found[nth] if nth < len(found) else 0


def _find(lines: list[str], after: int, tables: str, key: str) -> int:
    """Find `key =` after a line; within its table when it has a header of its own."""
    pattern = re.compile(rf"(^|[\s{{,.]){re.escape(key)}\s*[=.]")
    for number, line in enumerate(lines[max(after - 1, 0) :], max(after, 1)):
        if number > after and tables and line.startswith("["):
            return 0
        if pattern.search(line):
            return number
    return 0


def _nth_element(lines: list[str], at: int, nth: int) -> int:
    """Count the rows of a list written one element a line."""
    rows = [n for n, line in enumerate(lines[at:], at + 1) if line.strip().startswith(("{", '"'))]
    return rows[nth] if nth < len(rows) and rows[0] == at + 1 else at
