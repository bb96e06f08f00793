"""Making the keys of a new house."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Root

from admin_tools.keyring.creating import KeysExist, create
from admin_tools.keyring.folder import About, KeysFolder, open_key
from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.refusals import Refusal, Refused

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def made(tmp_path: Path, *, demo: bool = True) -> KeysFolder:
    about = About(site="MVX", demo=demo)
    create(tmp_path / "keys", about, ("housing",), lambda role: f"words of {role}", NOW)
    return KeysFolder.open(tmp_path / "keys")


def the_root(keys: KeysFolder) -> Metadata[Root]:
    return Metadata[Root].from_bytes(keys.root())


def test_every_private_key_is_for_its_owner_only(tmp_path: Path) -> None:
    keys = made(tmp_path)

    assert {path.stat().st_mode & 0o777 for path in keys.path.glob("*.pem")} == {0o600}
    assert keys.path.stat().st_mode & 0o777 == 0o700


def test_every_private_key_has_its_public_half_beside(tmp_path: Path) -> None:
    keys = made(tmp_path)

    assert SigningKey.load(keys.path / "author.pem").public == keys.public("author")
    assert OpeningKey.load(keys.path / "desk-housing.pem").public == keys.public("desk-housing")


def test_the_root_is_vouched_for_by_two_root_keys(tmp_path: Path) -> None:
    root = the_root(made(tmp_path))

    root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
    assert root.signed.roles["root"].threshold == 2


def test_content_needs_author_and_approver(tmp_path: Path) -> None:
    root = the_root(made(tmp_path)).signed

    assert len(root.roles["targets"].keyids) == root.roles["targets"].threshold == 2


def test_a_root_lives_ten_years(tmp_path: Path) -> None:
    assert (the_root(made(tmp_path)).signed.expires - NOW).days == 3650


@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demonstration_says_so_in_its_root(tmp_path: Path, demo: bool) -> None:
    said = the_root(made(tmp_path, demo=demo)).signed.unrecognized_fields.get("x-demo")

    assert said is (True if demo else None)


def test_real_keys_open_only_with_their_passphrase(tmp_path: Path) -> None:
    author = made(tmp_path, demo=False).path / "author.pem"

    assert open_key(author, lambda role: f"words of {role}").public
    with pytest.raises(Refused) as refused:
        open_key(author, lambda _role: "other words")
    assert refused.value.code is Refusal.KEY_NOT_OPENED


def test_a_folder_that_exists_is_never_written_over(tmp_path: Path) -> None:
    keys = made(tmp_path)
    before = keys.public("author")

    with pytest.raises(KeysExist):
        made(tmp_path)

    assert keys.public("author") == before


def test_when_a_passphrase_is_not_given_nothing_is_left_behind(tmp_path: Path) -> None:
    def gone(_role: str) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create(tmp_path / "keys", About(site="MVX"), (), gone, NOW)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "zz" * 32, "ab" * 31])
def test_a_public_half_that_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    keys = made(tmp_path)
    (keys.path / "author.pub").write_text(text)

    with pytest.raises(Refused):
        keys.public("author")
