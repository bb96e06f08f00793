"""Content that was damaged, by accident or not."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exchange import trust
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.trust_verdict import verdict
from tests.builders.publisher import Publisher
from tests.builders.trusting import TrustingKiosk

METADATA = "SIGNPOST/content/metadata"


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
    kiosk: TrustingKiosk,
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
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, name: str
) -> None:
    (publisher.publish(stick) / METADATA / name).unlink()

    assert kiosk.refusal(stick).code is Refusal.CONTENT_INCOMPLETE


def test_a_stick_without_content_says_so(stick: Path, kiosk: TrustingKiosk) -> None:
    (kiosk.folder / "scratch").mkdir()

    assert kiosk.refusal(stick).code is Refusal.NO_CONTENT


@pytest.mark.parametrize("name", ["timestamp.json", "1.targets.json"])
def test_a_link_in_place_of_metadata_is_named(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, name: str
) -> None:
    file = publisher.publish(stick) / METADATA / name
    file.rename(stick / "elsewhere")
    file.symlink_to(stick / "elsewhere")

    refused = kiosk.refusal(stick)

    assert refused.code is Refusal.LINK_ON_STICK
    assert name in refused.sentence


def test_a_pipe_in_place_of_metadata_is_refused_at_once(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    file = publisher.publish(stick) / METADATA / "timestamp.json"
    file.unlink()
    os.mkfifo(file)

    assert kiosk.refusal(stick).code is Refusal.LINK_ON_STICK


def test_a_snapshot_under_a_newer_name_is_refused(
    publisher: Publisher, stick: Path, tmp_path: Path, kiosk: TrustingKiosk
) -> None:
    old = publisher.publish(tmp_path / "old") / METADATA / "1.snapshot.json"
    publisher.publish(stick)
    (stick / METADATA / "2.snapshot.json").write_bytes(old.read_bytes())

    assert kiosk.refusal(stick).code is Refusal.CONTENT_DAMAGED


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
    kiosk: TrustingKiosk,
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


def test_a_scratch_folder_that_is_not_there_is_a_fault_of_the_machine(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    folder = Folder(publisher.publish(stick)).below("SIGNPOST")

    with pytest.raises(Refused) as caught:
        trust.check(
            folder, kiosk.root, kiosk.state, "MVX", "B", kiosk.low, stick / "nowhere" / "deep"
        )
    assert caught.value.code is Refusal.DISK_FAULT


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Refusal.DISK_FULL),
        (errno.EDQUOT, Refusal.DISK_FULL),
        (errno.EIO, Refusal.DISK_FAULT),
    ],
)
def test_a_full_machine_is_not_blamed_on_the_stick(
    stick: Path, kiosk: TrustingKiosk, number: int, code: Refusal
) -> None:
    found = verdict(OSError(number, "tmpfs"), Folder(stick), {}, kiosk.root)

    assert found.code is code
