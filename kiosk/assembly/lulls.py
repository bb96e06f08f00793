"""Does the screen's chores one by one while nobody touches it."""

import ctypes
import gc
from collections.abc import Callable, Sequence

LULL = 0.6
"""Seconds without a touch before a chore may begin; each takes less than a fifth of a second."""
THINKING = 8.0
"""Seconds without a touch during a visit: somebody reads."""
YOUNG, MIDDLE, OLD = 700, 10, 300
"""When Python looks for what nobody needs any more. Its own 10 for old things stopped the screen
for a quarter of a second every twenty touches; now nearly all of that happens in lulls."""


class Lulls:
    """Knows when nobody waits for the screen, and what is to be done then.

    After every `again` memory is tidied, `chores` are done in turn, memory is tidied once more;
    `last` comes what must not be there when memory settles, because it is thrown away again.
    During a visit only memory is tidied, once for each time that somebody stops to read.
    """

    def __init__(
        self,
        awake: Callable[[], float],
        chores: Sequence[Callable[[], object]],
        last: Sequence[Callable[[], object]] = (),
    ) -> None:
        self._awake = awake
        self._chores = (self._tidy, *chores, self._tidy, *last)
        self._left = list(self._chores)
        self._touched_at = float("-inf")
        self._is_drawn = True
        self._tidied = False
        self._to_settle = 2
        gc.set_threshold(YOUNG, MIDDLE, OLD)

    def touched(self) -> None:
        """Somebody touched the screen."""
        self._touched_at = self._awake()
        self._tidied = self._is_drawn = False

    @property
    def still(self) -> float:
        """Seconds since somebody touched the screen."""
        return self._awake() - self._touched_at

    def again(self) -> None:
        """A visit is over, or something came in: every chore is to be done once more."""
        self._left = list(self._chores)
        self._is_drawn = False

    def tick(self, *, visit: bool) -> None:
        """Do at most one chore, if nobody waits: never before all has been drawn."""
        if not self._is_drawn:
            self._is_drawn = True
            return
        still = self.still
        if not visit and self._left and still >= LULL:
            self._left.pop(0)()
        elif visit and not self._tidied and still >= THINKING:
            gc.collect()
            self._tidied = True

    def _tidy(self) -> None:
        """Collect. What stands after the start, and what was drawn ahead, is then left alone.

        Nobody is here, so nothing of a visit can be among it. What the visit used goes back to
        the system, which wipes it: the C library would keep it until it has use for it.
        """
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)
        if self._to_settle:
            gc.freeze()
            self._to_settle -= 1
