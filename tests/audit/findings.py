"""What was found, and what a rule looks at."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.screens.parts.icon import Icon
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.tree import Node, shown_parts, tree
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import Theme, look
from tests.audit.glass import Picture
from tests.audit.views import View

Box = tuple[float, float, float, float]
"""Left, low, right, top in pixels."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong on one screen, with its figure."""

    view: View
    rule: str
    part: str
    figure: str

    def __str__(self) -> str:
        return f"{self.view.name}: {self.rule}: {self.part}: {self.figure}"

    @property
    def kind(self) -> tuple[str, str, str]:
        """What makes two findings on two panels the same complaint."""
        return (self.view.screen, self.rule, self.part)


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen as drawn: its tree, its texts, its pictures, its pixels."""

    view: View
    top: Part
    nodes: tuple[Node, ...]
    words: tuple[Words, ...]
    icons: tuple[Icon, ...]
    picture: Picture

    @property
    def theme(self) -> Theme:
        """How it was drawn."""
        return look.theme

    @property
    def targets(self) -> tuple[Node, ...]:
        """What can be touched now."""
        return tuple(node for node in self.nodes if node.touchable and node.live)

    def millimetres(self, pixels: float) -> float:
        """How long this is on the glass."""
        return pixels / self.theme.mm(1.0)

    def finding(self, rule: str, part: str, figure: str) -> Finding:
        """A finding on this screen."""
        return Finding(self.view, rule, part[:60], figure)


def scene_of(view: View, top: Part, picture: Picture) -> Scene:
    """Collect what the rules look at; behind a dialog nothing counts."""
    nodes = tree(top)
    inside = [part for node in nodes for part in shown_parts(node.part)]
    words = tuple(part for part in inside if isinstance(part, Words) and part.text)
    icons = tuple(part for part in inside if isinstance(part, Icon) and part.name)
    return Scene(view, top, nodes, words, icons, picture)


def box_of(part: Part) -> Box:
    """The rectangle of a part."""
    return (part.x, part.y, part.right, part.top)


def ink_of(words: Words | Icon) -> Box:
    """The rectangle in which it is really drawn."""
    (x, y), (width, height) = words.drawn_at
    return (x, y, x + width, y + height)


def above(part: Part) -> Iterator[Part]:
    """The parts that this one stands in, from the nearest.

    With low reach the layouts around what is read and what is touched hold nothing together.
    """
    alone = _taken_apart(part) if look.theme.lowered else []
    while isinstance(part.parent, Part) and part not in alone:
        part = part.parent
        yield part


def _taken_apart(part: Part) -> list[Part]:
    above: object = part
    while isinstance(above, Part) and not isinstance(above, ScreenPart):
        above = above.parent
    return above.in_order() if isinstance(above, ScreenPart) else []
