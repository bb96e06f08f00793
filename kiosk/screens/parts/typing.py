"""Keeps what one person types, and what their keyboard shows."""

from dataclasses import dataclass, replace

from kiosk.screens.parts import keys
from kiosk.screens.parts.keys import Page
from kiosk.screens.parts.lettering import lettering
from kiosk.screens.parts.spelling import with_sign, without_last


@dataclass(frozen=True, slots=True)
class Board:
    """What the keyboard shows: whose letters, in which order, on which page."""

    language: str = "en"
    order: int = 0
    page: Page = Page.LETTERS


PLAIN = Board()
"""English letters, before anybody has come."""


class Typing:
    """Takes the keys as they are touched. Nothing of it outlives the visit.

    It types in the language of the screen until the person chooses another for the keyboard.
    """

    def __init__(self, language: str, longest: int) -> None:
        self.text = ""
        self.board = Board(language)
        self._longest = longest
        self._chosen = False

    def touch(self, sign: str) -> None:
        """Take one key: a letter is typed, any other changes what the keyboard shows."""
        if sign.startswith(keys.SPEAK):
            self.board = Board(sign.removeprefix(keys.SPEAK))
            self._chosen = True
        elif sign == keys.TO_ORDER:
            self.board = replace(self.board, order=self.board.order + 1)
        elif sign in _PAGES:
            self.board = replace(self.board, page=_PAGES[sign])
        else:
            self._type(" " if sign == keys.SPACE else sign)

    def rub_out(self) -> None:
        """Take back the last sign that is seen."""
        self.text = without_last(self.text)

    def clear(self) -> None:
        """Take everything back."""
        self.text = ""

    def follow(self, language: str) -> None:
        """The screen speaks another language now; a keyboard that was chosen stays."""
        if not self._chosen and language != self.board.language:
            self.board = Board(language)

    def _type(self, sign: str) -> None:
        text = with_sign(self.text, sign, lettering(self.board.language)).lstrip()
        if len(text) <= max(self._longest, len(self.text)):
            self.text = text


_PAGES = {
    keys.TO_NUMBERS: Page.NUMBERS,
    keys.TO_LETTERS: Page.LETTERS,
    keys.TO_LANGUAGES: Page.LANGUAGES,
}
