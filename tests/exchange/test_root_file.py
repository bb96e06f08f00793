"""The root of trust that a kiosk is given by hand."""

import hashlib

import pytest

from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.root_file import root_facts
from tests.builders.exchange import a_publisher
from tests.builders.publisher import Publisher


@pytest.mark.parametrize("demo", [True, False])
def test_a_root_says_what_a_kiosk_notes_of_it(demo: bool) -> None:
    root = a_publisher(demo=demo).roots[0]

    facts = root_facts(root)

    assert (facts.version, facts.demo) == (1, demo)
    assert facts.sha256 == hashlib.sha256(root).hexdigest()


def test_a_root_by_too_few_of_its_own_keys_is_refused() -> None:
    alone = Publisher(signed_by={"root": ("root-1",)})

    _refused(alone.roots[0])


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 20_000, bytes(600_000)])
def test_what_is_no_root_is_refused(data: bytes) -> None:
    _refused(data)


def test_other_metadata_is_no_root(publisher: Publisher) -> None:
    _refused(publisher.roots[0].replace(b'"root"', b'"rood"'))


def _refused(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        root_facts(data)
    assert caught.value.code is Refusal.SIGNED_FILE_BROKEN
