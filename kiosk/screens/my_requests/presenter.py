"""Lists what a person has asked, with how far each request has come."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.requests.own import OwnRow
from kiosk.requests.progress import Stage
from kiosk.screens.covering import Covering
from kiosk.screens.errand import Errand
from kiosk.screens.own import OwnRequests
from kiosk.screens.parts.shapes import RowItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn


class Mood(StrEnum):
    """What the page holds."""

    LIST = "list"
    EMPTY = "empty"
    COVERED = "covered"
    NO_PIN = "no-pin"


@dataclass(frozen=True, slots=True)
class MyRequestsState:
    """The list, or why there is none. While covered, no request is in here."""

    mood: Mood = Mood.LIST
    back: str = ""
    title: str = ""
    rows: tuple[RowItem, ...] = ()
    text: str = ""
    ask: str = ""
    sign_in: str = ""
    hide: str = ""
    more: str = ""
    less: str = ""
    uncover: str = ""


class MyRequestsPresenter(Covering[MyRequestsState]):
    """Shows the list of the person who is signed in, and nobody else's."""

    def __init__(
        self, words: Words, errand: Errand, requests: OwnRequests, go_to: GoTo, go_back: GoBack
    ) -> None:
        super().__init__(words)
        self._errand = errand
        self._requests = requests
        self._go_to = go_to
        self._go_back = go_back

    def shown(self) -> None:
        """Nobody has signed in yet: ask who it is. Otherwise look again."""
        if self._errand.asker is None:
            self._go_to(Place.SIGN_IN, instead=True)
        else:
            self._changed()

    def open(self, request: str) -> None:
        """Open one request."""
        self._go_to(Place.ONE_REQUEST, request)

    def ask(self) -> None:
        """Ask for something."""
        self._go_to(Place.ASK_LIST)

    def sign_in(self) -> None:
        """Sign in after all, with a PIN."""
        self._errand.asker = None
        self._go_to(Place.SIGN_IN, instead=True)

    def back(self) -> None:
        """Leave the list."""
        self._go_back()

    def _page(self) -> MyRequestsState:
        asker = self._errand.asker
        if asker is None or not asker.proven:
            return self._no_pin_page()
        return self._list_of(asker)

    def _list_of(self, asker: SignedIn) -> MyRequestsState:
        words, own = self._words, self._requests.of(asker)
        if not own:
            return MyRequestsState(
                mood=Mood.EMPTY,
                back=words("Back"),
                title=words("My requests"),
                text=words(
                    "There is nothing on your list. Private requests stay off it unless you said "
                    "yes. What you asked without a PIN is not here."
                ),
                ask=words("Ask for help"),
            )
        return MyRequestsState(
            mood=Mood.LIST,
            back=words("Back"),
            title=words("My requests"),
            rows=tuple(self._row(request) for request in sorted(own, key=is_over)),
            ask=words("Ask for something else"),
            hide=words("Hide"),
            more=words("More"),
            less=words("Back up"),
        )

    def _cover_page(self) -> MyRequestsState:
        words = self._words
        return MyRequestsState(
            mood=Mood.COVERED,
            back=words("Back"),
            title=words("Your list is hidden"),
            uncover=words("Touch to show it"),
        )

    def _no_pin_page(self) -> MyRequestsState:
        words = self._words
        return MyRequestsState(
            mood=Mood.NO_PIN,
            back=words("Back"),
            title=words("My requests"),
            text=words(
                "You need your PIN to see your requests here. What you asked without a PIN is "
                "answered in a sealed envelope, or in person."
            ),
            ask=words("Ask for help"),
            sign_in=words("I have my PIN now"),
        )

    def _row(self, request: OwnRow) -> RowItem:
        words = self._words
        return RowItem(
            key=request.id,
            title=request.title,
            text=_asked(request, words),
            icon=icon_of(request),
            mark=how_far(request, words),
        )


def is_over(request: OwnRow) -> bool:
    """Whether nothing more will happen; these stand below the others."""
    return request.progress.stage in {Stage.CLOSED, Stage.WITHDRAWN}


def is_page_gone(request: OwnRow) -> bool:
    """Whether to say that the page behind this request was taken down: only while it matters."""
    return request.page_gone and not request.private and not is_over(request)


def _asked(request: OwnRow, words: Words) -> str:
    number, day = request.reference, words.day(request.asked)
    if is_page_gone(request):
        return words(
            "{number}, asked on {day}. That page has been taken down.", number=number, day=day
        )
    return words("{number}, asked on {day}", number=number, day=day)


def how_far(request: OwnRow, words: Words) -> str:
    """Say in a few words how far a request has come."""
    if request.progress.late:
        return words("We are late")
    return {
        Stage.SAVED: words("Saved here"),
        Stage.CARRIED: words("At the office"),
        Stage.READ: words("Read"),
        Stage.BOOKED: words("You have an appointment"),
        Stage.PASSED_ON: words("Passed on"),
        Stage.ANSWERED: words("There is an answer"),
        Stage.CLOSED: words("Closed"),
        Stage.WITHDRAWN: words("You took it back"),
    }[request.progress.stage]


def icon_of(request: OwnRow) -> str:
    """Pick the picture that says the same."""
    if request.progress.late:
        return "warning-circle"
    return {
        Stage.SAVED: "tray",
        Stage.CARRIED: "envelope",
        Stage.READ: "envelope-open",
        Stage.BOOKED: "calendar-check",
        Stage.PASSED_ON: "paper-plane-tilt",
        Stage.ANSWERED: "chat-circle-dots",
        Stage.CLOSED: "check-circle",
        Stage.WITHDRAWN: "minus-circle",
    }[request.progress.stage]
