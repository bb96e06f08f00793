"""How long an author waits: publishing, publishing one change, writing a stick."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from admin_tools.publishing.approve import approve, look
from admin_tools.publishing.propose import propose
from admin_tools.publishing.sticks import write_content
from kiosk.exchange import packs
from kiosk.exchange.entries import Entry
from tests.benchmarks.generate import entries
from tests.builders.publishing import APPROVER, AUTHOR, House, a_house

ENOUGH = 90
"""Seconds in which 60,000 entries must be published on two slow cores."""


def publish(house: House, shown: list[Entry]) -> int:
    """Publish these entries with the policy of the demonstration; the number of new files."""
    contents = house.contents()
    contents["targets"] |= packs.write_packs(shown, "national")
    house.now += timedelta(minutes=1)
    propose(house.repository, contents, house.keys, house.signers(*AUTHOR), house.now)
    draft = look(house.repository, house.keys, house.now)
    (builder,) = house.signers("builder")
    approve(house.repository, draft, house.signers(*APPROVER), builder, house.now)
    return len(draft.files)


def seconds(act: Callable[[], object]) -> tuple[float, object]:
    begun = time.perf_counter()
    result = act()
    return time.perf_counter() - begun, result


@pytest.mark.parametrize("count", [60, 60_000])
def test_publishing(tmp_path: Path, count: int) -> None:
    house, shown = a_house(tmp_path / "house"), list(entries(count))
    stick = tmp_path / "stick"
    stick.mkdir()

    whole, files = seconds(lambda: publish(house, shown))
    shown[0] = shown[0].model_copy(update={"title": "Something else"})
    once, new = seconds(lambda: publish(house, shown))
    copied, _ = seconds(lambda: write_content(stick, house.repository, lambda _done, _of: None))

    print(f"\n{count} entries published in {whole:.1f} s ({files} files);")
    print(f"one change in {once:.1f} s ({new} file); a stick written in {copied:.1f} s")
    assert whole < ENOUGH
    assert new == 1
