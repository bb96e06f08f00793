"""The stick takes nothing: requests stay safe, what came in stays in, staff read why."""

from pathlib import Path

import pytest

from tests.faults.broken_rounds import Story, a_story
from tests.faults.rig import Breaking, Nursery

pytestmark = pytest.mark.faults
PART = Path("MVX-02-000002.requests.part")
"""The next bundle of the story's kiosk, as it is named to the system."""


@pytest.fixture(scope="module")
def story(shared_room: Path, nursery: Nursery) -> Story:
    return a_story(shared_room / "story", nursery)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("openat:error=EROFS", "stick-locked"),
        ("openat:error=ENOSPC", "stick-full"),
        ("openat:error=EIO", "stick-not-read"),
        ("renameat:error=ENOSPC", "stick-full"),
        ("renameat:error=EIO", "stick-not-read"),
    ],
)
def test_a_stick_that_cannot_be_written_keeps_no_request_from_the_next(
    fault: str, code: str, story: Story, room: Path, nursery: Nursery
) -> None:
    trial = story.copy(room / "trial")
    call, _, error = fault.partition(":")
    broken = Breaking(call, {call: error}, paths=(PART,))

    ended = nursery.run("visit", broken, data=trial.data, stick=trial.stick)

    assert (ended.status, ended.said["code"]) == (3, code)
    assert ended.said["counts"] == {"pages": 1, "receipts": 1, "replies": 1}
    now = trial.must_hold_together()
    assert now.version == 2
    assert frozenset(now.waiting) == trial.ids - trial.receipted
    carried = {row[0] for row in now.rows["requests"] if row[6] is not None}
    assert carried == trial.receipted
    trial.must_end_well(nursery)


@pytest.mark.parametrize("instead", ["?", ""], ids=["another byte", "a byte less"])
def test_a_stick_that_keeps_other_bytes_than_it_was_given_is_found_out(
    instead: str, story: Story, room: Path, nursery: Nursery
) -> None:
    trial = story.copy(room / "trial")

    ended = nursery.run(
        "visit_on_a_stick_that_lies", data=trial.data, stick=trial.stick, instead=instead
    )

    assert (ended.status, ended.said["code"]) == (3, "stick-not-read")
    now = trial.must_hold_together()
    carried = {row[0] for row in now.rows["requests"] if row[6] is not None}
    assert carried == trial.receipted
