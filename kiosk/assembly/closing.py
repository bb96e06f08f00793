"""Keeps until when staff have closed the screen."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path


class ClosedUntil:
    """One small file in the run folder: it outlives the program, not the power."""

    def __init__(self, run: Path, now: Callable[[], datetime]) -> None:
        self._file = run / "closed-until"
        self._now = now

    def until(self) -> datetime | None:
        """Say when it opens again; None while it is open."""
        try:
            until = datetime.fromisoformat(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return until if until > self._now() else None

    def close(self, until: datetime) -> None:
        """Close the screen until then."""
        part = self._file.with_suffix(".part")
        part.write_text(until.isoformat(), encoding="ascii")
        part.replace(self._file)

    def lift(self) -> None:
        """Open the screen now."""
        self._file.unlink(missing_ok=True)
