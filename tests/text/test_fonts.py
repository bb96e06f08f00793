"""Fonts that are here, and fonts that are not."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import lockdown
from kiosk.text.fonts import can_draw
from kiosk.translation import Words, languages

LATIN_ALONE = """<?xml version="1.0"?>
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""
NAMES = "from kiosk.text.fonts import can_draw\nprint(can_draw('Polski'), can_draw('ਪੰਜਾਬੀ'))"


@pytest.mark.parametrize("language", languages())
def test_every_language_can_be_drawn(language: str) -> None:
    assert can_draw(Words(language).name)


def test_signs_that_nobody_drew_are_noticed() -> None:
    assert not can_draw("\U0010fffd")


def test_a_font_that_is_missing_is_noticed(tmp_path: Path) -> None:
    for font in Path("/usr/share/fonts/truetype/noto").glob("NotoSans-Regular.ttf"):
        (tmp_path / font.name).symlink_to(font)
    (tmp_path / "fonts.conf").write_text(LATIN_ALONE.format(folder=tmp_path))
    here = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PYTHONPATH": ":".join(sys.path)}

    child = subprocess.run(
        (sys.executable, "-c", NAMES), env=here, capture_output=True, text=True, check=True
    )

    assert child.stdout.split() == ["True", "False"]


def test_the_last_resort_draws_english() -> None:
    here = {"FONTCONFIG_FILE": str(lockdown.LAST_RESORT), "PYTHONPATH": ":".join(sys.path)}

    child = subprocess.run(
        (sys.executable, "-c", NAMES), env=here, capture_output=True, text=True, check=True
    )

    assert child.stdout.split()[0] == "True"
