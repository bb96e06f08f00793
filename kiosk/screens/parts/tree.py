"""What a screen says it is: one node for everything that can be read or touched, in order.

Reading aloud, switches and the audit walk this tree; nothing here draws. A touchable part is
one node with all its words as its name; everything else is read word by word, picture by picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.screens.parts.icon import Icon
from kiosk.screens.parts.keyboard import Field
from kiosk.screens.parts.pages import Dialog
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.words import Words

HEADINGS = frozenset({"title", "heading", "band"})


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Where a part stands, in pixels; y counts from the bottom."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """Where it ends above."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen. `part` is the widget itself, to light it up or press it.

    `role`: heading, text, explained (touch it for what its hard words mean), photo (named by what
    it shows), picture, button, choice, key, field,
    step, progress. `value` is what a field holds (as many dots when it is hidden), how far
    progress is, or whether a step is done.
    """

    part: Part
    role: str
    name: str
    order: int
    target: Rectangle
    value: str = ""
    chosen: bool = False
    live: bool = True
    pressed: bool = False

    @property
    def touchable(self) -> bool:
        """Whether a finger or a switch can use it."""
        return isinstance(self.part, Touchable | Field)


def tree(top: Part) -> tuple[Node, ...]:
    """Everything shown under this part, in reading order; a dialog hides what lies behind it."""
    return tuple(_node(order, part) for order, part in enumerate(_said(_uppermost(top))))


def shown_parts(top: Part) -> Iterator[Part]:
    """Every part from here down that is drawn, each before what is inside it."""
    if not top.shown or not top.opacity:
        return
    yield top
    for child in reversed(top.children):
        if isinstance(child, Part):
            yield from shown_parts(child)


def title_of(top: Part) -> str:
    """The first heading below this part."""
    return next((node.name for node in tree(top) if node.role == "heading"), "")


def words_of(part: Part) -> str:
    """All words inside a part, one sentence after another."""
    return ", ".join(one.text for one in shown_parts(part) if isinstance(one, Words) and one.text)


def _uppermost(top: Part) -> Part:
    dialogs = [part for part in shown_parts(top) if isinstance(part, Dialog)]
    return dialogs[-1] if dialogs else top


def _said(part: Part) -> Iterator[Part]:
    """The parts that stand for themselves; what is inside a touchable belongs to it."""
    if not part.shown or not part.opacity:
        return
    if role_of(part):
        yield part
    else:
        for child in part.in_order():
            if isinstance(child, Part):
                yield from _said(child)


def role_of(part: Part) -> str:
    """What this part is to a person, or nothing if it only holds others."""
    if isinstance(part, Words):
        role = "heading" if part.style in HEADINGS else "text"
        return role if part.text else ""
    if isinstance(part, Icon):
        return "picture" if part.name else ""
    if isinstance(part, Touchable) and not part.live and part.role == "button":
        return "button" if part.plate == "off" else ""
    return part.role


def _node(order: int, part: Part) -> Node:
    return Node(
        part=part,
        role=role_of(part),
        name=name_of(part),
        order=order,
        target=Rectangle(part.x, part.y, part.width, part.height),
        value=part.value,
        chosen=part.chosen,
        live=getattr(part, "live", True),
        pressed=part.pressed,
    )


def name_of(part: Part) -> str:
    """What a part is called: its words, or what it says it is."""
    if isinstance(part, Icon):
        return str(part.name)
    if isinstance(part, Field):
        return str(part.hint or part.said)
    return str(part.said or words_of(part) or getattr(part, "text", ""))
