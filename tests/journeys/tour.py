"""The whole circle once, through the real parts, with a picture of each step."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.exchange.references import is_reference
from tests.journeys.circle import HOUSE, Circle
from tests.journeys.journal import Step, write_journal
from tests.journeys.kiosk_on_stage import KioskOnStage

OUT = HOUSE / "build" / "tour"
PERSON = "A1234BC"
ADVISER = "J. Harris (invented)"


class Tour:
    """Plays everybody in turn: author, staff, person in custody, adviser."""

    def __init__(self, folder: Path, out: Path) -> None:
        self._circle = Circle(folder)
        self._out = out
        self._steps: list[Step] = []
        self._numbers: list[str] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    def go(self) -> None:
        """From an empty folder to an answer that is read."""
        self._prepare()
        self._kiosk = KioskOnStage(self._circle.data)
        self._finger = self._kiosk.finger
        with self._circle.mailroom():
            self._look_before_content()
            self._content_comes_in()
            self._look_up()
            self._ask_for_housing_help()
            self._ask_for_work()
            self._ask_in_private()
            self._requests_go_out()
            self._office_answers()
            self._answer_comes_back()
            self._read_the_answer()
        self._kiosk.switch_off()

    def _prepare(self) -> None:
        circle = self._circle
        self._run("An administrator makes the keys", circle.make_keys)
        self._run("Author and approver publish the content", circle.publish)
        self._run("A kiosk is enrolled", circle.enrol)
        self._run("The office registers the kiosk", circle.register)
        self._run("The office imports people; each gets a slip with a PIN", circle.import_people)
        self._run("The office writes the stick", circle.write_stick)

    def _look_before_content(self) -> None:
        self._see("Before the first stick the screen still opens", "Touch to start")
        self._touch("Help now works with no content at all", "Help now")
        self._finger.touch("Close and hide")

    def _content_comes_in(self) -> None:
        self._stick("Staff put the stick in: content is checked, then taken in")

    def _look_up(self) -> None:
        finger = self._finger
        self._touch("Anybody may begin, without signing in", "Touch to start")
        self._touch("A place to live", "A place to live")
        self._touch("A page about the housing service", "Housing help in this prison")
        self._touch("Search with our own keyboard", "Search")
        finger.spell("bank")
        self._see("Results come while typing", "bank")
        finger.touch("Close and hide")

    def _ask_for_housing_help(self) -> None:
        finger = self._finger
        finger.touch("Touch to start")
        self._touch("Ask for help", "Ask for help")
        self._touch("What a person must know before asking", "Ask a housing worker")
        self._touch("Signing in comes once, before the first question", "I understand, carry on")
        self._sign_in()
        self._touch("One thing on a page", "I want to keep my home", "I owe rent or mortgage")
        finger.touch("Continue")
        self._answer("Council or housing association")
        self._answer("Letter with a date")
        self._answer("This week", see="A date this week: this screen is too slow, tell staff now")
        self._answer("Yes")
        self._answer("2 to 6 months")
        self._answer("Where I lived")
        self._answer("Just me")
        self._answer("None of these")
        self._answer("Talk to me first")
        finger.touch("This screen")
        finger.touch("Continue")
        self._see("Every answer can be checked and changed", "Check your answers")
        self._send()

    def _ask_for_work(self) -> None:
        finger = self._finger
        self._touch("Ask for something else", "Ask for something else")
        finger.touch("Ask a work adviser")
        finger.touch("I understand, carry on")
        finger.touch("A job for when I leave")
        finger.touch("CV or applying")
        finger.touch("Continue")
        self._answer("2 to 6 months")
        self._answer("Where I lived")
        finger.touch("Building")
        self._see("Pictures help to choose", "Building")
        finger.touch("Continue")
        self._answer("No")
        self._answer("One to one")
        self._answer("Morning")
        self._answer("No matter")
        self._answer("Reading help")
        finger.touch("Continue")
        self._answer("This screen")
        self._send()

    def _ask_in_private(self) -> None:
        finger = self._finger
        finger.touch("Ask for something else")
        self._touch("The private request looks like the others", "Ask to be seen in private")
        finger.touch("I understand, carry on")
        self._answer("Any time")
        self._answer("None of these")
        finger.touch("No")
        self._send()
        self._touch("Close and hide: nothing of the visit is left", "Close and hide")

    def _requests_go_out(self) -> None:
        self._stick("Sealed requests go out; staff see numbers, never a person or a subject")
        self._run("The office collects the stick", self._circle.collect)

    def _office_answers(self) -> None:
        circle, housing = self._circle, self._numbers[0]
        at = ("--db", circle.office, "--keys", str(circle.keys), "--by", ADVISER)
        opened = ("requests", "open", *at, "--desk", "housing")
        self._run("The housing worker opens what is new", lambda: circle.signpost(*opened))
        shown = ("requests", "show", housing, *at)
        self._run("One request, as it stood on the screen", lambda: circle.signpost(*shown))
        facts = (*FACTS, "--template", "talk", "--repo", str(circle.repository))
        reply = ("requests", "reply", housing, *facts, *at)
        self._run("The housing worker books a talk", lambda: circle.signpost(*reply))
        listed = ("requests", "list", "--db", circle.office)
        self._run("What still waits", lambda: circle.signpost(*listed))

    def _answer_comes_back(self) -> None:
        self._run("The office writes the next stick", self._circle.write_stick)
        self._stick("Staff bring it to the wing: the answer is in the kiosk")

    def _read_the_answer(self) -> None:
        finger = self._finger
        finger.touch("Touch to start")
        finger.touch("My requests")
        self._sign_in()
        self._see("My requests, with honest steps", "Housing help")
        self._touch("The answer", "Housing help")
        finger.touch("Close and hide")
        self._see("The next person finds nothing", "Touch to start")

    def _sign_in(self) -> None:
        finger = self._finger
        finger.spell(PERSON)
        finger.touch("Continue")
        finger.spell(self._circle.pin_of(PERSON))
        finger.touch("Continue")

    def _answer(self, words: str, *, see: str = "") -> None:
        self._finger.touch(words)
        self._finger.touch("Continue")
        if see:
            self._see(see, "")

    def _send(self) -> None:
        self._touch("Saved, with a number and three honest dates", "Send")
        self._numbers.append(next(text for text in self._finger.read() if is_reference(text)))

    def _stick(self, name: str) -> None:
        """The stick is put in, stays until the screen says so, is pulled out."""
        self._circle.put_stick_in()
        self._see(name, "Take the stick out")
        self._circle.take_stick_out()
        self._finger.wait_for("Touch to start")

    def _run(self, name: str, do: Callable[[], str]) -> None:
        begun = time.monotonic()
        printed = do()
        self._note(Step(name, time.monotonic() - begun, "", printed))

    def _touch(self, name: str, *words: str) -> None:
        begun = time.monotonic()
        for each in words:
            self._finger.touch(each)
        self._note(Step(name, time.monotonic() - begun, self._picture()))

    def _see(self, name: str, words: str) -> None:
        begun = time.monotonic()
        if words:
            self._finger.wait_for(words)
        self._note(Step(name, time.monotonic() - begun, self._picture()))

    def _picture(self) -> str:
        name = f"{len(self._steps) + 1:02}.png"
        self._finger.picture(self._out / name)
        return name

    def _note(self, step: Step) -> None:
        self._steps.append(step)
        print(f"{len(self._steps):3} {step.seconds:6.2f} s  {step.name}", flush=True)


FACTS = ("day=2026-12-01", "time=09:30", "room=room 2")


def main() -> int:
    """Run the tour; 0 when every step went as it should."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="signpost-tour-") as folder:
        tour = Tour(Path(folder), OUT)
        try:
            tour.go()
        finally:
            write_journal(tour.steps, OUT)
    print(f"Every step went well. See {OUT / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
