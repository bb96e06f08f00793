"""Packs of entries."""

import hashlib
import json

import pytest

from kiosk.exchange import canonical, limits, packs
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import Calendar, TrustList, Withdrawn
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.exchange import (
    SUNDAY,
    a_form,
    a_pack,
    a_trust_list,
    an_entry,
)
from tests.builders.policies import a_calendar

PATH = "national/service-en-0.jsonl"


def _pack(*lines: object) -> bytes:
    return b"".join(canonical.dump(line) + b"\n" for line in lines)


def _header(**changes: object) -> dict[str, object]:
    plain = {"format": 1, "layer": "national", "kind": "service", "language": "en", "part": "0"}
    return plain | changes


def _entry(**changes: object) -> dict[str, object]:
    value = json.loads(canonical.dump(an_entry()))
    assert isinstance(value, dict)
    return value | changes


def _refusal(data: bytes, path: str = PATH) -> Refused:
    with pytest.raises(Refused) as caught:
        packs.read_pack(data, path)
    return caught.value


def test_entries_come_back_from_their_pack_in_order_of_their_ids() -> None:
    two, one = an_entry("b-service"), an_entry("a-service")

    ((path, data),) = a_pack(two, one).items()

    header, entries = packs.read_pack(data, path)
    assert path == PATH
    assert header.kind == "service"
    assert entries == (one, two)


def test_each_kind_and_language_has_packs_of_its_own() -> None:
    found = a_pack(an_entry(), an_entry(language="cy"), a_form(), layer="site/mvx/wing-b")

    assert sorted(found) == [
        "site/mvx/wing-b/form-en-0.jsonl",
        "site/mvx/wing-b/service-cy-0.jsonl",
        "site/mvx/wing-b/service-en-0.jsonl",
    ]


def _many(number: int) -> list[Entry]:
    return [an_entry(f"service-{n}") for n in range(number)]


def test_a_pack_never_holds_more_than_its_limit() -> None:
    found = a_pack(*_many(limits.ENTRIES_IN_PACK + 1))

    sizes = [len(packs.read_pack(data, path)[1]) for path, data in found.items()]
    assert len(found) == 16
    assert sum(sizes) == limits.ENTRIES_IN_PACK + 1


def test_a_pack_that_is_just_full_is_one_pack() -> None:
    ((path, data),) = a_pack(*_many(limits.ENTRIES_IN_PACK)).items()

    assert len(packs.read_pack(data, path)[1]) == limits.ENTRIES_IN_PACK


def test_one_changed_entry_changes_one_pack() -> None:
    entries = _many(limits.ENTRIES_IN_PACK + 1)
    before = a_pack(*entries)

    after = a_pack(an_entry("service-0", title="New words"), *entries[1:])

    assert sum(before[path] != after[path] for path in before) == 1


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"\n", 1),
        (_pack(_header()).rstrip(), 1),
        (_pack(_header(), _entry()).rstrip(), 2),
        (_pack(_header(layer="site/bxi")), 1),
        (_pack(_header(kind="form")), 1),
        (_pack(_header(), _entry(language="cy")), 2),
        (_pack(_header(), _entry(kind="guide")), 2),
        (_pack(_header(), _entry(kind="form")), 2),
        (_pack(_header(), _entry(), _entry()), 3),
        (_pack(_header(), _entry(id="b"), _entry(id="a")), 3),
        (_pack(_header(), _entry(mood="good")), 2),
        (_pack(_header(), _entry(title="")), 2),
        (_pack(_header(), _entry(title="two\nlines")), 2),
        (_pack(_header(), _entry(title="\u202etxet")), 2),
        (_pack(_header(), _entry(summary="x" * 2_001)), 2),
        (_pack(_header(), _entry(review_by="2020-01-01")), 2),
        (_pack(_header()) + b'{"id":"a" }\n', 2),
        (_pack(_header()) + b'"\xff"\n', 2),
    ],
)
def test_a_pack_that_is_not_right_names_its_line(data: bytes, line: int) -> None:
    refused = _refusal(data)

    assert refused.code is Refusal.PACK_BROKEN
    assert refused.facts == {"name": PATH, "line": line}


def test_a_pack_of_a_newer_program_says_so() -> None:
    assert _refusal(_pack(_header(format=2))).code is Refusal.NEWER_PROGRAM_NEEDED


@pytest.mark.parametrize(
    "data",
    [bytes(limits.PACK_BYTES + 1), b"{}\n" * (limits.ENTRIES_IN_PACK + 2)],
    ids=["bytes", "entries"],
)
def test_a_pack_that_is_too_big_is_refused_before_it_is_read(data: bytes) -> None:
    assert _refusal(data).code is Refusal.PACK_TOO_BIG


def test_a_line_that_is_too_long_is_not_read() -> None:
    long = b'"' + b"x" * limits.LINE_BYTES + b'"\n'

    assert _refusal(_pack(_header()) + long).facts["line"] == 2


def test_the_list_of_withdrawn_entries_reads_back_sorted() -> None:
    two = Withdrawn(id="b", day=SUNDAY, reason="ended")
    one = Withdrawn(id="a", day=SUNDAY, reason="unsafe")

    assert packs.read_withdrawn(packs.write_withdrawn([two, one])) == (one, two)
    assert packs.read_withdrawn(b"") == ()


def test_a_withdrawn_line_that_is_not_right_is_named() -> None:
    good = packs.write_withdrawn([Withdrawn(id="a", day=SUNDAY, reason="wrong")])

    with pytest.raises(Refused) as caught:
        packs.read_withdrawn(good + b"{}\n")
    assert caught.value.facts["line"] == 2


def test_policy_and_trust_read_back() -> None:
    calendar, trust = a_calendar(), a_trust_list()

    assert packs.read_policy(Calendar, canonical.dump(calendar)) == calendar
    assert packs.read_policy(TrustList, canonical.dump(trust)) == trust


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{}", Refusal.POLICY_BROKEN),
        (b'{"format":1,"holidays":[],"known_to":"soon","source":"x"}', Refusal.POLICY_BROKEN),
        (b'{"format":2}', Refusal.NEWER_PROGRAM_NEEDED),
    ],
)
def test_policy_that_is_not_right_is_refused(data: bytes, code: Refusal) -> None:
    with pytest.raises(Refused) as caught:
        packs.read_policy(Calendar, data, "policy/calendar.json")
    assert caught.value.code is code
    assert caught.value.facts["name"] == "policy/calendar.json"


def test_a_line_that_is_known_is_not_read_again() -> None:
    ((path, data),) = a_pack(an_entry("a-service"), an_entry("b-service")).items()
    known = {hashlib.sha256(data.split(b"\n")[1]).digest(): "a-service"}

    changed = packs.read_changed(data, path, known)

    assert [line.entry.id for line in changed.fresh] == ["b-service"]
    assert changed.kept == known.keys()


def test_known_lines_must_stand_in_the_order_of_their_ids_too() -> None:
    ((path, data),) = a_pack(an_entry("a-service"), an_entry("b-service")).items()
    header, one, two, _ = data.split(b"\n")
    known = {hashlib.sha256(one).digest(): "a-service"}

    with pytest.raises(Refused) as caught:
        packs.read_changed(b"\n".join([header, two, one, b""]), path, known)

    assert caught.value.code is Refusal.PACK_BROKEN
