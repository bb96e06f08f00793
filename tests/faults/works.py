"""What a trial can do; each says what was acknowledged as it happens."""

import contextlib
import io
import shutil
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.assembly import mailroom
from kiosk.database import Database, StoreFault
from kiosk.exchange.forms import Choice, Question
from kiosk.requests.ledger import Ledger, NewItem
from kiosk.visit.attempts import Attempts
from kiosk.visit.people import People, PeopleStore
from kiosk.visit.sign_in import SignIn
from tests.builders.exchange import SUNDAY, a_sealed_request
from tests.builders.stores import Wing, a_vault

Acknowledge = Callable[[str], None]


def visit(acknowledge: Acknowledge, data: str, stick: str, now: str = "") -> int:
    """One stick, in and out; says the command's JSON."""
    if now:
        instant = datetime.fromisoformat(now).astimezone(UTC)
        mailroom._now = lambda: instant
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = mailroom.main(["run", "--data", data, "--stick", stick, "--once", "--json"])
    acknowledge(said.getvalue())
    return code


def visit_pulled_out(acknowledge: Acknowledge, data: str, stick: str, at: str) -> int:
    """One stick that is pulled out when the `at`-th file is opened, made or listed on it.

    Python itself tells when that is: nothing of ours is replaced. Says first whether it came so
    far.
    """
    left = [int(at)]

    def pull(event: str, given: tuple[object, ...]) -> None:
        if event not in {"open", "os.mkdir", "os.rename", "os.scandir"}:
            return
        inside = isinstance(given[0], str) and not given[0].startswith("/")
        if inside or str(given[0]).startswith(stick):
            left[0] -= 1
            if left[0] == 0:
                acknowledge("pulled")
                shutil.rmtree(Path(stick) / "SIGNPOST")

    sys.addaudithook(pull)
    return visit(acknowledge, data, stick)


def visit_on_a_stick_that_lies(
    acknowledge: Acknowledge, data: str, stick: str, instead: str
) -> int:
    """One stick that says it kept a bundle, yet keeps `instead` in place of its last byte."""

    def lie(event: str, given: tuple[object, ...]) -> None:
        if event == "os.rename" and str(given[0]).endswith(".requests.part"):
            kept = Path(f"/proc/self/fd/{given[2]}/{given[0]}")
            kept.write_bytes(kept.read_bytes()[:-1] + instead.encode())

    sys.addaudithook(lie)
    return visit(acknowledge, data, stick)


def save(acknowledge: Acknowledge, data: str, names: str) -> int:
    """Save requests with these names; says each id once the screen would show its number."""
    try:
        ledger = Ledger(Database(Path(data) / "kiosk.db"))
        for name in names.split():
            item = a_sealed_request(name)
            ledger.save(NewItem(item.id, item.type, SUNDAY, item.sealed))
            acknowledge(item.id)
    except StoreFault:
        return 3
    return 0


def ask_aloud(acknowledge: Acknowledge, data: str, number: str, words: str, name: str) -> int:
    """Ask as a person does, with this number and these words in every place that takes words."""
    question = Question(id="q1", text=words, choices=(Choice(code="yes", text=words),))
    try:
        wing = Wing(Path(data), Database(Path(data) / "kiosk.db"), name)
        saved = wing.ask(number, questions=(question,), short_name=words)
    except StoreFault as fault:
        sys.stderr.write(f"{type(fault).__name__}: {fault}\n")
        return 3
    acknowledge(saved.reference)
    return 0


def sign_in(acknowledge: Acknowledge, data: str, number: str) -> int:
    """Know a person, count a wrong PIN."""
    database = Database(Path(data) / "kiosk.db")
    vault = a_vault()
    people = People(PeopleStore(database), vault.open_people)
    SignIn(people, Attempts(database, time.monotonic), vault.tag).sign_in(number, "0000")
    acknowledge("known" if people.known(number) else "unknown")
    return 0


def save_many(_acknowledge: Acknowledge, data: str, count: str) -> int:
    """Save many short items."""
    ledger = Ledger(Database(Path(data) / "kiosk.db"))
    for number in range(int(count)):
        ledger.save(NewItem(f"{number:032x}", "request", SUNDAY, number.to_bytes(64, "big")))
    return 0


WORKS: dict[str, Callable[..., int]] = {
    "visit": visit,
    "visit_pulled_out": visit_pulled_out,
    "visit_on_a_stick_that_lies": visit_on_a_stick_that_lies,
    "save": save,
    "ask_aloud": ask_aloud,
    "sign_in": sign_in,
    "save_many": save_many,
}
