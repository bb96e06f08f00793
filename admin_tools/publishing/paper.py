"""Asks the kiosk's own program to print pages: leaflets, posters, packs."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from threading import Timer
from typing import Any

from admin_tools.authoring.check import Checked
from admin_tools.authoring.findings import stopping
from admin_tools.authoring.whole import put_whole
from admin_tools.publishing import media
from admin_tools.publishing.contents import contents
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import must_be_published
from kiosk.exchange.folder import Folder

PROGRAM = "kiosk.assembly.paper"
SECONDS = 120
"""A pack of twelve entries took 3.3 seconds of a processor; more means that something hangs."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: the fields of kiosk.paper.job.Job, which says what they mean."""

    what: str
    entries: tuple[str, ...]
    site: str
    wing: str
    language: str
    easy: bool
    day: date
    size: str = "a4"
    where: str = ""
    stage: str | None = None
    area: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What is printed from: the files of a publication, and their pictures by hash."""

    files: Mapping[str, bytes]
    pictures: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """What was printed: pages, entries with their language, what was left out and why."""

    pages: int
    entries: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, str], ...]


def of_sources(checked: Checked, wanted: Sequence[str]) -> Content:
    """Print from sources: what stops publishing an entry stops printing it too."""
    folders = {(Path(one.page).parent.as_posix(), one.entry.id) for one in checked.sources.written}
    for finding in stopping(checked.findings, demo=True):
        folder = Path(finding.file).parent.as_posix()
        if any(where == folder and entry in wanted for where, entry in folders):
            raise PublishingRefused("must-be-mended", f"{finding} Nothing was printed.")
    by_role = contents(checked.sources, None)
    files = {path: data for role in by_role.values() for path, data in role.items()}
    return Content(files, media.of_sources(checked.sources))


def of_repository(repository: Repository) -> Content:
    """Print from what is published; every signature is verified, every byte checked."""
    listed = must_be_published(repository).files()
    files = {path: repository.read(path, file) for path, file in listed.items()}
    pictures = media.named(listed, repository.read)
    return Content(files, {one.sha256: repository.read_picture(one) for one in pictures})


def print_paper(content: Content, order: Order, to: Path, progress: Progress) -> Paper:
    """Write the PDF of an order, or raise; an older file stands until the new one is whole.

    The child gets a folder with the files and the order on its standard input. What it says
    comes a line at a time: how far it is, then what was printed or why not.
    """
    if not to.parent.is_dir():
        raise _not_written(to, "there is no such folder")
    with tempfile.TemporaryDirectory() as scratch:
        folder, pdf = Folder(Path(scratch)), Path(scratch) / "paper.pdf"
        for path, data in content.files.items():
            folder.write(path, data)
        for sha256, data in content.pictures.items():
            folder.write(f"media/{sha256}", data)
        said = _asked(folder.path, pdf, json.dumps(asdict(order), default=str), progress)
        if "pages" not in said:
            raise _refused(said)
        _keep(to, pdf.read_bytes())
    return Paper(
        int(said["pages"]),
        tuple((entry, language) for entry, language in said["entries"]),
        tuple((entry, why) for entry, why in said["left_out"]),
    )


def _asked(folder: Path, pdf: Path, order: str, progress: Progress) -> dict[str, Any]:
    """Run the child and hand back the last thing that it said."""
    last: dict[str, Any] = {}
    command = [sys.executable, "-m", PROGRAM, str(folder), "--to", str(pdf)]
    with subprocess.Popen(  # noqa: S603 - our own program with our own files
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as child:
        clock = Timer(SECONDS, child.kill)
        clock.start()
        try:
            if child.stdin and child.stdout:
                child.stdin.write(order)
                child.stdin.close()
                for line in child.stdout:
                    last = json.loads(line)
                    if "done" in last:
                        progress(int(last["done"]), int(last["of"]))
        except (OSError, ValueError):
            last = {}
        finally:
            clock.cancel()
    return last


def _refused(said: Mapping[str, Any]) -> PublishingRefused:
    if "sentence" in said:
        return PublishingRefused(said["code"], said["sentence"])
    return PublishingRefused(
        "not-printed",
        "Nothing was printed. The content is unchanged. Is the kiosk's program installed here,"
        " with Pango and the Noto fonts?",
    )


def _keep(to: Path, data: bytes) -> None:
    """Put the file in place whole, or raise."""
    try:
        put_whole(to, data)
    except OSError as error:
        raise _not_written(to, error.strerror or "no reason given") from error


def _not_written(to: Path, why: str) -> PublishingRefused:
    return PublishingRefused(
        "not-written",
        f"{to} cannot be written: {why}. Nothing was printed. Choose another folder with --to.",
    )
