"""Joins everything that a person sees to everything that the kiosk keeps."""

from collections.abc import Callable
from contextlib import suppress

from kiosk.text.label import install

install()  # before Kivy's first widget is imported

from kiosk.assembly.boards import Boards
from kiosk.assembly.glass import in_theme
from kiosk.assembly.headlines import Headlines
from kiosk.assembly.listening import Listening, what_is_shown
from kiosk.assembly.lulls import Lulls
from kiosk.assembly.openings import Desk, openings
from kiosk.assembly.presence import Duties, Presence
from kiosk.assembly.printing import Printing
from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.assembly.row_of_switches import Signs, Whole, a_row_of_switches
from kiosk.assembly.sitting import Sitting, a_sitting
from kiosk.assembly.switches import Switching
from kiosk.database import StoreFault
from kiosk.screens.attract.presenter import QUIET
from kiosk.screens.covering import Covering
from kiosk.screens.frame.presenter import Doors, FramePresenter
from kiosk.screens.frame.screen import Frame, Shell
from kiosk.screens.navigator import Navigator
from kiosk.screens.parts.part import Part
from kiosk.screens.places import Place
from kiosk.screens.printing.presenter import PrintingPresenter
from kiosk.screens.staff.presenter import StaffPresenter
from kiosk.screens.still_there.screen import StillThereScreen
from kiosk.screens.theme import Theme, look
from kiosk.screens.window import Hands
from kiosk.speech.earphones import Earphones
from kiosk.speech.program import Program
from kiosk.translation import Words, languages
from kiosk.visit.visit import Phase

TICK = 0.25
RESTING = frozenset({Place.ATTRACT, Place.STAFF, Place.CLOSED})
NO_SWITCHES = Switching()
OPEN_WHEN_CLOSED = frozenset({Place.CLOSED, Place.HELP_NOW, Place.LANGUAGE})
SOON_WANTED = (Place.HOME, Place.TOPIC, Place.ENTRY, Place.SEARCH, Place.HELP_NOW)
WANTED_LATER = (
    (Place.NOTICE, Place.SIGN_IN),
    (Place.QUESTION, Place.CHECK, Place.CONFIRMATION),
    (Place.MY_REQUESTS, Place.ONE_REQUEST),
)


class KioskScreen:
    """Everything a person sees, joined to everything the kiosk keeps.

    The parts hold no knowledge of each other: this is the one place where a visit begins, is
    watched over, ends.
    """

    def __init__(
        self,
        rooms: ScreenRooms,
        theme: Theme,
        voice: Program | None = None,
        switching: Switching = NO_SWITCHES,
        earphones: Earphones | None = None,
    ) -> None:
        self._rooms = rooms
        self._theme = theme
        look.wear(theme)
        self._words = Words()
        self._began = False
        self.panel_note: Callable[[Words], str] = lambda _: ""
        self._sitting: Sitting = self._a_sitting()
        self.printing = Printing(rooms.printer, rooms, lambda: self._sitting.path)
        self._lulls = Lulls(rooms.outside.awake, self._chores(), self._last_chores())
        self._around = self._frame_words(theme)
        self._frame = Frame(self._around)
        self._here = Presence(rooms.outside.awake, self._words, self._duties())
        self._headlines = Headlines(rooms, self._around, lambda: self._here.visit.is_on)
        self.shell = Shell()
        self._boards = Boards(rooms)
        self._way = Navigator(self._frame, openings(self._desk()), self._words)
        shown = what_is_shown(self._frame, self._way, lambda: self._words, rooms.media)
        self.listening = Listening(
            voice or Program(), rooms.outside.awake, shown, self.touched, earphones
        )
        self._way.arrived = lambda _: self.listening.hush()
        whole = Whole(self.shell, self._frame, self._way, self.listening, lambda: self._words)
        signs = Signs(self._here.switched, self._here.begin)
        self.switches = a_row_of_switches(switching, rooms.outside.awake, whole, signs)
        self._put_over(self._frame, *self.listening.overlays, StillThereScreen(self._here.warning))
        self._way.go_to(self._resting())
        self._headlines.tell()

    def _frame_words(self, theme: Theme) -> FramePresenter:
        own = (self.go_to, self.end, self._bigger, self._contrast, self._easier)
        around = FramePresenter(self._words, Doors(*own, lower=self._lower))
        around.stands_on(upright=theme.upright, low=theme.low_reach)
        return around

    @property
    def place(self) -> Place | None:
        """Where the screen is."""
        return self._way.place

    def go_to(
        self, place: Place, which: str = "", *, asked_from: str = "", instead: bool = False
    ) -> None:
        """Open a place. The first one that is not for resting begins a visit."""
        if self._rooms.closing.until() and place not in OPEN_WHEN_CLOSED:
            return
        if not self._began and place not in RESTING:
            self._begin()
        self._way.go_to(place, which, asked_from=asked_from, instead=instead)
        self._notice_sign_in()

    def start_in(self, language: str) -> None:
        """Begin a visit in this language."""
        self.speak(language)
        self.go_to(Place.HOME)

    def speak(self, language: str) -> None:
        """Say everything in this language from now on."""
        self._here.begin()
        self._say(Words(language, easy=self._words.easy))
        self.listening.say_name(language)
        self.shell.arrange_soon()

    def _say(self, words: Words) -> None:
        """Say everything that is on the screen, and on the way to it, in these words."""
        self._words = words
        self._sitting.stores.easy = words.easy
        self._sitting.errand.say_in(words.language)
        look.change(right_to_left=words.right_to_left)
        self._here.warning.reword(words)
        self.listening.reword(words)
        self._way.speak(words)

    def wear(self, theme: Theme) -> None:
        """The panel is another one than was said: keep what the person chose."""
        self._theme = theme
        look.wear(in_theme(theme))
        self._around.stands_on(upright=theme.upright, low=theme.low_reach)

    @property
    def hands(self) -> Hands:
        """Who is told about fingers and keys."""
        return Hands(self.pressed, self._here.lifted, self.switches)

    def touched(self) -> None:
        """Somebody touched the screen, or listens to it."""
        self._here.touched()

    def pressed(self) -> None:
        """A finger came down on the screen."""
        self.switches.sleep()
        self._here.pressed()

    def end(self) -> None:
        """Close and hide: the screen is empty at once, nothing of the visit is left in memory."""
        self._began = False
        self._words = Words()
        self.listening.forget()
        self.switches.sleep()
        look.wear(self._theme)
        self._way.forget(self._resting(), self._words)
        self._here.end(self._words)
        self._sitting.end()
        self._sitting = self._a_sitting(reading=False)
        self._headlines.tell()
        self.shell.arrange_soon()
        self._lulls.again()

    def tick(self) -> None:
        """Look four times a second how the visit is, and whether a stick is in."""
        self._look_at_printer()
        was_on = self._here.visit.is_on
        moment = self._here.look()
        if moment.phase is Phase.NOBODY:
            self._rest(over=was_on)
            self._lulls.tick(visit=False)
            return
        self._around.others_wait(moment.others_wait)
        self._headlines.tell_now_and_then()
        self._lulls.tick(visit=True)

    def _look_at_printer(self) -> None:
        self.printing.poll()
        if isinstance(self._way.presenter, PrintingPresenter):
            self._way.presenter.shown()

    def _duties(self) -> Duties:
        return Duties(
            noticed=self._lulls.touched,
            end=self.end,
            cover=self._cover,
            say=lambda warning, seconds: self.listening.count_down(warning, seconds),  # noqa: PLW0108  it is made later
        )

    def _put_over(self, *parts: Part) -> None:
        """Lay these over each other; the ring of the switches is seen on all of them."""
        for part in (*parts, self.switches.overlay):
            self.shell.add_widget(part)

    def _chores(self) -> tuple[Callable[[], None], ...]:
        """List what is done while nobody waits: drawing what the next person wants first."""

        def draw(place: Place) -> Callable[[], None]:
            return lambda: self._way.prepare(place)

        return (self._post_up, *map(draw, SOON_WANTED), self._file_replies, self._rooms.put_down)

    def _last_chores(self) -> tuple[Callable[[], None], ...]:
        """List what is made for the next person alone: the screens that go with each visit."""

        def make(places: tuple[Place, ...]) -> Callable[[], None]:
            return lambda: self._way.make(*places)

        return tuple(map(make, WANTED_LATER))

    def _post_up(self) -> None:
        self._boards.hang(self._way.presenter)

    def _file_replies(self) -> None:
        with suppress(StoreFault):
            self._rooms.keeping.own.file_replies()

    def _begin(self) -> None:
        self._began = True
        self._sitting = self._a_sitting()
        self._here.begin()

    def _a_sitting(self, *, reading: bool = True) -> Sitting:
        catalogue = self._rooms.catalogue() if reading else None
        return a_sitting(catalogue, self._rooms.keeping, self._rooms.when)

    def _rest(self, *, over: bool) -> None:
        """Nobody is here: what ran out is wiped; staff, a closed screen, or the first screen."""
        if over:
            self.end()
        elif self._way.place is not self._resting():
            self._way.forget(self._resting(), self._words)
            self._headlines.tell()
            self._lulls.again()
        elif isinstance(self._way.presenter, StaffPresenter):
            self._way.presenter.poll()
        else:
            self._headlines.tell_now_and_then()
            if self._boards.is_due() and self._lulls.still >= QUIET:
                self._post_up()

    def _resting(self) -> Place:
        if self._rooms.seen().stick_is_in:
            return Place.STAFF
        return Place.CLOSED if self._rooms.closing.until() else Place.ATTRACT

    def _notice_sign_in(self) -> None:
        """Whoever has said who they are gets the shorter visit, and answers that are covered."""
        if self._sitting.errand.is_known():
            self._here.sign_in()

    def _cover(self) -> None:
        """Private text is hidden until the screen is touched again."""
        if isinstance(self._way.presenter, Covering):
            self._way.presenter.cover()

    def _bigger(self) -> None:
        self._draw_with(large=not look.theme.large)

    def _lower(self) -> None:
        self._draw_with(low_reach=not look.theme.low_reach)

    def _contrast(self) -> None:
        self._draw_with(dark=not look.theme.dark)

    def _easier(self) -> None:
        """Easy read, or the usual words again, until this visit ends."""
        self._here.begin()
        self._say(Words(self._words.language, easy=not self._words.easy))
        self.shell.arrange_soon()

    def _draw_with(self, **changes: bool) -> None:
        """Whoever changes the look is here, so that it changes back when they have gone."""
        self._here.begin()
        look.change(**changes)
        self.shell.arrange_soon()

    def _desk(self) -> Desk:
        return Desk(
            sitting=lambda: self._sitting,
            go_to=self.go_to,
            back=lambda: self._way.back(),  # noqa: PLW0108  it is made later
            start_in=self.start_in,
            speak=self.speak,
            close=self.end,
            languages=tuple((code, Words(code).name) for code in languages()),
            seen=self._rooms.seen,
            closing=self._rooms.closing,
            now=self._rooms.outside.now,
            picture=self._rooms.media,
            voice=lambda words: self.listening.note(words),  # noqa: PLW0108  it is made later
            panel=lambda words: self.panel_note(words),  # noqa: PLW0108  it is set later
            printer=self.printing,
            here=self._boards.here,
            wall=self._boards.wall,
        )
