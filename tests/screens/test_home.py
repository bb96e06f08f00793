"""The twelve tiles."""

from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.home.presenter import HomePresenter, HomeState
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.icons.shape import FOLDER
from kiosk.screens.parts.shapes import TileItem
from kiosk.screens.parts.tiles import Tile, Tiles
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme, look
from kiosk.translation import Words
from tests.screens.ways import Way


def a_home(way: Way | None = None) -> HomePresenter:
    return HomePresenter(Words(), (way or Way()).to)


def test_there_are_twelve_tiles() -> None:
    assert len(a_home().state.tiles) == 12


def test_only_ask_for_help_is_green() -> None:
    assert [tile.title for tile in a_home().state.tiles if tile.go] == ["Ask for help"]


def test_every_tile_has_a_picture_that_we_ship() -> None:
    for tile in a_home().state.tiles:
        assert Path(FOLDER / "duotone" / f"{tile.icon}.svg").is_file(), tile.icon


@pytest.mark.parametrize(
    ("tile", "gone"),
    [
        ("place-to-live", (Place.TOPIC, "place-to-live")),
        ("my-requests", (Place.MY_REQUESTS, "")),
        ("ask-for-help", (Place.ASK_LIST, "")),
    ],
)
def test_a_tile_opens_its_place(tile: str, gone: tuple[Place, str]) -> None:
    way = Way()

    a_home(way).choose(tile)

    assert way.gone == [gone]


def test_touching_a_tile_opens_it(stage: Stage) -> None:
    way = Way()
    screen = HomeScreen()
    screen.attach(a_home(way))
    stage.show(screen)

    stage.touch(_tile(stage, "Health"))

    assert way.gone == [(Place.TOPIC, "health")]


def test_a_finger_that_moves_off_before_lifting_opens_nothing(stage: Stage) -> None:
    way = Way()
    screen = HomeScreen()
    screen.attach(a_home(way))
    stage.show(screen)
    tile = _tile(stage, "Health")

    touch = stage.press(tile)
    assert tile.pressed
    stage.move(touch, 5, 5)
    touch.touch_up()
    stage.wait()

    assert not tile.pressed
    assert way.gone == []


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (1280, 800)])
@pytest.mark.parametrize("large", [False, True])
def test_the_tiles_stand_inside_the_screen_and_apart(
    stage: Stage, size: tuple[int, int], *, large: bool
) -> None:
    stage.wear(Theme(*size, large=large))
    screen = HomeScreen()
    screen.attach(a_home())
    stage.show(screen)
    tiles = [_tile(stage, item.title) for item in a_home().state.tiles]

    for tile in tiles:
        assert tile.x >= 0
        assert tile.right <= size[0]
        assert tile.y >= 0
        assert tile.top <= size[1]
        assert not any(tile.collide_widget(other) for other in tiles if other is not tile)


def test_a_screen_without_presenter_shows_nothing_of_the_last_one(stage: Stage) -> None:
    screen = HomeScreen()
    screen.attach(a_home())
    stage.show(screen)

    screen.detach()
    stage.wait()

    assert screen.state == HomeState()
    assert not any(stage.texts())


def _tile(stage: Stage, title: str) -> Tile:
    for top in stage.window.children:
        for widget in top.walk():
            if isinstance(widget, Tile) and widget.item.title == title:
                return widget
    raise AssertionError(title)


def test_easy_read_says_the_same_tiles_in_other_words() -> None:
    usual = a_home().state.tiles
    easy = HomePresenter(Words("en", easy=True), Way().to).state.tiles

    assert [(tile.key, tile.title, tile.icon) for tile in easy] == [
        (tile.key, tile.title, tile.icon) for tile in usual
    ]
    assert all(one.text != other.text for one, other in zip(easy, usual, strict=True))
    assert max(len(tile.text.split()) for tile in easy) <= 5


def test_a_tile_that_would_break_a_word_stands_its_picture_above(stage: Stage) -> None:
    stage.wear(Theme(1080, 1920, large=True, low_reach=True))
    tile = Tile(item=TileItem("money", "currency-gbp", "Dinero y documentos", "Banco, DNI"))
    wide, high = look.px(76), look.px(52)

    assert not any(tile.fits(manner, wide, high) for manner in ("above", "beside", "short"))
    assert tile.fits("tall", wide, high)
    assert tile.ids.above.shown
    assert not tile.ids.side.shown


def _home_of(stage: Stage, *texts: tuple[str, str]) -> list[Tile]:
    tiles = Tiles(columns=len(texts), fill=True)
    tiles.items = [TileItem(title, "house", title, text) for title, text in texts]
    stage.show(tiles)
    tiles.place(0, 0, len(texts) * look.px(108), look.px(54))
    return [part for part in tiles.children if isinstance(part, Tile)]


def test_a_second_line_keeps_the_pictures_above(stage: Stage) -> None:
    tiles = _home_of(
        stage, ("Lle i fyw", "Cadw eich cartref neu ddod o hyd i un"), ("Iechyd", "Meddyg")
    )

    assert all(tile.ids.above.shown and tile.ids.text.shown for tile in tiles)


def test_tiles_with_more_and_less_text_begin_in_one_line(stage: Stage) -> None:
    tiles = _home_of(
        stage, ("Lle i fyw", "Cadw eich cartref neu ddod o hyd i un"), ("Iechyd", "Meddyg")
    )

    assert len({tile.ids.title.drawn_at[0][1] for tile in tiles}) == 1
