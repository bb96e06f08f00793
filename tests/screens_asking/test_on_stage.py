"""Every asking screen in a real window: a live button does something."""

import time
from typing import Any

import pytest

from kiosk.screens.check.screen import CheckScreen
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.panels import Turner
from kiosk.screens.parts.tiles import Row, Tile
from kiosk.screens.parts.words import Words as Text
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests.builders.asked import Table
from tests.builders.asking import NUMBER
from tests.show_asking import SAMPLES, framed

pytestmark = pytest.mark.screen


def on(stage: Any, name: str) -> tuple[Table, Any]:
    """Put one sample on the stage."""
    table = Table(Words("en"))
    presenter, screen = SAMPLES[name](table)
    screen.attach(presenter)
    stage.show(screen)
    return table, presenter


def button(stage: Any, text: str) -> Any:
    return stage.find(PushButton, text=text, shown=True)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_can_be_drawn(stage: Any, name: str) -> None:
    on(stage, name)

    assert stage.texts()


def test_touching_a_form_opens_its_notice(stage: Any) -> None:
    table, _ = on(stage, "ask_list")

    stage.touch(stage.find(Tile))

    assert table.guide.went == [(Place.NOTICE, "housing")]


@pytest.mark.parametrize(
    ("text", "place"),
    [("I understand, carry on", Place.SIGN_IN), ("Stop", Place.HOME)],
)
def test_the_notice_leads_on(stage: Any, text: str, place: Place) -> None:
    table, _ = on(stage, "notice")

    stage.touch(button(stage, text))

    assert table.guide.went[0][0] is place


def test_asking_in_person_shows_how(stage: Any) -> None:
    on(stage, "notice")

    stage.touch(button(stage, "I want to ask in person"))

    assert "Ask in person" in stage.texts()


def test_a_touched_answer_is_ticked(stage: Any) -> None:
    on(stage, "question_consent")

    stage.touch(stage.find(Choice))

    assert stage.find(Choice).item.chosen


def test_continue_opens_the_next_question(stage: Any) -> None:
    on(stage, "question")

    stage.touch(button(stage, "Continue"))

    assert "May we give wing staff your name today?" in stage.texts()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768)])
def test_what_is_missing_is_said_once(stage: Any, size: tuple[int, int], large: bool) -> None:
    stage.wear(Theme(*size, large=large))
    stage.show(framed("question_error"))

    assert stage.texts().count("Touch at least one answer first.") == 1


def test_who_needs_an_interpreter_turns_the_list_question_with_the_answers(stage: Any) -> None:
    stage.wear(Theme(1280, 800, right_to_left=True))
    stage.show(framed("check_private", "ckb"))
    low = stage.find(CheckScreen).cramped
    stage.wear(Theme(right_to_left=True))
    stage.show(framed("check_private", "ckb"))

    assert (low, stage.find(CheckScreen).cramped) == (True, False)


@pytest.mark.parametrize("name", ["question", "question_consent", "staff", "staff_refused"])
def test_an_english_title_stands_where_an_arabic_page_begins(stage: Any, name: str) -> None:
    stage.wear(Theme(right_to_left=True))
    stage.show(framed(name, "ar"))

    title = stage.find(Text, style="title")

    (left, _), (wide, _) = title.drawn_at
    assert left + wide == pytest.approx(title.right, abs=1)


def test_hidden_answers_come_back_with_a_touch(stage: Any) -> None:
    on(stage, "question_hidden")
    assert "What is it about?" not in stage.texts()

    stage.touch(button(stage, "Touch to show them"))

    assert "What is it about?" in stage.texts()


def test_choosing_on_a_later_page_stays_on_that_page(stage: Any) -> None:
    table, _ = on(stage, "question_councils")
    stage.touch(stage.find(Turner).children[0])
    later = stage.find(Choice)

    stage.touch(later)

    assert later.item.key != "c0"
    assert table.form.chosen("council") == (later.item.key,)
    assert stage.find(Choice).item.key == later.item.key


def test_send_saves_once(stage: Any) -> None:
    table, _ = on(stage, "check")

    stage.touch(button(stage, "Send"))
    stage.touch(button(stage, "Send"))

    assert len(table.stores.saved) == 1
    assert table.guide.went == [(Place.CONFIRMATION, "")]


def test_change_opens_its_question(stage: Any) -> None:
    table, _ = on(stage, "check")

    stage.touch(button(stage, "Change"))

    assert table.guide.went == [(Place.QUESTION, "")]


def test_close_and_hide_ends_the_visit(stage: Any) -> None:
    table, _ = on(stage, "confirmation")

    stage.touch(button(stage, "Close and hide"))

    assert table.guide.backs == 1


def test_a_whole_number_and_pin_open_the_form(stage: Any) -> None:
    table, _ = on(stage, "sign_in")

    for sign in NUMBER:
        stage.touch(button(stage, sign))
    stage.touch(button(stage, "Continue"))

    assert "Your PIN" in stage.texts()
    assert table.guide.went == []


def test_the_wait_after_a_wrong_pin_runs_down(stage: Any) -> None:
    on(stage, "sign_in_wrong")
    assert any("in 30 seconds" in text for text in stage.texts())

    until = time.monotonic() + 10
    while any("in 30 seconds" in text for text in stage.texts()) and time.monotonic() < until:
        stage.wait()

    assert any("in 29 seconds" in text for text in stage.texts())


def test_a_row_of_my_requests_opens_it(stage: Any) -> None:
    table, _ = on(stage, "my_requests")

    stage.touch(stage.find(Row))

    assert table.guide.went == [(Place.ONE_REQUEST, "1" * 32)]


def test_taking_back_asks_first(stage: Any) -> None:
    on(stage, "one_request_late")

    stage.touch(button(stage, "Take it back"))

    assert "Take this request back?" in stage.texts()


def test_staff_close_the_screen(stage: Any) -> None:
    on(stage, "staff_done")

    stage.touch(button(stage, "Until 12:00"))

    assert "Closed for now until 12:00" in stage.texts()
