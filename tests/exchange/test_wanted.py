"""Which of the signed files a place installs."""

from collections.abc import Mapping

import pytest
from tuf.api.metadata import DelegatedRole, Delegations, TargetFile, Targets

from kiosk.exchange import limits
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.wanted import Target, Wanted
from tests.builders.publisher import ISSUED

HASH = "0" * 64
WANTED = Wanted("MVX", "B")
SITE, WITHDRAWALS = WANTED.roles


def _file(length: int = 2, hashes: Mapping[str, str] | None = None) -> TargetFile:
    return TargetFile(length, dict(hashes or {"sha256": HASH}), "-")


def _targets(files: Mapping[str, TargetFile], delegations: Delegations | None = None) -> Targets:
    return Targets(1, None, ISSUED, dict(files), delegations)


def _of(
    top: Mapping[str, TargetFile],
    site: Targets | None = None,
    withdrawn: Mapping[str, TargetFile] | None = None,
) -> tuple[Target, ...]:
    every = {"trust/mvx.json": _file()} | dict(top)
    roles = {SITE: site or _targets({}), WITHDRAWALS: _targets(withdrawn or {})}
    return WANTED.of(_targets(every), roles)


def _refusal(
    top: Mapping[str, TargetFile],
    site: Targets | None = None,
    withdrawn: Mapping[str, TargetFile] | None = None,
) -> Refusal:
    with pytest.raises(Refused) as caught:
        _of(top, site, withdrawn)
    return caught.value.code


def test_what_is_wanted_is_sorted_by_its_path() -> None:
    found = _of({"national/a-en-0.jsonl": _file(), "policy/b.json": _file()})

    paths = [target.path for target in found]
    assert paths == ["national/a-en-0.jsonl", "policy/b.json", "trust/mvx.json"]


@pytest.mark.parametrize(
    "hashes",
    [
        {"sha512": "0" * 128},
        {"sha256": HASH, "sha512": "0" * 128},
        {"sha256": "0" * 63},
        {"sha256": "../" + "0" * 61},
        {"sha256": "A" * 64},
    ],
)
def test_a_file_under_any_other_hash_is_refused(hashes: dict[str, str]) -> None:
    assert _refusal({"policy/a.json": _file(2, hashes)}) is Refusal.CONTENT_DAMAGED


def test_a_role_of_a_site_may_not_pass_its_right_on() -> None:
    passed_on = Delegations(
        {}, {"more": DelegatedRole("more", [], 1, terminating=False, paths=["site/mvx/*"])}
    )

    assert _refusal({}, _targets({}, passed_on)) is Refusal.CONTENT_OUT_OF_PLACE


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("national/a-en-0.jsonl", limits.PACK_BYTES),
        ("policy/a.json", limits.POLICY_BYTES),
        ("trust/mvx.json", limits.POLICY_BYTES),
    ],
)
def test_a_file_may_be_as_big_as_its_limit_and_no_bigger(path: str, most: int) -> None:
    assert max(target.length for target in _of({path: _file(most)})) == most
    assert _refusal({path: _file(most + 1)}) is Refusal.PACK_TOO_BIG


def test_the_list_of_withdrawn_entries_has_its_own_limit() -> None:
    path, most = "withdrawn/list.jsonl", limits.WITHDRAWN_BYTES

    assert _of({}, withdrawn={path: _file(most)})[1].length == most
    assert _refusal({}, withdrawn={path: _file(most + 1)}) is Refusal.PACK_TOO_BIG


def test_everything_together_may_fill_the_limit_and_no_more() -> None:
    number = limits.CONTENT_BYTES // limits.PACK_BYTES
    packs = {f"national/a-en-{part:03x}.jsonl": _file(limits.PACK_BYTES) for part in range(number)}
    last = limits.PACK_BYTES - 2  # the trust list has two bytes

    full = packs | {"national/a-en-000.jsonl": _file(last)}
    assert sum(target.length for target in _of(full)) == limits.CONTENT_BYTES
    over = packs | {"national/a-en-000.jsonl": _file(last + 1)}
    assert _refusal(over) is Refusal.CONTENT_TOO_BIG
