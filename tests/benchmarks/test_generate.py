"""The content that benchmarks are made of."""

from kiosk.exchange import canonical, limits
from kiosk.exchange.entries import Entry
from tests.benchmarks.generate import KINDS, entries

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
