"""What one person types and chooses is found nowhere outside sealed blobs, all the way round."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.audit.secrets import found_in
from tests.journeys.circle import HOUSE, PEOPLE, Circle

pytestmark = [pytest.mark.faults, pytest.mark.slow]
NUMBER = "Z7351QX"
CHOSEN = "Kanarienvogel siebentausend"
"""Stands in the form as one of its answers: whoever chooses it has as good as written it."""
NOTE = "Nachtigall neunhundertelf"
"""What the desk writes back."""
SECRETS = [NUMBER, CHOSEN, NOTE, "$argon2"]
ADVISER = "J. Harris (invented)"
CHOICE = "Work for myself"
VISITS = ("search", "cancel", "idle", "crash", "send")

HELD_BY_PAPER = ("slips", "people.csv")
"""The list from the prison and the slips for the people: they hold the number by nature."""
HELD_BY_CONTENT = ("content", "repository", "kiosk/catalogue", "stick/SIGNPOST/content")
"""Published for everybody, the words of the form with it."""


class Story:
    """The circle with one person in it; all that any program says goes into `said`."""

    def __init__(self, folder: Path) -> None:
        self.circle = Circle(folder)
        self.said = folder / "said"
        self.said.mkdir(parents=True)

    def set_up(self) -> None:
        circle, content = self.circle, self.circle.folder / "content"
        shutil.copytree(HOUSE / "content", content)
        form = content.joinpath("national", "form", "work", "facts.toml")
        old = form.read_text(encoding="utf-8")
        assert CHOICE in old
        form.write_text(old.replace(CHOICE, CHOSEN), encoding="utf-8")
        circle.make_keys()
        publish = ("--keys", circle.keys, "--to", circle.repository)
        circle.signpost("content", "publish", content, *publish)
        circle.enrol()
        circle.register()
        people = circle.folder / "people.csv"
        people.write_text(PEOPLE.replace("A1234BC", NUMBER), encoding="utf-8")
        at = ("--db", circle.office, "--keys", circle.keys)
        circle.signpost("people", "import", people, *at, "--slips", circle.slips)
        circle.write_stick()
        self.mailroom("first")

    def visit(self, what: str, *more: str) -> int:
        """One visit in a process of its own; its exit code."""
        told = (self.circle.data, NUMBER, self.circle.pin_of(NUMBER), CHOSEN, *more)
        words = [sys.executable, "-m", "tests.journeys.canary_visit", what, *map(str, told)]
        return self._run(what, words)

    def mailroom(self, name: str) -> None:
        words = ["run", "--data", self.circle.data, "--stick", self.circle.stick, "--once"]
        command = Path(sys.executable).with_name("signpost-mailroom")
        assert self._run(f"mailroom-{name}", [str(command), *map(str, words)]) == 0

    def answer(self) -> None:
        circle = self.circle
        at = ("--db", circle.office, "--keys", str(circle.keys), "--by", ADVISER)
        circle.collect()
        opened = circle.signpost("requests", "open", *at, "--desk", "work")
        assert NUMBER in opened
        (reference,) = {word for word in opened.split() if word.startswith("K") and "-" in word}
        assert CHOSEN in circle.signpost("requests", "show", reference, *at)
        facts = ("day=2026-12-01", "time=09:30", "room=room 2")
        given = (*facts, "--template", "talk", "--repo", str(circle.repository), "--note", NOTE)
        circle.signpost("requests", "reply", reference, *given, *at)
        circle.write_stick()

    def leaks(self) -> list[str]:
        """Every file of everybody that holds a secret, apart from those that must."""
        found = found_in(self.circle.folder, SECRETS)
        elsewhere = (*HELD_BY_PAPER, *HELD_BY_CONTENT, "office.db")
        kept = [line for line in found if not line.startswith(elsewhere)]
        return kept + self._leaks_of_the_office()

    def _leaks_of_the_office(self) -> list[str]:
        """The office knows who is in the prison; no other table may say so."""
        room = self.circle.folder.parent / "office"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        with (
            closing(sqlite3.connect(self.circle.folder / "office.db")) as office,
            closing(sqlite3.connect(room / "office.db", isolation_level=None)) as copy,
        ):
            office.backup(copy)
            copy.execute("PRAGMA foreign_keys = OFF")
            copy.execute("DELETE FROM people")
            copy.execute("VACUUM")
        return found_in(room, SECRETS)

    def _run(self, name: str, words: list[str]) -> int:
        room = self.circle.folder / "room"
        room.mkdir(exist_ok=True)
        places = {"TMPDIR": str(room), "HOME": str(room), "PYTHONPATH": str(HOUSE)}
        with (self.said / name).open("wb") as log:
            done = subprocess.run(
                words, cwd=room, env={**os.environ, **places}, stdout=log, stderr=log, check=False
            )
        return done.returncode


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path / "canary")
    story.set_up()
    return story


def said(story: Story, name: str) -> str:
    return (story.said / name).read_text(encoding="utf-8", errors="replace")


def test_nothing_is_found_all_the_way_round(story: Story) -> None:
    """One story, told in one go: each part goes on from the one before."""
    for what in VISITS:
        ended = story.visit(what)

        assert ended == (-signal.SIGABRT if what == "crash" else 0), said(story, what)
        assert story.leaks() == []

    story.mailroom("out")
    story.answer()
    story.mailroom("back")

    assert story.visit("read", NOTE) == 0, said(story, "read")
    assert story.leaks() == []
    room = story.circle.folder / "room"
    assert [path for path in room.rglob("*") if path.name.startswith("core")] == []
    no_program_says_the_pin(story)


def no_program_says_the_pin(story: Story) -> None:
    pin = story.circle.pin_of(NUMBER)
    logs = list(story.said.iterdir())
    assert len(logs) > len(VISITS)
    for log in logs:
        assert pin not in log.read_text(encoding="utf-8", errors="replace"), log.name
