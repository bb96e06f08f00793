"""A layout that is fed with a list of values, one part for each."""

from collections.abc import Sequence
from typing import Any

from kivy.factory import Factory
from kivy.properties import ObjectProperty

from kiosk.screens.parts.layouts import Beside, Box, Column, Flow, Grid
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look


class Fed(Box):
    """Makes a part for each of `items`, of the class that the item names (shapes.py).

    Parts are used again when the items change. When one is touched, `on_choose` gives the `key`
    of its item. Use FedGrid, FedColumn, FedBeside, FedFlow or Paged.
    """

    items = ObjectProperty(())

    __events__ = ("on_choose",)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.fbind("items", self.feed)
        if self.items:
            self.feed()

    def on_choose(self, key: object) -> None:
        """The part of this key was touched."""

    def feed(self, *_: object) -> None:
        """Make the parts follow the items."""
        before = list(reversed(self.children))
        after = self.parts_for(before, self.items)
        if [id(part) for part in before] != [id(part) for part in after]:
            self.clear_widgets()
            for part in after:
                self.add_widget(part)

    def parts_for(self, at_hand: list[Part], items: Sequence[Any]) -> list[Part]:
        """One part for each item: one at hand if its class fits, else a new one."""
        spare: dict[str, list[Part]] = {}
        for part in reversed(at_hand):
            spare.setdefault(type(part).__name__, []).append(part)
        return [self._part_for(item, spare.get(item.part, [])) for item in items]

    def _part_for(self, item: Any, spare: list[Part]) -> Part:
        part = spare.pop() if spare else self._make(item.part)
        part.item = item
        return part

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
    """As many items from the start as there is room for; the rest is not drawn."""

    def all_fit(self, width: float, height: float) -> bool:
        """Whether every item would be drawn in this room."""
        return Column.natural_height(self, width) <= height

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        return 0.0

    def arrange(self) -> None:
        x, y, width, height = self.room
        top, gap = y + height, look.gap(self.gap)
        for part in reversed(self.children):
            high = part.natural_height(width)
            fits = top - high >= y
            part.opacity, part.live = float(fits), fits
            part.place(x, top - high, width, high)
            top -= high + gap


class FedColumn(Fed, Column):
    """Items under each other."""


class FedBeside(Fed, Beside):
    """Items beside each other."""


class FedFlow(Fed, Flow):
    """Items beside each other, in as many lines as they need."""
