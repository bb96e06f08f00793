import random

import pytest

from admin_tools.desks.pins import is_common, new_pin


@pytest.mark.parametrize("pin", ["0000", "1212", "1122", "1234", "9876", "1987", "2024", "2580"])
def test_a_pin_that_somebody_would_try_first_is_common(pin: str) -> None:
    assert is_common(pin, "A4321BC")


def test_the_digits_of_the_number_on_the_cell_door_are_common() -> None:
    assert is_common("4829", "A4829BC")
    assert not is_common("4829", "A1111BC")


def test_a_common_draw_is_drawn_again() -> None:
    draws = iter([1, 2, 3, 4, 4, 8, 2, 9])

    assert new_pin("A1111BC", lambda _below: next(draws)) == "4829"


def test_most_pins_may_be_drawn() -> None:
    allowed = [n for n in range(10_000) if not is_common(f"{n:04}", "A0000AA")]

    assert len(allowed) > 8_500


def test_pins_differ_from_person_to_person() -> None:
    pick = random.Random(1).randrange

    assert len({new_pin("A1111BC", pick) for _ in range(200)}) > 190
