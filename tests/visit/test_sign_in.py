"""Somebody is let in with number and PIN; guessing takes longer and longer, and then ends."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.database import Database
from kiosk.exchange import canonical
from kiosk.exchange.return_bundle import People as PeopleList
from kiosk.exchange.return_bundle import Person
from kiosk.exchange.sealing import Context, Purpose, seal
from kiosk.visit.attempts import Attempts
from kiosk.visit.people import People, PeopleStore, tidied_number
from kiosk.visit.pins import fits
from kiosk.visit.sign_in import NotYet, SignedIn, SignIn
from tests.builders.exchange import KIOSK, SITE
from tests.builders.publisher import opening
from tests.builders.stores import a_database, a_vault

ME, OTHER = "A1234BC", "B5678CD"
NOT_NOW = 10_000


class Door:
    """A sign-in whose clock the test turns, with PINs that are compared as they stand."""

    def __init__(self, folder: Path, database: Database | None = None, now: float = 0.0) -> None:
        self.database = database or a_database(folder)
        self.now = now
        self.checked: list[tuple[str, str | None]] = []
        self.store = PeopleStore(self.database)
        if database is None:
            self.let(Person(number=ME, pin="$argon2id$4821", language="cy"))
        attempts = Attempts(self.database, lambda: self.now)
        people = People(self.store, a_vault().open_people)
        self.door = SignIn(people, attempts, a_vault().tag, self._check)

    def let(self, *people: Person, version: int = 1) -> None:
        """A new list came from the office."""
        text = canonical.dump(PeopleList(people=people))
        context = Context(Purpose.PEOPLE, SITE, KIOSK, str(version))
        sealed = seal(text, opening(f"storage-{KIOSK}").public, context)
        with self.database.write() as session:
            self.store.replace(session, version, sealed)

    def knock(self, pin: str = "4821", number: str = ME) -> SignedIn | NotYet:
        return self.door.sign_in(number, pin)

    def wrong(self, times: int = 1, number: str = ME) -> int:
        """Try a wrong PIN as often, waiting as long as it takes; gives the last wait."""
        wait = 0
        for _ in range(times):
            answer = self.knock("0000", number)
            assert isinstance(answer, NotYet)
            wait = answer.seconds
            self.now += wait
        return wait

    def _check(self, pin: str, hashed: str | None) -> bool:
        self.checked.append((pin, hashed))
        return hashed == f"$argon2id${pin}"


def test_number_and_pin_let_somebody_in(tmp_path: Path) -> None:
    assert Door(tmp_path).knock() == SignedIn(ME, proven=True, language="cy")


@pytest.mark.parametrize("typed", ["a1234bc", " A1234 BC ", "A1234-BC"])
def test_the_number_may_be_typed_as_people_type(tmp_path: Path, typed: str) -> None:
    assert isinstance(Door(tmp_path).knock(number=typed), SignedIn)


def test_a_wrong_pin_does_not(tmp_path: Path) -> None:
    assert Door(tmp_path).knock("1111") == NotYet(0)


def test_an_unknown_number_gets_the_same_answers_as_a_wrong_pin(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    known, unknown = Door(tmp_path / "one"), Door(tmp_path / "two")
    for _ in range(4):
        assert known.knock("0000", ME) == unknown.knock("0000", OTHER)
        known.now += 100
        unknown.now += 100


def test_for_an_unknown_number_a_pin_is_compared_all_the_same(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.knock(number=OTHER)
    assert door.checked == [("4821", None)]


def test_somebody_who_left_is_not_let_in(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.let(Person(number=ME, pin="$argon2id$4821", active=False), version=2)
    assert door.knock() == NotYet(0)


def test_a_new_list_counts_from_the_next_try(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.knock()
    door.let(Person(number=ME, pin="$argon2id$7777"), version=2)
    assert isinstance(door.knock("7777"), SignedIn)


def test_before_a_list_has_come_nobody_is_known(tmp_path: Path) -> None:
    people = People(PeopleStore(a_database(tmp_path)), a_vault().open_people)
    assert people.known(ME) is None


def test_a_list_that_does_not_open_lets_nobody_in(tmp_path: Path) -> None:
    door = Door(tmp_path)
    with door.database.write() as session:
        door.store.replace(session, 2, b"rubbish")
    assert door.knock() == NotYet(0)


def test_waits_grow_to_a_quarter_of_an_hour_and_no_further(tmp_path: Path) -> None:
    door = Door(tmp_path)
    assert [door.wrong() for _ in range(9)] == [0, 0, 5, 30, 120, 300, 900, 900, 900]


def test_while_it_waits_even_the_right_pin_is_not_looked_at(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(2)
    door.knock("0000")
    looked_at = len(door.checked)
    assert door.knock() == NotYet(5)
    assert len(door.checked) == looked_at


def test_a_wait_ends_by_itself(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(7)
    assert isinstance(door.knock(), SignedIn)


def test_after_the_right_pin_the_count_begins_anew(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(3)
    door.knock()
    assert [door.wrong() for _ in range(3)] == [0, 0, 5]


def test_trying_while_it_waits_makes_it_no_longer(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(3)
    door.knock("0000")
    door.now += 10
    assert door.knock("0000") == NotYet(20)


def test_pulling_the_plug_saves_no_wait(tmp_path: Path) -> None:
    before = Door(tmp_path)
    before.wrong(3)
    before.knock("0000")
    before.now += 29
    assert before.knock() == NotYet(1)

    after = Door(tmp_path, before.database, now=50_000)

    assert after.knock() == NotYet(30)


def test_a_try_is_on_the_disk_before_it_is_looked_at(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(2)

    def power_cut(_pin: str, _hashed: str | None) -> bool:
        raise KeyboardInterrupt

    door.door._check = power_cut
    with pytest.raises(KeyboardInterrupt):
        door.knock()

    assert Door(tmp_path, door.database).knock() == NotYet(5)


def test_one_persons_wait_is_not_anothers(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(3, OTHER)
    door.knock("0000", OTHER)
    assert isinstance(door.knock(), SignedIn)


def test_trying_many_numbers_slows_the_kiosk_down(tmp_path: Path) -> None:
    door = Door(tmp_path)
    for number in range(8):
        door.knock("0000", f"C000{number}XY")
    assert door.knock() == NotYet(5)


def test_nobody_shuts_everybody_out_for_longer_than_two_minutes(tmp_path: Path) -> None:
    door = Door(tmp_path)
    waits = []
    for number in range(40):
        answer = door.knock("0000", f"C00{number:02}XY")
        assert isinstance(answer, NotYet)
        waits.append(answer.seconds)
        door.now += answer.seconds
    assert max(waits) == 120


def test_the_row_of_a_try_names_nobody(tmp_path: Path) -> None:
    door = Door(tmp_path)
    door.wrong(2)
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert ME.encode() not in on_disk
    assert b"0000" not in on_disk


def test_made_up_numbers_do_not_fill_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visit.attempts.MOST_ROWS", 10)
    attempts = Attempts(a_database(tmp_path), lambda: 0.0)
    for number in range(30):
        attempts.begin(f"tag-{number}")
    assert attempts.wait("tag-0") == attempts.wait("tag-never-tried")


def test_without_a_pin_a_number_is_only_said(tmp_path: Path) -> None:
    assert Door(tmp_path).door.say_number("a1234bc") == SignedIn(ME, proven=False)


@pytest.mark.parametrize("typed", ["", "A1234B", "1234ABC", "A1234BCD", "Ä1234BC", "A١٢٣٤BC"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert tidied_number(typed) is None


def test_the_right_pin_fits_its_hash() -> None:
    hashed = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("4821")
    assert fits("4821", hashed)
    assert not fits("4822", hashed)


def test_no_pin_fits_nobody() -> None:
    assert not fits("", None)


def test_a_hash_that_is_none_fits_nothing() -> None:
    assert not fits("4821", "$argon2id$rubbish")
