"""Every refusal of the exchange has a thing that causes it beside one that does not."""

from pathlib import Path

import pytest

from kiosk.exchange.refusals import Refusal, Refused
from tests.vectors import ELSEWHERE, VECTORS


@pytest.mark.parametrize("code", VECTORS)
def test_the_good_one_is_taken(code: Refusal, tmp_path: Path) -> None:
    VECTORS[code](tmp_path, False)()


@pytest.mark.parametrize("code", VECTORS)
def test_the_broken_one_is_refused_by_its_own_name(code: Refusal, tmp_path: Path) -> None:
    reading = VECTORS[code](tmp_path, True)

    with pytest.raises(Refused) as caught:
        reading()
    assert caught.value.code is code


@pytest.mark.parametrize("code", VECTORS)
def test_the_broken_one_says_everything_that_its_sentence_names(
    code: Refusal, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as caught:
        VECTORS[code](tmp_path, True)()

    assert " -" not in caught.value.sentence


def test_every_refusal_is_made_here_or_given_by_a_room_that_is_named() -> None:
    others = {code for codes in ELSEWHERE.values() for code in codes}

    assert set(VECTORS) | others == set(Refusal)
    assert not set(VECTORS) & others
