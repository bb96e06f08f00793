"""Parts that every screen shares."""

from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.properties import NumericProperty, ObjectProperty

from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.keyboard import Field, Key, NumberPad
from kiosk.screens.parts.layouts import STACKED, Beside, Column, Flow, Sides
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.shapes import ChoiceItem
from kiosk.screens.parts.typed import TypedText
from kiosk.screens.parts.words import Words, drawn, forget_drawn
from kiosk.screens.theme import Theme
from kiosk.text.wording import Wording


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


def test_what_a_part_measures_follows_what_stands_inside_it() -> None:
    column, inner, text = Column(), Column(), Words(text="Short")
    inner.add_widget(text)
    column.add_widget(inner)
    before = column.natural_height(300)

    text.text = "A long text that needs more than one line. " * 8

    assert column.natural_height(300) > before


def test_what_is_out_of_sight_is_arranged_when_it_is_shown(stage: Stage) -> None:
    text = Words(text="Short")
    stage.show(text)
    stage.clear()
    short = text.drawn_at

    text.text = "A longer text"
    stage.wait()
    assert text.drawn_at == short

    stage.show(text)
    assert text.drawn_at != short


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


def test_no_number_of_a_part_listens_for_another_density() -> None:
    listening = [
        f"{kind.__name__}.{name}"
        for kind in _kinds_of(Part)
        for name, value in vars(kind).items()
        if isinstance(value, NumericProperty)
    ]

    assert not listening


def _kinds_of(kind: type[Part]) -> list[type[Part]]:
    below: list[type[Part]] = kind.__subclasses__()
    return [kind, *(one for each in below for one in _kinds_of(each))]


@pytest.mark.parametrize(("first", "small"), [(300, 1000), (1000, 1000)])
def test_one_above_the_other_the_smaller_column_gets_what_the_larger_leaves(
    stage: Stage, first: int, small: int
) -> None:
    stage.wear(Theme(1080, 1920))
    sides = Sides(share=0.6)
    for high in (first, small):
        part = Part()
        part.least_height = high / stage.theme.mm(1)
        sides.add_widget(part)

    sides.place(0, 0, 1080, 1400)

    above, below = reversed(sides.children)
    assert above.height + below.height == pytest.approx(1400)
    assert below.height == pytest.approx(small if first < small else 1400 * STACKED, abs=1)
