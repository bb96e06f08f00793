"""Header and footer: the way to search, language, help, and out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.screens.places import FORMS_WITHOUT_SEARCH, GoTo, Place
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
    bigger: str = ""
    contrast: str = ""
    listen: str = ""
    demo: str = ""
    news: str = ""
    """A line above the page: staff at work."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What the buttons of the frame do."""

    go_to: GoTo
    close: Callable[[], None]
    bigger: Callable[[], None]
    contrast: Callable[[], None]


@dataclass(frozen=True, slots=True)
class News:
    """What the frame tells: the day the content was issued, the wing, a demonstration, staff."""

    issued: date | None = None
    today: date | None = None
    wing: str = ""
    demo: bool = False
    staff_at_work: bool = False


class FramePresenter(Presenter[FrameState]):
    """Knows where the person is and what is new; the words follow."""

    def __init__(self, words: Words, doors: Doors) -> None:
        super().__init__(words)
        self._doors = doors
        self._place = Place.ATTRACT
        self._news = News()
        self._large = False

    def begin_again(self, words: Words) -> None:
        """Somebody else is here: usual letters, these words."""
        self._large = False
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

    def contrast(self) -> None:
        """Switch between light and dark."""
        self._doors.contrast()

    def _make(self) -> FrameState:
        words = self._words
        return FrameState(
            search="" if self._place in FORMS_WITHOUT_SEARCH else words("Search"),
            language=words.name,
            close=words("Close and hide"),
            help_now=words("Help now"),
            updated="\n".join(line for line in (self._updated(), self._unchecked()) if line),
            bigger=words("Smaller") if self._large else words("Bigger"),
            contrast=words("Contrast"),
            demo=words("Demonstration") if self._news.demo else "",
            news=self._line(),
        )

    def _line(self) -> str:
        if self._news.staff_at_work:
            return self._words("Staff are updating this screen. You can carry on.")
        return ""

    def _unchecked(self) -> str:
        words = self._words
        return "" if words.checked else words("This translation has not been checked.")

    def _updated(self) -> str:
        news, words = self._news, self._words
        if news.issued is None or news.today is None:
            return words("{wing} wing", wing=news.wing) if news.wing else ""
        days = (news.today - news.issued).days
        if days <= 0:
            return words("Updated today · {wing} wing", wing=news.wing)
        return words.plural(
            "Updated {n} day ago · {wing} wing",
            "Updated {n} days ago · {wing} wing",
            days,
            wing=news.wing,
        )
