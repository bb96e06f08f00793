"""Shows one request with its steps, its answer, the way to take it back."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.exchange.items import Reply
from kiosk.requests.own import OwnRow
from kiosk.requests.progress import ProgressStep, Stage
from kiosk.screens.covering import Covering
from kiosk.screens.errand import Errand
from kiosk.screens.my_requests.presenter import is_page_gone
from kiosk.screens.one_request.answer import AnswerText
from kiosk.screens.own import OwnRequests
from kiosk.screens.parts.shapes import HeadingItem, LineItem, LinkItem, StepItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class OneRequestState:
    """One request. While covered, nothing of it is in here."""

    back: str = ""
    title: str = ""
    number_label: str = ""
    number: str = ""
    steps_title: str = ""
    steps: tuple[StepItem, ...] = ()
    answer_title: str = ""
    answer: tuple[LineItem | LinkItem, ...] = ()
    withdraw: str = ""
    sure: tuple[LineItem, ...] = ()
    yes: str = ""
    no: str = ""
    hide: str = ""
    uncover: str = ""
    more: str = ""
    less: str = ""

    @property
    def lines(self) -> tuple[HeadingItem | StepItem | LineItem | LinkItem, ...]:
        """All of it under each other, the answer first, where there is no room for two cards."""
        return (
            HeadingItem(self.answer_title),
            *self.answer,
            HeadingItem(self.steps_title),
            *self.steps,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one's own request needs: whose it is, how to say it, who the manager is."""

    errand: Errand
    requests: OwnRequests
    say: Callable[[Reply, Words], AnswerText]
    manager: Callable[[str], str]


class OneRequestPresenter(Covering[OneRequestState]):
    """Shows one request of the person who is signed in."""

    def __init__(
        self, words: Words, reading: Reading, which: str, go_to: GoTo, go_back: GoBack
    ) -> None:
        super().__init__(words)
        self._reading = reading
        self._which = which
        self._go_to = go_to
        self._go_back = go_back
        self._asking = False
        self._full = False

    def shown(self) -> None:
        """Look again."""
        self._changed()

    def withdraw(self) -> None:
        """Ask whether the person is sure."""
        self._asking = True
        self._changed()

    def keep(self) -> None:
        """Leave the request as it is."""
        self._asking = False
        self._changed()

    def withdraw_for_good(self) -> None:
        """Take the request back."""
        request, asker = self._request(), self._reading.errand.asker
        if self._asking and request is not None and asker is not None and request.can_withdraw:
            self._full = not self._reading.requests.withdraw(asker, request)
        self._asking = False
        self._changed()

    def read(self, entry: str) -> None:
        """Open an entry that the answer names."""
        self._go_to(Place.ENTRY, entry)

    def back(self) -> None:
        """From the question to the request, from the request to the list."""
        if self._asking:
            self.keep()
        else:
            self._go_back()

    def _request(self) -> OwnRow | None:
        asker = self._reading.errand.asker
        if asker is None or not asker.proven:
            return None
        own = self._reading.requests.of(asker)
        return next((request for request in own if request.id == self._which), None)

    def _cover_page(self) -> OneRequestState:
        words = self._words
        return OneRequestState(
            back=words("Back"),
            title=words("Your request is hidden"),
            uncover=words("Touch to show it"),
        )

    def _page(self) -> OneRequestState:
        words = self._words
        request = self._request()
        if request is None:
            return OneRequestState(
                back=words("Back"), title=words("This request is not on your list")
            )
        return self._sure_page(request) if self._asking else self._page_of(request)

    def _page_of(self, request: OwnRow) -> OneRequestState:
        words = self._words
        answer = self._answer(request)
        return OneRequestState(
            back=words("Back"),
            title=request.title,
            number_label=words("Your request number"),
            number=request.reference,
            steps_title=words("How far it has come"),
            steps=tuple(_step(step, words) for step in request.progress.steps),
            answer_title=words("Your answer"),
            answer=(
                *self._lines(answer, request),
                *_to_read(answer),
                *self._late(request),
                *self._gone(request),
            ),
            withdraw=words("Take it back") if request.can_withdraw else "",
            hide=words("Hide"),
            more=words("More"),
            less=words("Back up"),
        )

    def _answer(self, request: OwnRow) -> AnswerText | None:
        return self._reading.say(request.answer, self._words) if request.answer else None

    def _lines(self, answer: AnswerText | None, request: OwnRow) -> tuple[LineItem, ...]:
        words = self._words
        if self._full:
            full = words("This screen is full. Tell an officer that you want to take it back.")
            return (LineItem(full, "warning-circle"),)
        if answer is None:
            return (LineItem(self._no_answer(request), "hourglass"),)
        lines = [LineItem(answer.text, "chat-circle-dots")]
        if answer.english:
            lines.append(LineItem(answer.english, "translate"))
        if answer.note:
            lines.append(LineItem(answer.note, "note"))
        return tuple(lines)

    def _no_answer(self, request: OwnRow) -> str:
        words = self._words
        if request.progress.stage is Stage.WITHDRAWN:
            if request.private:
                return words("You took it back. Staff still check in private that it was you.")
            return words("You took it back.")
        if request.private:
            return words("There is no answer yet. It comes to you in private.")
        return words("There is no answer yet.")

    def _late(self, request: OwnRow) -> tuple[LineItem, ...]:
        if not request.progress.late:
            return ()
        words = self._words
        manager = self._reading.manager(words.language)
        ask = words("Ask a manager. {how}", how=manager) if manager else words("Ask a manager.")
        return (
            LineItem(words("We are late."), "warning-circle", (words("We are late."),)),
            LineItem(ask, "user-circle"),
            LineItem(
                words("You can complain on paper. Ask an officer for a complaint form."),
                "file-text",
            ),
        )

    def _gone(self, request: OwnRow) -> tuple[LineItem, ...]:
        if not is_page_gone(request):
            return ()
        words = self._words
        gone = words("The page you asked from has been taken down. Your request stays.")
        return (LineItem(gone, "info"),)

    def _sure_page(self, request: OwnRow) -> OneRequestState:
        words = self._words
        if request.private:
            last = words("Staff still check in private that it was you who took it back.")
        else:
            last = words("You can ask again at any time.")
        return OneRequestState(
            back=words("Back"),
            title=words("Take this request back?"),
            number_label=words("Your request number"),
            number=request.reference,
            sure=(
                LineItem(words("Staff stop working on it when they read this."), "prohibit"),
                LineItem(last, "user-check" if request.private else "arrow-u-up-left"),
            ),
            yes=words("Yes, take it back"),
            no=words("No, keep it"),
        )


def _to_read(answer: AnswerText | None) -> tuple[LinkItem, ...]:
    entries = answer.read if answer else ()
    return tuple(LinkItem(entry, title, "book-open") for entry, title in entries)


def _step(step: ProgressStep, words: Words) -> StepItem:
    if step.day is None:
        return StepItem(_name(step.stage, words), step.done)
    day = words.day(step.day)
    if step.done:
        text = words("{step} — {day}", step=_name(step.stage, words), day=day)
        return StepItem(text, done=True, strong=(_name(step.stage, words),))
    return StepItem(_to_come(step.stage, day, words), strong=(day,))


def _name(stage: Stage, words: Words) -> str:
    return {
        Stage.SAVED: words("Saved here"),
        Stage.CARRIED: words("Taken to the office"),
        Stage.READ: words("Read"),
        Stage.BOOKED: words("Appointment made"),
        Stage.PASSED_ON: words("Passed on"),
        Stage.ANSWERED: words("Answered"),
        Stage.CLOSED: words("Closed"),
        Stage.WITHDRAWN: words("You took it back"),
    }[stage]


def _to_come(stage: Stage, day: str, words: Words) -> str:
    if stage is Stage.CARRIED:
        return words("Taken to the office — by {day}", day=day)
    if stage is Stage.READ:
        return words("Read — by {day}", day=day)
    return words("We aim to answer by {day}", day=day)
