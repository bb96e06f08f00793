"""How long an author waits: checking, publishing, publishing one change, writing a stick."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from admin_tools.authoring.check import check
from admin_tools.publishing.approve import approve, look
from admin_tools.publishing.propose import propose
from admin_tools.publishing.sticks import write_content
from kiosk.exchange import packs
from kiosk.exchange.entries import Entry
from tests.benchmarks.conftest import MANY
from tests.benchmarks.figures import Figure, Spent, figure, tell, timed
from tests.benchmarks.generate import entries
from tests.benchmarks.generate_media import illustrated
from tests.benchmarks.worlds import sync_all
from tests.builders.publishing import APPROVER, AUTHOR, House, a_house
from tests.journeys.circle import HOUSE

ENOUGH = 90.0
"""Seconds in which 60,000 entries must be published on two slow cores."""
SOON = 15.0
"""Seconds in which one change of them must be out, and the sources checked."""
TIMES = 3
"""How many times the bare copy a stick may take."""


def test_checking() -> None:
    """The sources of the demonstration; there are no others."""
    spent, checked = timed(lambda: check(HOUSE / "content", date(2026, 11, 22)))
    pages = sum(1 for _ in (HOUSE / "content").rglob("*.md"))

    seconds = figured("check the demonstration", [spent], SOON)
    tell(replace(seconds, how=f"{pages} pages with all their languages"))
    assert checked.sources.written


@pytest.mark.parametrize("count", [60, MANY])
def test_publishing(tmp_path: Path, count: int) -> None:
    house, stick = a_house(tmp_path / "house"), tmp_path / "stick"
    stick.mkdir()
    shown = list(illustrated(entries(count), lambda data: keep(house, data)))

    whole, files = timed(lambda: publish(house, shown))
    bare, size = timed(lambda: copied(house.repository.path, tmp_path / "bare"))
    shown[0] = shown[0].model_copy(update={"title": "Something else"})
    once, new = timed(lambda: publish(house, shown))
    written, _ = timed(lambda: write_content(stick, house.repository, lambda _done, _of: None))

    beside = f"copy + SHA-256 + fsync of the same {size / 1e6:,.0f} MB: {bare.wall:.2f} s"
    tell(
        replace(
            figured(f"publish {count:,}", [whole], ENOUGH), beside=beside, how=f"{files} files"
        ),
        figured(f"publish one change of {count:,}", [once], SOON),
        replace(
            figured(f"write a stick of {count:,}", [written], TIMES * bare.wall), beside=beside
        ),
        figure(f"a stick of {count:,}", "MB", [bytes_in(stick) / 1e6]),
    )
    assert new == 1


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


def keep(house: House, data: bytes) -> None:
    house.repository.keep_pictures({hashlib.sha256(data).hexdigest(): data})


def figured(name: str, spent: Iterable[Spent], aim: float = 0.0) -> Figure:
    took = list(spent)
    return figure(name, "s", [one.wall for one in took], [one.cpu for one in took], aim)


def copied(folder: Path, to: Path) -> int:
    return sync_all(files_in(folder), to)


def bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in files_in(folder))


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
