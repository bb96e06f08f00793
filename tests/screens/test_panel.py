"""The glass that everything is drawn on is what was measured, or something that can be."""

from dataclasses import replace

import pytest

from kiosk.screens.panel import panel_of

SIZE = (1920, 1080)


@pytest.mark.parametrize("dpi", [85, 96, 102, 119, 141])
def test_a_panel_is_as_large_as_it_was_measured(dpi: int) -> None:
    panel = panel_of(SIZE, dpi)

    assert panel.dpi == dpi
    assert not panel.assumed
    assert panel.millimetres[0] == pytest.approx(1920 * 25.4 / dpi)


def test_one_that_nobody_has_measured_counts_as_a_usual_one() -> None:
    panel = panel_of(SIZE, 0)

    assert (panel.dpi, panel.assumed) == (102, False)


@pytest.mark.parametrize(
    ("size", "dpi", "scale"),
    [
        (SIZE, 5000, 1.0),
        (SIZE, 48768, 1.0),  # 1 mm wide
        (SIZE, 4.9, 1.0),  # 10 m wide
        (SIZE, 600, 3.0),
        ((320, 240), 0, 1.0),
        ((320, 240), 102, 1.0),
        ((1, 1), 102, 1.0),
        ((0, 0), 0, 1.0),
        ((16000, 9000), 102, 1.0),
    ],
)
def test_one_that_cannot_be_is_drawn_as_one_that_can(
    size: tuple[int, int], dpi: float, scale: float
) -> None:
    panel = panel_of(size, dpi, scale)

    assert panel.assumed
    assert 120 <= min(panel.millimetres) <= 1200 or max(size) <= 1


def test_on_a_small_upright_panel_buttons_stand_as_usual_and_letters_grow_less() -> None:
    small = replace(panel_of((768, 1366), 102).theme(low_reach=True), large=True)
    usual = replace(panel_of((1080, 1920), 102).theme(low_reach=True), large=True)

    assert (small.lowered, small.portrait) == (False, True)
    assert (usual.lowered, usual.portrait) == (True, False)
    assert replace(small, large=False).em("body") < small.em("body") < usual.em("body")


def test_a_scale_makes_everything_larger() -> None:
    assert panel_of(SIZE, 100, 1.25).theme().mm(25.4) == 125
