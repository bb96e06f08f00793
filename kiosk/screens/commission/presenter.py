"""Leads an installer through the panel: which way up, how large, what for, does it feel fingers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from kiosk.screens.commission.card import LEAST_PANEL, Card, card_at
from kiosk.screens.commission.questions import LOW_REACH, Question, Value, questions
from kiosk.screens.parts.shapes import ButtonItem, ChoiceItem, LineItem
from kiosk.screens.presenting import Presenter
from kiosk.screens.theme import LEAST_UPRIGHT
from kiosk.translation import Words

STEPS = (-10, -1, 1, 10)
"""Dots by which the frame is changed at a touch."""
CORNERS = ("top-left", "top-right", "middle", "bottom-left", "bottom-right")
CARD, TOUCH, KEEP = "card", "touch", "keep"

Draft = Mapping[str, Value]


class Bench(Protocol):
    """What the answers of the installer do."""

    def try_out(self, draft: Draft) -> tuple[tuple[int, int], float]:
        """Draw like this from now on; say how many dots there are, and dots per inch."""

    def keep(self, draft: Draft) -> bool:
        """Write the settings down; False where the old ones still stand."""

    def leave(self) -> None:
        """Go, and leave the settings as they are on the disk."""


@dataclass(frozen=True, slots=True)
class CommissionState:
    """One page; what is empty is not shown."""

    title: str = ""
    lead: str = ""
    card: tuple[int, int] = (0, 0)
    width: str = ""
    height: str = ""
    across: tuple[ButtonItem, ...] = ()
    down: tuple[ButtonItem, ...] = ()
    told: tuple[LineItem, ...] = ()
    options: tuple[ChoiceItem, ...] = ()
    corners: tuple[ButtonItem, ...] = ()
    warning: str = ""
    back: str = ""
    carry_on: str = ""
    ready: bool = True
    cancel: str = ""


class CommissionPresenter(Presenter[CommissionState]):
    """Goes through the pages. Nothing is written before the last one."""

    def __init__(self, words: Words, draft: Draft, bench: Bench) -> None:
        super().__init__(words)
        self._bench = bench
        self._draft: dict[str, Value] = dict(draft)
        self._card = Card(1, 1, (0, 0))
        self._at = 0
        self._touched: frozenset[str] = frozenset()
        self._failed = False
        self._try_out()

    def change_width(self, dots: str) -> None:
        """Make the frame this much wider."""
        self._card = self._card.wider(int(dots))
        self._changed()

    def change_height(self, dots: str) -> None:
        """Make the frame this much higher."""
        self._card = self._card.higher(int(dots))
        self._changed()

    def choose(self, option: str) -> None:
        """Answer the question of this page, and show what it does."""
        question = self._question()
        if question is not None:
            self._draft[question.name] = question.options[int(option)].value
            self._try_out()
            self._changed()

    def touch(self, corner: str) -> None:
        """Turn this corner green: it felt a finger."""
        self._touched |= {corner}
        self._changed()

    def carry_on(self) -> None:
        """Go to the next page; from the last one, write and go."""
        if self._page() == KEEP:
            self._failed = not self._bench.keep(dict(self._draft))
            if not self._failed:
                self._bench.leave()
        else:
            if self._page() == CARD:
                self._draft["dpi"] = self._card.dpi
                self._draft["scale_percent"] = 100
                self._try_out()
            self._at += 1
        self._changed()

    def back(self) -> None:
        """Go to the page before."""
        self._at = max(0, self._at - 1)
        self._changed()

    def cancel(self) -> None:
        """Change nothing."""
        self._bench.leave()

    def _try_out(self) -> None:
        size, dpi = self._bench.try_out(dict(self._draft))
        if size != self._card.panel:
            self._card = card_at(dpi, size)

    def _pages(self) -> tuple[str, ...]:
        wide, high = self._card.panel
        first, *others = (
            one.name for one in questions(self._words) if high > wide or not one.upright
        )
        return (first, CARD, *others, TOUCH, KEEP)

    def _page(self) -> str:
        return self._pages()[min(self._at, len(self._pages()) - 1)]

    def _question(self) -> Question | None:
        return next((one for one in questions(self._words) if one.name == self._page()), None)

    def _make(self) -> CommissionState:
        sure, page = self._words.sure, self._page()
        make = {CARD: self._card_page, TOUCH: self._touch_page, KEEP: self._keep_page}
        state = make.get(page, self._question_page)()
        return replace(
            state,
            back=sure("Back") if self._at else "",
            carry_on=sure("Save these settings") if page == KEEP else sure("Carry on"),
            cancel=sure("Cancel: change nothing"),
        )

    def _question_page(self) -> CommissionState:
        question = self._question()
        if question is None:
            return CommissionState()
        chosen = self._draft.get(question.name)
        return CommissionState(
            title=question.text,
            lead=question.hint,
            warning=self._upright_warning() if question.name == LOW_REACH else "",
            options=tuple(
                ChoiceItem(str(at), one.text, one.icon, chosen=one.value == chosen, one=True)
                for at, one in enumerate(question.options)
            ),
        )

    def _card_page(self) -> CommissionState:
        sure, card = self._words.sure, self._card
        steps = tuple(ButtonItem(str(dots), f"{dots:+d}".replace("-", "\u2212")) for dots in STEPS)
        return CommissionState(
            title=sure("Hold a bank card to the frame"),
            lead=sure("Make the frame exactly as wide and as high as the card."),
            card=(card.across, card.down),
            width=sure("Width: {dots} dots", dots=card.across),
            height=sure("Height: {dots} dots", dots=card.down),
            across=steps,
            down=steps,
            told=self._told(),
            warning=self._warning(),
        )

    def _touch_page(self) -> CommissionState:
        sure = self._words.sure
        left = len(CORNERS) - len(self._touched)
        return CommissionState(
            title=sure("Touch each square"),
            lead=sure(
                "A square turns green where your finger is felt. You see a line at all four edges."
            ),
            corners=tuple(self._corner(name) for name in CORNERS),
            ready=not left,
        )

    def _corner(self, name: str) -> ButtonItem:
        done = name in self._touched
        return ButtonItem(name, str(CORNERS.index(name) + 1), kind="go" if done else "quiet")

    def _keep_page(self) -> CommissionState:
        sure = self._words.sure
        failed = sure("The settings could not be written. The old ones still stand.")
        return CommissionState(
            title=sure("Save these settings?"),
            lead=sure("Until you save, this screen keeps its old settings."),
            told=(*self._told(), *self._answers()),
            warning=failed if self._failed else self._warning(),
        )

    def _told(self) -> tuple[LineItem, ...]:
        sure, card = self._words.sure, self._card
        wide, high = card.millimetres
        return (
            LineItem(sure("This panel has {dpi} dots per inch.", dpi=card.dpi), "target"),
            LineItem(
                sure("Its picture is {wide} mm wide and {high} mm high.", wide=wide, high=high),
                "monitor",
            ),
        )

    def _answers(self) -> tuple[LineItem, ...]:
        asked = (one for one in questions(self._words) if one.name in self._pages())
        return tuple(
            LineItem(f"{one.text} {option.text}", option.icon)
            for one in asked
            for option in one.options
            if option.value == self._draft.get(one.name)
        )

    def _warning(self) -> str:
        sure, card = self._words.sure, self._card
        if card.stretched:
            return sure(
                "The picture is stretched. Set the panel to the number of dots that it has, "
                "then measure again."
            )
        if card.smaller_than(LEAST_PANEL):
            short, long = (round(side) for side in LEAST_PANEL)
            return sure(
                "This panel is too small. It must be {long} mm by {short} mm, or larger.",
                long=long,
                short=short,
            )
        return self._upright_warning()

    def _upright_warning(self) -> str:
        """That letters and buttons cannot be as large and as low as on other panels."""
        wide, high = self._card.panel
        if high <= wide or not self._card.smaller_than(LEAST_UPRIGHT):
            return ""
        short, long = (round(side) for side in LEAST_UPRIGHT)
        return self._words.sure(
            "This panel is too small to stand upright with large letters or low buttons. "
            "It must be {long} mm by {short} mm, or larger.",
            long=long,
            short=short,
        )
