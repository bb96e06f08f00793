"""On an upright panel with low reach, every control stands in the lowest part."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.frame.presenter import Doors, FramePresenter
from kiosk.screens.frame.screen import Frame
from kiosk.screens.home.presenter import HomePresenter
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.covering import TopWithHide
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.paged import AT_HAND, Paged
from kiosk.screens.parts.pages import Card, ScreenPart, TopLine
from kiosk.screens.parts.shapes import TextItem
from kiosk.screens.parts.tiles import Tile
from kiosk.screens.parts.tree import tree
from kiosk.screens.parts.words import Words as Text
from kiosk.screens.theme import REACH, Theme
from kiosk.translation import Words
from tests.builders.asked import Table
from tests.screens.ways import Way
from tests.show_asking import SAMPLES

UPRIGHT = Theme(1080, 1920, low_reach=True)
LINE = REACH * 1920


def a_page(*parts: object) -> ScreenPart:
    page = ScreenPart()
    for part in parts:
        page.add_widget(part)
    return page


def home(stage: Stage, theme: Theme = UPRIGHT) -> HomeScreen:
    stage.wear(theme)
    screen = HomeScreen()
    screen.attach(HomePresenter(Words(), Way().to))
    stage.show(screen)
    return screen


def a_frame(*, low: bool = True) -> Frame:
    way = Way()
    around = FramePresenter(Words(), Doors(way.to, way.back, way.back, way.back))
    around.stands_on(upright=True, low=low)
    return Frame(around)


def test_a_button_leaves_its_card_and_the_text_stays(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    text, button, card = Text(text="To read"), PushButton(text="To touch"), Card()
    card.add_widget(text)
    card.add_widget(button)

    stage.show(a_page(card))

    assert button.top <= LINE
    assert text.y > button.top
    assert card.y >= button.top


def test_the_way_back_stands_last_beside_the_other_buttons(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    top, on = TopLine(back="Back", title="Here"), PushButton(text="On")

    stage.show(a_page(top, Text(text="To read"), on))

    back = stage.find(PushButton, text="Back")
    assert back.y == on.y
    assert back.right < on.x


def test_a_title_beside_the_button_that_hides_goes_up_to_the_texts(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    title = "May the housing worker send this to that council?"

    stage.show(a_page(TopWithHide(back="Back", title=title, hide="Hide"), PushButton(text="On")))

    controls = [stage.find(PushButton, text=name) for name in ("Back", "Hide", "On")]
    assert stage.find(Text, text=title).y >= max(button.top for button in controls)


def test_buttons_that_have_no_room_in_one_line_take_two(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    line = Beside()
    for name in ("One", "Two", "Three"):
        line.add_widget(PushButton(text=name, least_width=100))

    stage.show(a_page(line))

    ys = {part.y for part in line.children}
    assert len(ys) == 2
    assert max(part.top for part in line.children) <= LINE


def test_what_is_read_stands_right_above_what_is_touched(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    text, button = Text(text="To read"), PushButton(text="To touch")

    stage.show(a_page(text, button))

    assert 0 < text.y - button.top < 10 * stage.theme.mm(1)


def test_what_is_too_high_to_be_read_at_once_is_turned_page_by_page(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    lines = tuple(TextItem(f"{number}. " + "To read. " * 20) for number in range(AT_HAND))
    text, card = Paged(items=lines, stretch=1, more="More", less="Back up"), Card()
    card.add_widget(text)

    page = a_page(Text(text="Read this", style="title"), card, PushButton(text="To touch"))
    stage.show(page)

    assert text.count > 1
    assert max(node.target.top for node in tree(page)) <= page.top
    assert max(node.target.top for node in tree(page) if node.touchable) <= LINE


def test_the_page_is_read_from_the_top_down(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    column = Column()
    column.add_widget(PushButton(text="To touch"))
    column.add_widget(Text(text="To read"))
    page = a_page(TopLine(back="Back", title="Here"), column)

    stage.show(page)

    assert [node.name for node in tree(page)] == ["Here", "To read", "Back", "To touch"]


@pytest.mark.parametrize("theme", [Theme(1920, 1080, low_reach=True), Theme(1080, 1920)])
def test_elsewhere_a_page_stands_as_it_is(stage: Stage, theme: Theme) -> None:
    stage.wear(theme)
    button, text = PushButton(text="To touch"), Text(text="To read")

    stage.show(a_page(button, text))

    assert button.y > text.y


def test_tiles_come_in_pages_the_green_one_first(stage: Stage) -> None:
    screen = home(stage)

    first = [tile.item.title for tile in screen.walk() if isinstance(tile, Tile)]
    assert first[0] == "Ask for help"
    assert len(first) == 6

    screen.go_on()
    stage.wait()

    second = [tile.item.title for tile in screen.walk() if isinstance(tile, Tile)]
    assert not set(first) & set(second)
    assert len(second) == 6


def test_every_tile_is_in_reach(stage: Stage) -> None:
    screen = home(stage)

    assert all(tile.top <= LINE for tile in screen.walk() if isinstance(tile, Tile))


def test_without_low_reach_home_shows_all_tiles_at_once(stage: Stage) -> None:
    screen = home(stage, Theme(1080, 1920))

    assert len([tile for tile in screen.walk() if isinstance(tile, Tile)]) == 12


def test_the_buttons_of_the_header_come_down_too(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    frame = a_frame()

    stage.show(frame)

    for name in ("English", "Close and hide", "Help now"):
        assert stage.find(PushButton, text=name).top <= LINE


def test_the_buttons_of_the_header_go_back_up(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    frame = a_frame()
    stage.show(frame)

    stage.wear(Theme(1080, 1920))
    stage.show(frame)

    assert stage.find(PushButton, text="Close and hide").y > 0.9 * 1920


def test_a_person_can_bring_the_buttons_down_and_up_again() -> None:
    asked: list[str] = []
    way = Way()
    doors = Doors(way.to, way.back, way.back, way.back, lower=lambda: asked.append("lower"))
    around = FramePresenter(Words(), doors)
    around.stands_on(upright=True, low=False)

    around.lower()

    assert asked == ["lower"]
    assert around.state.lower == "Buttons higher"


def test_the_next_person_finds_the_buttons_where_they_usually_stand() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))
    around.stands_on(upright=True, low=False)
    around.lower()

    around.begin_again(Words())

    assert around.state.lower == "Buttons lower"


def test_a_wide_panel_has_nothing_to_bring_down() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))

    around.stands_on(upright=False, low=False)

    assert around.state.lower == ""


def test_in_a_list_the_pictures_of_tiles_stand_beside_their_titles(stage: Stage) -> None:
    stage.wear(UPRIGHT)
    presenter, screen = SAMPLES["ask_list"](Table(Words()))
    screen.attach(presenter)

    stage.show(screen)

    tiles = [part for part in screen.walk() if isinstance(part, Tile) and part.parent]
    assert len(tiles) == len(presenter.state.tiles)
    assert all(tile.ids.side.shown and tile.top <= LINE for tile in tiles)
