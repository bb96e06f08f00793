"""Our collection of pictures."""

import re
from pathlib import Path

import pytest

from kiosk.screens.icons.own import OWN
from kiosk.screens.icons.shape import FOLDER, picture

HOUSE = Path(__file__).parents[2]
DUOTONE = sorted(file.stem for file in (FOLDER / "duotone").glob("*.svg"))
LINE = sorted(file.stem for file in (FOLDER / "line").glob("*.svg"))
IN_CONTENT = {
    name
    for file in (HOUSE / "content").rglob("*.toml")
    for name in re.findall(r'icon = "([a-z0-9-]+)"', file.read_text(encoding="utf-8"))
}


def ink(name: str, *, line: bool = False) -> int:
    return sum(picture(name, 48, line=line).pixels[1::2])


def test_every_picture_has_ink_that_stays_inside() -> None:
    assert DUOTONE
    assert not [name for name in DUOTONE if ink(name) <= 48 * 20]


def test_every_line_picture_has_ink() -> None:
    assert LINE
    assert not [name for name in LINE if ink(name, line=True) <= 48 * 10]


def test_our_own_pictures_have_ink() -> None:
    assert OWN
    assert not [name for name in OWN if not ink(name)]


def test_a_circle_is_round() -> None:
    pixels = picture("circle", 64, line=True).pixels[1::2]
    rows = [sum(pixels[row * 64 : row * 64 + 64]) for row in range(64)]
    columns = [sum(pixels[column::64]) for column in range(64)]

    assert max(abs(a - b) for a, b in zip(rows, columns, strict=True)) <= 128
    assert rows[32] > 0
    assert pixels[32 * 64 + 32] == 0


@pytest.mark.parametrize("name", ["", "no-such-picture", "../line/x", "/etc/passwd"])
def test_a_name_that_is_not_ours_becomes_a_circle(name: str) -> None:
    assert picture(name, 32) == picture("circle", 32)


def test_every_picture_that_the_content_names_is_shipped() -> None:
    assert IN_CONTENT
    assert not IN_CONTENT - set(DUOTONE)


def test_the_licence_is_shipped_with_them() -> None:
    assert "MIT License" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
