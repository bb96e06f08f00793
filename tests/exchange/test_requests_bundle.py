"""The file in which a kiosk sends its requests."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange import canonical, envelope, limits, requests_bundle
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.requests_bundle import KIND, RequestsHeader, SealedItem, sealed_item
from tests.builders.exchange import a_bundle, a_header, a_pick, a_sealed_request, an_id
from tests.builders.publisher import signing

KEY = signing("kiosk-mvx-02")
BUNDLE = a_bundle()
WRITTEN = requests_bundle.write(BUNDLE, KEY)


def _refusal(data: bytes, *, kiosk: str = "MVX-02", key: str = "kiosk-mvx-02") -> Refused:
    with pytest.raises(Refused) as caught:
        requests_bundle.read(data, [signing(key).public], kiosk)
    return caught.value


def _with(**changes: object) -> bytes:
    payload = json.loads(canonical.dump(a_bundle())) | changes
    return envelope.sign(canonical.dump(payload), KIND.payload_type, KEY)


def _items(number: int, size: int = 10) -> list[SealedItem]:
    return [sealed_item(an_id(str(n)), "request", os.urandom(size)) for n in range(number)]


def _lengths(items: Iterable[SealedItem]) -> dict[str, int]:
    return {item.id: len(item.sealed) for item in items}


def test_a_bundle_reads_back() -> None:
    assert requests_bundle.read(WRITTEN, [KEY.public], "MVX-02") == BUNDLE


@given(st.integers(0, len(WRITTEN) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    data = bytearray(WRITTEN)
    data[bit // 8] ^= 1 << bit % 8

    codes = {Refusal.REQUESTS_BROKEN, Refusal.REQUESTS_FORGED}
    assert _refusal(bytes(data)).code in codes


def test_a_bundle_by_another_key_is_forged() -> None:
    assert _refusal(WRITTEN, key="kiosk-mvx-03").code is Refusal.REQUESTS_FORGED


def test_a_bundle_under_another_kiosks_name_is_forged() -> None:
    refused = _refusal(WRITTEN, kiosk="MVX-03")

    assert refused.code is Refusal.REQUESTS_FORGED
    assert "MVX-03" in refused.sentence


def test_a_bundle_of_a_newer_program_says_so() -> None:
    assert _refusal(_with(format=2, mood="good")).code is Refusal.NEWER_PROGRAM_NEEDED


def test_a_bundle_with_an_unknown_field_is_broken() -> None:
    assert _refusal(_with(mood="good")).code is Refusal.REQUESTS_BROKEN


def test_an_item_whose_hash_does_not_fit_is_broken() -> None:
    item = json.loads(canonical.dump(a_sealed_request())) | {"sha256": "0" * 64}

    assert _refusal(_with(items=[item])).code is Refusal.REQUESTS_BROKEN


def test_one_item_twice_is_broken() -> None:
    item = json.loads(canonical.dump(a_sealed_request()))

    assert _refusal(_with(items=[item, item])).code is Refusal.REQUESTS_BROKEN


def test_an_item_of_a_type_nobody_knows_yet_is_kept() -> None:
    strange = sealed_item(an_id(), "voice", b"sealed")
    data = requests_bundle.write(a_bundle(strange), KEY)

    assert requests_bundle.read(data, [KEY.public]).items == (strange,)


def test_a_bundle_longer_than_allowed_is_refused_by_its_length() -> None:
    data = b"x" * (limits.BUNDLE_BYTES * 4 // 3 + envelope.OVERHEAD_BYTES + 1)

    assert _refusal(data).code is Refusal.REQUESTS_TOO_BIG


def test_the_next_bundle_names_the_one_before() -> None:
    payload = envelope.opened(WRITTEN, KIND.payload_type, [KEY.public], limits.BUNDLE_BYTES)

    header = a_header(2, requests_bundle.payload_hash(BUNDLE))

    assert header.prev == hashlib.sha256(payload).hexdigest()


def test_a_thousand_items_fill_a_file_and_the_next_begins() -> None:
    lengths = {an_id(str(n)): 10 for n in range(limits.BUNDLE_ITEMS + 1)}

    files = requests_bundle.divided(lengths, a_pick())

    assert sorted(map(len, files)) == [1, limits.BUNDLE_ITEMS]
    assert sorted(item_id for file in files for item_id in file) == sorted(lengths)


def test_a_file_never_grows_past_what_memory_is_kept_free_for() -> None:
    items = {item.id: item for item in _items(150, size=limits.ITEM_BYTES)}

    files = requests_bundle.divided(_lengths(items.values()), a_pick())

    assert len(files) == 4
    for file in files:
        payload = requests_bundle.payload_of(a_bundle(*(items[one] for one in file)))
        assert len(payload) <= requests_bundle.DEALT_BYTES + 8 * 1024 < limits.BUNDLE_BYTES


def test_an_item_may_fall_into_any_file() -> None:
    lengths = {an_id(str(n)): limits.ITEM_BYTES for n in range(100)}
    first = next(iter(lengths))

    seen = {
        where
        for seed in range(30)
        for where, file in enumerate(requests_bundle.divided(lengths, a_pick(seed)))
        if first in file
    }

    assert seen == {0, 1, 2}


def test_a_kiosk_in_its_first_hour_may_say_nought() -> None:
    nought = {"content": 0, "last_return": 0, "waiting": 0, "free_mb": 0, "seq": 1}

    header = RequestsHeader.model_validate(a_header().model_dump() | nought)

    assert header.model_dump() | nought == header.model_dump()


@pytest.mark.parametrize(
    ("field", "value"),
    [("seq", 0), ("seq", 1_000_000), ("waiting", -1), ("prev", "0" * 63), ("refusals", {"a": 0})],
)
def test_a_header_that_cannot_be_is_never_written(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        RequestsHeader.model_validate(a_header().model_dump() | {field: value})


def test_nothing_to_send_is_still_one_file() -> None:
    assert requests_bundle.divided({}, a_pick()) == ((),)


def test_the_order_of_a_file_tells_nothing_of_time() -> None:
    items = _items(50)

    (file,) = requests_bundle.divided(_lengths(items), a_pick())

    assert list(file) != [item.id for item in items]
    assert set(file) == {item.id for item in items}


def test_every_order_is_as_likely_as_any_other() -> None:
    items = _items(3)
    orders = set()
    for picks in product(range(3), range(2)):
        asked: list[int] = []
        (file,) = requests_bundle.divided(_lengths(items), _scripted(picks, asked))
        orders.add(file)
        assert asked == [3, 2]

    assert len(orders) == 6


def _scripted(picks: tuple[int, ...], asked: list[int]) -> Callable[[int], int]:
    def pick(among: int) -> int:
        asked.append(among)
        return picks[len(asked) - 1]

    return pick


def test_a_files_name_says_kiosk_and_number() -> None:
    assert requests_bundle.file_name("MVX-02", 42) == "MVX-02-000042.requests"
    assert requests_bundle.named("MVX-02-000042.requests") == ("MVX-02", 42)


@pytest.mark.parametrize(
    "name", ["MVX-02-000042.requests.part", "mvx-02-000042.requests", "MVX-02-42.requests", ""]
)
def test_another_name_is_no_bundle(name: str) -> None:
    assert requests_bundle.named(name) is None
