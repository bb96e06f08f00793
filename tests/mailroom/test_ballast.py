from pathlib import Path

from kiosk.mailroom.ballast import SIZE, Ballast


def test_ballast_takes_real_blocks(tmp_path: Path) -> None:
    Ballast(tmp_path / "ballast").keep()

    assert (tmp_path / "ballast").stat().st_blocks * 512 >= SIZE


def test_dropping_ballast_frees_its_room(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast")
    ballast.keep()

    ballast.drop()

    assert list(tmp_path.iterdir()) == []


def test_ballast_that_is_there_is_left_alone(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast")
    ballast.keep()
    before = (tmp_path / "ballast").stat().st_ino

    ballast.keep()

    assert (tmp_path / "ballast").stat().st_ino == before


def test_ballast_cut_short_by_a_power_cut_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "ballast").write_bytes(b"cut short")

    Ballast(tmp_path / "ballast").keep()

    assert (tmp_path / "ballast").stat().st_size == SIZE
