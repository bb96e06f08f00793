"""Files of requests with one thing changed: never taken, and always one kind of refusal."""

import random
from collections.abc import Callable, Iterable, Mapping

import pytest

from admin_tools.desks.bundles import Life, ReadBundle, read_bundle
from admin_tools.records.items import Held
from kiosk.exchange import requests_bundle
from kiosk.exchange.refusals import Refused
from tests.builders.office import WingKiosk
from tests.builders.publisher import opening

KIOSK = WingKiosk()
NAME = "MVX-02-000001.requests"
LIFE = Life(KIOSK.kiosk, KIOSK.epoch, KIOSK.site, KIOSK.signing.public, revoked_after=None)
WHOLE = requests_bundle.write(KIOSK.bundle(*KIOSK.asks(1, 2)), KIOSK.signing)
TIMES = 150
Change = Callable[[bytes, random.Random], bytes]


def nothing_held(_ids: Iterable[str]) -> Mapping[str, Held]:
    return {}


def read(data: bytes, name: str = NAME) -> ReadBundle:
    return read_bundle(data, name, (LIFE,), (opening("collecting-mvx"),), nothing_held)


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def grown(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 40)) + data[at:]


def doubled(data: bytes, chance: random.Random) -> bytes:
    at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:at] + data[at:end] * 2 + data[end:] + b" " * (at == end)


def test_the_whole_file_is_taken() -> None:
    assert len(read(WHOLE).new) == 2


@pytest.mark.parametrize("change", [flipped, cut, grown, doubled])
def test_a_changed_file_is_refused_and_nothing_else_happens(change: Change) -> None:
    chance = random.Random(change.__name__)

    for _ in range(TIMES):
        with pytest.raises(Refused):
            read(change(WHOLE, chance))


@pytest.mark.parametrize(
    "name",
    ["", ".", "MVX-02-1.requests", "mvx-02-000001.requests", "MVX-02-000001.requests.part", "é"],
)
def test_a_name_that_is_no_bundles_name_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        read(WHOLE, name)
