"""A layout that is fed with a list of values, one part for each."""

from collections.abc import Sequence
from typing import Any

from kivy.factory import Factory
from kivy.properties import ObjectProperty

from kiosk.screens.parts.layouts import Beside, Box, Column, Flow, Grid
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look

FIRST = 12
"""Parts made for the beginning of a list; no panel has room for more above a keyboard."""
PUT_AWAY = 12
"""Parts of each class that wait for the next items: to make a row costs more than to look it up."""


class Fed(Box):
    """Makes a part for each of `items`, of the class that the item names (shapes.py).

    Parts are used again when the items change; those that are put away show nothing. When one is
    touched, `on_choose` gives the `key` of its item. Use FedGrid, FedColumn, FedBeside, FedFlow
    or Paged.
    """

    items = ObjectProperty(())

    __events__ = ("on_choose",)

    def __init__(self, **settings: object) -> None:
        self._put_away: dict[str, list[Part]] = {}
        super().__init__(**settings)
        self.fbind("items", self.feed)
        if self.items:
            self.feed()

    def on_choose(self, key: object) -> None:
        """The part of this key was touched."""

    def feed(self, *_: object) -> None:
        """Make the parts follow the items."""
        self.stand_only(self.parts_for(list(reversed(self.children)), self.items))

    def stand_only(self, parts: list[Part]) -> None:
        """Let exactly these parts stand inside, in this order."""
        if list(reversed(self.children)) != parts:
            self.clear_widgets()
            for part in parts:
                self.add_widget(part)

    def let_go(self, parts: list[Part]) -> None:
        """Stand no part but these: what is hidden is not arranged, and keeps nothing."""
        self.stand_only([part for part in reversed(self.children) if part in parts])

    def parts_for(self, at_hand: list[Part], items: Sequence[Any]) -> list[Part]:
        """One part for each item: at hand or put away where the class fits, else a new one."""
        spare: dict[str, list[Part]] = {}
        for part in reversed(at_hand):
            spare.setdefault(type(part).__name__, []).append(part)
        parts = [self._part_for(item, spare.get(item.part, [])) for item in items]
        for name, left in spare.items():
            self._put(left, self._put_away.setdefault(name, []))
        return parts

    def _part_for(self, item: Any, spare: list[Part]) -> Part:
        waiting = spare or self._put_away.get(item.part, [])
        part = waiting.pop() if waiting else self._make(item.part)
        part.item = item
        return part

    def _put(self, left: list[Part], away: list[Part]) -> None:
        """Keep some of these for later; nothing that they showed stays with them."""
        for part in left[: PUT_AWAY - len(away)]:
            part.item = part.property("item").defaultvalue
            away.append(part)

    def _make(self, name: str) -> Part:
        part: Part = getattr(Factory, name)()
        if part.is_event_type("on_release"):
            part.bind(on_release=self._touched)
        return part

    def _touched(self, part: Any) -> None:
        self.dispatch("on_choose", part.item.key)


class FedGrid(Fed, Grid):
    """Items in columns."""


class FirstOnes(Fed, Column):
    """As many items from the start as there is room for; the rest is neither drawn nor measured."""

    def __init__(self, **settings: object) -> None:
        self.at_hand: list[Part] = []
        super().__init__(**settings)

    def feed(self, *_: object) -> None:
        self.at_hand = self.parts_for(self.at_hand, self.items[:FIRST])
        self.let_go(self.at_hand)
        self.outgrown()

    def all_fit(self, width: float, height: float) -> bool:
        """Whether every item would be drawn in this room."""
        return len(self._fitting(width, height)) == len(self.items)

    def least(self, width: float) -> float:
        """Pixels down without which not even the first item has room."""
        if not self.at_hand:
            return 0.0
        first = self.at_hand[0]
        first.squeeze(width, 0.0)
        high = first.natural_height(width)
        first.ease()
        return high

    def natural_height(self, width: float) -> float:
        """Nothing: it takes what is left. Above what is touched low there is room for all."""
        if not look.theme.lowered:
            return 0.0
        need = sum(part.natural_height(width) for part in self.at_hand)
        return need + self.between(len(self.at_hand))

    def arrange(self) -> None:
        x, y, width, height = self.room
        fitting = self._fitting(width, height)
        self.stand_only([part for part, _ in fitting])
        top = y + height
        for part, high in fitting:
            part.place(x, top - high, width, high)
            top -= high + look.gap(self.gap)

    def _fitting(self, width: float, height: float) -> list[tuple[Part, float]]:
        """The parts that there is room for, each with its height."""
        fitting: list[tuple[Part, float]] = []
        for part in self.at_hand:
            part.ease()
            if part.natural_height(width) > height:
                part.squeeze(width, height)
            high = part.natural_height(width)
            if high > height:
                break
            fitting.append((part, high))
            height -= high + look.gap(self.gap)
        return fitting


class FedColumn(Fed, Column):
    """Items under each other."""


class FedBeside(Fed, Beside):
    """Items beside each other."""


class FedFlow(Fed, Flow):
    """Items beside each other, in as many lines as they need."""
