"""The settings of a kiosk are read once, whole or not at all."""

from pathlib import Path

import pytest

from kiosk import settings
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.settings import KioskFile, kiosk_id, written

WHOLE = 'site = "MVX"\nnumber = 2\nwing = "B"\n'


def in_folder(folder: Path, text: str | bytes) -> Path:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "kiosk.toml").write_bytes(data)
    return folder


def test_what_enrolment_writes_can_be_read(tmp_path: Path) -> None:
    file = KioskFile(site="MVX", number=12, wing="B1", dpi=102, scale_percent=125)
    found = settings.read(in_folder(tmp_path, written(file)))
    assert (found.kiosk, found.wing, found.dpi, found.scale) == ("MVX-12", "B1", 102, 1.25)


def test_dpi_and_scale_may_be_left_out(tmp_path: Path) -> None:
    found = settings.read(in_folder(tmp_path, WHOLE))
    assert (found.dpi, found.scale) == (0, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site = ",
        b"\xff\xfe",
        WHOLE.replace("MVX", "mvx"),
        WHOLE.replace("2", '"2"'),
        WHOLE.replace("2", "0"),
    ],
    ids=ascii,
)
def test_half_a_file_is_none(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(Refused) as refused:
        settings.read(in_folder(tmp_path, text))
    assert refused.value.code is Refusal.KIOSK_NOT_ENROLLED


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("colour = 3", "colour"),
        ("dpi = -1", "dpi"),
        ("dpi = 5000", "dpi"),
        ('dpi = "large"', "dpi"),
        ("scale_percent = 1", "scale_percent"),
        ("turned = 45", "turned"),
        ('low_reach = "yes"', "low_reach"),
        ('printer = "office; reboot"', "printer"),
        ('printer = "-o"', "printer"),
        ("printer = 1", "printer"),
    ],
)
def test_a_line_about_the_panel_that_makes_no_sense_is_left_out(
    tmp_path: Path, line: str, name: str
) -> None:
    found = settings.read(in_folder(tmp_path, f"{WHOLE}{line}\n"))

    assert found.odd == (name,)
    assert (found.dpi, found.scale, found.turned, found.low_reach) == (0, 1.0, 0, False)
    assert found.printer == ""


def test_one_senseless_line_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    found = settings.read(in_folder(tmp_path, f"{WHOLE}dpi = 119\nturned = 45\n"))

    assert (found.dpi, found.turned) == (119, 0)


def test_a_new_file_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    in_folder(tmp_path, WHOLE)
    file, _ = settings.read_file(tmp_path)

    settings.write_file(tmp_path, file.model_copy(update={"dpi": 141, "low_reach": True}))

    found = settings.read(tmp_path)
    assert (found.kiosk, found.dpi, found.low_reach, found.odd) == ("MVX-02", 141, True, ())
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk.toml"]


@pytest.mark.parametrize(("number", "name"), [(2, "MVX-02"), (41, "MVX-41"), (100, "MVX-100")])
def test_a_kiosk_is_site_and_number(number: int, name: str) -> None:
    assert kiosk_id("MVX", number) == name


def test_everything_lies_in_the_kiosks_own_folder(tmp_path: Path) -> None:
    found = settings.read(in_folder(tmp_path, WHOLE))
    places = (found.database, found.root, found.catalogue, found.media, found.key("storage"))
    assert all(place.is_relative_to(tmp_path) for place in places)
