"""The number of a request."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange import references
from kiosk.exchange.references import FREE_SIGNS, SIGNS
from tests.builders.exchange import a_pick

FREE = st.lists(st.integers(0, len(FREE_SIGNS) - 1), min_size=4, max_size=4)


def _reference(numbers: list[int], kiosk: str = "MVX-02") -> str:
    rest = iter(numbers)
    return references.new_reference(references.kiosk_pair(kiosk), lambda _: next(rest))


def test_the_number_on_every_picture_is_a_real_one_of_kiosk_two() -> None:
    numbers = [FREE_SIGNS.index(sign) for sign in "4QX9"]

    assert _reference(numbers) == "K7-4QX-92"


@given(FREE)
def test_a_new_reference_is_one(numbers: list[int]) -> None:
    assert references.is_reference(_reference(numbers))


@given(FREE, st.integers(0, 6), st.sampled_from(SIGNS))
def test_one_wrong_sign_always_shows(numbers: list[int], place: int, sign: str) -> None:
    signs = list(_reference(numbers).replace("-", ""))
    changed = signs[place] != sign
    signs[place] = sign

    assert references.is_reference(references.tidied("".join(signs))) is not changed


@given(FREE, st.integers(0, 5))
def test_two_neighbours_in_the_wrong_order_always_show(numbers: list[int], place: int) -> None:
    signs = list(_reference(numbers).replace("-", ""))
    changed = signs[place] != signs[place + 1]
    signs[place], signs[place + 1] = signs[place + 1], signs[place]

    assert references.is_reference(references.tidied("".join(signs))) is not changed


def test_signs_that_look_alike_are_never_used() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 31
    assert not set("01OIL") & set(SIGNS)


@given(FREE)
def test_the_free_signs_never_spell_a_word(numbers: list[int]) -> None:
    assert not set("AEIOU") & set(_reference(numbers)[3:8])


def test_every_kiosk_of_a_site_has_a_pair_of_its_own() -> None:
    pairs = [references.kiosk_pair(f"MVX-{number:02d}") for number in range(references.PAIRS)]

    assert len(set(pairs)) == references.PAIRS
    assert all(len(pair) == 2 and set(pair) <= set(SIGNS) for pair in pairs)


def test_a_site_with_more_kiosks_than_pairs_is_refused() -> None:
    for kiosk in ("MVX-961", "MVX-999"):
        with pytest.raises(ValueError, match="961"):
            references.kiosk_pair(kiosk)


def test_references_of_one_kiosk_are_spread_over_all_their_signs() -> None:
    pick = a_pick()
    made = {references.new_reference("K7", pick) for _ in range(200)}

    assert len(made) > 195
    assert {sign for reference in made for sign in reference[3:6]} == set(FREE_SIGNS)


@pytest.mark.parametrize("typed", ["k7-4qx-92", "K7 4QX 92", "k74qx92", " K7-4QX-92 "])
def test_what_somebody_types_is_tidied(typed: str) -> None:
    assert references.tidied(typed) == "K7-4QX-92"


@pytest.mark.parametrize("text", ["", "K7-4QX-9", "K74QX92", "K7-4QX-922", "k7-4qx-92", "A-B-C\n"])
def test_what_is_written_otherwise_is_no_reference(text: str) -> None:
    assert not references.is_reference(text)
