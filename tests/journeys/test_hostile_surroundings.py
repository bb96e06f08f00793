"""A home folder, fonts, variables and a current folder that want to change the program."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import which

import pytest

from tests.builders.kiosks import an_enrolled_kiosk
from tests.builders.screens import a_kiosk_folder
from tests.builders.sticks import a_wing_stick
from tests.journeys.circle import program
from tests.journeys.programs import first_picture, running, the_kiosk
from tests.journeys.xserver import XServer, an_x_server

needs_a_display = pytest.mark.skipif(
    not (which("Xvfb") and which("xdotool")), reason="needs the packages xvfb and xdotool"
)
SPRUNG = "sprung"
"""Folder in which each trap that was loaded leaves its name."""
MODULES = ("sitecustomize", "usercustomize", "kivy", "random", "argparse", "kiosk", "json", "os")
"""What Python or Kivy would load from a place that comes first."""
CONFIG = """
[kivy]
exit_on_escape = 1
log_enable = 1
[graphics]
width = 300
height = 200
rotation = 90
[modules]
evil =
inspector =
keybinding =
"""
NO_FONTS = '<?xml version="1.0"?><fontconfig><dir>/nonexistent</dir></fontconfig>'


def a_trap(name: str, folder: Path) -> str:
    """Python that leaves its name, then does what Kivy wants of a module."""
    sprung = folder / SPRUNG / name
    return f"open({str(sprung)!r}, 'w').close()\ndef start(*a): pass\ndef stop(*a): pass\n"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder full of traps: `home`, `path` for Python, `here` to stand in, `fonts.conf`."""
    (tmp_path / SPRUNG).mkdir()
    mods = tmp_path / "home/.kivy/mods"
    mods.mkdir(parents=True)
    (mods.parent / "config.ini").write_text(CONFIG)
    (mods / "evil.py").write_text(a_trap("mods-evil", tmp_path))
    for place in ("path", "here"):
        (tmp_path / place).mkdir()
        for module in MODULES:
            trap = a_trap(f"{place}-{module}", tmp_path)
            (tmp_path / place / f"{module}.py").write_text(trap)
    (tmp_path / "fonts.conf").write_text(NO_FONTS)
    (tmp_path / "home/.config/fontconfig").mkdir(parents=True)
    (tmp_path / "home/.config/fontconfig/fonts.conf").write_text(NO_FONTS)
    return tmp_path


def surroundings(hostile: Path) -> Mapping[str, str]:
    """Every variable that steers Python, Kivy or the fonts, set against us."""
    kivy = hostile / "home/.kivy"
    return {
        "HOME": str(hostile / "home"),
        "PYTHONPATH": str(hostile / "path"),
        "PYTHONHOME": str(hostile),
        "PYTHONSTARTUP": str(hostile / "path/kivy.py"),
        "PYTHONINSPECT": "1",
        "PYTHONUSERBASE": str(hostile / "home"),
        "FONTCONFIG_FILE": str(hostile / "fonts.conf"),
        "FONTCONFIG_PATH": str(hostile),
        "FC_DEBUG": "1024",
        "PANGO_LANGUAGE": "ar",
        "XDG_CONFIG_HOME": str(hostile / "home/.config"),
        "XDG_DATA_HOME": str(hostile / "home"),
        "KIVY_HOME": str(kivy),
        "KIVY_MODULES_DIR": str(kivy / "mods"),
        "KIVY_DATA_DIR": str(hostile),
        "KIVY_NO_CONFIG": "0",
        "KIVY_NO_ARGS": "0",
        "KIVY_WINDOW": "mock",
        "KIVY_CLIPBOARD": "xsel",
        "KIVY_DPI": "400",
        "KIVY_METRICS_DENSITY": "3",
        "KCFG_KIVY_EXIT_ON_ESCAPE": "1",
        "KCFG_GRAPHICS_ROTATION": "90",
        "KCFG_MODULES_INSPECTOR": "",
        "KCFG_MODULES_EVIL": "",
        "KCFG_INPUT_TUIO": "tuio,127.0.0.1:3333",
    }


def sprung(hostile: Path) -> set[str]:
    return {path.name for path in (hostile / SPRUNG).iterdir()}


def files(hostile: Path) -> set[Path]:
    return set(hostile.rglob("*"))


@pytest.fixture
def x(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XServer]:
    display = tmp_path_factory.mktemp("display")
    with an_x_server(display) as server:
        yield server


def test_the_traps_are_sharp(hostile: Path) -> None:
    """An ordinary Python that stands there falls into them."""
    some = ("PYTHONPATH", "HOME")
    env = {name: value for name, value in surroundings(hostile).items() if name in some}
    words = [sys.executable, "-c", "import kivy"]
    subprocess.run(words, env=env, cwd=hostile / "here", check=False, capture_output=True)

    assert {"path-sitecustomize", "here-kivy"} <= sprung(hostile)


@needs_a_display
def test_the_kivy_traps_are_sharp_too(hostile: Path, x: XServer) -> None:
    started = "from kivy.base import runTouchApp\nfrom kivy.uix.label import Label\n"
    naked = hostile / "naked.py"
    naked.write_text(started + "runTouchApp(Label(text='open'))\n")
    with running(x, [sys.executable, str(naked)], hostile, {"HOME": str(hostile / "home")}):
        x.wait_for(lambda _: "mods-evil" in sprung(hostile))


@needs_a_display
def test_the_screen_falls_into_none_of_them(hostile: Path, x: XServer) -> None:
    data = a_kiosk_folder(hostile.parent / f"{hostile.name}-kiosk")
    with running(x, the_kiosk(data)):
        usual = first_picture(x)
    x.wait_for(lambda now: now != usual)
    before = files(hostile)

    with running(x, the_kiosk(data), hostile / "here", surroundings(hostile)) as process:
        x.wait_for(usual.__eq__)
        x.do("key", "Escape", "key", "ctrl+e", "key", "F1")

        assert x.still() == usual
        assert process.poll() is None
    assert sprung(hostile) == set()
    assert files(hostile) == before


@pytest.mark.parametrize("name", ["signpost-mailroom", "signpost"])
def test_the_other_programs_fall_into_none_of_them(name: str, hostile: Path) -> None:
    data = an_enrolled_kiosk(hostile / "kiosk")
    mount = a_wing_stick(hostile / "stick")
    words = {
        "signpost-mailroom": ["run", "--data", str(data), "--stick", str(mount), "--once"],
        "signpost": ["--help"],
    }
    done = subprocess.run(
        [program(name), *words[name]],
        env={"PATH": "/usr/bin:/bin", **surroundings(hostile)},
        cwd=hostile / "here",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert sprung(hostile) == set()
