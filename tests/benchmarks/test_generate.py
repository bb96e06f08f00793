"""The content that benchmarks are made of."""

import hashlib

from kiosk.exchange import canonical, limits, media
from kiosk.exchange.entries import Entry
from tests.benchmarks.generate import KINDS, entries
from tests.benchmarks.generate_media import EACH, illustrated

SOME = 400


def test_the_same_seed_makes_the_same_entries() -> None:
    assert [*entries(20)] == [*entries(20)]


def test_every_generated_entry_is_one_that_a_kiosk_takes() -> None:
    for entry in entries(SOME):
        written = canonical.dump(entry)
        assert canonical.read_as(Entry, written, limits.LINE_BYTES) == entry


def test_every_kind_of_the_list_is_made_with_its_fields() -> None:
    made = [*entries(SOME)]

    assert {entry.kind for entry in made} == {kind for kind, _ in KINDS}
    assert all(entry.about for entry in made)


def test_every_generated_picture_and_recording_is_one_that_a_kiosk_takes() -> None:
    kept: dict[str, bytes] = {}
    made = [
        *illustrated(
            entries(EACH), lambda data: kept.update({hashlib.sha256(data).hexdigest(): data})
        )
    ]

    named = [block.file for entry in made for block in entry.media]
    assert len(named) == len(kept) == 2
    for file in named:
        media.must_be(file, kept[file.sha256])
    for entry in made:
        assert canonical.read_as(Entry, canonical.dump(entry), limits.LINE_BYTES) == entry
