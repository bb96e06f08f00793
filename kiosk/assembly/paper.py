"""Prints pages of the catalogue: one order in, one PDF out, nothing on a screen."""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk import lockdown
from kiosk.assembly.preview import ENROLLED
from kiosk.catalogue import building
from kiosk.catalogue.catalogue import Catalogue
from kiosk.exchange import media
from kiosk.exchange.folder import Folder
from kiosk.exchange.media import MediaFile
from kiosk.exchange.refusals import Refused
from kiosk.paper.errors import PaperRefused
from kiosk.paper.job import Job
from kiosk.paper.leaflet import Stock
from kiosk.paper.printing import Printed, printed
from kiosk.translation import Words

DONE, REFUSED = 0, 3
LONGEST = 64 * 1024
"""Bytes of an order: forty pages and a line of words."""


@dataclass(frozen=True, slots=True)
class Published:
    """The files of a publication, as they lie in a folder."""

    version: int
    targets: tuple["File", ...]


@dataclass(frozen=True, slots=True)
class File:
    """One of them."""

    path: str
    sha256: str


def main(words: Sequence[str] | None = None) -> int:
    """Print what the order on standard input says, and give the exit code."""
    parser = argparse.ArgumentParser(prog="kiosk.assembly.paper")
    parser.add_argument("files", type=Path, help="what is published, and media, as files")
    parser.add_argument("--to", type=Path, required=True, help="the PDF to write")
    said = parser.parse_args(words)
    lockdown.clean_environment()  # before the first letter: paper has the kiosk's own fonts
    if ENROLLED.exists():
        return _refuse("kiosk", "This machine is a kiosk. Paper is made in the office only.")
    try:
        job = Job.model_validate_json(sys.stdin.buffer.read(LONGEST))
        with _catalogue(said.files, job) as catalogue:
            done = made(job, catalogue, said.files)
        said.to.write_bytes(done.pdf)
    except PaperRefused as refused:
        return _refuse(refused.code, str(refused))
    except Refused as refused:
        return _refuse(str(refused.code), refused.sentence)
    except ValueError:
        return _refuse("order", "This is no order for paper. Nothing was printed.")
    _tell(pages=done.pages, entries=done.entries, left_out=done.left_out)
    return DONE


def made(job: Job, catalogue: Catalogue, home: Path) -> Printed:
    """Make the document; the pictures lie in `media` in this folder."""

    def picture(file: MediaFile) -> bytes | None:
        try:
            return media.read(Folder(home), file, place="media")
        except (Refused, OSError):
            return None

    stock = Stock(catalogue, picture, Words(job.language, easy=job.easy), job.day)
    return printed(job, stock, lambda done, of: _tell(done=done, of=of))


@contextmanager
def _catalogue(files: Path, job: Job) -> Iterator[Catalogue]:
    """Build what a kiosk of this prison would read that day."""
    site = job.site.lower()
    ours = ("national/", "policy/", f"site/{site}/", f"trust/{site}.json", "withdrawn/")
    found = sorted(path for path in files.rglob("*.json*") if path.is_file())
    named = [(path, path.relative_to(files).as_posix()) for path in found]
    targets = tuple(
        File(name, hashlib.sha256(path.read_bytes()).hexdigest())
        for path, name in named
        if name.startswith(ours)
    )
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "catalogue.sqlite"
        building.build(
            file, None, Published(1, targets), lambda one: (files / one.path).read_bytes()
        )
        with closing(Catalogue(file, job.day, job.site, job.wing)) as catalogue:
            yield catalogue


def _refuse(code: str, sentence: str) -> int:
    _tell(code=code, sentence=sentence)
    return REFUSED


def _tell(**facts: object) -> None:
    """One line for who waits: how far it is, or how it ended."""
    sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
