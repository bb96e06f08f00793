"""Pictures on a page: shown with their captions, or their words in their place."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget


from kiosk.exchange.pictures import size_of
from kiosk.screens.parts.paged import Paged
from kiosk.screens.parts.photo import Photo, forget_decoded
from kiosk.screens.parts.shapes import PictureItem, RowItem
from kiosk.screens.parts.tree import tree
from tests.builders.pictures import a_hollow_png, a_png


def a_photo(data: bytes | None, caption: str = "") -> Photo:
    return Photo(item=PictureItem("A blue card", caption, "0" * 64, lambda: data))


def test_a_picture_is_shown_with_its_caption(stage: Stage) -> None:
    forget_decoded()
    photo = a_photo(a_png(300, 100), "The card")

    stage.show(photo)

    assert photo.ids.sheet.shown
    wide, tall = photo.ids.sheet._pixels.size
    assert wide / tall == pytest.approx(3, rel=0.05)
    assert "The card" in stage.texts()
    assert "A blue card" not in stage.texts()


def test_where_a_picture_is_missing_its_words_stand(stage: Stage) -> None:
    forget_decoded()
    photo = a_photo(None, "The card")

    stage.show(photo)

    assert not photo.ids.sheet.shown
    assert "A blue card" in stage.texts()


def test_where_a_picture_cannot_be_decoded_its_words_stand(stage: Stage) -> None:
    forget_decoded()
    photo = a_photo(a_hollow_png())

    stage.show(photo)

    assert size_of(a_hollow_png()) == (300, 100)
    assert not photo.ids.sheet.shown
    assert "A blue card" in stage.texts()


def test_a_large_picture_is_decoded_no_larger_than_the_panel_shows_it(stage: Stage) -> None:
    forget_decoded()
    photo = a_photo(a_png(3000, 2000))

    stage.show(photo)

    assert photo.ids.sheet.texture.height <= 80 * stage.theme.mm(1) + 1


def test_a_picture_is_drawn_smaller_rather_than_on_the_next_page(stage: Stage) -> None:
    forget_decoded()
    photo = PictureItem("A blue card", "", "0" * 64, lambda: a_png(900, 300))
    rows = tuple(RowItem(str(number), f"Row {number}") for number in range(4))
    paged = Paged(items=rows, more="More", less="Back up")
    stage.show(paged)
    room, millimetre = paged.natural_height(1920) + 40 * stage.theme.mm(1), stage.theme.mm(1)

    heights = []
    for items in ((*rows, photo), (photo,)):
        paged.items = items
        paged.place(0, 0, 1920, room)
        heights.append(stage.find(Photo).ids.sheet.height / millimetre)

    assert paged.count == 1
    squeezed, alone = heights
    assert 22 <= squeezed <= 40
    assert alone == pytest.approx(54, abs=1)


def test_what_a_picture_shows_is_what_is_said_of_it(stage: Stage) -> None:
    forget_decoded()
    photo = a_photo(a_png(300, 100))

    stage.show(photo)

    assert [(node.role, node.name) for node in tree(photo)] == [("photo", "A blue card")]


def test_a_picture_keeps_its_proportion_and_leaves_room_for_words(stage: Stage) -> None:
    forget_decoded()
    photo = a_photo(a_png(100, 400))

    high = photo.ids.sheet.natural_height(1000) if photo.ids.sheet.texture else 0
    stage.show(photo)
    wide, tall = photo.ids.sheet._pixels.size

    assert high <= 80 * stage.theme.mm(1)
    assert tall / wide == pytest.approx(4, rel=0.05)
