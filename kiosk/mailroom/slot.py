"""Looks whether a stick is in."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

SIGNPOST = "SIGNPOST"
"""The one folder on a stick that is ours."""


class Presence(StrEnum):
    """What is in the slot: nothing, a stick of ours, or a stick with other things on it."""

    NOTHING = "nothing"
    OURS = "ours"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Seen:
    """One look. `mark` differs when a stick was swapped between two looks."""

    presence: Presence
    mark: tuple[int, int] = (0, 0)


NOTHING = Seen(Presence.NOTHING)


def look(folder: Path) -> Seen:
    """Say what stands in the folder where sticks are mounted; nothing is opened."""
    try:
        ours = (folder / SIGNPOST).lstat()
    except OSError:
        return _other(folder)
    return Seen(Presence.OURS, (ours.st_dev, ours.st_ino))


def _other(folder: Path) -> Seen:
    """Tell apart, where SIGNPOST is missing: an empty slot, a blank stick, or holiday photos."""
    try:
        with os.scandir(folder) as entries:
            anything = any(True for _ in entries)
        stat = folder.stat()
    except OSError:
        return NOTHING
    if anything or folder.is_mount():
        return Seen(Presence.OTHER, (stat.st_dev, stat.st_ino))
    return NOTHING
