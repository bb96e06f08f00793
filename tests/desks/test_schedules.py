"""A real kiosk and a real office, with sticks that are lost, swapped, copied, and brought twice."""

import random
from pathlib import Path

import pytest

from tests.builders.prison import Prison

MOVES = 30
SCHEDULES, MANY = 4, 200


def a_life(folder: Path, seed: int, *, restores: bool) -> Prison:
    """Let anything happen in any order, then calm days."""
    prison = Prison(folder, random.Random(seed))
    moves = [prison.ask, prison.visit, prison.collect, prison.write, prison.lose, prison.copy]
    if restores:
        moves += [prison.back_up, prison.restore]
    for _ in range(MOVES):
        prison.chance.choice(moves)()
    prison.calm_days()
    return prison


def seeds(count: int) -> range:
    return range(count)


@pytest.mark.parametrize("seed", seeds(SCHEDULES))
def test_every_request_arrives_once_whatever_happens_to_the_sticks(
    tmp_path: Path, seed: int
) -> None:
    prison = a_life(tmp_path, seed, restores=False)

    assert prison.at_the_office() == prison.asked
    assert prison.rooms.ledger.waiting() == {}
    assert not set(prison.told) & {"chain-broken", "number-used-twice"}


@pytest.mark.parametrize("seed", seeds(SCHEDULES))
def test_every_request_arrives_once_when_the_office_goes_back_to_a_backup_too(
    tmp_path: Path, seed: int
) -> None:
    prison = a_life(tmp_path, 1_000 + seed, restores=True)

    assert prison.at_the_office() == prison.asked
    assert prison.rooms.ledger.waiting() == {}


@pytest.mark.slow
@pytest.mark.parametrize("seed", seeds(MANY))
def test_many_lives(tmp_path: Path, seed: int) -> None:
    prison = a_life(tmp_path, 10_000 + seed, restores=bool(seed % 2))

    assert prison.at_the_office() == prison.asked
    assert prison.rooms.ledger.waiting() == {}


def test_a_life_is_full_of_trouble(tmp_path: Path) -> None:
    """Guards the tests above: their lives do hold requests, lost sticks and gaps."""
    lives = [a_life(tmp_path / str(seed), seed, restores=False) for seed in range(4)]

    assert sum(len(life.asked) for life in lives) > 8
    assert "files-missing" in {code for life in lives for code in life.told}
