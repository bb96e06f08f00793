"""Walks through what can be touched, group by group, then item by item."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Union

ROUNDS_INSIDE = 2
"""After so many rounds without a choice a scan leaves a group by itself."""
ROUNDS = 3
"""After so many rounds at the top it rests, until a switch is pressed again."""


@dataclass(frozen=True, slots=True)
class Group:
    """Several stops that are chosen together first; `key` tells it from every other."""

    key: Hashable
    stops: tuple["Stop", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be touched."""

    key: Hashable


Stop = Union[Group, Item]  # noqa: UP007  a name that stands for itself inside Group


@dataclass(frozen=True, slots=True)
class Lit:
    """What the ring stands around. `leaving`: choosing leads out of this group."""

    stop: Stop
    leaving: bool = False

    @property
    def key(self) -> tuple[Hashable, bool]:
        """What tells it from every other."""
        return self.stop.key, self.leaving


@dataclass(slots=True)
class Scan:
    """Knows where the ring stands; nobody's stop while `is_on` is false.

    Inside a group the last stop leads out again. The walk survives changes on the screen as far
    as what it stood on is still there.
    """

    _top: Group = field(default_factory=lambda: Group("", ()))
    _way: list[Group] = field(default_factory=list)
    _at: int = 0
    is_on: bool = False
    rounds: int = 0

    @property
    def lit(self) -> Lit | None:
        """What choosing would choose now."""
        group = self._group
        if not self.is_on or not group.stops:
            return None
        if self._at == len(group.stops):
            return Lit(group, leaving=True)
        return Lit(group.stops[self._at])

    @property
    def stops(self) -> int:
        """How many stops one round has here."""
        return len(self._group.stops) + bool(self._way)

    def begin(self) -> None:
        """Stand on the first group."""
        self.is_on, self.rounds = True, 0
        self._way, self._at = [], 0

    def rest(self) -> None:
        """Stand nowhere until somebody wants to begin."""
        self.begin()
        self.is_on = False

    def follow(self, top: Group) -> None:
        """The screen has changed: walk on through what is there now."""
        old = [*(group.key for group in self._way), *self._key_here()]
        self._top, self._way, self._at = top, [], 0
        for key in old:
            at = next((n for n, stop in enumerate(self._group.stops) if stop.key == key), None)
            if at is None:
                return
            self._at = at
            stop = self._group.stops[at]
            if key is not old[-1] and isinstance(stop, Group):
                self._way.append(stop)
                self._at = 0

    def go_on(self) -> None:
        """To the next stop."""
        self._move(1)

    def go_back(self) -> None:
        """To the stop before."""
        self._move(-1)

    def walk(self) -> None:
        """To the next stop by itself: out of a group, or to rest, after enough rounds."""
        self.go_on()
        if self._way and self.rounds >= ROUNDS_INSIDE:
            self._leave()
        elif not self._way and self.rounds >= ROUNDS:
            self.rest()

    def choose(self) -> Hashable | None:
        """Enter a group or leave it; give the key of an item, then begin its group again."""
        lit = self.lit
        self.rounds = 0
        if lit is None:
            return None
        if lit.leaving:
            self._leave()
        elif isinstance(lit.stop, Group):
            self._enter(lit.stop)
        else:
            self._begin_again()
            return lit.stop.key
        return None

    @property
    def _group(self) -> Group:
        return self._way[-1] if self._way else self._top

    def _key_here(self) -> list[Hashable]:
        stops = self._group.stops
        return [stops[self._at].key] if self._at < len(stops) else []

    def _move(self, by: int) -> None:
        count = self.stops
        if not count:
            return
        passed = self._at + by
        self.rounds += passed == count
        self._at = passed % count

    def _enter(self, group: Group) -> None:
        self._way.append(group)
        self._at = self.rounds = 0

    def _leave(self) -> None:
        """Stand on the group that was left."""
        left = self._way.pop()
        self._at = next(n for n, stop in enumerate(self._group.stops) if stop.key == left.key)
        self.rounds = 0

    def _begin_again(self) -> None:
        """Whoever types needs another line next, whoever ticks another answer."""
        if self._way:
            self._way.pop()
            self._at = 0
