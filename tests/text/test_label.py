"""Kivy's own widgets, drawn by Pango."""

from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.uix.button import Button
from kivy.uix.label import Label

from kiosk.text.label import PangoLabel


@pytest.mark.parametrize("kind", [Label, Button])
def test_every_widget_of_kivy_draws_through_pango(stage: Stage, kind: type[Any]) -> None:
    widget = kind(text="हिन्दी", font_size=30)

    stage.show(widget)

    assert isinstance(widget._label, PangoLabel)
    assert widget.texture_size[0] > 30


def test_a_label_is_as_high_as_its_lines(stage: Stage) -> None:
    label = Label(text="one two three four five six", font_size=30, text_size=(120, None))

    stage.show(label)

    assert label.texture_size[1] > 100


def test_markup_of_kivy_is_only_letters(stage: Stage) -> None:
    label = Label(text="[ref=x]Hello[/ref]", font_size=30)

    stage.show(label)

    assert not label.refs


def test_an_empty_label_takes_no_room(stage: Stage) -> None:
    label = Label(text="", font_size=30)

    stage.show(label)

    assert label.texture_size[0] <= 1
