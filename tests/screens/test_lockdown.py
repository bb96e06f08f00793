"""The doors of Kivy, each tried on a window of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import lockdown

START = """
import os
os.environ["SDL_VIDEODRIVER"] = "offscreen"
from kiosk import lockdown
lockdown.close_doors(size=(800, 600), windowed=True)
os.environ["SDL_VIDEODRIVER"] = "offscreen"
from kivy.config import Config
from kivy.core.window import Window
from kivy.base import EventLoop
EventLoop.ensure_window()
"""


def run(after: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START + after, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_with_every_door_closed_the_screen_starts() -> None:
    done = run("lockdown.check_doors(); print('open for business')")

    assert done.stdout.strip() == "open for business", done.stderr


@pytest.mark.parametrize(
    ("door", "opened"),
    [
        ("a Kivy module", "Config.set('modules', 'inspector', '')"),
        ("an input device", "Config.set('input', 'stick', 'hidinput,/dev/null')"),
        ("exit_on_escape", "Config.set('kivy', 'exit_on_escape', '1')"),
        ("inspector", "import kivy.modules.inspector"),
        ("textinput", "import kivy.uix.textinput"),
    ],
)
def test_an_open_door_is_found_and_nothing_is_shown(door: str, opened: str) -> None:
    done = run(f"{opened}\nlockdown.check_doors()")

    assert done.returncode != 0
    assert "DoorOpen" in done.stderr
    assert door in done.stderr


def test_a_command_line_for_kivy_opens_nothing() -> None:
    done = run("lockdown.check_doors(); print('closed')", "-m", "inspector")

    assert done.stdout.strip() == "closed", done.stderr


def test_the_environment_opens_nothing(tmp_path: Path) -> None:
    home = tmp_path / ".kivy"
    (home / "mods").mkdir(parents=True)
    (home / "config.ini").write_text("[modules]\nevil =\n[kivy]\nexit_on_escape = 1\n")
    (home / "mods" / "evil.py").write_text("print('PWNED')\ndef start(*a): pass\n")

    done = run(
        "lockdown.check_doors(); print('closed')",
        HOME=str(tmp_path),
        KIVY_HOME=str(home),
        KCFG_KIVY_EXIT_ON_ESCAPE="1",
        KCFG_MODULES_INSPECTOR="",
        KIVY_MODULES_DIR=str(home / "mods"),
    )

    assert done.stdout.strip() == "closed", done.stderr
    assert "PWNED" not in done.stdout + done.stderr


def test_kivy_must_not_be_there_before_the_doors_are_closed() -> None:
    done = run("lockdown.close_doors(size=(1, 1), windowed=True)")

    assert "DoorOpen" in done.stderr


def test_without_our_fonts_those_of_the_system_are_the_last_resort(tmp_path: Path) -> None:
    assert lockdown.fonts((tmp_path,)) == lockdown.LAST_RESORT

    (tmp_path / "NotoSans-Regular.ttf").touch()

    assert lockdown.fonts((tmp_path,)) == lockdown.FONTS


def test_only_our_own_fonts_are_known() -> None:
    assert lockdown.ENVIRONMENT["FONTCONFIG_FILE"].endswith("kiosk/text/fonts.conf")
    assert lockdown.FONTS.is_file()
