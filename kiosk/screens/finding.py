"""How the look-up screens find things."""

from typing import Protocol

from kiosk.catalogue.groups import By, Choices
from kiosk.catalogue.lists import Piece
from kiosk.catalogue.search import Found


class Finding(Protocol):
    """What searches and lists are asked (one visit's catalogue stands behind it)."""

    def find(self, text: str, language: str, choices: Choices | None = None) -> Found:
        """Look words up."""

    def listed(self, choices: Choices, language: str, skip: int = 0) -> Piece:
        """List what there is under these choices."""

    def options(self, by: By, choices: Choices) -> tuple[str, ...]:
        """List the codes of a choice under which there is anything."""
