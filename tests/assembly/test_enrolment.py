"""An empty folder becomes a kiosk that nobody can confuse with another."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.assembly.enrolment import Place, enrol, main
from kiosk.catalogue.clock import Clock
from kiosk.database import Database
from kiosk.exchange import enrolment_file
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.requests.standing import Stand, Standing
from tests.builders.exchange import an_id
from tests.builders.publisher import Publisher

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def a_root(folder: Path, *, demo: bool = True) -> Path:
    path = folder / "1.root.json"
    path.write_bytes(Publisher(contents={}, demo=demo).roots[0])
    return path


def enrolled(folder: Path, *, demo: bool = True) -> Enrolment:
    place = Place("MVX", "B", 2)
    return enrol(folder / "data", place, a_root(folder, demo=demo), NOON, lambda: an_id("epoch"))


def test_the_settings_say_which_kiosk_it_is(tmp_path: Path) -> None:
    enrolled(tmp_path)
    found = settings.read(tmp_path / "data")
    assert (found.kiosk, found.site, found.wing) == ("MVX-02", "MVX", "B")


def test_the_standing_begins_at_nothing_sent_and_nothing_received(tmp_path: Path) -> None:
    enrolled(tmp_path)
    stand = Standing(Database(tmp_path / "data" / "kiosk.db")).now()
    assert stand == Stand("MVX", "MVX-02", "B", an_id("epoch"), demo=True)


def test_time_begins_at_the_moment_of_enrolment(tmp_path: Path) -> None:
    enrolled(tmp_path)
    assert Clock(Database(tmp_path / "data" / "kiosk.db")).low() == NOON


def test_folders_and_files_are_for_the_kiosk_alone(tmp_path: Path) -> None:
    enrolled(tmp_path)
    for path in (tmp_path / "data", *(tmp_path / "data").rglob("*")):
        open_to_others = stat.S_IMODE(path.stat().st_mode) & 0o077
        assert not open_to_others, path.name


def test_the_introduction_is_signed_with_the_keys_that_lie_there(tmp_path: Path) -> None:
    enrolment = enrolled(tmp_path)
    kiosk = settings.read(tmp_path / "data")
    read = enrolment_file.read((tmp_path / "data" / "enrolment.json").read_bytes())
    assert read == enrolment
    assert SigningKey.load(kiosk.key("signing")).public == read.signing
    assert OpeningKey.load(kiosk.key("opening")).public == read.opening
    assert OpeningKey.load(kiosk.key("storage")).public == read.storage


@pytest.mark.parametrize("demo", [True, False])
def test_a_demonstration_root_makes_a_demonstration_kiosk(tmp_path: Path, demo: bool) -> None:
    assert enrolled(tmp_path, demo=demo).demo is demo


def test_two_kiosks_never_share_a_key(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = enrolled(tmp_path / "one"), enrolled(tmp_path / "two")
    assert one.fingerprint != two.fingerprint


def test_used_data_is_never_made_over(tmp_path: Path) -> None:
    first = enrolled(tmp_path)
    with pytest.raises(Refused) as refused:
        enrolled(tmp_path)
    assert refused.value.code is Refusal.KIOSK_ALREADY_ENROLLED
    assert refused.value.facts == {"kiosk": "MVX-02"}
    again = enrolment_file.read((tmp_path / "data" / "enrolment.json").read_bytes())
    assert again == first


def test_a_folder_with_anything_in_it_is_used_data(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notes.txt").touch()
    with pytest.raises(Refused):
        enrolled(tmp_path)


@pytest.mark.parametrize("root", [b"", b"{}", b"not json", b'{"signatures":[],"signed":{}}'])
def test_a_root_that_is_none_makes_no_kiosk(tmp_path: Path, root: bytes) -> None:
    path = tmp_path / "root.json"
    path.write_bytes(root)
    with pytest.raises(Refused) as refused:
        enrol(tmp_path / "data", Place("MVX", "B", 2), path, NOON, lambda: an_id("epoch"))
    assert refused.value.code is Refusal.SIGNED_FILE_BROKEN
    assert not (tmp_path / "data").exists()


def test_a_root_signed_by_too_few_makes_no_kiosk(tmp_path: Path) -> None:
    path = a_root(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"sig":"', b'"sig":"00', 2))
    with pytest.raises(Refused):
        enrol(tmp_path / "data", Place("MVX", "B", 2), path, NOON, lambda: an_id("epoch"))


def test_the_command_writes_the_file_and_says_the_fingerprint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, out = a_root(tmp_path), tmp_path / "MVX-02.enrolment"
    words = f"--site mvx --wing b --number 2 --data {tmp_path}/data --root {root} --out {out}"

    assert main(words.split()) == 0

    assert enrolment_file.read(out.read_bytes()).fingerprint in capsys.readouterr().out


def test_the_command_says_why_it_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = f"--site MVX --wing B --number 2 --data {tmp_path} --root {tmp_path}/no --out x"
    assert main(words.split()) == 3
    assert "no" in capsys.readouterr().err


def test_a_kiosk_that_was_not_enrolled_has_no_settings(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        settings.read(tmp_path)
    assert refused.value.code is Refusal.KIOSK_NOT_ENROLLED
