"""The screen is drawn for the panel that is there."""

import logging
from pathlib import Path

import pytest

from kiosk.assembly.glass import Glass
from kiosk.screens.theme import Theme
from kiosk.settings import Settings
from kiosk.translation import Words


def settings(*, dpi: int = 102, turned: int = 0, odd: tuple[str, ...] = ()) -> Settings:
    return Settings(Path("/data"), "MVX", 2, "B", dpi, 1.0, turned=turned, odd=odd)


def test_a_turned_panel_stands_upright() -> None:
    assert Glass(settings(turned=90), (1920, 1080)).theme.upright


def test_a_window_of_another_size_is_drawn_for() -> None:
    worn: list[Theme] = []
    glass = Glass(settings(), (1920, 1080))

    glass.fit((1366, 768), worn.append)

    assert [(theme.width, theme.height) for theme in worn] == [(1366, 768)]


def test_a_window_as_it_was_said_changes_nothing() -> None:
    worn: list[Theme] = []

    Glass(settings(), (1920, 1080)).fit((1920, 1080), worn.append)

    assert worn == []


def test_the_journal_says_that_a_panel_cannot_be(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        glass = Glass(settings(), (320, 240))

    assert "panel of 320 x 240 at 102 dpi cannot be" in caplog.text
    assert glass.note(Words()).startswith("The measured size")


def test_the_journal_names_settings_that_make_no_sense(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        glass = Glass(settings(odd=("dpi",)), (1920, 1080))

    assert "settings left out: dpi" in caplog.text
    assert "dpi" in glass.note(Words())
