"""Whose stick it is."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.publishing import issuing
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.issuing import Issuer, settle
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.stick import StickIdentity
from tests.builders.publishing import House, a_house

MADE = date(2026, 11, 22)


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = a_house(tmp_path / "house")
    house.publish()
    return house


@pytest.fixture
def mount(tmp_path: Path) -> Path:
    mount = tmp_path / "stick"
    mount.mkdir()
    return mount


def office(house: House) -> Issuer:
    return Issuer(house.keys, lambda _role: None, MADE)


def settled(
    house: House, mount: Path, kind: issuing.Kind = "wing", number: int = 0, *, keys: bool = True
) -> StickIdentity:
    issuer = office(house) if keys else None
    return settle(mount, "MVX", kind, number, house.repository, issuer)


def test_sticks_are_numbered_one_after_the_other(house: House, tmp_path: Path) -> None:
    numbers = []
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        numbers.append(settled(house, tmp_path / name).number)

    assert numbers == [1, 2, 3]


def test_a_stick_keeps_its_number(house: House, mount: Path) -> None:
    first = settled(house, mount)

    assert settled(house, mount) == first


def test_a_number_from_a_label_is_kept_and_counted_on_from(house: House, mount: Path) -> None:
    assert settled(house, mount, number=40).number == 40
    assert issuing.next_number(house.keys) == 41
    assert issuing.next_number(house.keys, 7) == 7
    assert issuing.next_number(house.keys) == 42


def test_outside_the_published_trust_list_says_whose_sticks_are_right(
    house: House, mount: Path
) -> None:
    settled(house, mount, "carrier")

    assert settled(house, mount, "carrier", keys=False).demo


def test_outside_nobody_can_give_a_stick_a_number(house: House, mount: Path) -> None:
    with pytest.raises(PublishingRefused) as refused:
        settled(house, mount, keys=False)

    assert refused.value.code == "not-our-stick"
    assert list(mount.iterdir()) == []


def a_stick_of_others(house: House, mount: Path) -> None:
    identity = office(house).issue(mount, "wing")
    issuing.sign(mount, identity, SigningKey.generate())


def test_a_stick_of_another_office_is_refused(house: House, mount: Path) -> None:
    a_stick_of_others(house, mount)

    with pytest.raises(Refused) as refused:
        settled(house, mount)

    assert refused.value.code is Refusal.STICK_FORGED


def test_a_stick_signed_with_an_older_key_is_ours_again_by_its_number(
    house: House, mount: Path
) -> None:
    a_stick_of_others(house, mount)

    assert settled(house, mount, number=5).number == 5
    assert settled(house, mount).number == 5


@pytest.mark.parametrize("number", [0, 9])
def test_a_wing_stick_is_never_written_as_a_carrier(house: House, mount: Path, number: int) -> None:
    settled(house, mount)

    with pytest.raises(PublishingRefused) as refused:
        settled(house, mount, "carrier", number)

    assert refused.value.code == "stick-of-another-kind"


def test_a_key_that_the_content_does_not_name_makes_no_stick(house: House, mount: Path) -> None:
    house.keys.path.joinpath("office-mvx.pub").write_text(SigningKey.generate().public)

    with pytest.raises(PublishingRefused) as refused:
        settled(house, mount)

    assert refused.value.code == "office-key-not-published"


@pytest.mark.parametrize("kind", ["wing", "carrier"])
def test_the_paper_on_the_stick_names_its_number_and_use(
    house: House, mount: Path, kind: issuing.Kind
) -> None:
    settled(house, mount, kind)

    words = Folder(mount).read("SIGNPOST/READ-ME-FIRST.txt", 4096).decode()

    assert "stick number 1" in words
    assert ("no screen" in words) == (kind == "carrier")
