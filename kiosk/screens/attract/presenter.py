"""The first screen: today on the wing, choose a language, touch to start."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.catalogue.cards import Card
from kiosk.catalogue.week import Happening
from kiosk.exchange.entries import Kind
from kiosk.screens.attract.board import Board
from kiosk.screens.kinds import ICONS, where_to
from kiosk.screens.parts.shapes import ButtonItem, LineItem
from kiosk.screens.places import GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.week.presenter import hours, week_title
from kiosk.translation import Words

MOST_TODAY, MOST_NOTICES = 4, 2
TURN = 60.0
"""Seconds that one offer stands; it changes at once, nothing moves."""
INVITED, INVITATION = 2, 15.0
"""So many other languages at once ask to be chosen, for so many seconds."""
QUIET = 5.0
"""Seconds without a finger before anything changes: nothing goes from under one."""


@dataclass(frozen=True, slots=True)
class AttractState:
    """What the screen is for, how to start, the languages; beside it what is on today."""

    title: str = ""
    text: str = ""
    start: str = ""
    choose: str = ""
    others: str = ""
    """What asks to choose, in other languages alone."""
    languages: tuple[ButtonItem, ...] = ()
    names: tuple[ButtonItem, ...] = ()
    """The same without pictures, where there is little room."""
    today_title: str = ""
    today: tuple[LineItem, ...] = ()
    week: str = ""
    offer_title: str = ""
    offer: tuple[ButtonItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Wall:
    """What hangs here: the board, the time of day ("" when the clock cannot be trusted), seconds.

    `awake` never goes back; it says which offer is to be seen.
    """

    board: Callable[[], Board]
    time: Callable[[], str]
    awake: Callable[[], float]


class AttractPresenter(Presenter[AttractState]):
    """Waits for somebody. Nothing of the last person is here."""

    def __init__(
        self,
        words: Words,
        languages: tuple[tuple[str, str], ...],
        wall: Wall,
        go_to: GoTo,
        start_in: Callable[[str], None],
    ) -> None:
        super().__init__(words)
        self._languages = languages
        self._wall = wall
        self._go_to = go_to
        self._start_in = start_in
        self._turn = -1

    def start(self) -> None:
        """Begin in the language that is shown."""
        self._go_to(Place.HOME)

    def start_in(self, language: str) -> None:
        """Begin in this language."""
        self._start_in(language)

    def open_week(self) -> None:
        """Begin with the week."""
        self._go_to(Place.HOME)
        self._go_to(Place.WEEK)

    def open_offer(self, entry: str) -> None:
        """Begin with what can be asked for."""
        self._go_to(Place.HOME)
        offers = self._wall.board().offers
        self._go_to(*where_to(entry, (card for card in offers if card.kind is Kind.FORM)))

    def poll(self) -> None:
        """Look again what is on; the screen changes only when that has."""
        self._turn = int(self._wall.awake() // INVITATION)
        if self._make() != self.state:
            self._changed()

    def _make(self) -> AttractState:
        words, board = self._words, self._wall.board()
        offer, (own, *others) = self._offer(board), self._choose()
        return AttractState(
            title=words("Find things out. Ask. Get an answer."),
            text=words("A home, work, money, family, getting out, life in here."),
            start=words("Touch to start"),
            choose=" · ".join((own, *others)),
            others=" · ".join(others),
            languages=tuple(ButtonItem(code, name, "globe") for code, name in self._languages),
            names=tuple(ButtonItem(code, name, slim=True) for code, name in self._languages),
            today_title=self._today_title(board),
            today=self._today(board),
            week=week_title(board.wing, words),
            offer_title=words("Did you know? You can ask about this:") if offer else "",
            offer=offer,
        )

    def _choose(self) -> list[str]:
        """The same in other languages in turn, so that nobody needs English to begin.

        When a visit ends there is ours alone: no catalogue is read while the screen is emptied.
        """
        words = self._words
        others = [code for code, _ in self._languages if code != words.language]
        count = min(INVITED, len(others)) if self._turn >= 0 else 0
        turns = range(self._turn * count, (self._turn + 1) * count)
        asked = (words, *(Words(others[turn % len(others)]) for turn in turns))
        return [words.apart(one("Choose your language")) for one in asked]

    def _today_title(self, board: Board) -> str:
        if not board.wing:
            return self._words("Today")
        return self._words("Today on {wing} wing", wing=board.wing)

    def _today(self, board: Board) -> tuple[LineItem, ...]:
        """The notices, then what is still to come today; an honest line when nothing is."""
        notices = [self._notice(card) for card in board.notices[:MOST_NOTICES]]
        now = self._wall.time()
        coming = [one for one in board.today if max(one.start, one.end) >= now]
        lines = [self._line(one, board) for one in coming[:MOST_TODAY]]
        if not board.today:
            lines = [LineItem(self._words("Nobody has put today on the screen yet."), "info")]
        elif not coming:
            lines = [LineItem(self._words("Nothing more today."), "info")]
        return (*notices, *lines)

    def _notice(self, card: Card) -> LineItem:
        return LineItem(f"{card.title}. {card.summary}", "megaphone", (card.title,))

    def _line(self, one: Happening, board: Board) -> LineItem:
        words, when = self._words, hours(one, self._words)
        what = one.part or one.what
        if one.cancelled:
            text = words("{when}: {what}. Cancelled.", when=when, what=what)
            return LineItem(text, "prohibit", (when,))
        icons = {term.code: term.icon for term in board.recurring.terms}
        said = words("{when}: {what}", when=when, what=what)
        text = f"{said}. {one.where}" if one.where else said
        return LineItem(text, icons.get(one.about) or ICONS[one.kind], (when,))

    def _offer(self, board: Board) -> tuple[ButtonItem, ...]:
        if not board.offers:
            return ()
        card = board.offers[int(self._wall.awake() // TURN) % len(board.offers)]
        return (ButtonItem(card.id, card.title, "caret-right", after=True),)
