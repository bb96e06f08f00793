"""Somebody in front of a whole kiosk, who touches it as a person would."""

import json
from collections.abc import Iterable
from pathlib import Path

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.assembly.screen import KioskScreen
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.keyboard import Key
from kiosk.screens.parts.tiles import Row, Tile
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from tests.builders.screens import (
    NUMBER,
    PIN,
    World,
)

USUAL = Theme()


class Visitor:
    """Somebody in front of a kiosk."""

    def __init__(
        self, stage: Stage, rooms: ScreenRooms, world: World, theme: Theme = USUAL
    ) -> None:
        self.stage, self.rooms, self.world = stage, rooms, world
        self.kiosk = KioskScreen(rooms, theme)
        stage.wear(theme)
        stage.show(self.kiosk.shell)

    def touch(self, text: str) -> None:
        self.stage.touch(self.stage.find(PushButton, text=text))
        self._after()

    def tile(self, key: str) -> None:
        self._touch_item(Tile, key)

    def row(self, key: str) -> None:
        self._touch_item(Row, key)

    def keys(self, signs: Iterable[str]) -> None:
        for sign in signs:
            self.stage.touch(self.stage.find(Key, sign=sign))
        self._after()

    def wait(self, seconds: float) -> None:
        """Let time pass, with the kiosk looking four times a second."""
        for _ in range(int(seconds * 2)):
            self.world.pass_by(0.5)
            self.kiosk.tick()
        self.stage.wait()

    def at(self) -> Place | None:
        return self.kiosk.place

    def read(self) -> str:
        return "\n".join(self.stage.texts())

    def answer_every_question(self) -> None:
        while self.at() is Place.QUESTION:
            self.stage.touch(self.stage.find(Choice))
            self.touch("Continue")

    def sign_in(self, pin: str = PIN) -> None:
        for sign in NUMBER:
            self.touch(sign)
        self.touch("Continue")
        self.keys(pin)
        self.touch("Continue")

    def _touch_item(self, kind: type[Tile | Row], key: str) -> None:
        for top in self.stage.window.children:
            for part in top.walk():
                if isinstance(part, kind) and part.item.key == key:
                    self.stage.touch(part)
                    self._after()
                    return
        raise AssertionError(key)

    def _after(self) -> None:
        self.kiosk.touched()
        self.kiosk.tick()
        self.stage.wait(1)


def stick(data: Path, step: str, **more: object) -> None:
    """What the mailroom writes while a stick is in."""
    (data / "run" / "progress.json").write_text(json.dumps({"step": step, "stick": 7} | more))
