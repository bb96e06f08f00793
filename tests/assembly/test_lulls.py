"""Chores wait until nobody waits for the screen."""

import gc
import os
from collections.abc import Iterator

import pytest

from kiosk.assembly.lulls import LULL, Lulls
from tests.benchmarks.figures import resident


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Python's own habits come back after the test."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


class Kiosk:
    """A clock, two chores, and what was done."""

    def __init__(self) -> None:
        self.now = 100.0
        self.done: list[str] = []
        chores = [lambda: self.done.append("first"), lambda: self.done.append("second")]
        self.lulls = Lulls(lambda: self.now, chores)

    def tidy(self) -> None:
        """Memory is tidied before the chores."""
        self.lulls.tick(visit=False)

    def ticks(self, number: int, *, visit: bool = False) -> list[str]:
        for _ in range(number):
            self.lulls.tick(visit=visit)
        return self.done


def test_chores_are_done_one_at_a_time() -> None:
    kiosk = Kiosk()
    kiosk.tidy()

    assert kiosk.ticks(1) == ["first"]


def test_chores_are_done_once() -> None:
    kiosk = Kiosk()

    assert kiosk.ticks(9) == ["first", "second"]


def test_no_chore_begins_right_after_a_touch() -> None:
    kiosk = Kiosk()
    kiosk.lulls.touched()
    kiosk.now += LULL / 2

    assert kiosk.ticks(9) == []


def test_chores_go_on_in_the_next_lull() -> None:
    kiosk = Kiosk()
    kiosk.ticks(1)
    kiosk.lulls.touched()
    kiosk.now += LULL * 2

    assert kiosk.ticks(9) == ["first", "second"]


def test_no_chore_stands_between_a_touch_and_its_picture_however_slow_the_machine() -> None:
    kiosk = Kiosk()
    kiosk.tidy()
    kiosk.lulls.touched()
    kiosk.now += LULL * 2

    assert kiosk.ticks(1) == []
    assert kiosk.ticks(1) == ["first"]


def test_what_is_thrown_away_again_is_made_when_memory_has_settled() -> None:
    frozen: list[int] = []
    lulls = Lulls(lambda: 100.0, (), (lambda: frozen.append(gc.get_freeze_count()),))

    for _ in range(9):
        lulls.tick(visit=False)

    assert len(frozen) == 1
    assert frozen[0] == gc.get_freeze_count() > 0


def test_no_chore_is_done_during_a_visit() -> None:
    kiosk = Kiosk()
    kiosk.now += 1000

    assert kiosk.ticks(9, visit=True) == []


def test_after_a_visit_every_chore_is_done_again() -> None:
    kiosk = Kiosk()
    kiosk.ticks(9)
    kiosk.lulls.again()

    assert kiosk.ticks(9) == ["first", "second", "first", "second"]


def test_what_stands_after_the_start_is_looked_through_once() -> None:
    kiosk = Kiosk()

    kiosk.tidy()

    assert gc.get_freeze_count() > 0


def test_memory_that_a_visit_used_goes_back_to_the_system() -> None:
    Kiosk().tidy()  # what other tests left free must not hold what is used here
    kiosk = Kiosk()
    before = resident(os.getpid())
    used: list[bytes] = []
    while resident(os.getpid()) < before + 30:
        used.extend(bytes(2_000) for _ in range(1_000))
    last = used.pop()
    held = resident(os.getpid())
    del used

    kiosk.tidy()

    assert len(last)
    assert resident(os.getpid()) < held - 20
