"""An installer measures the panel with a bank card, chooses, tries it with a finger, saves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from kiosk.screens.commission.card import card_at
from kiosk.screens.commission.presenter import CORNERS, CommissionPresenter, CommissionState
from kiosk.screens.commission.questions import Value
from kiosk.translation import Words

LANDSCAPE = (1920, 1080)


@dataclass
class PaperBench:
    """A panel of these dots; turning it swaps them."""

    size: tuple[int, int] = LANDSCAPE
    writes: bool = True
    shown: list[Mapping[str, Value]] = field(default_factory=list)
    kept: list[Mapping[str, Value]] = field(default_factory=list)
    left: int = 0

    def try_out(self, draft: Mapping[str, Value]) -> tuple[tuple[int, int], float]:
        self.shown.append(draft)
        turned = draft["turned"] in {90, 270}
        return (self.size[::-1] if turned else self.size), float(draft["dpi"] or 102)

    def keep(self, draft: Mapping[str, Value]) -> bool:
        if self.writes:
            self.kept.append(draft)
        return self.writes

    def leave(self) -> None:
        self.left += 1


def pages(bench: PaperBench, **draft: Value) -> CommissionPresenter:
    whole = {"dpi": 102, "scale_percent": 100, "turned": 0, "low_reach": False} | draft
    return CommissionPresenter(Words(), whole, bench)


def at_card(bench: PaperBench, **draft: Value) -> CommissionPresenter:
    presenter = pages(bench, **draft)
    presenter.carry_on()
    return presenter


def to_the_end(presenter: CommissionPresenter) -> CommissionState:
    while not presenter.state.carry_on.startswith("Save"):
        presenter.carry_on()
    return presenter.state


@pytest.mark.parametrize("dpi", [96, 102, 119, 141])
def test_the_frame_is_as_large_as_a_card(dpi: int) -> None:
    across, down = at_card(PaperBench(), dpi=dpi).state.card

    assert across * 25.4 / dpi == pytest.approx(85.6, abs=0.2)
    assert down * 25.4 / dpi == pytest.approx(53.98, abs=0.2)


def test_a_frame_made_wider_and_higher_measures_more_dots() -> None:
    bench = PaperBench()
    presenter = at_card(bench)

    for _ in range(13):
        presenter.change_width("10")
    presenter.change_width("1")
    for _ in range(8):
        presenter.change_height("10")
    presenter.change_height("3")

    assert presenter.state.card == (475, 300)
    assert presenter.state.told[0].text == "This panel has 141 dots per inch."
    assert presenter.state.told[1].text == "Its picture is 346 mm wide and 194 mm high."


def test_a_stretched_picture_is_said_to_be_one() -> None:
    presenter = at_card(PaperBench())

    presenter.change_width("10")
    presenter.change_width("10")

    assert presenter.state.warning.startswith("The picture is stretched.")


def test_of_two_measures_the_finer_counts_so_that_no_button_is_too_small() -> None:
    card = card_at(102, LANDSCAPE)

    assert card.wider(34).dpi == 112
    assert card.higher(21).dpi == 112


def test_a_panel_that_is_too_small_is_said_to_be_one() -> None:
    presenter = at_card(PaperBench((1280, 800)), dpi=149)

    assert presenter.state.warning.startswith("This panel is too small.")


@pytest.mark.parametrize(("upright", "warned"), [((768, 1366), True), ((1080, 1920), False)])
def test_an_upright_panel_without_room_for_large_letters_is_said_to_be_one(
    upright: tuple[int, int], warned: bool
) -> None:
    presenter = at_card(PaperBench(upright))
    measured = presenter.state.warning

    presenter.carry_on()

    assert presenter.state.title == "Shall all buttons stand in the lowest part?"
    assert presenter.state.warning == measured
    assert measured.startswith("This panel is too small to stand upright") == warned
    assert measured.endswith("It must be 475 mm by 268 mm, or larger.") == warned


def test_a_frame_stays_on_the_glass() -> None:
    card = card_at(102, (800, 480))

    for _ in range(200):
        card = card.wider(10).higher(10)

    assert card.across <= 800
    assert card.down <= 480


@pytest.mark.parametrize("dpi", [1, 5000])
def test_a_frame_that_cannot_be_is_never_drawn(dpi: int) -> None:
    card = card_at(dpi, LANDSCAPE)

    assert 40 <= card.dpi <= 400


def test_a_turned_panel_is_asked_how_low_its_buttons_shall_stand() -> None:
    bench = PaperBench()
    presenter = pages(bench)
    presenter.choose("1")
    presenter.carry_on()
    presenter.carry_on()

    assert presenter.state.title == "Shall all buttons stand in the lowest part?"
    assert bench.shown[-1]["turned"] == 90


def test_a_wide_panel_is_not_asked() -> None:
    presenter = at_card(PaperBench())
    presenter.carry_on()

    assert presenter.state.title == "Touch each square"


def test_a_square_turns_green_where_a_finger_is_felt() -> None:
    presenter = at_card(PaperBench())
    presenter.carry_on()

    presenter.touch("top-right")

    assert [one.kind for one in presenter.state.corners] == ["quiet", "go", *["quiet"] * 3]
    assert not presenter.state.ready


def test_when_all_squares_are_green_carry_on_is_the_next_step() -> None:
    presenter = at_card(PaperBench())
    presenter.carry_on()

    for corner in CORNERS:
        presenter.touch(corner)

    assert presenter.state.ready


def test_nothing_is_written_before_the_last_page() -> None:
    bench = PaperBench()

    to_the_end(pages(bench))

    assert bench.kept == []


def test_what_was_chosen_is_written_once() -> None:
    bench = PaperBench((1080, 1920))
    presenter = at_card(bench)
    presenter.carry_on()
    presenter.choose("0")
    to_the_end(presenter)

    presenter.carry_on()

    assert bench.kept == [{"dpi": 102, "scale_percent": 100, "turned": 0, "low_reach": True}]
    assert bench.left == 1


def test_cancel_writes_nothing() -> None:
    bench = PaperBench()
    presenter = pages(bench)
    to_the_end(presenter)

    presenter.cancel()

    assert (bench.kept, bench.left) == ([], 1)


def test_where_nothing_can_be_written_the_installer_reads_it_and_stays() -> None:
    bench = PaperBench(writes=False)
    presenter = pages(bench)
    to_the_end(presenter)

    presenter.carry_on()

    assert presenter.state.warning.startswith("The settings could not be written.")
    assert bench.left == 0


def test_back_leads_to_the_page_before() -> None:
    presenter = at_card(PaperBench())

    presenter.back()

    assert presenter.state.title == "Which way up is this panel?"
    assert presenter.state.back == ""
