from pathlib import Path

import pytest

from admin_tools.desks.errors import AnotherSite, DemoMixed, EpochKnown, KioskIsLive
from admin_tools.desks.kiosks import register, revoke
from admin_tools.records.database import Records
from admin_tools.records.kiosks import all_kiosks
from kiosk.exchange import enrolment_file
from kiosk.exchange.keys import fingerprint
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.office import MONDAY, WingKiosk, an_office, collected, registered
from tests.builders.publisher import signing

DAY = MONDAY.date()


def states(records: Records) -> list[str]:
    with records.read() as session:
        return [kiosk.state for kiosk in all_kiosks(session)]


def test_both_sides_show_one_fingerprint(tmp_path: Path) -> None:
    kiosk = WingKiosk()

    done = register(an_office(tmp_path), kiosk.enrolment(), DAY, replace=False)

    keys = (kiosk.signing.public, kiosk.opening.public, kiosk.storage.public)
    assert (done.new, done.fingerprint) == (True, fingerprint(*keys))


def test_the_same_enrolment_twice_is_harmless(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))

    assert not register(records, WingKiosk().enrolment(), DAY, replace=False).new
    assert states(records) == ["live"]


def test_a_second_machine_needs_somebody_who_wants_it(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))

    with pytest.raises(KioskIsLive):
        register(records, WingKiosk().again().enrolment(), DAY, replace=False)
    assert states(records) == ["live"]


def test_a_replacement_keeps_the_number(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))

    register(records, WingKiosk().again().enrolment(), DAY, replace=True)

    assert states(records) == ["replaced", "live"]


def test_a_revoked_kiosk_makes_room_by_itself(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))
    revoke(records, "MVX-02", 3)

    register(records, WingKiosk().again().enrolment(), DAY, replace=False)

    assert states(records) == ["revoked", "live"]


def test_a_revoked_enrolment_does_not_come_back(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))
    revoke(records, "MVX-02", 3)

    with pytest.raises(EpochKnown):
        register(records, WingKiosk().enrolment(), DAY, replace=True)


def test_what_came_after_the_last_good_file_is_counted(tmp_path: Path) -> None:
    kiosk = WingKiosk()
    records = registered(an_office(tmp_path), kiosk)
    for seq in (1, 2):
        kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(seq), seq=seq))
    collected(records, tmp_path)

    assert revoke(records, "MVX-02", 1).later_items == 1


def test_a_kiosk_that_nobody_knows_cannot_be_revoked(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        revoke(an_office(tmp_path), "MVX-09", 0)
    assert refused.value.code is Refusal.KIOSK_UNKNOWN


def test_a_kiosk_of_another_site_is_refused(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))

    with pytest.raises(AnotherSite):
        register(records, WingKiosk("NGT-01", site="NGT").enrolment(), DAY, replace=False)


def test_a_real_kiosk_does_not_join_a_demonstration(tmp_path: Path) -> None:
    records = registered(an_office(tmp_path))

    with pytest.raises(DemoMixed):
        register(records, WingKiosk("MVX-03", demo=False).enrolment(), DAY, replace=False)


def test_an_enrolment_comes_back_as_it_was_written(tmp_path: Path) -> None:
    kiosk = WingKiosk()

    assert enrolment_file.read(kiosk.enrolment_file(tmp_path).read_bytes()) == kiosk.enrolment()


@pytest.mark.parametrize("how", ["other-key", "bit", "cut", "empty", "other-site"])
def test_a_broken_enrolment_is_refused(tmp_path: Path, how: str) -> None:
    kiosk = WingKiosk()
    data = kiosk.enrolment_file(tmp_path).read_bytes()
    broken = {
        "other-key": enrolment_file.write(kiosk.enrolment(), signing("somebody")),
        "bit": data.replace(b'"sig":"', b'"sig":"A', 1),
        "cut": data[:-20],
        "empty": b"",
        "other-site": enrolment_file.write(
            kiosk.enrolment().model_copy(update={"site": "NGT"}), kiosk.signing
        ),
    }[how]

    with pytest.raises(Refused) as refused:
        enrolment_file.read(broken)
    assert refused.value.code is Refusal.ENROLMENT_BROKEN
