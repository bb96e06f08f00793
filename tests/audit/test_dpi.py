"""Every usual screen stands on every panel that somebody may have measured."""

from dataclasses import replace

import pytest

from kiosk.screens.theme import look
from tests.audit import legible, reach
from tests.audit.findings import scene_of
from tests.audit.glass import Glass
from tests.audit.views import View
from tests.stage import Stage

RULES = (reach.too_small, reach.too_close, reach.off_screen, legible.too_low, legible.cut)
SHOWN = ("home", "entry", "notice", "question", "sign_in_pin", "commission_card")
PANELS = [
    ((1920, 1080), 96),
    ((1920, 1080), 119),
    ((1920, 1080), 141),
    ((1080, 1920), 96),
    ((1366, 768), 96),
    ((1280, 800), 96),
]
"""Every panel at 102 is walked by the audit; smaller ones than these are said to be too small."""


@pytest.mark.parametrize(("size", "dpi"), PANELS)
@pytest.mark.parametrize("screen", SHOWN)
def test_nothing_is_cut_or_too_small(
    stage: Stage, screen: str, size: tuple[int, int], dpi: int
) -> None:
    view = View(screen, size, "light", "en")
    stage.wear(replace(view.wearing(), dpi=float(dpi)))
    top = view.make()

    scene = scene_of(view, top, Glass().draw(top))

    assert [str(one) for rule in RULES for one in rule(scene)] == []
    assert look.theme.dpi == dpi
