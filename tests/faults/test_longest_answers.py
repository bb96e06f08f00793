"""Answers as long as a return may be fit beside everything else that the mailroom holds."""

import os
from pathlib import Path

import pytest

from kiosk.exchange import canonical, limits
from kiosk.exchange.return_bundle import ReturnBundle
from tests.builders.exchange import a_return
from tests.builders.kiosks import an_enrolled_kiosk, looked
from tests.builders.sticks import a_wing_stick, put_return
from tests.faults.bounds import within_bounds

pytestmark = [pytest.mark.faults, pytest.mark.slow]


def test_they_are_taken_in(room: Path) -> None:
    data, stick = an_enrolled_kiosk(room / "data"), a_wing_stick(room / "stick")
    bundle = as_long_as_can_be()
    assert len(canonical.dump(bundle)) > 0.9 * limits.RETURN_BYTES
    put_return(stick, bundle)

    within_bounds(room, "signpost-mailroom", "run", "--data", data, "--stick", stick, "--once")

    assert len(looked(data).rows["replies"]) == len(bundle.replies)


def as_long_as_can_be() -> ReturnBundle:
    """As many replies as fit, and a little room."""
    plain = a_return()
    (one,) = plain.replies
    number = limits.RETURN_BYTES * 95 // 100 // len(canonical.dump(one))
    return plain.model_copy(
        update={
            "replies": tuple(
                one.model_copy(update={"id": f"{n:032x}", "sealed": os.urandom(len(one.sealed))})
                for n in range(number)
            )
        }
    )
