"""A visit lasts as long as somebody touches, and is then forgotten."""

import pytest

from kiosk.visit.visit import Moment, Phase, Visit


def a_visit(*, signed_in: bool = False) -> Visit:
    visit = Visit()
    visit.touch(1_000)
    if signed_in:
        visit.sign_in(1_000)
    return visit


def test_before_the_first_touch_nobody_is_here() -> None:
    assert Visit().at(5) == Moment(Phase.NOBODY)


def test_a_touch_begins_a_visit() -> None:
    assert a_visit().at(1_000) == Moment(Phase.HERE)


@pytest.mark.parametrize(
    ("signed_in", "after", "phase"),
    [
        (False, 119.9, Phase.HERE),
        (False, 120, Phase.STILL_THERE),
        (False, 149.9, Phase.STILL_THERE),
        (False, 150, Phase.NOBODY),
        (True, 89.9, Phase.HERE),
        (True, 90, Phase.STILL_THERE),
        (True, 119.9, Phase.STILL_THERE),
        (True, 120, Phase.NOBODY),
    ],
)
def test_the_screen_asks_then_the_visit_ends(signed_in: bool, after: float, phase: Phase) -> None:
    assert a_visit(signed_in=signed_in).at(1_000 + after).phase is phase


def test_the_seconds_left_are_counted_down() -> None:
    visit = a_visit()
    assert [visit.at(1_000 + s).seconds for s in (120, 121.5, 149.5)] == [30, 29, 1]


def test_a_touch_during_the_question_goes_on_with_the_visit() -> None:
    visit = a_visit()
    visit.touch(1_140)
    assert visit.at(1_141) == Moment(Phase.HERE)


def test_it_can_be_extended_as_often_as_wanted() -> None:
    visit = a_visit(signed_in=True)
    for turn in range(100):
        visit.touch(1_000 + turn * 100)
        assert visit.at(1_000 + turn * 100 + 95).phase is Phase.STILL_THERE


def test_private_text_is_covered_after_twenty_seconds() -> None:
    visit = a_visit(signed_in=True)
    assert [visit.at(1_000 + s).covered for s in (19.9, 20, 100)] == [False, True, True]


def test_a_touch_uncovers_it() -> None:
    visit = a_visit(signed_in=True)
    visit.touch(1_030)
    assert not visit.at(1_031).covered


def test_what_is_not_private_is_never_covered() -> None:
    assert not a_visit().at(1_100).covered


@pytest.mark.parametrize(("signed_in", "asks_after"), [(False, 240), (True, 180)])
def test_whoever_needs_more_time_is_asked_later(signed_in: bool, asks_after: float) -> None:
    visit = a_visit(signed_in=signed_in)
    visit.need_more_time(1_000)

    assert visit.at(1_000 + asks_after - 0.1).phase is Phase.HERE
    assert visit.at(1_000 + asks_after).phase is Phase.STILL_THERE
    assert visit.at(1_000 + asks_after + 30).phase is Phase.NOBODY


def test_more_time_does_not_keep_private_text_in_sight() -> None:
    visit = a_visit(signed_in=True)
    visit.need_more_time(1_000)

    assert visit.at(1_020).covered


def test_more_time_holds_for_the_whole_visit_and_no_longer() -> None:
    visit = a_visit()
    visit.need_more_time(1_000)
    visit.touch(1_200)
    visit.sign_in(1_210)
    before = visit.has_more_time

    visit.end()
    visit.touch(1_300)

    assert (before, visit.has_more_time) == (True, False)
    assert visit.at(1_421).phase is Phase.STILL_THERE


def test_while_a_finger_is_down_nobody_is_asked() -> None:
    visit = a_visit(signed_in=True)
    visit.touch(1_050)
    visit.press(1_080)

    assert visit.at(1_139).phase is Phase.HERE
    visit.lift(1_139)

    assert visit.at(1_139 + 89).phase is Phase.HERE


@pytest.mark.parametrize(("signed_in", "longest"), [(False, 60 + 150), (True, 60 + 120)])
def test_a_finger_that_rests_for_ever_does_not_hold_a_visit_open(
    signed_in: bool, longest: float
) -> None:
    visit = a_visit(signed_in=signed_in)
    visit.press(1_000)

    assert visit.at(1_000 + longest - 1).phase is Phase.STILL_THERE
    assert visit.at(1_000 + longest).phase is Phase.NOBODY
    assert not visit.is_on


def test_under_a_resting_finger_private_text_is_covered_in_the_end() -> None:
    visit = a_visit(signed_in=True)
    visit.press(1_000)
    assert [visit.at(1_000 + s).covered for s in (70, 80)] == [False, True]


def test_a_finger_alone_begins_no_visit() -> None:
    visit = Visit()
    visit.press(1_000)
    visit.lift(1_001)
    assert not visit.is_on


def test_a_finger_that_was_down_when_a_visit_ended_is_not_down_in_the_next() -> None:
    visit = a_visit()
    visit.press(1_010)
    visit.end()
    visit.touch(1_020)

    assert not visit.is_held


def test_after_a_quarter_of_an_hour_a_line_says_for_a_minute_that_others_wait() -> None:
    visit = a_visit()
    lines = []
    for minute in range(26):
        now = 1_000 + minute * 60 + 1
        visit.touch(now)
        lines.append(visit.at(now).others_wait)

    assert [minute for minute, line in enumerate(lines) if line] == [15, 20, 25]


def test_the_line_counts_from_the_first_touch_of_this_visit() -> None:
    visit = a_visit()
    visit.end()
    visit.touch(1_800)
    visit.touch(1_901)
    assert not visit.at(1_902).others_wait


def test_close_and_hide_ends_it_at_once() -> None:
    visit = a_visit(signed_in=True)
    visit.end()
    assert not visit.is_on


def test_the_next_visit_is_not_signed_in() -> None:
    visit = a_visit(signed_in=True)
    visit.end()
    visit.touch(1_010)
    assert not visit.at(1_050).covered


def test_a_visit_that_ran_out_is_over_for_good() -> None:
    visit = a_visit()
    visit.at(1_200)
    assert visit.at(1_001) == Moment(Phase.NOBODY)
