"""Whether the content on a stick may be believed."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.exchange import trust
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.trust import Publication, TrustState
from tests.builders.exchange import a_publisher, an_entry, the_targets
from tests.builders.publisher import ISSUED, Publisher

METADATA = "SIGNPOST/content/metadata"


@dataclass
class Kiosk:
    """What a kiosk remembers from stick to stick."""

    folder: Path
    root: bytes
    low: datetime = ISSUED
    wing: str | None = "B"
    state: TrustState = field(default_factory=TrustState)
    active: int = 0

    def check(self, stick: Path) -> Publication:
        """Decide, change nothing."""
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        folder = Folder(stick).below("SIGNPOST")
        return trust.check(
            folder, self.root, self.state, "MVX", self.wing, self.low, scratch, self.active
        )

    def take(self, stick: Path) -> Publication:
        """Decide and remember, as the mailroom does in one transaction."""
        found = self.check(stick)
        self.state, self.active = found.state, found.version
        self.low = max(self.low, found.issued)
        return found

    def refusal(self, stick: Path) -> Refused:
        """Say why this stick is refused; nothing may be left behind."""
        with pytest.raises(Refused) as caught:
            self.check(stick)
        assert list((self.folder / "scratch").iterdir()) == []
        return caught.value


@pytest.fixture
def publisher() -> Publisher:
    return a_publisher()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def kiosk(tmp_path: Path, publisher: Publisher) -> Kiosk:
    return Kiosk(tmp_path, publisher.roots[0])


def test_a_good_stick_is_believed(publisher: Publisher, stick: Path, kiosk: Kiosk) -> None:
    found = kiosk.check(publisher.publish(stick))

    assert (found.version, found.issued, found.demo, found.same) == (1, ISSUED, True, False)
    assert [target.path for target in found.targets] == sorted(the_targets())
    assert set(found.state.files) == {
        "root", "timestamp", "snapshot", "targets", "site-mvx", "withdrawals",
    }  # fmt: skip


def test_every_target_reads_as_it_was_signed(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    found = kiosk.check(publisher.publish(stick))
    folder = Folder(stick).below("SIGNPOST")

    for target in found.targets:
        assert trust.read_target(folder, target) == the_targets()[target.path]


def test_the_same_stick_again_is_the_same(publisher: Publisher, stick: Path, kiosk: Kiosk) -> None:
    kiosk.take(publisher.publish(stick))

    assert kiosk.check(stick).same


def test_a_newer_stick_is_believed(publisher: Publisher, stick: Path, kiosk: Kiosk) -> None:
    kiosk.take(publisher.publish(stick))

    found = kiosk.take(publisher.publish(stick))

    assert (found.version, found.same) == (2, False)


def test_an_older_stick_is_refused_by_both_numbers(
    publisher: Publisher, stick: Path, tmp_path: Path, kiosk: Kiosk
) -> None:
    old = publisher.publish(tmp_path / "old")
    kiosk.take(publisher.publish(stick))

    refused = kiosk.refusal(old)

    assert refused.code is Refusal.CONTENT_OLDER
    assert refused.facts == {"version": 1, "active": 2}


def test_content_in_use_without_its_record_of_trust_takes_no_stick(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    kiosk.state = TrustState()

    assert kiosk.refusal(stick).code is Refusal.TRUST_RECORD_LOST


def test_a_stick_older_than_the_content_in_use_is_refused_whatever_the_record_says(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    kiosk.active = 2

    assert kiosk.refusal(stick).code is Refusal.CONTENT_OLDER


def test_a_damaged_newer_stick_does_not_lock_the_good_one_out(
    publisher: Publisher, stick: Path, tmp_path: Path, kiosk: Kiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    publisher.version = 8
    bad = publisher.publish(tmp_path / "bad")
    (bad / METADATA / "9.targets.json").unlink()
    publisher.version = 1

    kiosk.refusal(bad)

    assert kiosk.take(publisher.publish(stick)).version == 2


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("timestamp.json", lambda data: data[:-1], Refusal.CONTENT_DAMAGED),
        ("timestamp.json", lambda _: b"", Refusal.CONTENT_DAMAGED),
        ("timestamp.json", lambda _: bytes(16_385), Refusal.CONTENT_DAMAGED),
        ("timestamp.json", lambda _: b"[" * 16_000, Refusal.CONTENT_DAMAGED),
        ("timestamp.json", lambda _: b'{"signed":' + b"9" * 6_000 + b"}", Refusal.CONTENT_DAMAGED),
        ("timestamp.json", lambda _: b"\xff\x00", Refusal.CONTENT_DAMAGED),
        ("1.snapshot.json", lambda data: data.replace(b"2028", b"2029"), Refusal.CONTENT_DAMAGED),
        ("1.targets.json", lambda data: data + b" ", Refusal.CONTENT_DAMAGED),
        ("1.site-mvx.json", lambda data: data[1:], Refusal.CONTENT_DAMAGED),
        ("1.withdrawals.json", lambda _: b"{}", Refusal.CONTENT_DAMAGED),
    ],
)
def test_damaged_metadata_is_refused(  # noqa: PLR0913, PLR0917
    publisher: Publisher,
    stick: Path,
    kiosk: Kiosk,
    name: str,
    change: Callable[[bytes], bytes],
    code: Refusal,
) -> None:
    file = publisher.publish(stick) / METADATA / name
    file.write_bytes(change(file.read_bytes()))

    assert kiosk.refusal(stick).code is code


@pytest.mark.parametrize(
    "name", ["1.snapshot.json", "1.targets.json", "1.site-mvx.json", "1.withdrawals.json"]
)
def test_missing_metadata_is_refused(
    publisher: Publisher, stick: Path, kiosk: Kiosk, name: str
) -> None:
    (publisher.publish(stick) / METADATA / name).unlink()

    assert kiosk.refusal(stick).code is Refusal.CONTENT_INCOMPLETE


def test_a_stick_without_content_says_so(stick: Path, kiosk: Kiosk) -> None:
    (kiosk.folder / "scratch").mkdir()

    assert kiosk.refusal(stick).code is Refusal.NO_CONTENT


@pytest.mark.parametrize("name", ["timestamp.json", "1.targets.json"])
def test_a_link_in_place_of_metadata_is_named(
    publisher: Publisher, stick: Path, kiosk: Kiosk, name: str
) -> None:
    file = publisher.publish(stick) / METADATA / name
    file.rename(stick / "elsewhere")
    file.symlink_to(stick / "elsewhere")

    refused = kiosk.refusal(stick)

    assert refused.code is Refusal.LINK_ON_STICK
    assert name in refused.sentence


def test_a_pipe_in_place_of_metadata_is_refused_at_once(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    file = publisher.publish(stick) / METADATA / "timestamp.json"
    file.unlink()
    os.mkfifo(file)

    assert kiosk.refusal(stick).code is Refusal.LINK_ON_STICK


def test_a_snapshot_under_a_newer_name_is_refused(
    publisher: Publisher, stick: Path, tmp_path: Path, kiosk: Kiosk
) -> None:
    old = publisher.publish(tmp_path / "old") / METADATA / "1.snapshot.json"
    publisher.publish(stick)
    (stick / METADATA / "2.snapshot.json").write_bytes(old.read_bytes())

    assert kiosk.refusal(stick).code is Refusal.CONTENT_DAMAGED


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("targets", ("author",)),
        ("targets", ("approver",)),
        ("targets", ("author", "author")),
        ("targets", ("author", "builder")),
        ("targets", ("author", "site-mvx-1")),
        ("snapshot", ("author",)),
        ("timestamp", ("somebody",)),
        ("site-mvx", ("author", "approver")),
        ("withdrawals", ("site-mvx-1",)),
    ],
)
def test_too_few_of_the_right_people_are_refused(
    publisher: Publisher, stick: Path, kiosk: Kiosk, role: str, names: tuple[str, ...]
) -> None:
    publisher.signed_by[role] = names

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_SIGNED_BY_TOO_FEW


def test_either_key_of_a_site_is_enough(publisher: Publisher, stick: Path, kiosk: Kiosk) -> None:
    publisher.signed_by["site-mvx"] = ("site-mvx-2",)

    assert kiosk.check(publisher.publish(stick)).version == 1


def test_content_of_other_people_is_refused(stick: Path, kiosk: Kiosk) -> None:
    others = a_publisher(family="other ")

    assert kiosk.refusal(others.publish(stick)).code is Refusal.CONTENT_OF_OTHERS


@pytest.mark.parametrize(
    ("here", "there", "code"),
    [(False, True, Refusal.DEMO_ON_REAL), (True, False, Refusal.REAL_ON_DEMO)],
)
def test_demonstration_and_real_refuse_each_other(
    stick: Path, tmp_path: Path, here: bool, there: bool, code: Refusal
) -> None:
    ours = Kiosk(tmp_path, a_publisher(demo=here, family="ours ").roots[0])
    theirs = a_publisher(demo=there, family="theirs ")

    assert ours.refusal(theirs.publish(stick)).code is code


def test_a_real_root_cannot_turn_into_a_demonstration(stick: Path, tmp_path: Path) -> None:
    publisher = a_publisher(demo=False)
    kiosk = Kiosk(tmp_path, publisher.roots[0])
    publisher.demo = True
    publisher.roots.append(publisher.root(2))

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.DEMO_ON_REAL


def test_a_new_root_by_two_of_the_old_three_is_followed(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    publisher.roots += [publisher.root(2), publisher.root(3)]

    found = kiosk.take(publisher.publish(stick))

    assert found.state.files["root"] == publisher.roots[2]
    assert not found.renewed
    assert kiosk.check(stick).same


def test_a_root_by_one_of_three_is_refused(publisher: Publisher, stick: Path, kiosk: Kiosk) -> None:
    publisher.signed_by["root"] = ("root-1",)
    publisher.roots.append(publisher.root(2))

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_SIGNED_BY_TOO_FEW


def test_a_gap_in_the_roots_stops_at_the_last_one_that_can_be_proved(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    publisher.roots += [publisher.root(2), publisher.root(3)]
    (publisher.publish(stick) / METADATA / "2.root.json").unlink()

    assert kiosk.check(stick).state.files["root"] == publisher.roots[0]


def test_a_thief_who_counted_up_is_recovered_from_by_a_new_root(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    publisher.version = 999_999_999
    kiosk.take(publisher.publish(stick))
    publisher.version = 10
    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OLDER

    with_new_builder(publisher)
    found = kiosk.take(publisher.publish(stick))

    assert (found.version, found.renewed) == (12, True)
    assert not kiosk.check(stick).renewed


def test_after_a_new_root_what_two_people_signed_still_does_not_go_back(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    with_new_builder(publisher)
    publisher.issued -= timedelta(days=1)

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OLDER


def with_new_builder(publisher: Publisher) -> None:
    """Publish from now on under a root that gives the counting to another key."""
    publisher.counted_by = "builder-2"
    publisher.issued += timedelta(hours=1)
    publisher.roots.append(publisher.root(len(publisher.roots) + 1))


@pytest.mark.parametrize(
    ("issued", "code"),
    [
        (ISSUED + timedelta(days=801), Refusal.CONTENT_DATE_WRONG),
        (ISSUED - timedelta(days=731), Refusal.CONTENT_EXPIRED),
    ],
)
def test_a_day_of_issue_that_cannot_be_is_refused(
    publisher: Publisher, stick: Path, kiosk: Kiosk, issued: datetime, code: Refusal
) -> None:
    publisher.issued = issued

    assert kiosk.refusal(publisher.publish(stick)).code is code


@pytest.mark.parametrize("days", [-729, 800])
def test_a_day_of_issue_that_can_be_is_believed(
    publisher: Publisher, stick: Path, kiosk: Kiosk, days: int
) -> None:
    publisher.issued = ISSUED + timedelta(days=days)

    assert kiosk.check(publisher.publish(stick)).issued == publisher.issued


@pytest.mark.parametrize("year", [1970, 2040, 9999])
def test_the_machines_clock_decides_nothing(
    publisher: Publisher, stick: Path, kiosk: Kiosk, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Wrong(datetime):
        @classmethod
        def now(cls, _zone: object = None) -> "Wrong":
            return cls(year, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("tuf.ngclient._internal.trusted_metadata_set.datetime.datetime", Wrong)

    assert kiosk.check(publisher.publish(stick)).version == 1


@pytest.mark.parametrize("path", ["site/mvx/evil-en-0.jsonl", "help/evil.json", "withdrawn/x.json"])
def test_a_page_where_the_top_does_not_write_refuses_everything(
    publisher: Publisher, stick: Path, kiosk: Kiosk, path: str
) -> None:
    publisher.misplaced["targets"] = path

    refused = kiosk.refusal(publisher.publish(stick))

    assert refused.code is Refusal.CONTENT_OUT_OF_PLACE
    assert path in refused.sentence


@pytest.mark.parametrize(
    "path", ["national/service-en-0.jsonl", "trust/mvx.json", "site/bxi/profile.json"]
)
def test_a_site_key_on_a_page_that_is_not_its_own_refuses_everything(
    publisher: Publisher, stick: Path, kiosk: Kiosk, path: str
) -> None:
    publisher.misplaced["site-mvx"] = path

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OUT_OF_PLACE


@pytest.mark.parametrize("path", ["national/Évil.json", "national/../trust/mvx.json", "national/"])
def test_a_path_that_is_not_written_as_ours_are_refuses_everything(
    publisher: Publisher, stick: Path, kiosk: Kiosk, path: str
) -> None:
    publisher.misplaced["targets"] = path

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OUT_OF_PLACE


def test_content_without_the_keys_of_this_site_is_refused(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    del publisher.contents["trust/mvx.json"]

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_NOT_FOR_SITE


def test_content_without_a_role_for_this_site_is_refused(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    publisher.sites = ("bxi",)
    del publisher.contents["site/mvx/profile.json"]

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_NOT_FOR_SITE


def test_a_kiosk_takes_its_own_wing_only(publisher: Publisher, stick: Path, kiosk: Kiosk) -> None:
    for wing in "ab":
        publisher.contents[f"site/mvx/wing-{wing}/notice-en-0.jsonl"] = wing.encode()
    publisher.publish(stick)

    ours = {target.path for target in kiosk.check(stick).targets}
    kiosk.wing = None
    every = {target.path for target in kiosk.check(stick).targets}

    assert every - ours == {"site/mvx/wing-a/notice-en-0.jsonl"}
    assert "site/mvx/wing-b/notice-en-0.jsonl" in ours


def test_another_sites_keys_and_pages_are_left_alone(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    publisher.sites = ("bxi", "mvx")
    publisher.contents |= {"trust/bxi.json": b"{}", "site/bxi/profile.json": b"{}"}

    found = kiosk.check(publisher.publish(stick))

    assert not [target.path for target in found.targets if "bxi" in target.path]


def test_a_pack_that_is_signed_but_too_big_is_refused(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    publisher.contents["policy/topics.json"] = bytes(1024 * 1024 + 1)

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.PACK_TOO_BIG


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda file: file.write_bytes(file.read_bytes()[:-1]), Refusal.CONTENT_DAMAGED),
        (lambda file: file.write_bytes(b"x" + file.read_bytes()[1:]), Refusal.CONTENT_DAMAGED),
        (lambda file: file.write_bytes(file.read_bytes() + b"x"), Refusal.FILE_TOO_BIG),
        (lambda file: file.unlink(), Refusal.CONTENT_INCOMPLETE),
    ],
)
def test_a_target_that_is_not_what_was_signed_is_refused(
    publisher: Publisher,
    stick: Path,
    kiosk: Kiosk,
    change: Callable[[Path], object],
    code: Refusal,
) -> None:
    found = kiosk.check(publisher.publish(stick))
    target = found.targets[0]
    (file,) = (stick / "SIGNPOST/content/targets/national").iterdir()
    change(file)

    with pytest.raises(Refused) as caught:
        trust.read_target(Folder(stick).below("SIGNPOST"), target)
    assert caught.value.code is code


def test_the_one_private_name_of_python_tuf_still_means_the_time() -> None:
    """If this fails after an upgrade, trust.py must set the time in another way."""
    from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
    from tuf.ngclient.config import EnvelopeType

    trusted = TrustedMetadataSet(a_publisher().roots[0], EnvelopeType.METADATA)

    assert isinstance(trusted.reference_time, datetime)
    assert trusted.reference_time.tzinfo is UTC


def test_a_changed_entry_changes_the_target_and_nothing_else(
    publisher: Publisher, stick: Path, kiosk: Kiosk
) -> None:
    before = kiosk.take(publisher.publish(stick))
    publisher.contents = the_targets(an_entry(title="New words"))

    after = kiosk.take(publisher.publish(stick))

    changed = set(after.targets) - set(before.targets)
    assert [target.path for target in changed] == ["national/service-en-0.jsonl"]
