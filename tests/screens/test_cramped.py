"""Large letters on a low panel: the first page of everything has something to read."""

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

import pytest

from kiosk.screens.entry.screen import EntryScreen
from kiosk.screens.frame.told import Told
from kiosk.screens.notice.screen import NoticeScreen
from kiosk.screens.parts.paged import Paged
from kiosk.screens.parts.shapes import BandItem, HeadingItem, StepItem
from kiosk.screens.parts.words import Words as Drawn
from kiosk.screens.question.screen import QuestionScreen
from kiosk.screens.search.screen import SearchScreen
from kiosk.screens.staff.screen import StaffScreen
from kiosk.screens.theme import Theme, look
from kiosk.screens.timeline.screen import TimelineScreen
from kiosk.translation import Words
from tests import show, show_asking

LOW = Theme(1280, 800, large=True)
SMALLEST = Theme(1366, 768, large=True)
RIGHT_TO_LEFT = Theme(1366, 768, large=True, right_to_left=True)
TITLE = "Housing help in this prison"


def first_page(stage: Stage, name: str, language: str, theme: Theme = LOW) -> list[object]:
    """What stands on the first page of the widest list of this screen."""
    stage.wear(theme)
    _, screen = _shown(stage, name, language)
    widest = max(
        (part for part in screen.walk() if isinstance(part, Paged)), key=lambda part: part.width
    )
    return [part.item for part in widest.ids.sheet.children]


def _shown(stage: Stage, name: str, language: str) -> tuple[object, EntryScreen | TimelineScreen]:
    presenter, screen = show.SCREENS[name][1](Words(language))
    screen.attach(presenter)
    stage.show(screen)
    return presenter, screen


@pytest.mark.parametrize("language", ["lt", "pl", "vi"])
def test_a_page_that_stays_english_begins_with_more_than_that(stage: Stage, language: str) -> None:
    assert any(not isinstance(item, BandItem) for item in first_page(stage, "entry", language))


def test_rows_in_another_language_say_that_and_no_more(stage: Stage) -> None:
    stage.wear(LOW)

    _shown(stage, "topic", "cy")

    assert "Yn Saesneg." in stage.texts()
    assert len(first_page(stage, "topic", "cy")) > 1


def test_the_title_stands_beside_the_way_back(stage: Stage) -> None:
    stage.wear(LOW)

    _shown(stage, "entry", "en")

    assert stage.texts().count(TITLE) == 1
    assert stage.find(Drawn, text=TITLE).parent.ids == {}


def test_where_there_is_room_the_title_stands_above_the_text(stage: Stage) -> None:
    items = first_page(stage, "entry", "en", Theme(1920, 1080))

    assert items[-1].text == TITLE  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "cy", "pa"])
def test_what_else_is_useful_stands_on_one_page_of_its_card(stage: Stage, language: str) -> None:
    stage.wear(Theme())

    _, screen = _shown(stage, "entry", language)

    assert screen.ids.also.shown
    assert screen.ids.others.count == 1


def test_what_is_due_begins_without_a_heading_on_its_own(stage: Stage) -> None:
    items = first_page(stage, "timeline", "pl")

    assert items
    assert not isinstance(items[-1], HeadingItem)


@pytest.mark.parametrize("language", ["cy", "lt", "sq"])
def test_what_the_footer_says_never_takes_three_lines(stage: Stage, language: str) -> None:
    stage.wear(LOW)

    stage.show(show.whole("home", Words(language)))

    said = stage.find(Told)
    assert said.shown
    assert said.height <= 2 * said.natural_height(LOW.width)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_first_screen_says_something_of_today(stage: Stage, language: str) -> None:
    stage.wear(LOW)

    _shown(stage, "attract", language)

    assert any(text.startswith("Water off tonight") for text in stage.texts())


def test_after_asking_every_step_stands_on_the_first_page(stage: Stage) -> None:
    stage.wear(LOW)
    frame = show_asking.framed("confirmation", "en")

    stage.show(frame)

    pages = [part for part in frame.walk() if isinstance(part, Paged) and part.parent.shown]
    steps = [part for page in pages for part in page.ids.sheet.children]
    assert sum(isinstance(part.item, StepItem) for part in steps) == 4


def test_the_ways_on_from_the_notice_stand_in_one_line(stage: Stage) -> None:
    stage.wear(LOW)

    stage.show(show_asking.framed("notice", "en"))

    ways = stage.find(NoticeScreen).ids.ways_on
    assert len({part.y for part in ways.parts()}) == 1
    assert stage.find(NoticeScreen).ids.lines.count <= 5


def test_a_form_in_high_letters_shows_several_answers_at_once(stage: Stage) -> None:
    stage.wear(RIGHT_TO_LEFT)
    stage.show(show_asking.framed("question", "ckb"))
    answers = stage.find(QuestionScreen).ids.answers

    answers.go_on()
    stage.wait()

    assert len(answers.ids.sheet.children) >= 3


@pytest.mark.parametrize("language", ["ckb", "vi"])
def test_above_four_rows_of_keys_a_result_can_be_touched(stage: Stage, language: str) -> None:
    stage.wear(RIGHT_TO_LEFT if language == "ckb" else SMALLEST)
    stage.show(show.whole("search", Words(language)))

    rows = stage.find(SearchScreen).ids.results.ids.rows.children

    assert rows
    assert rows[0].height >= look.px(20)


def test_the_hours_that_staff_can_close_for_stay_clear_of_the_footer(stage: Stage) -> None:
    stage.wear(Theme(1280, 800))

    stage.show(show_asking.framed("staff", "cy"))

    screen = stage.find(StaffScreen)
    assert screen.natural_height(screen.width) <= screen.height
