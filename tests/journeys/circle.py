"""The demonstration prison in one folder: every command of the circle, run as a child process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
SITE = "MVX"
WING = "B"
PEOPLE = """number,language,wing,active
A1234BC,en,B,yes
A5678DE,cy,B,yes
A9012FG,en,A,yes
"""
"""Three invented people."""


class CommandFailed(Exception):
    """A command did not end as the story needs; its own words are the message."""


@dataclass(frozen=True, slots=True)
class Circle:
    """One folder holds the keys, the repository, the office, the stick and the kiosk's data."""

    folder: Path

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def repository(self) -> Path:
        return self.folder / "repository"

    @property
    def office(self) -> str:
        return f"sqlite:///{self.folder / 'office.db'}"

    @property
    def data(self) -> Path:
        return self.folder / "kiosk"

    @property
    def stick(self) -> Path:
        """The stick while somebody carries it, or while it is in the office machine."""
        return self.folder / "stick"

    @property
    def slot(self) -> Path:
        """Where the kiosk looks: a stick is in while `SIGNPOST/` stands here."""
        return self.folder / "slot"

    @property
    def enrolment(self) -> Path:
        return self.folder / "enrolment.json"

    @property
    def slips(self) -> Path:
        return self.folder / "slips"

    def make_keys(self) -> str:
        return self.signpost("keys", "create", "--out", self.keys, "--demo")

    def publish(self, sources: Path = HOUSE / "content") -> str:
        return self.signpost(
            *("content", "publish", sources),
            *("--keys", self.keys, "--to", self.repository),
        )

    def enrol(self) -> str:
        return run(
            *("signpost-kiosk", "enrol", "--data", self.data, "--site", SITE, "--wing", WING),
            *("--number", "2", "--root", self.keys / "root.json", "--out", self.enrolment),
        )

    def register(self) -> str:
        return self.signpost("kiosk", "register", self.enrolment, "--db", self.office)

    def import_people(self) -> str:
        people = self.folder / "people.csv"
        people.write_text(PEOPLE, encoding="utf-8")
        return self.signpost(
            *("people", "import", people, "--db", self.office, "--keys", self.keys),
            *("--slips", self.slips),
        )

    def pin_of(self, number: str) -> str:
        """The PIN as the person reads it on the slip."""
        slip = next(self.slips.glob(f"*{number}*.txt")).read_text(encoding="utf-8")
        line = next(line for line in slip.splitlines() if "PIN" in line and any_digit(line))
        return "".join(sign for sign in line if sign.isdigit())

    def write_stick(self) -> str:
        """The office writes the next stick: content and every return."""
        self.stick.mkdir(exist_ok=True)
        return self.signpost(
            *("stick", "write", self.stick, "--site", SITE, "--repo", self.repository),
            *("--db", self.office, "--keys", self.keys),
        )

    def put_stick_in(self) -> None:
        """Staff put the stick into the kiosk."""
        self.slot.mkdir(exist_ok=True)
        (self.stick / "SIGNPOST").rename(self.slot / "SIGNPOST")

    def take_stick_out(self) -> None:
        """Staff take it out again."""
        (self.slot / "SIGNPOST").rename(self.stick / "SIGNPOST")

    def first_stick(self) -> str:
        """Take the stick in without waiting for a hand to pull it."""
        return run(
            *("signpost-mailroom", "run", "--data", self.data, "--stick", self.stick, "--once")
        )

    @contextmanager
    def mailroom(self) -> Iterator[None]:
        """The kiosk's own mailroom, watching the slot in a process of its own."""
        self.slot.mkdir(exist_ok=True)
        words = ("run", "--data", str(self.data), "--watch", str(self.slot))
        with subprocess.Popen([program("signpost-mailroom"), *words]) as process:
            try:
                yield
            finally:
                process.terminate()

    def collect(self) -> str:
        return self.signpost(
            *("requests", "collect", self.stick, "--db", self.office, "--keys", self.keys)
        )

    def signpost(self, *words: str | Path) -> str:
        return run("signpost", *words)


def run(*words: str | Path) -> str:
    """Run one command to its end; what it printed."""
    name, *rest = (str(word) for word in words)
    done = subprocess.run(
        [program(name), *rest],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "100"},
    )
    if done.returncode:
        raise CommandFailed(
            f"{name} {' '.join(rest)} ended with {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def program(name: str) -> Path:
    """One of the three commands, beside the Python that runs this."""
    return Path(sys.executable).with_name(name)


def any_digit(line: str) -> bool:
    return any(sign.isdigit() for sign in line)
