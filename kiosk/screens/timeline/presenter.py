"""What should happen, and when: the stages between the gate and the gate."""

from dataclasses import dataclass

from kiosk.exchange.policy import Term
from kiosk.screens.kinds import card_row, where_to
from kiosk.screens.parts.shapes import HeadingItem, NavItem, RowItem
from kiosk.screens.places import GoBack, GoTo
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.screens.timeline.dues import due_row
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class TimelineState:
    """The stages beside what belongs to the one that was touched."""

    back: str = ""
    title: str = ""
    stages: tuple[NavItem, ...] = ()
    rows: tuple[RowItem | HeadingItem, ...] = ()
    empty_title: str = ""
    empty_text: str = ""
    more: str = ""
    less: str = ""


class TimelinePresenter(Presenter[TimelineState]):
    """Shows one stage of a sentence at a time. The stage is kept nowhere but here."""

    def __init__(self, words: Words, reading: Reading, go_to: GoTo, go_back: GoBack) -> None:
        super().__init__(words)
        self._reading = reading
        self._go_to = go_to
        self._go_back = go_back
        self._stage = ""

    def choose_stage(self, code: str) -> None:
        """Show what belongs to this stage."""
        self._stage = code
        self._changed()

    def open(self, entry: str) -> None:
        """Open this entry; a request begins with its notice."""
        self._go_to(*where_to(entry, self._reading.forms(self._words.language)))

    def back(self) -> None:
        """Leave the timeline."""
        self._go_back()

    def _make(self) -> TimelineState:
        words = self._words
        terms = self._reading.vocabulary("stages").terms
        stage = self._stage or next((term.code for term in terms), "")
        rows = self._rows(stage) if stage else ()
        return TimelineState(
            back=words("Back"),
            title=words("What should happen, and when"),
            stages=tuple(self._nav(term, stage) for term in terms),
            rows=rows,
            empty_title="" if rows else words("Nothing here yet"),
            empty_text="" if rows else words("Ask any officer. Help now always works."),
            more=words("More"),
            less=words("Back up"),
        )

    def _rows(self, stage: str) -> tuple[RowItem | HeadingItem, ...]:
        """What is due, then what else helps now; a heading only where both are there."""
        words = self._words
        coming = self._reading.due(stage)
        led = [one.due.entry for one in coming if one.due.entry]
        there = {card.id for card in self._reading.about(led, words.language)}
        due = tuple(due_row(one, words, there) for one in coming)
        known = {row.key for row in due}
        cards = self._reading.timeline(stage, words.language)
        rest = tuple(card_row(card, words) for card in cards if card.id not in known)
        if not due or not rest:
            return (*due, *rest)
        first, then = words("What you are due"), words("What else helps now")
        return (HeadingItem(first), *due, HeadingItem(then), *rest)

    def _nav(self, term: Term, stage: str) -> NavItem:
        name = term.names.get(self._words.language) or term.names["en"]
        return NavItem(term.code, name, term.icon, term.code == stage)
