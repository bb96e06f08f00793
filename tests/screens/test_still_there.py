"""The warning before a visit ends by itself."""

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.frame.screen import Shell
from kiosk.screens.home.presenter import HomePresenter
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.tiles import Tile
from kiosk.screens.still_there.presenter import Answers, StillTherePresenter
from kiosk.screens.still_there.screen import StillThereScreen
from kiosk.translation import Words
from tests.screens.ways import Way


def a_warning(done: list[str] | None = None) -> StillTherePresenter:
    said = [] if done is None else done
    return StillTherePresenter(
        Words(),
        Answers(
            stay=lambda: said.append("stay"),
            close=lambda: said.append("close"),
            need_more_time=lambda: said.append("more"),
            has_more_time=lambda: "more" in said,
        ),
    )


def test_nobody_is_asked_at_first() -> None:
    assert not a_warning().state.asking


def test_the_seconds_left_are_said() -> None:
    warning = a_warning()

    warning.count_down(24)

    assert warning.state.asking
    assert warning.state.text == "This screen closes in 24 seconds."


def test_one_second_is_one_second() -> None:
    warning = a_warning()

    warning.count_down(1)

    assert warning.state.text == "This screen closes in 1 second."


def test_staying_takes_the_warning_away_as_often_as_wanted() -> None:
    done: list[str] = []
    warning = a_warning(done)

    for _ in range(12):
        warning.count_down(30)
        warning.stay()

    assert not warning.state.asking
    assert done == ["stay"] * 12


def test_more_time_is_offered_once_for_the_whole_visit() -> None:
    done: list[str] = []
    warning = a_warning(done)
    warning.count_down(30)
    assert warning.state.more_time == "I need more time"

    warning.need_more_time()
    assert done == ["more"]
    assert not warning.state.asking
    warning.count_down(30)

    assert warning.state.more_time == ""


def test_behind_the_warning_nothing_can_be_touched(stage: Stage) -> None:
    way, done = Way(), list[str]()
    shell, home, warning = Shell(), HomeScreen(), a_warning(done)
    home.attach(HomePresenter(Words(), way.to))
    shell.add_widget(home)
    shell.add_widget(StillThereScreen(warning))
    stage.show(shell)
    warning.count_down(20)
    stage.wait()

    stage.touch(stage.find(Tile))
    stage.touch(stage.find(PushButton, text="Yes, carry on"))

    assert way.gone == []
    assert done == ["stay"]


def test_without_the_warning_everything_can_be_touched(stage: Stage) -> None:
    way = Way()
    shell, home = Shell(), HomeScreen()
    home.attach(HomePresenter(Words(), way.to))
    shell.add_widget(home)
    shell.add_widget(StillThereScreen(a_warning()))
    stage.show(shell)

    stage.touch(stage.find(Tile))

    assert len(way.gone) == 1
