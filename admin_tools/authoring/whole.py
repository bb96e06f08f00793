"""Puts a file in place whole: the old one stands until the new one is on the disk."""

import os
from pathlib import Path


def put_whole(path: Path, data: bytes) -> None:
    """Write beside the file, flush, rename; OSError leaves the old file and nothing beside it."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
