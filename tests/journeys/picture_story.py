"""A picture from its author to the wing, through the real commands, sticks and screens."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.builders.sources import PAGE, entry, sources
from tests.journeys.circle import HOUSE, Circle, CommandFailed
from tests.journeys.kiosk_on_stage import KioskOnStage

OUT = HOUSE / "build" / "picture-story"
RED, BLUE = (200, 30, 30), (30, 30, 200)
ALT = "A wall of one colour."
MANY = 20_000
"""Pixels of one colour that only a picture can have."""


class PictureStory:
    """One page with one picture, which is changed, damaged on its way, and lost."""

    def __init__(self, folder: Path) -> None:
        self._circle = Circle(folder)
        self._sources = sources(folder / "content")
        self._folder = folder

    def go(self) -> None:
        """From an author's file to what a person sees."""
        self._circle.make_keys()
        self._draw(RED)
        self._circle.publish(self._sources)
        self._circle.enrol()
        self._circle.register()
        self._circle.write_stick()
        self._circle.first_stick()
        self._kiosk = KioskOnStage(self._circle.data)
        self._step("the picture is on the screen", lambda: self._shows(RED))
        self._step("an office inside receives it too", self._received)
        self._draw(BLUE)
        self._circle.publish(self._sources)
        self._circle.write_stick()
        self._step("one bit is wrong: nothing changes, staff read why", self._damaged)
        self._step("the office mends the stick; the new picture is here", self._mended)
        self._step("a lost file: its words stand in its place", self._lost)
        self._step("the same stick brings it again", self._brought_again)
        self._kiosk.switch_off()

    def _draw(self, colour: tuple[int, int, int]) -> None:
        folder = entry(self._sources, en=f"{PAGE}\n![{ALT}](wall.png)\n")
        Image.new("RGB", (600, 200), colour).save(folder / "wall.png")

    def _received(self) -> bool:
        inside = self._folder / "inside"
        root = self._circle.keys / "root.json"
        self._circle.signpost(
            *("content", "receive", self._circle.stick, "--to", inside, "--root", root)
        )
        return _names(inside / "media") == self._on_stick() and bool(self._on_stick())

    def _damaged(self) -> bool:
        (name,) = self._on_stick()
        file = self._circle.stick / "SIGNPOST/content/media" / name
        data = bytearray(file.read_bytes())
        data[-20] ^= 1
        file.write_bytes(data)
        before = _names(self._circle.data / "media")
        try:
            self._circle.first_stick()
        except CommandFailed as failed:
            told = "A picture or sound is damaged" in str(failed)
            return told and _names(self._circle.data / "media") == before and self._shows(RED)
        return False

    def _mended(self) -> bool:
        self._circle.write_stick()
        self._circle.first_stick()
        return self._shows(BLUE) and len(_names(self._circle.data / "media")) == len((RED, BLUE))

    def _lost(self) -> bool:
        (name,) = self._on_stick()
        (self._circle.data / "media" / name).unlink()
        self._open_page()
        words = self._kiosk.finger.can_read(ALT)
        self._kiosk.finger.touch("Close and hide")
        return words

    def _brought_again(self) -> bool:
        self._circle.first_stick()
        return self._shows(BLUE)

    def _shows(self, colour: tuple[int, int, int]) -> bool:
        """Whether the page has this colour, and not the words that stand for a lost picture."""
        self._open_page()
        self._kiosk.finger.picture(OUT / "page.png")
        words = self._kiosk.finger.can_read(ALT)
        self._kiosk.finger.touch("Close and hide")
        with Image.open(OUT / "page.png") as drawn:
            colours = drawn.convert("RGB").getcolors(drawn.width * drawn.height) or []
        return not words and any(found == colour and count > MANY for count, found in colours)

    def _open_page(self) -> None:
        for words in ("Touch to start", "A place to live", "Housing help"):
            self._kiosk.finger.wait_for(words)
            self._kiosk.finger.touch(words)

    def _on_stick(self) -> list[str]:
        return _names(self._circle.stick / "SIGNPOST/content/media")

    def _step(self, name: str, is_so: Callable[[], bool]) -> None:
        if not is_so():
            raise SystemExit(f"not so: {name}")
        print(name, flush=True)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def main() -> int:
    """Play the story; 0 when every step went as it should."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="signpost-picture-") as folder:
        PictureStory(Path(folder)).go()
    return 0


if __name__ == "__main__":
    sys.exit(main())
