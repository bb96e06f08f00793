"""Prints one list of pages: draws them, hands them to the printer's own program, keeps nothing."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from kiosk import lockdown
from kiosk.assembly.paper import LONGEST, made
from kiosk.catalogue.catalogue import Catalogue
from kiosk.paper.errors import PaperRefused
from kiosk.paper.job import Job
from kiosk.speech.program import ENVIRONMENT, WITH_US

LP = Path("/usr/bin/lp")
SENT, NOTHING, FAILED = 0, 3, 4
PATIENCE = 20.0
"""Seconds: a print service that has not taken a few pages by then does not take them at all."""


def main(words: Sequence[str] | None = None) -> int:
    """Print the order on standard input, and give the exit code."""
    parser = argparse.ArgumentParser(prog="kiosk.assembly.at_printer")
    parser.add_argument("catalogue", type=Path, help="what the visit reads")
    parser.add_argument("home", type=Path, help="the folder in which media lies")
    parser.add_argument("queue", help="what the print service calls the printer")
    parser.add_argument("--lp", type=Path, default=LP, help="the program that takes the pages")
    said = parser.parse_args(words)
    lockdown.clean_environment()  # before the first letter: paper has the kiosk's own fonts
    job = Job.model_validate_json(sys.stdin.buffer.read(LONGEST))
    try:
        with closing(Catalogue(said.catalogue, job.day, job.site, job.wing)) as catalogue:
            pdf = made(job, catalogue, said.home).pdf
    except PaperRefused:
        return NOTHING
    return SENT if _sent(pdf, said.lp, said.queue) else FAILED


def _sent(pdf: bytes, lp: Path, queue: str) -> bool:
    """Whether the print service took the pages. They go through a pipe: no file is ever made."""
    options = ("-s", "-t", "Signpost", "-o", "media=A4", "-o", "sides=two-sided-long-edge")
    try:
        done = subprocess.run(  # noqa: S603  a fixed command; the queue is a name of the bench
            (*WITH_US, str(lp), "-d", queue, *options),
            input=pdf,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            cwd="/",
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
