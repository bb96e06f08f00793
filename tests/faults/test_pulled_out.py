"""The stick is pulled out at any moment; staff read so, nothing is half done."""

from pathlib import Path

import pytest

from tests.builders.exchange import a_publisher
from tests.builders.sticks import a_wing_stick, put_picture
from tests.faults.broken_rounds import PICTURE, Story, a_story, the_new_entry
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults
MOMENTS = range(1, 100)
"""More moments than a round has; the first at which nothing is pulled out ends the count."""


@pytest.fixture(scope="module")
def story(shared_room: Path, nursery: Nursery) -> Story:
    return a_story(shared_room / "story", nursery)


def test_a_stick_pulled_out_at_any_moment_leaves_nothing_half_done(
    story: Story, room: Path, nursery: Nursery, every_point: bool
) -> None:
    codes: list[str] = []
    for at in MOMENTS if every_point else MOMENTS[::3]:
        trial = story.copy(room / "trial")
        ended = nursery.run("visit_pulled_out", data=trial.data, stick=trial.stick, at=at)
        if ended.acknowledged[0] != "pulled":
            break

        codes.append(ended.said["code"])
        assert ended.status == 3, (at, ended)
        assert trial.must_hold_together().register[-1] == (
            "refused",
            {"code": "stick-taken-out", "stick": ended.said["stick"]},
        )
        if len(codes) % 5 == 0:
            must_take_the_next_stick(trial, nursery)
    else:
        pytest.fail("a round has more moments than that")

    assert len(codes) > 10
    assert set(codes) == {"stick-taken-out"}


def must_take_the_next_stick(trial: Story, nursery: Nursery) -> None:
    publisher = a_publisher(the_new_entry())
    publisher.version = 1
    a_wing_stick(trial.stick, publisher)
    put_picture(trial.stick, PICTURE)
    trial.office.seq -= 1
    trial.office.answer(trial.stick)
    trial.must_end_well(nursery)
