"""What somebody makes of a page: one touch, no name, no words."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.opinion.presenter import Ears, OpinionPresenter
from kiosk.screens.opinion.screen import OpinionScreen
from kiosk.screens.parts.tiles import Row
from kiosk.screens.theme import Theme
from kiosk.translation import Words, languages


def a_presenter(told: list[str], language: str = "en", *, counted: bool = True) -> OpinionPresenter:
    ears = Ears(
        lambda answer: told.append(f"useful {answer}"),
        lambda what: told.append(f"wrong {what}"),
        counted,
    )
    return OpinionPresenter(Words(language), ears, lambda: told.append("back"))


def test_there_are_four_plain_reasons_for_each_and_no_words_to_type() -> None:
    state = a_presenter([]).state

    assert [row.key for row in state.useful] == [
        "useful", "not-mine", "hard-to-read", "no-way-on", "knew-it",
    ]  # fmt: skip
    assert [row.key for row in state.wrong] == ["wrong", "ended", "hard-to-read", "other"]


@pytest.mark.parametrize("language", languages())
def test_every_answer_has_words_and_a_picture(language: str) -> None:
    state = a_presenter([], language).state

    assert all(row.title and row.icon for row in (*state.useful, *state.wrong))
    assert len({row.title for row in state.useful}) == len(state.useful)


def test_an_answer_is_taken_once_and_thanked_for() -> None:
    told: list[str] = []
    presenter = a_presenter(told)

    presenter.wrong("ended")

    assert told == ["wrong ended"]
    assert presenter.state.thanks == "Thank you. This goes to the office, without a name."
    assert (presenter.state.useful, presenter.state.wrong) == ((), ())


def test_of_a_private_page_only_what_is_wrong_is_asked() -> None:
    state = a_presenter([], counted=False).state

    assert state.useful == ()
    assert state.wrong


def test_a_touch_says_it(stage: Stage) -> None:
    told: list[str] = []
    screen, presenter = OpinionScreen(), a_presenter(told)
    screen.attach(presenter)
    stage.show(screen)

    stage.touch(stage.find(Row, item=presenter.state.wrong[1]))

    assert told == ["wrong ended"]


def test_low_down_each_question_stands_above_its_own_answers(stage: Stage) -> None:
    stage.wear(Theme(1080, 1920, low_reach=True))
    told: list[str] = []
    screen, presenter = OpinionScreen(), a_presenter(told, counted=False)
    screen.attach(presenter)
    stage.show(screen)
    assert [item.part for item in screen.both] == ["Heading", "Row", "Row", "Row", "Row"]

    stage.touch(stage.find(Row, item=screen.both[2]))

    assert told == ["wrong ended"]
