"""Draws one entry as the kiosk would show it: one file in, one picture out."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk import lockdown

ENROLLED = Path("/var/lib/signpost/kiosk.toml")
"""Where a real kiosk keeps its settings. On such a machine nothing is previewed."""
SIZE = (1920, 1080)
DONE, REFUSED = 0, 3
LONGEST = 1024 * 1024


def main(words: Sequence[str] | None = None) -> int:
    """Draw the picture and give the exit code."""
    said = _wanted(words)
    if ENROLLED.exists():
        sys.stderr.write("This machine is a kiosk. Entries are previewed in the office only.\n")
        return REFUSED
    lockdown.close_doors(size=SIZE, windowed=True)
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    from kiosk.assembly import drawn_entry
    from kiosk.exchange import canonical
    from kiosk.exchange.entries import Entry
    from kiosk.exchange.refusals import Refused

    try:
        entry = canonical.read_as(Entry, said.entry.read_bytes(), LONGEST)
    except (OSError, ValueError, Refused):
        sys.stderr.write("This file holds no entry that a kiosk could show.\n")
        return REFUSED
    media_at = said.media or said.entry.parent / "media"
    now, media = datetime.now(UTC), media_at.absolute()
    drawn_entry.draw(entry, now, SIZE, media, said.to, easy=said.easy)
    return DONE


def _wanted(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.assembly.preview")
    parser.add_argument("entry", type=Path, help="one entry as JSON")
    parser.add_argument("--media", type=Path, help="its pictures (else media, beside the entry)")
    parser.add_argument("--easy", action="store_true", help="in easy read")
    parser.add_argument("--to", type=Path, required=True, help="the picture to write (PNG)")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
