import random
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from admin_tools.desks.errors import PersonUnknown, PinsChangedMeanwhile
from admin_tools.desks.people import Imported, PinOffice, import_people, reset_pin
from admin_tools.desks.people_list import Listed
from admin_tools.desks.pins import hashed
from admin_tools.records import people
from admin_tools.records.database import Records
from tests.builders.office import a_worker, an_office

ANNA = Listed("A1234BC", "en", "B", active=True)
BRYN = Listed("A9876XY", "cy", "C", active=True)


def pin_office(folder: Path) -> PinOffice:
    """Draw repeatable PINs and hash them cheaply."""
    return PinOffice(folder / "slips", random.Random(7).randrange, lambda pin: f"hash-of-{pin}")


def pin_of(records: Records, number: str) -> str:
    with records.read() as session:
        who = people.person(session, number)
        assert who is not None
        return who.pin


def pin_on_slip(folder: Path, number: str) -> str:
    lines = (folder / "slips" / f"{number}.txt").read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("PIN: ") for line in lines if line.startswith("PIN: "))


def test_a_new_person_gets_a_slip_whose_pin_fits_the_records(tmp_path: Path) -> None:
    records = an_office(tmp_path)

    done = import_people(records, (ANNA,), pin_office(tmp_path), a_worker())

    assert done == Imported(new=1, changed=0, same=0, not_listed=0)
    assert pin_of(records, "A1234BC") == "hash-of-" + pin_on_slip(tmp_path, "A1234BC")


def test_a_slip_comes_as_a_pdf_too(tmp_path: Path) -> None:
    import_people(an_office(tmp_path), (ANNA,), pin_office(tmp_path), a_worker())

    assert (tmp_path / "slips" / "A1234BC.pdf").read_bytes().startswith(b"%PDF-")


def test_nobody_else_on_the_machine_may_read_a_slip(tmp_path: Path) -> None:
    import_people(an_office(tmp_path), (ANNA,), pin_office(tmp_path), a_worker())

    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "slips").iterdir()}

    assert modes == {0o600}
    assert (tmp_path / "slips").stat().st_mode & 0o777 == 0o700


def test_the_same_list_again_keeps_every_pin_and_writes_no_slip(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    office = pin_office(tmp_path)
    import_people(records, (ANNA, BRYN), office, a_worker())
    before = pin_of(records, "A1234BC")
    (tmp_path / "slips" / "A1234BC.txt").unlink()

    done = import_people(records, (ANNA, BRYN), office, a_worker())

    assert done == Imported(new=0, changed=0, same=2, not_listed=0)
    assert pin_of(records, "A1234BC") == before
    assert not (tmp_path / "slips" / "A1234BC.txt").exists()


def test_a_move_to_another_wing_changes_the_person_but_not_the_pin(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    office = pin_office(tmp_path)
    import_people(records, (ANNA, BRYN), office, a_worker())
    before = pin_of(records, "A1234BC")

    moved = Listed("A1234BC", "en", "D", active=True)
    done = import_people(records, (moved,), office, a_worker())

    assert done == Imported(new=0, changed=1, same=0, not_listed=1)
    assert pin_of(records, "A1234BC") == before


def test_a_reset_gives_another_pin_and_a_new_slip(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    office = pin_office(tmp_path)
    import_people(records, (ANNA,), office, a_worker())
    before = pin_of(records, "A1234BC")

    reset_pin(records, "A1234BC", office, a_worker())

    assert pin_of(records, "A1234BC") == "hash-of-" + pin_on_slip(tmp_path, "A1234BC") != before


def test_a_reset_for_a_stranger_writes_no_slip(tmp_path: Path) -> None:
    with pytest.raises(PersonUnknown):
        reset_pin(an_office(tmp_path), "Z9999ZZ", pin_office(tmp_path), a_worker())

    assert not (tmp_path / "slips").exists()


def test_two_imports_at_once_cannot_leave_a_slip_with_a_dead_pin(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    office = pin_office(tmp_path)

    def meanwhile(_done: int) -> None:
        import_people(records, (ANNA,), pin_office(tmp_path / "other"), a_worker())

    with pytest.raises(PinsChangedMeanwhile):
        import_people(records, (ANNA,), office, a_worker(), meanwhile)


def test_the_hash_that_is_kept_fits_the_pin_and_not_another() -> None:
    kept = hashed("4821")

    assert kept.startswith("$argon2id$")
    assert PasswordHasher().verify(kept, "4821")
    assert "4821" not in kept
