"""Asks the kiosk's own program to draw one entry."""

import subprocess
import sys
import tempfile
from pathlib import Path

from admin_tools.authoring.sources import Sources
from admin_tools.publishing.errors import PublishingRefused
from kiosk.exchange import canonical
from kiosk.exchange.folder import Folder

PROGRAM = "kiosk.assembly.preview"
SECONDS = 60


def draw(sources: Sources, entry: str, language: str, picture: Path, *, easy: bool = False) -> None:
    """Draw an entry into a PNG, in easy read if that is wanted, or raise.

    The child gets one file with the entry as JSON, beside it its own pictures by their hashes
    and the lists of codes, and the name of the picture to write.
    """
    found = [w for w in sources.written if w.entry.id == entry]
    fitting = [w for w in found if w.entry.language == language] or found
    if not fitting:
        raise PublishingRefused(
            "no-such-entry", f"There is no entry {entry!r} in the sources. Nothing was drawn."
        )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "entry.json"
        file.write_bytes(canonical.dump(fitting[-1].entry))
        media = Folder(Path(folder)).below("media")
        for sha256, data in fitting[-1].media.items():
            media.write(sha256, data)
        policy = Folder(Path(folder)).below("policy")
        for name, value in sources.policy.items():
            policy.write(f"{name}.json", canonical.dump(value))
        done = subprocess.run(  # noqa: S603 - our own program with our own file
            [
                *(sys.executable, "-m", PROGRAM, str(file), "--to", str(picture.absolute())),
                *(("--easy",) if easy else ()),
            ],
            check=False,
            capture_output=True,
            timeout=SECONDS,
        )
    if done.returncode or not picture.is_file():
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise PublishingRefused(
            "not-drawn",
            "The picture was not drawn. The sources are unchanged. Is the kiosk's program"
            f" installed here, and no kiosk enrolled? It said: {' '.join(last) or 'nothing'}",
        )
