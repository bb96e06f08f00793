"""Readers for these tests: one with the real program, one with a program that takes its time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.voice import Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path)
    yield room
    room.reader.close()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Room]:
    """A program that notes its words, its environment and its text, then takes a minute."""
    program = tmp_path / "program"
    program.write_text(
        "#!/bin/sh\n"
        f'n=$(ls {tmp_path} | grep -c told)\nenv > {tmp_path}/env\necho "$@" > {tmp_path}/told$n\n'
        f"cat > {tmp_path}/text$n\nexec sleep 60\n"
    )
    program.chmod(0o755)
    room = Room(tmp_path, program)
    yield room
    room.reader.close()
