"""Sticks, good and broken."""

import json
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.exchange import limits, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal
from tests.builders.exchange import a_stick
from tests.builders.publisher import signing
from tests.vectors.registry import OFFICE, Reading, vector


def _stick(data: bytes) -> Reading:
    return lambda: stick.must_serve(stick.read(data, [OFFICE.public], "MVX"), "MVX", demo=True)


@vector(Refusal.STICK_NOT_SIGNED)
def _a_stick_whose_paper_was_typed_by_hand(_folder: Path, broken: bool) -> Reading:
    typed = json.dumps({"site": "MVX", "number": 7, "kind": "wing"}).encode()
    return _stick(typed if broken else stick.write(a_stick(), OFFICE))


@vector(Refusal.STICK_FORGED)
def _a_stick_signed_by_the_office_of_another_prison(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick(), signing("office-bxi") if broken else OFFICE))


@vector(Refusal.STICK_OF_ANOTHER_SITE)
def _a_stick_for_another_prison(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick(site="BXI" if broken else "MVX"), OFFICE))


@vector(Refusal.CARRIER_STICK)
def _a_carrier_stick_on_a_wing(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick("carrier" if broken else "wing"), OFFICE))


@vector(Refusal.WING_STICK)
def _a_wing_stick_going_outside(_folder: Path, broken: bool) -> Reading:
    identity = a_stick("wing" if broken else "carrier")
    return lambda: stick.must_serve(identity, "MVX", demo=True, kind="carrier")


@vector(Refusal.REAL_ON_DEMO)
def _a_real_stick_in_a_demonstration(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick(demo=not broken), OFFICE))


@vector(Refusal.LINK_ON_STICK)
def _a_link_to_a_file_of_the_machine(folder: Path, broken: bool) -> Reading:
    if broken:
        (folder / "STICK.json").symlink_to("/etc/hostname")
    else:
        (folder / "STICK.json").write_bytes(b"{}")
    return lambda: Folder(folder).read("STICK.json", 100)


@vector(Refusal.FILE_TOO_BIG)
def _a_film_under_the_name_of_the_paper(folder: Path, broken: bool) -> Reading:
    (folder / "STICK.json").write_bytes(bytes(limits.STICK_BYTES + broken))
    return lambda: Folder(folder).read("STICK.json", limits.STICK_BYTES)


@vector(Refusal.FILE_NAME_ODD)
def _a_name_that_climbs_out_of_the_folder(folder: Path, broken: bool) -> Reading:
    (folder / "inside").mkdir()
    (folder / "inside" / "a.json").write_bytes(b"")
    (folder / "secret.json").write_bytes(b"")
    return lambda: Folder(folder / "inside").read("../secret.json" if broken else "a.json", 10)


@vector(Refusal.STICK_TAKEN_OUT)
def _a_stick_that_is_gone_when_requests_are_written(folder: Path, broken: bool) -> Reading:
    there = Folder(folder / "gone" if broken else folder)
    return lambda: there.write("requests/MVX-02-000001.requests", b"sealed")


@vector(Refusal.STICK_FULL)
def _a_stick_without_room(folder: Path, broken: bool) -> Reading:
    def write() -> None:
        with _room_for(100):
            Folder(folder).write("requests/MVX-02-000001.requests", bytes(101 if broken else 100))

    return write


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
