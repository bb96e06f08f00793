"""Letters are as high as they are said to be, measured on what is drawn."""

import pytest

from kiosk.screens.theme import SIZES, Theme
from kiosk.text.wording import Wording, draw

LARGE = [
    Theme(1920, 1080, large=True),
    Theme(1080, 1920, large=True),
    Theme(1366, 768, large=True),
    Theme(1280, 800, large=True),
    Theme(1080, 1920, large=True, low_reach=True),
]
LOW = [Theme(1366, 768), Theme(1280, 800)]
READ_LARGE = sorted(set(SIZES) - {"small", "least"})


def capital(theme: Theme, style: str) -> float:
    """Millimetres of the H that is drawn in this style."""
    size, bold = theme.em(style)
    mask = draw(Wording("H", size, bold=bold))
    ink = mask.pixels[1::2]
    rows = [y for y in range(mask.height) if max(ink[y * mask.width : (y + 1) * mask.width]) > 127]
    return (rows[-1] - rows[0] + 1) / theme.mm(1.0)


@pytest.mark.parametrize("theme", [*LARGE, *LOW, Theme(1920, 1080)])
@pytest.mark.parametrize("style", sorted(SIZES))
def test_no_capital_is_under_the_least_for_a_kiosk(theme: Theme, style: str) -> None:
    """ADA 707.7.2: 4.8 mm, less half a pixel."""
    assert capital(theme, style) >= 4.8 - 0.5 / theme.mm(1.0)


@pytest.mark.parametrize("theme", LARGE)
@pytest.mark.parametrize("style", READ_LARGE)
def test_large_text_is_read_from_600_mm(theme: Theme, style: str) -> None:
    """EN 301 549, 5.1.4, on every panel."""
    assert capital(theme, style) >= 7.3


@pytest.mark.parametrize("theme", LARGE)
def test_what_is_said_beside_is_read_from_540_mm(theme: Theme) -> None:
    assert capital(theme, "small") >= 6.6


@pytest.mark.parametrize("theme", LARGE)
def test_who_helps_now_is_read_from_480_mm(theme: Theme) -> None:
    """So that all four stand on one page."""
    assert capital(theme, "least") >= 5.9
