"""Whatever happens to a stick, nothing wrong is ever believed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exchange import trust
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trust import TrustState
from tests.builders.exchange import a_publisher, an_entry, the_targets
from tests.builders.publisher import ISSUED, Publisher

Mutation = Callable[[random.Random, Path, Path], object]


def _flip(chance: random.Random, file: Path, _other: Path) -> None:
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(bytes(data))


def _cut(chance: random.Random, file: Path, _other: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: chance.randrange(len(data) + 1)])


def _insert(chance: random.Random, file: Path, _other: Path) -> None:
    data = file.read_bytes()
    at = chance.randrange(len(data) + 1)
    file.write_bytes(data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at:])


MUTATIONS: list[Mutation] = [
    _flip,
    _cut,
    _insert,
    lambda _chance, file, _other: file.unlink(),
    lambda _chance, file, other: shutil.copy(other, file),
    lambda _chance, file, _other: file.write_bytes(b""),
]


def _files(stick: Path) -> list[Path]:
    return sorted(file for file in stick.rglob("*") if file.is_file())


@pytest.mark.parametrize("seed", range(10))
def test_a_mutated_stick_is_refused_or_harmless(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    publisher = a_publisher()
    sticks = [_publish(publisher, tmp_path / str(number)) for number in range(3)]
    signed = {bytes(data) for number in range(3) for data in _contents(number).values()}
    state = _check(sticks[1], publisher.roots[0], TrustState(), 0, tmp_path).state

    believed = 0
    for _ in range(40):
        shutil.rmtree(tmp_path / "stick", ignore_errors=True)
        shutil.copytree(sticks[2], tmp_path / "stick")
        for _ in range(chance.randrange(1, 3)):
            file = chance.choice(_files(tmp_path / "stick"))
            chance.choice(MUTATIONS)(chance, file, chance.choice(_files(chance.choice(sticks))))
        with_state = chance.random() < 0.5
        try:
            found = _check(
                tmp_path / "stick",
                publisher.roots[0],
                state if with_state else TrustState(),
                2 if with_state else 0,
                tmp_path,
            )
            read = [
                trust.read_target(Folder(tmp_path / "stick").below("SIGNPOST"), target)
                for target in found.targets
            ]
        except Refused:
            continue
        believed += 1
        assert set(read) <= signed
        assert found.version in ({2, 3} if with_state else {1, 2, 3})
    assert 0 < believed < 40


def _contents(number: int) -> dict[str, bytes]:
    return the_targets(an_entry(title=f"Version {number}"))


def _publish(publisher: Publisher, stick: Path) -> Path:
    publisher.contents = _contents(publisher.version)
    return publisher.publish(stick)


def _check(
    stick: Path, root: bytes, state: TrustState, active: int, scratch: Path
) -> trust.Publication:
    folder = Folder(stick).below("SIGNPOST")
    return trust.check(folder, root, state, "MVX", "B", ISSUED, scratch, active)
