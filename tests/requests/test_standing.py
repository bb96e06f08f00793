"""Numbers in the exchange only go up."""

from pathlib import Path

import pytest

from kiosk.requests.standing import Stand, Standing
from tests.builders.exchange import EPOCH
from tests.builders.stores import a_database

STAND = Stand("MVX", "MVX-02", "B", EPOCH, demo=True)


def a_standing(folder: Path) -> Standing:
    standing = Standing(a_database(folder))
    with standing._database.write() as session:
        standing.begin(session, STAND)
    return standing


def wrote(standing: Standing, seq: int) -> None:
    with standing._database.write() as session:
        standing.wrote(session, seq, f"{seq:064x}")


def applied(standing: Standing, seq: int, wing: str = "B") -> None:
    with standing._database.write() as session:
        standing.applied(session, seq, wing)


def test_a_new_kiosk_has_sent_and_received_nothing(tmp_path: Path) -> None:
    assert a_standing(tmp_path).now() == STAND


def test_the_last_bundle_is_remembered(tmp_path: Path) -> None:
    standing = a_standing(tmp_path)
    wrote(standing, 3)
    assert (standing.now().seq, standing.now().prev) == (3, f"{3:064x}")


def test_a_bundles_number_is_never_used_twice(tmp_path: Path) -> None:
    standing = a_standing(tmp_path)
    wrote(standing, 3)
    with pytest.raises(ValueError, match="only goes up"):
        wrote(standing, 3)


def test_a_return_may_move_the_kiosk_to_another_wing(tmp_path: Path) -> None:
    standing = a_standing(tmp_path)
    applied(standing, 1, "C")
    assert (standing.now().last_return, standing.now().wing) == (1, "C")


def test_an_older_return_is_never_applied(tmp_path: Path) -> None:
    standing = a_standing(tmp_path)
    applied(standing, 2)
    with pytest.raises(ValueError, match="higher"):
        applied(standing, 1)
