"""Parts that every screen shares."""

from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.properties import ObjectProperty

from kiosk.exchange.pictures import size_of
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.keyboard import Field, Key, NumberPad
from kiosk.screens.parts.layouts import Beside, Column, Flow
from kiosk.screens.parts.paged import AT_HAND, Paged
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.panels import Yielding
from kiosk.screens.parts.photo import Photo, forget_decoded
from kiosk.screens.parts.shapes import ChoiceItem, HeadingItem, PictureItem, RowItem
from kiosk.screens.parts.tiles import Heading, Row
from kiosk.screens.parts.tree import tree
from kiosk.screens.parts.typed import TypedText
from kiosk.screens.parts.words import Words, drawn, forget_drawn
from kiosk.screens.theme import Theme
from kiosk.text.wording import Wording
from tests.builders.pictures import a_hollow_png, a_png


def rows(count: int) -> tuple[RowItem, ...]:
    return tuple(RowItem(str(number), f"Row {number}") for number in range(count))


def a_list(*items: Any) -> Paged:
    return Paged(items=items, more="More", less="Back up")


def seen(stage: Stage, paged: Paged) -> list[str]:
    stage.wait()
    return [part.item.title for part in reversed(paged.ids.sheet.children)]


def test_a_short_list_has_no_page_buttons(stage: Stage) -> None:
    paged = a_list(*rows(3))

    stage.show(paged)

    assert seen(stage, paged) == ["Row 0", "Row 1", "Row 2"]
    assert not paged.ids.bar.shown


def test_a_list_that_gets_the_room_it_asked_for_is_on_one_page() -> None:
    paged = a_list(*rows(4))
    box = Yielding()
    box.add_widget(paged)

    box.place(0, 0, 900, 900)

    assert len(paged.ids.sheet.children) == 4


def test_every_row_of_a_long_list_is_on_one_page_and_only_one(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)

    found = seen(stage, paged)
    while paged.at < paged.count - 1:
        stage.touch(stage.find(PushButton, text="More"))
        found += seen(stage, paged)

    assert found == [f"Row {number}" for number in range(40)]


def test_no_row_is_cut_by_the_end_of_the_page(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    stage.touch(stage.find(PushButton, text="More"))

    for part in paged.ids.sheet.children:
        assert part.y >= paged.ids.sheet.y - 1
        assert part.top <= paged.ids.sheet.top + 1


def test_pages_can_be_turned_back(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    first = seen(stage, paged)

    stage.touch(stage.find(PushButton, text="More"))
    stage.touch(stage.find(PushButton, text="Back up"))

    assert seen(stage, paged) == first


def test_a_new_list_begins_on_its_first_page(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    stage.touch(stage.find(PushButton, text="More"))

    paged.items = rows(30)

    assert seen(stage, paged)[0] == "Row 0"


def test_a_heading_never_stands_last_on_a_page(stage: Stage) -> None:
    for before in range(4, 12):
        paged = a_list(*rows(before), HeadingItem("Heading"), *rows(9))
        stage.show(paged)
        for page in range(int(paged.count)):
            paged.at = page
            stage.wait()
            last = paged.ids.sheet.children[0]
            assert not isinstance(last, Heading)


def test_touching_a_row_tells_its_key(stage: Stage) -> None:
    chosen: list[object] = []
    paged = a_list(*rows(3))
    paged.bind(on_choose=lambda _, key: chosen.append(key))
    stage.show(paged)

    stage.touch(stage.find(Row, item=rows(3)[1]))

    assert chosen == ["1"]


def test_a_row_that_leads_nowhere_tells_nothing(stage: Stage) -> None:
    chosen: list[object] = []
    deaf = RowItem("deaf", "Deaf", live=False)
    paged = a_list(deaf)
    paged.bind(on_choose=lambda _, key: chosen.append(key))
    stage.show(paged)

    stage.touch(stage.find(Row, item=deaf))

    assert chosen == []


def test_a_chosen_answer_shows_a_tick(stage: Stage) -> None:
    choice = Choice(item=ChoiceItem("a", "Yes"))
    stage.show(choice)
    assert not choice.ids.tick.shown

    choice.item = ChoiceItem("a", "Yes", chosen=True)
    stage.wait()

    assert choice.ids.tick.shown


def test_a_press_is_seen_in_the_next_frame_and_acts_on_lifting(stage: Stage) -> None:
    done: list[str] = []
    button = PushButton(text="Go", kind="go")
    button.bind(on_release=lambda _: done.append("go"))
    stage.show(button)

    touch = stage.press(button)
    assert button.pressed
    assert done == []

    touch.touch_up()
    stage.wait()
    assert done == ["go"]
    assert not button.pressed


def test_a_dead_button_is_deaf(stage: Stage) -> None:
    done: list[str] = []
    button = PushButton(text="Go", live=False)
    button.bind(on_release=lambda _: done.append("go"))
    stage.show(button)

    stage.touch(button)

    assert done == []


def test_what_is_not_shown_takes_no_room_and_no_touch(stage: Stage) -> None:
    done: list[str] = []
    column, hidden, after = Column(), PushButton(text="A"), PushButton(text="B")
    hidden.bind(on_release=lambda _: done.append("A"))
    column.add_widget(hidden)
    column.add_widget(after)
    stage.show(column)
    top = after.top

    hidden.shown = False
    stage.wait()
    stage.touch(hidden)

    assert after.top > top
    assert done == []


def test_right_to_left_begins_at_the_right(stage: Stage) -> None:
    line, first, second = Beside(), PushButton(text="One"), PushButton(text="Two")
    line.add_widget(first)
    line.add_widget(second)
    stage.show(line)
    assert first.x < second.x

    stage.wear(Theme(right_to_left=True))
    stage.show(line)

    assert first.x > second.x


def test_a_flow_goes_on_in_the_next_line(stage: Stage) -> None:
    flow = Flow(gap=3)
    for number in range(12):
        flow.add_widget(PushButton(text=f"Button {number}"))

    stage.show(flow)

    tops = {button.top for button in flow.children}
    assert len(tops) > 1
    assert all(button.right <= flow.right for button in flow.children)


def test_a_text_that_grows_moves_what_stands_below(stage: Stage) -> None:
    column, text, below = Column(), Words(text="Short"), Words(text="Below")
    column.add_widget(text)
    column.add_widget(below)
    stage.show(column)
    before = below.top

    text.text = "A long text that needs more than one line. " * 8
    stage.wait()

    assert below.top < before


def test_a_text_is_drawn_once_until_it_is_forgotten() -> None:
    wording = Wording("Once", 30)
    first = drawn(wording)
    assert drawn(wording) is first

    forget_drawn()

    assert drawn(wording) is not first


def test_the_number_pad_types_and_takes_back(stage: Stage) -> None:
    typed: list[str] = []
    pad = NumberPad()
    pad.bind(on_type=lambda _, sign: typed.append(sign), on_rub_out=lambda _: typed.pop())
    stage.show(pad)

    for sign in ("4", "8", "rub-out", "2"):
        stage.touch(stage.find(Key, sign=sign))

    assert typed == ["4", "2"]


def test_the_number_pad_stands_where_reading_starts_and_counts_from_the_left(
    stage: Stage,
) -> None:
    for from_the_right in (False, True):
        stage.wear(Theme(right_to_left=from_the_right))
        stage.show(NumberPad())
        one, three = stage.find(Key, sign="1"), stage.find(Key, sign="3")
        assert one.x < three.x
        assert (one.x > stage.theme.width / 2) == from_the_right


def test_a_hidden_field_shows_dots(stage: Stage) -> None:
    field = Field(text="4821", hidden=True)

    stage.show(field)

    assert field.value == "••••"
    assert stage.find(TypedText).text == "••••"


class OnlyState(ScreenPart):
    """A screen with nothing on it."""

    state = ObjectProperty("", rebind=True)


def test_a_screen_that_was_left_hears_its_presenter_no_more() -> None:
    watched: list[Any] = []

    class Speaker:
        state = "first"

        def watch(self, show: Any) -> None:
            watched.append(show)

    screen = OnlyState()
    screen.attach(Speaker())  # type: ignore[arg-type]
    assert screen.state == "first"

    screen.detach()

    assert watched[-1] is None
    assert screen.state == ""


@pytest.mark.parametrize("dpi", [96, 102, 119, 141])
def test_a_button_is_twenty_millimetres_high_on_every_panel(stage: Stage, dpi: float) -> None:
    stage.wear(Theme(dpi=dpi))
    button = PushButton(text="Go")

    assert button.natural_height(1000) >= 20 * dpi / 25.4


def test_a_list_of_hundreds_shows_every_row_once_on_its_way_to_the_end(stage: Stage) -> None:
    paged = a_list(*rows(300))
    stage.show(paged)

    found = seen(stage, paged)
    while paged.at < paged.count - 1:
        paged.go_on()
        found += seen(stage, paged)

    assert found == [f"Row {number}" for number in range(300)]


def test_a_list_of_hundreds_can_be_turned_back_to_its_beginning(stage: Stage) -> None:
    paged = a_list(*rows(300))
    stage.show(paged)
    pages = [seen(stage, paged)]
    for _ in range(20):
        paged.go_on()
        pages.append(seen(stage, paged))

    for page in reversed(pages[:-1]):
        paged.go_back()
        assert seen(stage, paged) == page


def test_a_list_of_hundreds_makes_only_the_parts_that_are_wanted_soon(stage: Stage) -> None:
    paged = a_list(*rows(300))

    stage.show(paged)

    assert len(paged.ids.sheet.all) == AT_HAND


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
    paged = Paged(items=rows(4), more="More", less="Back up")
    stage.show(paged)
    room, millimetre = paged.natural_height(1920) + 40 * stage.theme.mm(1), stage.theme.mm(1)

    heights = []
    for items in ((*rows(4), photo), (photo,)):
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


def test_what_changes_is_measured_anew_and_all_around_it() -> None:
    column, text = Column(), Words(text="Short")
    column.add_widget(text)
    before = column.natural_width()

    text.text = "Much longer than before"

    assert column.natural_width() > before


def test_with_other_letters_everything_is_measured_anew(stage: Stage) -> None:
    text = Words(text="Word")
    usual = text.natural_width()

    stage.wear(Theme(large=True))

    assert text.natural_width() > usual
