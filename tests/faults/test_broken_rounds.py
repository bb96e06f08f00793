"""The power goes, the disk fills or fails, while a stick is worked on."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.faults.broken_rounds import PICTURE, Story, a_story
from tests.faults.rig import (
    COUNT,
    COUNT_FILLING,
    COUNT_SYNCS,
    Breaking,
    Nursery,
    name_of,
)

pytestmark = pytest.mark.faults
KILLED = -9
SAID_WHY = {"disk-full", "disk-fault", "stick-full", "stick-not-read", "content-not-built"}

Sample = Callable[[Sequence[int]], list[int]]


@pytest.fixture(scope="module")
def story(shared_room: Path, nursery: Nursery) -> Story:
    return a_story(shared_room / "story", nursery)


def calls_of_the_round(
    story: Story, room: Path, nursery: Nursery, counting: Breaking
) -> tuple[str, ...]:
    trial = story.copy(room / "trial")
    ended = nursery.run("visit", counting, data=trial.data, stick=trial.stick)
    assert ended.status == 0
    trial.must_end_well(nursery)
    return ended.calls


def the_switch(calls: Sequence[str]) -> range:
    """The calls of the transaction that switches to the new content, from child to answers."""
    commits = [n for n, call in enumerate(calls) if name_of(call) == "fdatasync"]
    return range(max(0, commits[0] - 30), commits[0] + 2)


def the_carrying(calls: Sequence[str]) -> range:
    """The calls around the moment at which a bundle gets its name on the stick."""
    named = next(n for n, call in enumerate(calls) if name_of(call) == "renameat")
    return range(named - 8, named + 8)


def test_a_round_survives_a_kill_at_every_disk_call(
    story: Story, room: Path, nursery: Nursery, sample: Sample
) -> None:
    calls = calls_of_the_round(story, room, nursery, COUNT)
    points = sorted({*sample(range(len(calls))), *the_switch(calls), *the_carrying(calls)})

    for n in points:
        trial = story.copy(room / "trial")
        broken = COUNT.killed_at(calls, n)
        ended = nursery.run("visit", broken, data=trial.data, stick=trial.stick)

        assert ended.status == KILLED, calls[n]
        trial.must_hold_together()
        trial.office.collect(trial.stick)
        trial.must_end_well(nursery)


def test_a_round_on_a_disk_that_fills_up_says_so_and_can_be_repeated(
    story: Story, room: Path, nursery: Nursery, sample: Sample
) -> None:
    calls = calls_of_the_round(story, room, nursery, COUNT_FILLING)

    for n in sample(range(len(calls))):
        trial = story.copy(room / "trial")
        broken = COUNT_FILLING.full_from(calls, n)
        ended = nursery.run("visit", broken, data=trial.data, stick=trial.stick)

        assert ended.status == 0 or ended.said["code"] in SAID_WHY, (calls[n], ended)
        trial.must_hold_together()
        trial.must_end_well(nursery)


def test_a_round_on_a_disk_that_fails_to_sync_says_so_and_can_be_repeated(
    story: Story, room: Path, nursery: Nursery
) -> None:
    calls = calls_of_the_round(story, room, nursery, COUNT_SYNCS)

    for n in range(len(calls)):
        trial = story.copy(room / "trial")
        broken = COUNT_SYNCS.broken_at(calls, n)
        ended = nursery.run("visit", broken, data=trial.data, stick=trial.stick)

        assert ended.status == 0 or ended.said["code"] in SAID_WHY, (calls[n], ended)
        trial.must_hold_together()
        trial.must_end_well(nursery)


@pytest.mark.parametrize(
    "written",
    [("catalogue/2-0.part",), ("media", f"media/{hashlib.sha256(PICTURE).hexdigest()}.part")],
    ids=["index", "pictures"],
)
def test_a_child_may_be_killed_at_every_disk_call(
    story: Story, room: Path, nursery: Nursery, sample: Sample, written: tuple[str, ...]
) -> None:
    """Each of the two children by itself: calls are counted in one process."""
    paths = tuple(room / "trial/data" / name for name in written)
    counting = Breaking(follow=True, paths=paths)
    calls = calls_of_the_round(story, room, nursery, counting)

    for n in sample(range(len(calls))):
        trial = story.copy(room / "trial")
        broken = counting.killed_at(calls, n)
        ended = nursery.run("visit", broken, data=trial.data, stick=trial.stick)

        assert ended.said["code"] == "content-not-built", calls[n]
        assert trial.must_hold_together().version == 1
        trial.must_end_well(nursery)
