"""Every screen, in a choice where any two of screen, panel, theme and language meet."""

from itertools import combinations, product

import pytest

from tests.audit.views import (
    BROAD,
    KINDS,
    SCREENS,
    SIZES,
    THEMES,
    UPRIGHT,
    View,
    is_drawn,
    languages,
    some_views,
)
from tests.audit.walk import walk

SHAPES = {"broad": BROAD, "upright": UPRIGHT, "low": SIZES[-1]}


@pytest.mark.screen
@pytest.mark.usefixtures("stage")
def test_everyone_can_read_reach_and_leave_every_screen() -> None:
    found = [one for _, findings in walk(some_views()) for one in findings]

    assert not [str(one) for one in found]


def test_any_two_choices_meet() -> None:
    views = some_views()
    met = {pair for view in views for pair in combinations((view.screen, *_drawn(view)), 2)}
    spoken = {(view.language, each) for view in views for each in _drawn(view)}

    assert set(product(SCREENS, (*SHAPES, *THEMES))) <= met
    assert {
        (one, theme) for one, theme in product(SHAPES, THEMES) if is_drawn(SHAPES[one], theme)
    } <= met
    assert set(product(languages(), (*SHAPES, *THEMES))) <= spoken
    assert set(product(KINDS, SCREENS)) <= {(view.language, view.screen) for view in views}
    assert {view.size for view in views} == set(SIZES)


def _drawn(view: View) -> tuple[str, str]:
    """The shape of the panel, and the theme."""
    return next((name for name, size in SHAPES.items() if size == view.size), "low"), view.theme
