"""How far the mailroom is, in one small file that the screen polls."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

EVERY = 0.25
"""Seconds between two writes within one step: the screen polls no faster than this."""


class Step(StrEnum):
    """What the mailroom is doing with the stick."""

    IDLE = "idle"
    READING = "reading"
    CHECKING = "checking"
    INSTALLING = "installing"
    RETURN = "return"
    WRITING = "writing"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Progress:
    """One step, `done` of `of`; a refusal has its code with facts, an end has its counts."""

    step: Step
    done: int = 0
    of: int = 0
    code: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)
    stick: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


class ProgressFile:
    """Replaces `progress.json` whole, at most four times a second within one step."""

    def __init__(
        self, folder: Path, now: Callable[[], datetime], clock: Callable[[], float]
    ) -> None:
        self._path = folder / "progress.json"
        self._now = now
        self._clock = clock
        self._shown: Progress | None = None
        self._at = 0.0

    def show(self, progress: Progress) -> None:
        """Write this down, unless the same step was written a moment ago.

        A file that cannot be written stops nothing: the work matters, the bar does not.
        """
        at = self._clock()
        same = self._shown is not None and self._shown.step is progress.step
        if same and at - self._at < EVERY:
            return
        self._shown, self._at = progress, at
        try:
            self._replace(progress)
        except OSError:
            self._shown = None

    def _replace(self, progress: Progress) -> None:
        part = self._path.with_suffix(".part")
        part.write_text(self._text(progress), encoding="utf-8")
        part.replace(self._path)

    def _text(self, progress: Progress) -> str:
        return json.dumps(
            {
                "at": self._now().strftime("%Y-%m-%dT%H:%M:%SZ"),
                "step": progress.step.value,
                "done": progress.done,
                "of": progress.of,
                "code": progress.code,
                "facts": dict(progress.facts),
                "stick": progress.stick,
                "counts": dict(progress.counts),
            },
            sort_keys=True,
        )
