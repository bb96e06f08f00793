"""A finger on the real screen: finds what can be touched by the words on it."""

import time
from pathlib import Path
from typing import Any

from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.words import Words
from tests.frames import pass_frames
from tests.journeys.touch import Touch

PATIENCE = 20.0
"""Seconds after which the story gives up waiting for words."""


class NotOnScreen(Exception):
    """The words that the story needs cannot be seen; the message lists what can be read."""


class Finger:
    """Presses what a person would press, and reads what a person would read."""

    def __init__(self, shell: Part) -> None:
        self._shell = shell

    def touch(self, words: str) -> None:
        """Press and lift on the part that shows these words; wait until it is drawn."""
        part = self._touchable(words)
        touch = Touch(*part.center)
        touch.touch_down()
        self.draw(1)
        touch.touch_up()
        self.draw()

    def spell(self, text: str) -> None:
        """Type on the kiosk's own keyboard or number pad."""
        for sign in text:
            self.touch(sign)

    def wait_for(self, words: str, seconds: float = PATIENCE) -> None:
        """Draw until these words can be read."""
        until = time.monotonic() + seconds
        while not self.can_read(words):
            if time.monotonic() > until:
                raise NotOnScreen(f"waited for {words!r}; on the screen: {self.read()}")
            time.sleep(0.02)
            self.draw(1)

    def can_read(self, words: str) -> bool:
        """Whether these words stand anywhere on the screen."""
        return any(words in text for text in self.read())

    def can_touch(self, words: str) -> bool:
        """Whether something with these words can be pressed."""
        return any(
            text.startswith(words) for part in self._touchables() for text in self._words_of(part)
        )

    def read(self) -> list[str]:
        """Every text that can be seen, in drawing order."""
        return [part.text for part in _seen(self._shell) if isinstance(part, Words) and part.text]

    def draw(self, frames: int = 3) -> None:
        """Let a few frames pass; only a picture is painted."""
        pass_frames(frames)

    def picture(self, path: Path) -> None:
        """Save what is on the screen."""
        self.draw()
        self._shell.export_to_png(str(path))

    def _touchable(self, words: str) -> Any:
        parts = self._touchables()
        for fits in (str.__eq__, str.startswith):
            for part in parts:
                if any(fits(text, words) for text in self._words_of(part)):
                    return part
        raise NotOnScreen(
            f"nothing to touch says {words!r}; on the screen: {self.read()}; "
            f"to touch: {[self._words_of(part) for part in parts]}"
        )

    def _touchables(self) -> list[Any]:
        return [part for part in _seen(self._shell) if isinstance(part, Touchable) and part.live]

    def _words_of(self, part: Any) -> list[str]:
        own = [getattr(part, "text", "")]
        inside = [child.text for child in _seen(part) if isinstance(child, Words)]
        return [text for text in own + inside if text]


def _seen(part: Any) -> list[Any]:
    """The part with everything inside it that is shown, topmost dialogs included."""
    if isinstance(part, Part) and not part.shown:
        return []
    return [part, *(inner for child in reversed(part.children) for inner in _seen(child))]
