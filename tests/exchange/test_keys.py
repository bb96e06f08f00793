"""Private keys and where they are kept."""

from pathlib import Path

import pytest

from kiosk.exchange.keys import OpeningKey, SigningKey, fingerprint, vouches
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.publisher import opening, signing


@pytest.mark.parametrize("passphrase", [None, "long words of two people"])
def test_a_saved_key_comes_back(tmp_path: Path, passphrase: str | None) -> None:
    key, other = SigningKey.generate(), OpeningKey.generate()

    key.save(tmp_path / "author.pem", passphrase)
    other.save(tmp_path / "opening.pem", passphrase)

    assert SigningKey.load(tmp_path / "author.pem", passphrase).public == key.public
    assert OpeningKey.load(tmp_path / "opening.pem", passphrase).public == other.public


def test_only_the_owner_may_read_a_key_file(tmp_path: Path) -> None:
    signing("a").save(tmp_path / "a.pem")

    assert (tmp_path / "a.pem").stat().st_mode & 0o777 == 0o600


def test_a_key_is_never_written_over_another(tmp_path: Path) -> None:
    signing("a").save(tmp_path / "a.pem")

    with pytest.raises(FileExistsError):
        signing("b").save(tmp_path / "a.pem")
    assert SigningKey.load(tmp_path / "a.pem").public == signing("a").public


@pytest.mark.parametrize("wrong", ["another", None])
def test_a_wrong_passphrase_is_refused(tmp_path: Path, wrong: str | None) -> None:
    signing("a").save(tmp_path / "a.pem", "right")

    with pytest.raises(Refused) as caught:
        SigningKey.load(tmp_path / "a.pem", wrong)
    assert caught.value.code is Refusal.KEY_NOT_OPENED


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        SigningKey.load(tmp_path / "author.pem")
    assert caught.value.code is Refusal.KEY_MISSING
    assert "author.pem" in caught.value.sentence


def test_a_damaged_key_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pem").write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n")

    with pytest.raises(Refused) as caught:
        SigningKey.load(tmp_path / "a.pem")
    assert caught.value.code is Refusal.KEY_NOT_OPENED


def test_a_signing_key_does_not_open_and_an_opening_key_does_not_sign(tmp_path: Path) -> None:
    signing("a").save(tmp_path / "signing.pem")
    opening("a").save(tmp_path / "opening.pem")

    for kind, name in ((SigningKey, "opening"), (OpeningKey, "signing")):
        with pytest.raises(Refused) as caught:
            kind.load(tmp_path / f"{name}.pem")
        assert caught.value.code is Refusal.KEY_OF_ANOTHER_KIND


def test_only_the_right_key_vouches_for_the_right_bytes() -> None:
    signature = signing("a").sign(b"text")

    assert vouches(signing("a").public, signature, b"text")
    assert not vouches(signing("a").public, signature, b"texT")
    assert not vouches(signing("b").public, signature, b"text")
    assert not vouches("00", signature, b"text")


def test_a_fingerprint_is_short_and_depends_on_every_key() -> None:
    one, two = signing("a").public, opening("a").public

    assert fingerprint(one, two) == "4644 8E56 0CBD E24F"
    assert fingerprint(two, one) != fingerprint(one, two) != fingerprint(one)
