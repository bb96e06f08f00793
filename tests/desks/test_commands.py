"""The office's commands as a person types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from admin_tools.__main__ import the_app
from tests.builders.office import (
    WingKiosk,
    a_keys_folder,
    a_list,
    a_repository,
    a_request_numbered,
)

REQUEST = a_request_numbered(1)


class Desk:
    """Types commands at one office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.db = str(folder / "office.sqlite")
        self.keys = str(a_keys_folder(folder))

    def types(self, *words: str, keys: bool = True) -> Result:
        more = ["--db", self.db, *(["--keys", self.keys] if keys else [])]
        return CliRunner().invoke(the_app(()), [*words, *more])

    def told(self, *words: str, keys: bool = True) -> dict[str, object]:
        result = self.types(*words, "--json", keys=keys)
        told = json.loads(result.output)
        assert isinstance(told, dict)
        return told | {"exit": result.exit_code}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An office with one registered kiosk and one request on the stick."""
    desk = Desk(tmp_path)
    kiosk = WingKiosk()
    kiosk.puts(tmp_path, kiosk.bundle(kiosk.seals(REQUEST)))
    paper = str(kiosk.enrolment_file(tmp_path))
    assert desk.types("kiosk", "register", paper, keys=False).exit_code == 0
    return desk


def collected_and_read(desk: Desk) -> None:
    assert desk.types("requests", "collect", str(desk.folder)).exit_code == 0
    assert desk.types("requests", "open", "--desk", "housing", "--by", "A").exit_code == 0


def test_registering_shows_the_fingerprint_to_compare(desk: Desk, tmp_path: Path) -> None:
    path = str(WingKiosk().enrolment_file(tmp_path))

    result = desk.types("kiosk", "register", path, keys=False)

    assert result.exit_code == 0
    assert WingKiosk().enrolment().fingerprint in result.output


def test_a_second_machine_is_refused_with_code_3(desk: Desk, tmp_path: Path) -> None:
    path = str(WingKiosk().again().enrolment_file(tmp_path))

    assert desk.types("kiosk", "register", path, keys=False).exit_code == 3
    assert desk.types("kiosk", "register", path, "--replace", keys=False).exit_code == 0


def test_collecting_tells_each_file(desk: Desk) -> None:
    told = desk.told("requests", "collect", str(desk.folder))

    assert (told["exit"], told["new"]) == (0, 1)


def test_a_refused_file_gives_code_3_and_its_sentence(desk: Desk) -> None:
    WingKiosk("MVX-07").puts(desk.folder, WingKiosk("MVX-07").bundle())

    result = desk.types("requests", "collect", str(desk.folder))

    assert result.exit_code == 3
    assert "does not know the screen MVX-07" in result.output


def test_the_list_of_kiosks_tells_what_each_said_last(desk: Desk) -> None:
    desk.types("requests", "collect", str(desk.folder))

    told = desk.told("kiosk", "list", keys=False)

    text = json.dumps(told)
    assert all(said in text for said in ('"last file": 1', '"waiting": 1', "content-older 2"))


def test_the_list_names_neither_person_nor_subject(desk: Desk) -> None:
    collected_and_read(desk)

    told = desk.told("requests", "list", keys=False)

    assert told["exit"] == 0
    text = json.dumps(told)
    assert REQUEST.id[:8] in text
    for word in (REQUEST.person, REQUEST.reference, REQUEST.title):
        assert word not in text


def test_the_whole_day_of_a_desk(desk: Desk, tmp_path: Path) -> None:
    repo = str(a_repository(tmp_path / "repo"))
    collected_and_read(desk)
    ref = REQUEST.reference

    shown = desk.types("requests", "show", ref, "--by", "A")
    facts = ("day=2036-12-02", "time=14:30", "room=Room 2")
    reply = ("requests", "reply", ref, *facts, "--template", "talk", "--by", "A")
    first = desk.types(*reply, "--repo", repo)
    second = desk.types(*reply)
    closed = desk.types("requests", "state", ref, "--state", "closed", "--by", "A")

    assert shown.exit_code == 0
    assert "Question 1?" in shown.output
    assert first.exit_code == 0, first.output
    assert (second.exit_code, closed.exit_code) == (3, 0)
    assert "--replace" in second.output


def test_a_reply_without_a_repository_is_refused(desk: Desk) -> None:
    collected_and_read(desk)

    result = desk.types("requests", "reply", REQUEST.reference, "--template", "talk", "--by", "A")

    assert result.exit_code == 3


@pytest.mark.parametrize("fact", ["day", "=x", "day=", "room=a\nroom"])
def test_a_fact_that_is_none_is_wrong_use_or_refused(desk: Desk, tmp_path: Path, fact: str) -> None:
    repo = str(a_repository(tmp_path / "repo"))
    collected_and_read(desk)
    words = ("requests", "reply", REQUEST.reference, fact, "--template", "talk", "--by", "A")

    assert desk.types(*words, "--repo", repo).exit_code in {2, 3}


def test_who_opens_must_say_a_name(desk: Desk) -> None:
    desk.types("requests", "collect", str(desk.folder))

    assert desk.types("requests", "open", "--desk", "housing", "--by", " ").exit_code == 2


def test_a_list_of_people_gives_slips(desk: Desk, tmp_path: Path) -> None:
    path = a_list(tmp_path, "A1234BC,en,B,yes")
    slips = tmp_path / "slips"

    told = desk.told("people", "import", str(path), "--slips", str(slips))

    assert (told["exit"], told["new"]) == (0, 1)
    assert sorted(p.name for p in slips.iterdir()) == ["A1234BC.pdf", "A1234BC.txt"]


def test_the_pin_is_on_the_slip_alone(desk: Desk, tmp_path: Path) -> None:
    path = a_list(tmp_path, "A1234BC,en,B,yes")
    slips = tmp_path / "slips"

    result = desk.types("people", "import", str(path), "--slips", str(slips))

    slip = (slips / "A1234BC.txt").read_text(encoding="utf-8")
    pin = next(line[5:] for line in slip.splitlines() if line.startswith("PIN: "))
    assert pin not in result.output


def test_a_wrong_row_gives_code_1_and_takes_nobody(desk: Desk, tmp_path: Path) -> None:
    path = a_list(tmp_path, "A1234BC,en,B,yes", "=1+1,en,B,yes")

    told = desk.told("people", "import", str(path), "--slips", str(tmp_path / "slips"))

    assert told["exit"] == 1
    assert not (tmp_path / "slips").exists()


def test_records_that_cannot_be_opened_give_code_4(desk: Desk, tmp_path: Path) -> None:
    desk.db = str(tmp_path / "broken.sqlite")
    Path(desk.db).write_bytes(b"this is no database at all" * 100)

    result = desk.types("requests", "list", keys=False)

    assert result.exit_code == 4


def test_keys_of_a_real_house_do_not_open_a_demonstration(desk: Desk, tmp_path: Path) -> None:
    desk.keys = str(a_keys_folder(tmp_path / "real", demo=False))

    assert desk.types("requests", "collect", str(desk.folder)).exit_code == 3
