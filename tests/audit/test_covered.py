"""The rule on controls that lie over each other, on a screen that somebody broke."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.frame.screen import Frame
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.tree import shown_parts
from tests.audit import reach
from tests.audit.findings import Scene, scene_of
from tests.audit.glass import UNSEEN
from tests.audit.views import BROAD, View


@pytest.fixture
def scene(stage: Stage) -> Scene:
    view = View("home", BROAD, "light", "en")
    stage.wear(view.wearing())
    top = view.make()
    top.place(0, 0, *BROAD)
    return scene_of(view, top, UNSEEN)


def frame_of(scene: Scene) -> Frame:
    return next(part for part in shown_parts(scene.top) if isinstance(part, Frame))


def controls_of(scene: Scene) -> list[Part]:
    page = shown_parts(frame_of(scene).ids.slot)
    return [part for part in page if isinstance(part, Touchable)]


def rules_broken(scene: Scene) -> set[str]:
    return {finding.rule for finding in reach.covered(scene)}


def test_a_screen_as_it_should_be_breaks_nothing(scene: Scene) -> None:
    assert rules_broken(scene) == set()


@pytest.mark.parametrize("live", [True, False])
def test_a_control_over_another_is_found(scene: Scene, *, live: bool) -> None:
    one, other, *_ = controls_of(scene)
    other.live = live
    other.pos = (one.x + 20, one.y)

    assert rules_broken(scene) == {"targets overlap"}


def test_a_control_that_reaches_under_the_footer_is_found(scene: Scene) -> None:
    lowest = min(controls_of(scene), key=lambda control: control.y)
    lowest.y = frame_of(scene).ids.slot.y - 5

    assert "under the frame" in rules_broken(scene)
