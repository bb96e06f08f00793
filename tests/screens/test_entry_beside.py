"""What stands beside the text of an entry on a broad panel."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.entry.screen import EntryScreen
from kiosk.screens.parts.tiles import LinkRow
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests.show import whole


def _opened(stage: Stage, language: str) -> EntryScreen:
    words = Words(language)
    stage.wear(Theme(right_to_left=words.right_to_left))
    stage.show(whole("entry", words))
    screen = stage.find(EntryScreen)
    assert isinstance(screen, EntryScreen)
    return screen


@pytest.mark.parametrize(("language", "close"), [("en", False), ("ar", True)])
def test_other_entries_stay_beside_the_text(stage: Stage, language: str, close: bool) -> None:
    screen = _opened(stage, language)

    links = [part for part in screen.ids.others.walk() if isinstance(part, LinkRow) and part.shown]

    assert len(links) == 3
    assert screen.ids.also.shown
    assert screen.close is close


def test_where_the_promise_takes_more_lines_they_stand_below_it(stage: Stage) -> None:
    screen = _opened(stage, "ur")

    assert not screen.ids.also.shown
    assert not screen.close
