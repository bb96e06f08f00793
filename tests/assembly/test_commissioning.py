"""What the installer saves stands in kiosk.toml; anything else leaves it alone."""

from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.core.window import Window

from kiosk.assembly.commissioning import Bench, run
from kiosk.screens.commission.presenter import CommissionPresenter
from kiosk.screens.commission.screen import CommissionScreen, Ruler
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.theme import Theme, look
from kiosk.settings import KioskFile, read, write_file
from kiosk.translation import Words

FILE = KioskFile(site="MVX", number=2, wing="B")


@pytest.fixture
def bench(tmp_path: Path, stage: Stage) -> Bench:
    stage.clear()
    write_file(tmp_path, FILE)
    return Bench(tmp_path, FILE)


def test_saved_settings_are_read_by_the_next_start(bench: Bench, tmp_path: Path) -> None:
    assert bench.keep({"dpi": 119, "turned": 270, "low_reach": True})

    found = read(tmp_path)
    assert (found.dpi, found.turned, found.low_reach) == (119, 270, True)
    assert (found.kiosk, found.wing) == ("MVX-02", "B")


def test_settings_that_cannot_be_are_not_written(bench: Bench, tmp_path: Path) -> None:
    before = (tmp_path / "kiosk.toml").read_bytes()

    assert not bench.keep({"dpi": 5000})

    assert (tmp_path / "kiosk.toml").read_bytes() == before


def test_where_the_file_cannot_be_replaced_nothing_is_called_saved(
    bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.toml").unlink()
    (tmp_path / "kiosk.toml").mkdir()

    assert not bench.keep({"dpi": 119})
    assert not bench.saved


def test_a_turned_picture_stands_upright(bench: Bench) -> None:
    wide = Window.size
    try:
        size, _ = bench.try_out({"turned": 90, "dpi": 102, "scale_percent": 100})
    finally:
        Window.rotation = 0

    assert size == tuple(reversed(wide))
    assert (look.theme.width, look.theme.height) == size


def test_what_is_no_kiosk_is_not_set_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "en") == 3
    assert capsys.readouterr().err.strip().endswith(".")
    assert list(tmp_path.iterdir()) == []


class Glass:
    """A panel of the stage that is written down nowhere."""

    def try_out(self, _: object) -> tuple[tuple[int, int], float]:
        return (look.theme.width, look.theme.height), look.theme.dpi

    def keep(self, _: object) -> bool:
        return True

    def leave(self) -> None:
        """Stay on the stage."""


@pytest.mark.parametrize("dpi", [96, 102, 119, 141])
def test_the_frame_on_the_glass_is_exactly_as_many_dots_as_the_page_says(
    stage: Stage, dpi: int
) -> None:
    stage.wear(Theme(1920, 1080, dpi=dpi))
    screen = CommissionScreen()
    draft = {"dpi": dpi, "scale_percent": 100, "turned": 0, "low_reach": False}
    screen.attach(CommissionPresenter(Words(), draft, Glass()))
    stage.show(screen)
    stage.touch(stage.find(PushButton, text="Carry on"))

    stage.touch(stage.find(PushButton, text="+10"))

    card = stage.find(Ruler).ids.card
    assert tuple(card.size) == screen.state.card
    assert f"Width: {card.width} dots" in stage.texts()
