"""A key is replaced, and the old one stops counting."""

from contextlib import suppress
from pathlib import Path

import pytest

from admin_tools.keyring import rotating
from admin_tools.keyring.rotating import Rotated, RotationRefused, rotate
from admin_tools.publishing.approve import look
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.sticks import write_content
from kiosk.exchange.keys import SigningKey
from tests.builders.publishing import NOW, House, a_house
from tests.publishing.test_publishing import PowerCut, cut_after

ROOT_KEYS = ("root-1", "root-2")


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = a_house(tmp_path / "house")
    house.publish()
    return house


def rotated(house: House, role: str, *root_keys: str) -> Rotated:
    signers = house.signers(*(root_keys or ROOT_KEYS))
    return rotate(house.keys, role, signers, lambda _role: None, NOW)


def believed_version(house: House, tmp_path: Path) -> int:
    mount = tmp_path / "stick"
    mount.mkdir(exist_ok=True)
    write_content(mount, house.repository, lambda _done, _of: None)
    return house.believed(mount).version


@pytest.mark.parametrize(
    "role", ["author", "approver", "builder", "root-3", "site-mvx-1", "withdrawals", "office-mvx"]
)
def test_a_kiosk_that_knows_the_first_root_believes_what_the_new_key_signed(
    house: House, tmp_path: Path, role: str
) -> None:
    rotated(house, role)

    house.publish()

    assert believed_version(house, tmp_path) == 2


def test_only_keys_that_the_root_names_need_a_new_root(house: House) -> None:
    assert rotated(house, "author").root == 2
    assert rotated(house, "site-mvx-1").root == 0
    assert rotated(house, "desk-housing").root == 0
    assert rotated(house, "builder").root == 3


def test_what_the_old_author_signs_counts_no_more(house: House) -> None:
    old = house.keys.public("author")
    house.propose()
    rotated(house, "author")

    with pytest.raises(PublishingRefused) as refused:
        house.approve()

    assert refused.value.code == "too-few-keys"
    kept = SigningKey.load(house.keys.path / f"old/author-{old[:8]}.pem")
    assert kept.public == old


def test_a_list_that_only_the_old_site_key_signed_is_signed_again(house: House) -> None:
    rotated(house, "site-mvx-1")

    assert "site-mvx" in house.propose()


def test_a_new_office_key_is_shown_to_the_approver(house: House) -> None:
    done = rotated(house, "office-mvx")
    house.propose()

    trusted = look(house.repository, house.keys, house.now).changes.trusted

    assert any(f"office {done.fingerprint}" in line for line in trusted)


@pytest.mark.parametrize(
    ("role", "root_keys"),
    [("author", ("root-1",)), ("root-1", ("root-1", "root-2")), ("author", ("author", "approver"))],
)
def test_two_root_keys_that_stay_must_vouch(
    house: House, role: str, root_keys: tuple[str, ...]
) -> None:
    before = house.keys.public(role)

    with pytest.raises(RotationRefused):
        rotated(house, role, *root_keys)

    assert house.keys.public(role) == before
    assert house.publish() == 2


def test_a_cut_after_the_new_root_is_finished_next_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_words: object) -> None:
        raise PowerCut

    with monkeypatch.context() as broken, suppress(PowerCut):
        broken.setattr(rotating, "_take_its_name", cut)
        rotated(house, "author")

    with pytest.raises(RotationRefused, match="finished now"):
        rotated(house, "author")
    assert house.publish() == 2


@pytest.mark.faults
def test_a_power_cut_while_the_new_root_is_published_loses_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    rotated(house, "author")
    for number in range(8):
        with monkeypatch.context() as broken, suppress(PowerCut):
            cut_after(number, broken)
            house.publish()
        published = house.repository.published()
        assert published is not None
        assert published.files()

    assert house.publish() > 1


def test_keys_that_tell_another_story_of_roots_are_refused(house: House) -> None:
    rotated(house, "author")
    house.publish()
    second = house.keys.path / "roots/2.root.json"
    second.write_bytes(second.read_bytes().replace(b'"version":2', b'"version": 2'))

    with pytest.raises(PublishingRefused) as refused:
        house.propose()

    assert refused.value.code == "keys-of-others"
