"""Work done side by side gives what one process would, and what goes wrong there is told."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.catalogue.helpers import EACH, HelperLost, in_order
from kiosk.exchange.refusals import Refusal, Refused

pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
MANY = range(4 * EACH)


def helpers() -> set[str]:
    """The processes that this one started and that still run."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())


@pytest.fixture(autouse=True)
def nobody_stays() -> Iterator[None]:
    before = helpers()
    yield
    assert helpers() <= before


def test_results_come_in_the_order_of_the_things() -> None:
    assert list(in_order(lambda n: n * n, MANY, 3)) == [n * n for n in MANY]


def test_the_work_is_done_by_several_processes() -> None:
    workers = set(in_order(lambda _: os.getpid(), MANY, 2))

    assert len(workers) == 2
    assert os.getpid() not in workers


@pytest.mark.parametrize(("things", "processes"), [(MANY, 1), (range(EACH), 4), (range(0), 4)])
def test_few_things_are_done_here(things: range, processes: int) -> None:
    assert list(in_order(lambda _: os.getpid(), things, processes)) == [os.getpid()] * len(things)


def test_a_refusal_comes_back_with_its_facts() -> None:
    def work(number: int) -> int:
        if number == EACH:
            raise Refused(Refusal.PACK_BROKEN, name="a", line=number)
        return number

    with pytest.raises(Refused) as refused:
        list(in_order(work, MANY, 2))

    assert refused.value.code is Refusal.PACK_BROKEN
    assert refused.value.facts == {"name": "a", "line": EACH}


def test_a_fault_says_nothing_but_that_it_happened(capfd: pytest.CaptureFixture[str]) -> None:
    def work(number: int) -> int:
        raise ValueError(f"a secret {number}")

    with pytest.raises(HelperLost):
        list(in_order(work, MANY, 2))

    assert capfd.readouterr() == ("", "")


def test_nobody_goes_on_when_the_results_are_wanted_no_more() -> None:
    results = in_order(lambda n: time.sleep(n * 60), MANY, 2)

    with closing(results):
        assert next(results) is None
