"""A whole kiosk, and somebody in front of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from tests.builders.listener import PROGRAM, RECORDED, VOICE, Listener
from tests.builders.screens import (
    World,
    a_kiosk_folder,
    some_entries,
    the_screen_rooms,
)
from tests.builders.visitor import Visitor


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return a_kiosk_folder(tmp_path / "kiosk")


@pytest.fixture
def visitor(stage: Stage, data: Path, world: World) -> Iterator[Visitor]:
    rooms = the_screen_rooms(data, world)
    yield Visitor(stage, rooms, world)
    rooms.database.close()


@pytest.fixture
def listener(stage: Stage, tmp_path: Path) -> Iterator[Listener]:
    folder = tmp_path / "heard"
    program = tmp_path / "program"
    program.write_text(PROGRAM.format(folder=folder))
    program.chmod(0o755)
    listener = Listener(stage, folder, program, *some_entries(), RECORDED)
    media = tmp_path / "kiosk/media"
    media.mkdir(exist_ok=True)
    for block in RECORDED.recordings:
        (media / block.sha256).write_bytes(VOICE)
    yield listener
    listener.kiosk.listening.close()
    listener.rooms.database.close()
