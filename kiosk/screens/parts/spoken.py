"""Says in which words a screen is read aloud."""

from dataclasses import dataclass

from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.tree import Node, tree
from kiosk.screens.parts.words import Words as Text
from kiosk.translation import Words

SILENT = frozenset({"picture", "key", "progress"})
"""What stands beside words that say the same, or is spoken when it is touched."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A text with the part that it is about, which is lit while it is said."""

    text: str
    part: Part


def spoken(page: Part, words: Words) -> tuple[Spoken, ...]:
    """The title, then everything in reading order, then the buttons: what can be done."""
    nodes = sorted((node for node in tree(page) if _speaks(node)), key=_turn)
    return tuple(Spoken(_text(node, words), node.part) for node in nodes)


def _speaks(node: Node) -> bool:
    """Whether there is anything to say; nothing of a PIN, or of keys to type with, is."""
    if node.role in SILENT or (node.role == "button" and not node.live):
        return False
    if node.role == "button" and len(node.name) == 1:
        return False
    return _has_words(node.name) or (node.role == "field" and _has_words(node.value))


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _turn(node: Node) -> int:
    if isinstance(node.part, Text) and node.part.style == "title":
        return 0
    return 2 if isinstance(node.part, PushButton) else 1


def _text(node: Node, words: Words) -> str:
    if node.role == "field":
        return node.value if _has_words(node.value) else node.name
    if node.role == "choice":
        if node.chosen:
            return words("{name}, chosen", name=node.name)
        return words("{name}, not chosen", name=node.name)
    if isinstance(node.part, Touchable) and node.role != "explained":
        return words("{name}, button", name=node.name)
    return node.name
