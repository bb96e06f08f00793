"""Opens places and finds the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kivy.base import EventLoop

from kiosk.screens.drawing import once_drawn
from kiosk.screens.frame.presenter import FramePresenter
from kiosk.screens.frame.screen import Frame
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.photo import forget_decoded
from kiosk.screens.parts.words import forget_drawn
from kiosk.screens.places import Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words

PERSONAL = frozenset(
    {
        Place.NOTICE,
        Place.QUESTION,
        Place.CHECK,
        Place.CONFIRMATION,
        Place.SIGN_IN,
        Place.MY_REQUESTS,
        Place.ONE_REQUEST,
    }
)
"""Screens that are not kept beyond a visit. The others are emptied and used again."""
DEEPEST = 40
"""Places remembered for Back; nobody goes further back, and memory stays small."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked to see."""

    place: Place
    words: Words
    which: str = ""
    asked_from: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a place is opened: who says what is on it, who draws it."""

    present: Callable[[Asked], Presenter[Any]]
    draw: Callable[[], ScreenPart]


@dataclass(slots=True)
class Stop:
    """A place on the way, with what it showed."""

    place: Place
    presenter: Presenter[Any]


class Navigator:
    """Keeps the way of one visit. Screens are made when first needed, then kept.

    `arrived` is told every place that was opened.
    """

    def __init__(self, frame: Frame, openings: Mapping[Place, Opening], words: Words) -> None:
        self._frame = frame
        self._around: FramePresenter = frame.presenter
        self._openings = openings
        self._words = words
        self._screens: dict[Place, ScreenPart] = {}
        self._way: list[Stop] = []
        self.arrived: Callable[[Place], object] = Place

    @property
    def place(self) -> Place | None:
        """Where the person is."""
        return self._way[-1].place if self._way else None

    @property
    def presenter(self) -> Presenter[Any] | None:
        """Who says what is on the screen now."""
        return self._way[-1].presenter if self._way else None

    def go_to(
        self, place: Place, which: str = "", *, asked_from: str = "", instead: bool = False
    ) -> None:
        """Open a place. Home forgets the way that led there."""
        asked = Asked(place, self._words, which, asked_from)
        presenter = self._openings[place].present(asked)
        if place is Place.HOME:
            self._way.clear()
        elif instead and self._way:
            self._way.pop()
        self._way.append(Stop(place, presenter))
        del self._way[:-DEEPEST]
        self._show()

    def back(self) -> None:
        """Open the place before this one; home when there is none."""
        if len(self._way) < 2:  # noqa: PLR2004  this place and the one before
            self.go_to(Place.HOME)
            return
        self._way.pop()
        self._show()

    def home(self) -> None:
        """Open the home screen."""
        self.go_to(Place.HOME)

    def speak(self, words: Words) -> None:
        """Say everything on the way in another language from now on."""
        self._words = words
        self._around.reword(words)
        for stop in self._way:
            stop.presenter.reword(words)

    def forget(self, place: Place, words: Words) -> None:
        """Drop every screen, text and step of the way, and open this place in these words.

        A finger that is still down presses nothing any more when it is lifted. Screens that are
        out of sight are taken apart when the picture of this place has been drawn.
        """
        self._words = words
        _let_go()
        for at, screen in self._screens.items():
            if at is not place or at in PERSONAL:
                screen.detach()
        self._way.clear()
        self._screens = {at: self._screens[at] for at in self._screens if at not in PERSONAL}
        forget_drawn()
        forget_decoded()
        self._around.begin_again(words)
        self.go_to(place)
        once_drawn(self._empty_hidden)

    def prepare(self, *places: Place) -> None:
        """Draw these screens once, out of sight, so that the next person need not wait for it.

        What was on any screen before is gone then, down to the last pixel.
        """
        for place in places:
            if place is not self.place:
                screen = self._screen(place)
                screen.attach(self._openings[place].present(Asked(place, self._words)))
                screen.place(0, 0, *self._frame.ids.slot.size)
                screen.empty()

    def make(self, *places: Place) -> None:
        """Make these screens, with nothing on them, so that it takes less time to open them."""
        for place in places:
            self._screen(place).place(0, 0, *self._frame.ids.slot.size)

    def _empty_hidden(self) -> None:
        """Empty every screen that nobody has opened again since."""
        for screen in self._screens.values():
            if screen.presenter is None:
                screen.empty()

    def _show(self) -> None:
        stop = self._way[-1]
        stop.presenter.shown()
        if not self._way or self._way[-1] is not stop:
            return  # it has sent the person on, to sign in first
        screen = self._screen(stop.place)
        screen.attach(stop.presenter)
        self._around.stands_at(stop.place)
        self._frame.show(screen)
        self.arrived(stop.place)

    def _screen(self, place: Place) -> ScreenPart:
        if place not in self._screens:
            self._screens[place] = self._openings[place].draw()
        return self._screens[place]


def _let_go() -> None:
    """Take what every finger holds out of its hand."""
    for touch in EventLoop.touches:
        for held in [reference() for reference in touch.grab_list]:
            if isinstance(held, Part):
                touch.ungrab(held)
                held.pressed = False
