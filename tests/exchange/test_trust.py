"""Whether the content on a stick may be believed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.exchange import trust
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal
from kiosk.exchange.trust import TrustState
from tests.builders.exchange import a_publisher, an_entry, the_targets
from tests.builders.publisher import ISSUED, Publisher
from tests.builders.trusting import TrustingKiosk

METADATA = "SIGNPOST/content/metadata"


def test_a_good_stick_is_believed(publisher: Publisher, stick: Path, kiosk: TrustingKiosk) -> None:
    found = kiosk.check(publisher.publish(stick))

    assert (found.version, found.issued, found.demo, found.same) == (1, ISSUED, True, False)
    assert [target.path for target in found.targets] == sorted(the_targets())
    assert set(found.state.files) == {
        "root", "timestamp", "snapshot", "targets", "site-mvx", "withdrawals",
    }  # fmt: skip


def test_every_target_reads_as_it_was_signed(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    found = kiosk.check(publisher.publish(stick))
    folder = Folder(stick).below("SIGNPOST")

    for target in found.targets:
        assert trust.read_target(folder, target) == the_targets()[target.path]


def test_the_same_stick_again_is_the_same(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))

    assert kiosk.check(stick).same


def test_content_that_was_never_put_in_place_is_not_the_same(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    kiosk.active = 0

    assert not kiosk.check(stick).same


@pytest.mark.parametrize("role", ["targets", "site-mvx", "withdrawals"])
def test_a_thief_of_the_builders_key_cannot_bring_one_old_role_back(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, role: str
) -> None:
    old = (publisher.publish(stick) / METADATA / f"1.{role}.json").read_bytes()
    kiosk.take(publisher.publish(stick))
    publisher.stale[role] = (1, old)

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_DAMAGED


def test_a_newer_stick_is_believed(publisher: Publisher, stick: Path, kiosk: TrustingKiosk) -> None:
    kiosk.take(publisher.publish(stick))

    found = kiosk.take(publisher.publish(stick))

    assert (found.version, found.same) == (2, False)


def test_an_older_stick_is_refused_by_both_numbers(
    publisher: Publisher, stick: Path, tmp_path: Path, kiosk: TrustingKiosk
) -> None:
    old = publisher.publish(tmp_path / "old")
    kiosk.take(publisher.publish(stick))

    refused = kiosk.refusal(old)

    assert refused.code is Refusal.CONTENT_OLDER
    assert refused.facts == {"version": 1, "active": 2}


def test_content_in_use_without_its_record_of_trust_takes_no_stick(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    kiosk.state = TrustState()

    assert kiosk.refusal(stick).code is Refusal.TRUST_RECORD_LOST


def test_a_stick_older_than_the_content_in_use_is_refused_whatever_the_record_says(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    kiosk.active = 2

    assert kiosk.refusal(stick).code is Refusal.CONTENT_OLDER


def test_a_damaged_newer_stick_does_not_lock_the_good_one_out(
    publisher: Publisher, stick: Path, tmp_path: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    publisher.version = 8
    bad = publisher.publish(tmp_path / "bad")
    (bad / METADATA / "9.targets.json").unlink()
    publisher.version = 1

    kiosk.refusal(bad)

    assert kiosk.take(publisher.publish(stick)).version == 2


@pytest.mark.parametrize(
    ("issued", "code"),
    [
        (ISSUED + timedelta(days=801), Refusal.CONTENT_DATE_WRONG),
        (ISSUED - timedelta(days=731), Refusal.CONTENT_EXPIRED),
    ],
)
def test_a_day_of_issue_that_cannot_be_is_refused(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, issued: datetime, code: Refusal
) -> None:
    publisher.issued = issued

    assert kiosk.refusal(publisher.publish(stick)).code is code


@pytest.mark.parametrize("days", [-729, 800])
def test_a_day_of_issue_that_can_be_is_believed(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, days: int
) -> None:
    publisher.issued = ISSUED + timedelta(days=days)

    assert kiosk.check(publisher.publish(stick)).issued == publisher.issued


@pytest.mark.parametrize("year", [1970, 2040, 9999])
def test_the_machines_clock_decides_nothing(
    publisher: Publisher,
    stick: Path,
    kiosk: TrustingKiosk,
    year: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Wrong(datetime):
        @classmethod
        def now(cls, _zone: object = None) -> "Wrong":
            return cls(year, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("tuf.ngclient._internal.trusted_metadata_set.datetime.datetime", Wrong)

    assert kiosk.check(publisher.publish(stick)).version == 1


def test_the_one_private_name_of_python_tuf_still_means_the_time() -> None:
    """If this fails after an upgrade, trust.py must set the time in another way."""
    from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
    from tuf.ngclient.config import EnvelopeType

    trusted = TrustedMetadataSet(a_publisher().roots[0], EnvelopeType.METADATA)

    assert isinstance(trusted.reference_time, datetime)
    assert trusted.reference_time.tzinfo is UTC


def test_a_changed_entry_changes_the_target_and_nothing_else(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    before = kiosk.take(publisher.publish(stick))
    publisher.contents = the_targets(an_entry(title="New words"))

    after = kiosk.take(publisher.publish(stick))

    changed = set(after.targets) - set(before.targets)
    assert [target.path for target in changed] == ["national/service-en-0.jsonl"]
