"""Closes Kivy's doors before Kivy is first imported."""

import os
import resource
import sys
from collections.abc import Iterable
from pathlib import Path

FONTS = Path(__file__).parent / "text" / "fonts.conf"
LAST_RESORT = FONTS.with_name("fonts-last-resort.conf")
NOTO = (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/opentype/noto"))
NOWHERE = "/nonexistent"
"""A path that no kiosk has, so that nothing is read from or written to a home folder."""

DROPPED = (
    "KIVY_",
    "KCFG_",
    "PYTHON",
    "FONTCONFIG_",
    "FC_",
    "PANGO_",
    "XDG_CONFIG_",
    "XDG_DATA_",
)

ENVIRONMENT = {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_ENV_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KIVY_HOME": f"{NOWHERE}/kivy",
    "KIVY_WINDOW": "sdl2",
    "KIVY_TEXT": "sdl2",
    "KIVY_IMAGE": "sdl2",
    "KIVY_CLIPBOARD": "dummy",
    "KIVY_AUDIO": "none",
    "KIVY_VIDEO": "null",
    "KIVY_CAMERA": "none",
    "KIVY_SPELLING": "none",
    "HOME": NOWHERE,
    "FONTCONFIG_FILE": str(FONTS),
}

OPTIONS = {
    ("kivy", "exit_on_escape"): "0",
    ("kivy", "keyboard_mode"): "dock",
    ("kivy", "log_enable"): "0",
    ("kivy", "pause_on_minimize"): "0",
    ("kivy", "desktop"): "0",
    ("graphics", "resizable"): "0",
    ("graphics", "allow_screensaver"): "0",
    ("graphics", "multisamples"): "0",
    ("graphics", "maxfps"): "60",
}


NEVER_LOADED = (
    "kivy.modules.inspector",
    "kivy.modules.console",
    "kivy.modules.keybinding",
    "kivy.modules.recorder",
    "kivy.modules.webdebugger",
    "kivy.loader",
    "kivy.uix.settings",
    "kivy.uix.textinput",
)
"""Kivy's text field looks for clipboard programs and starts them; ours is drawn by hand."""


class DoorOpen(Exception):
    """A door that must be closed is open; nothing may be shown."""

    def __init__(self, door: str) -> None:
        super().__init__(f"The screen does not start: {door} is open.")
        self.door = door


def close_doors(*, size: tuple[int, int], windowed: bool) -> None:
    """Set environment and options so that only our screen can be reached.

    Fingers and the pointer reach us through the window alone; no input device is opened.
    """
    if "kivy" in sys.modules:
        raise DoorOpen("Kivy, which was loaded before the doors were closed,")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash must not write a visit to the disk
    clean_environment()
    _configure(size=size, windowed=windowed)


def clean_environment() -> None:
    """Drop every variable that steers Kivy, Python or the fonts, then set our own."""
    for name in list(os.environ):
        if name.startswith(DROPPED):
            del os.environ[name]
    os.environ.update(ENVIRONMENT)
    os.environ["FONTCONFIG_FILE"] = str(fonts())


def fonts(folders: Iterable[Path] = NOTO) -> Path:
    """Our fonts alone; where their packages are missing, those that every Debian brings.

    Without any font not one word can be drawn. Staff read which languages lack letters then.
    """
    here = any(any(folder.glob("NotoSans-Regular.*")) for folder in folders)
    return FONTS if here else LAST_RESORT


def check_doors() -> None:
    """Look at what Kivy really took up, after the window is open.

    Raises:
        DoorOpen: when any door of the list is not as we set it.
    """
    kivy_config = sys.modules["kivy.config"].Config
    if list(kivy_config.options("modules")):
        raise DoorOpen("a Kivy module")
    if set(kivy_config.options("input")) - {"mouse"}:
        raise DoorOpen("an input device")
    for (section, option), value in OPTIONS.items():
        if kivy_config.get(section, option) != value:
            raise DoorOpen(f"the option {option}")
    _check_clipboard()
    _check_loaded()


def _configure(*, size: tuple[int, int], windowed: bool) -> None:
    from kivy.config import Config  # noqa: PLC0415  the doors must be closed before this import

    for (section, option), value in OPTIONS.items():
        Config.set(section, option, value)
    for section in ("input", "modules"):
        for option in list(Config.options(section)):
            Config.remove_option(section, option)
    Config.set("input", "mouse", "mouse,disable_multitouch")
    Config.set("graphics", "width", str(size[0]))
    Config.set("graphics", "height", str(size[1]))
    Config.set("graphics", "borderless", "0" if windowed else "1")
    Config.set("graphics", "show_cursor", "1" if windowed else "0")
    Config.set("graphics", "fullscreen", "0")
    Config.set("graphics", "position", "auto" if windowed else "custom")
    Config.set("graphics", "left", "0")
    Config.set("graphics", "top", "0")


def _check_clipboard() -> None:
    clipboard = sys.modules.get("kivy.core.clipboard")
    if clipboard and type(clipboard.Clipboard).__name__ != "ClipboardDummy":
        raise DoorOpen("the clipboard")


def _check_loaded() -> None:
    for module in NEVER_LOADED:
        if module in sys.modules:
            raise DoorOpen(f"the module {module}")
