"""Header and footer: the way to search, language, help, and out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.screens.parts.shapes import ButtonItem
from kiosk.screens.places import EASY, FORMS_WITHOUT_SEARCH, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class FrameState:
    """The words around a screen; an empty one hides its button."""

    search: str = ""
    language: str = ""
    close: str = ""
    help_now: str = ""
    updated: str = ""
    updated_short: str = ""
    """The same without the wing, where there is little room."""
    wing: str = ""
    """What the short one leaves out."""
    unchecked: str = ""
    """That no speaker of the language has checked these words."""
    bigger: str = ""
    easy: str = ""
    lower: str = ""
    contrast: str = ""
    listen: str = ""
    demo: str = ""
    news: str = ""
    """A line above the page: staff at work."""
    reading: tuple[ButtonItem, ...] = ()
    """What can be done while the page is read aloud; these stand in place of other buttons."""


class Wish(StrEnum):
    """What a person wants of the voice."""

    LISTEN = "listen"
    PAUSE = "pause"
    CARRY_ON = "carry-on"
    AGAIN = "again"
    PACE = "pace"
    LOUDNESS = "loudness"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Hearing:
    """How the voice is: can it be had here, does it read, is it paused, slow, as loud as can be."""

    offered: bool = False
    on: bool = False
    paused: bool = False
    slow: bool = False
    loudest: bool = False


def _deaf(_: Wish) -> None:
    """Where there is no voice, nobody hears what is wanted of it."""


def _nothing() -> None:
    """Where there is one way to say everything, nothing changes."""


def _as_it_is() -> None:
    """Where a panel is not upright, nothing stands lower."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What the buttons of the frame do."""

    go_to: GoTo
    close: Callable[[], None]
    bigger: Callable[[], None]
    contrast: Callable[[], None]
    easy: Callable[[], None] = _nothing
    lower: Callable[[], None] = _as_it_is


@dataclass(frozen=True, slots=True)
class News:
    """What the frame tells: the day the content was issued, the wing, a demonstration, staff."""

    issued: date | None = None
    today: date | None = None
    wing: str = ""
    demo: bool = False
    staff_at_work: bool = False


class FramePresenter(Presenter[FrameState]):
    """Knows where the person is and what is new; the words follow.

    `voice` is told what is wanted of it.
    """

    def __init__(self, words: Words, doors: Doors) -> None:
        super().__init__(words)
        self.voice: Callable[[Wish], None] = _deaf
        self._doors = doors
        self._place = Place.ATTRACT
        self._news = News()
        self._hearing = Hearing()
        self._large = self._dark = self._others_wait = False
        self._upright = self._low = self._usually_low = False

    def stands_on(self, *, upright: bool, low: bool) -> None:
        """The panel stands like this; `low`: its buttons usually stand in the lowest part."""
        self._upright, self._low, self._usually_low = upright, low, low
        self._changed()

    def begin_again(self, words: Words) -> None:
        """Somebody else is here: usual letters, buttons where they usually stand, these words."""
        self._large = self._dark = self._others_wait = False
        self._low = self._usually_low
        self.reword(words)

    def stands_at(self, place: Place) -> None:
        """The person has come to this place."""
        self._place = place
        self._changed()

    def tell(self, news: News) -> None:
        """Show this from now on."""
        if news != self._news:
            self._news = news
            self._changed()

    def others_wait(self, so: bool) -> None:  # noqa: FBT001
        """Say quietly, in the footer, that others may be waiting; or no longer."""
        if so != self._others_wait:
            self._others_wait = so
            self._changed()

    def hears(self, hearing: Hearing) -> None:
        """Offer Listen, or what can be done while the page is read, from now on."""
        if hearing != self._hearing:
            self._hearing = hearing
            self._changed()

    def search(self) -> None:
        """Open the search."""
        self._doors.go_to(Place.SEARCH)

    def language(self) -> None:
        """Open the choice of languages."""
        if self._place is not Place.LANGUAGE:
            self._doors.go_to(Place.LANGUAGE)

    def help_now(self) -> None:
        """Open Help now, from anywhere."""
        if self._place is not Place.HELP_NOW:
            self._doors.go_to(Place.HELP_NOW)

    def close(self) -> None:
        """End the visit: everything on the screen goes."""
        self._doors.close()

    def bigger(self) -> None:
        """Switch between usual and large letters."""
        self._large = not self._large
        self._doors.bigger()
        self._changed()

    def easy(self) -> None:
        """Switch between easy read and the usual words."""
        self._doors.easy()

    def lower(self) -> None:
        """Bring what can be touched down to the lowest part, or back up."""
        self._low = not self._low
        self._doors.lower()
        self._changed()

    def contrast(self) -> None:
        """Switch between light and dark."""
        self._dark = not self._dark
        self._doors.contrast()
        self._changed()

    def listen(self) -> None:
        """Read the page aloud."""
        self.voice(Wish.LISTEN)

    def hear(self, wish: str) -> None:
        """One of the buttons of the voice was touched."""
        self.voice(Wish(wish))

    def hush(self) -> None:
        """Something else was touched: that ends the reading."""
        self.voice(Wish.STOP)

    def _make(self) -> FrameState:
        words = self._words
        return FrameState(
            search="" if self._place in FORMS_WITHOUT_SEARCH else words("Search"),
            language=words.name,
            close=words("Close and hide"),
            help_now=words("Help now"),
            updated=self._updated(),
            updated_short=self._updated_short(),
            wing=self._wing() if self._updated_short() != self._updated() else "",
            unchecked="" if words.checked else words("This translation has not been checked."),
            bigger=words("Smaller") if self._large else words("Bigger"),
            easy=self._easy(),
            lower=self._lower(),
            contrast=words("Lighter") if self._dark else words("Contrast"),
            demo=words("Demonstration") if self._news.demo else "",
            news=self._line(),
            listen=words("Listen") if self._hearing.offered else "",
            reading=self._reading() if self._hearing.on else (),
        )

    def _easy(self) -> str:
        """What the button of easy read does; nothing where everything is said in one way only."""
        if self._place not in EASY:
            return ""
        return self._words("Usual words") if self._words.easy else self._words("Easy read")

    def _lower(self) -> str:
        if not self._upright:
            return ""
        words = self._words
        return words("Buttons higher") if self._low else words("Buttons lower")

    def _reading(self) -> tuple[ButtonItem, ...]:
        words, hearing = self._words, self._hearing
        pause = ButtonItem(Wish.PAUSE, words("Pause"), "pause")
        on = ButtonItem(Wish.CARRY_ON, words("Carry on"), "play")
        slower = ButtonItem(Wish.PACE, words("Slower"), "slower")
        faster = ButtonItem(Wish.PACE, words("Faster"), "faster")
        louder = ButtonItem(Wish.LOUDNESS, words("Louder"), "speaker-high")
        quieter = ButtonItem(Wish.LOUDNESS, words("Quieter"), "speaker-low")
        return (
            on if hearing.paused else pause,
            ButtonItem(Wish.AGAIN, words("Again"), "again"),
            faster if hearing.slow else slower,
            quieter if hearing.loudest else louder,
            ButtonItem(Wish.STOP, words("Stop"), "stop"),
        )

    def _line(self) -> str:
        if self._news.staff_at_work:
            return self._words("Staff are updating this screen. You can carry on.")
        return ""

    def _updated(self) -> str:
        news, words = self._news, self._words
        if self._others_wait:
            return words("Others may be waiting. You can carry on.")
        days = self._days_old()
        if days is None:
            return self._wing()
        if days <= 0:
            return words("Updated today · {wing} wing", wing=news.wing)
        return words.plural(
            "Updated {n} day ago · {wing} wing",
            "Updated {n} days ago · {wing} wing",
            days,
            wing=news.wing,
        )

    def _updated_short(self) -> str:
        words, days = self._words, self._days_old()
        if self._others_wait or days is None:
            return self._updated()
        if days <= 0:
            return words("Updated today")
        return words.plural("Updated {n} day ago", "Updated {n} days ago", days)

    def _wing(self) -> str:
        wing = self._news.wing
        return self._words("{wing} wing", wing=wing) if wing else ""

    def _days_old(self) -> int | None:
        issued, today = self._news.issued, self._news.today
        return None if issued is None or today is None else (today - issued).days
