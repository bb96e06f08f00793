"""What every presenter has: a state, somebody who watches it, words to say it in."""

from collections.abc import Callable
from typing import Generic, TypeVar

from kiosk.translation import Words

State = TypeVar("State")


class Presenter(Generic[State]):
    """Turns what a person does into a new state.

    A presenter keeps plain values, makes its whole state in `_make`, and calls `_changed` after
    every touch. The navigator gives it new words when the person picks another language.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._watch: Callable[[State], None] | None = None
        self._state: State | None = None

    @property
    def state(self) -> State:
        """What the screen shows now."""
        if self._state is None:
            self._state = self._make()
        return self._state

    def watch(self, show: Callable[[State], None] | None) -> None:
        """From now on tell this watcher about every new state; None: nobody."""
        self._watch = show

    def reword(self, words: Words) -> None:
        """Say everything again in these words."""
        self._words = words
        self._changed()

    def shown(self) -> None:
        """The screen has come (back) to the front: a chance to look again at what it shows."""

    def _changed(self) -> None:
        self._state = self._make()
        if self._watch is not None:
            self._watch(self._state)

    def _make(self) -> State:
        raise NotImplementedError
