"""Release notes: what each publication changed, in words for staff."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from admin_tools.publishing.changes import Changes
from admin_tools.publishing.repository import Repository

FOLDER = "notes"
KEPT = 12
"""Publications whose notes a repository keeps."""
ON_STICK = 3
"""Publications whose notes travel: who missed one still reads what changed."""
SHOWN = 40
"""Lines under one heading; what comes after them is counted."""
_NOTHING = "No reader will see a difference.\n"


def keep(repository: Repository, version: int, day: date, changes: Changes) -> Path:
    """Write down what this version changed; the oldest notes go."""
    folder = repository.path / FOLDER
    folder.mkdir(exist_ok=True)
    file = folder / f"{version}.txt"
    file.write_text("".join(_lines(version, day, changes)), encoding="utf-8")
    for old in _newest_first(repository)[KEPT:]:
        old.unlink()
    return file


def newest(repository: Repository) -> str:
    """Give the notes of the last publications, the newest first; "" when there are none."""
    notes = _newest_first(repository)[:ON_STICK]
    return "\n".join(file.read_text(encoding="utf-8") for file in notes)


def _newest_first(repository: Repository) -> list[Path]:
    files = (repository.path / FOLDER).glob("*.txt")
    numbered = [file for file in files if file.stem.isdecimal()]
    return sorted(numbered, key=lambda file: int(file.stem), reverse=True)


def _lines(version: int, day: date, changes: Changes) -> Iterator[str]:
    yield f"Version {version}, {day.isoformat()}\n"
    if changes.nothing:
        yield _NOTHING
    for heading, lines in changes.headed(SHOWN):
        yield f"\n{heading}\n"
        yield from (f"- {line}\n" for line in lines)
