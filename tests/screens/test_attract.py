"""The first screen: what hangs there for the whole wing."""

from dataclasses import dataclass

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.exchange.entries import Kind
from kiosk.screens.attract.board import Board
from kiosk.screens.attract.presenter import AttractPresenter, AttractState, Wall
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests import show_week
from tests.builders.reading import a_card
from tests.builders.week import RECURRING, SUNDAY, a_full_week
from tests.screens.ways import Way

FORM = a_card("id-form", title="ID and bank", kind=Kind.FORM)
ENTITLEMENT = a_card("rent", title="Rent help", kind=Kind.ENTITLEMENT)


@dataclass(slots=True)
class Hall:
    """A wall that the test can change."""

    board: Board
    time: str = "09:00"
    awake: float = 0.0

    def wall(self) -> Wall:
        return Wall(lambda: self.board, lambda: self.time, lambda: self.awake)


def a_board(**more: object) -> Board:
    things: dict[str, object] = {
        "wing": "B",
        "today": a_full_week().on(SUNDAY),
        "offers": (FORM, ENTITLEMENT),
        "recurring": RECURRING,
    }
    return Board(**(things | more))  # type: ignore[arg-type]


def a_presenter(hall: Hall, way: Way | None = None) -> AttractPresenter:
    way = way or Way()
    return AttractPresenter(Words(), (("en", "English"),), hall.wall(), way.to, lambda _: None)


def lines(presenter: AttractPresenter) -> list[str]:
    return [line.text for line in presenter.state.today]


def test_today_shows_what_is_still_to_come() -> None:
    hall = Hall(a_board(), time="13:00")

    assert lines(a_presenter(hall)) == [
        "14:00 to 15:30: Library. Cancelled.",
        "17:15 to 18:30: Gym. Sports hall",
        "18:45: Lock up",
    ]


def test_what_goes_on_now_is_still_shown() -> None:
    assert lines(a_presenter(Hall(a_board(), time="10:30")))[0] == "9:30 to 11:30: Housing talks"


def test_while_the_clock_is_wrong_the_whole_day_is_shown() -> None:
    assert lines(a_presenter(Hall(a_board(), time="")))[0] == "8:30: Unlock"


def test_other_languages_ask_in_turn_to_be_chosen() -> None:
    hall = Hall(a_board())
    languages = (("en", "English"), ("cy", "Cymraeg"), ("pl", "Polski"), ("es", "Español"))
    presenter = AttractPresenter(Words(), languages, hall.wall(), Way().to, lambda _: None)
    asked = [presenter.state.choose]

    for hall.awake in (0, 16):
        presenter.poll()
        asked.append(presenter.state.choose)

    assert asked == [
        "Choose your language",
        "Choose your language · Dewiswch eich iaith · Wybierz swój język",
        "Choose your language · Elija su idioma · Dewiswch eich iaith",
    ]
    assert presenter.state.others == "Elija su idioma · Dewiswch eich iaith"


def test_where_only_english_is_offered_nothing_takes_turns() -> None:
    presenter = a_presenter(Hall(a_board()))

    presenter.poll()

    assert presenter.state.choose == "Choose your language"


def test_notices_come_first() -> None:
    notice = a_card("water", title="Water off", kind=Kind.NOTICE)
    presenter = a_presenter(Hall(a_board(notices=(notice,))))

    assert lines(presenter)[0].startswith("Water off. ")


@pytest.mark.parametrize(
    ("board", "time", "said"),
    [
        (Board(), "09:00", "Nobody has put today on the screen yet."),
        (a_board(), "22:00", "Nothing more today."),
    ],
)
def test_an_empty_day_says_why_it_is_empty(board: Board, time: str, said: str) -> None:
    assert lines(a_presenter(Hall(board, time))) == [said]


def test_one_thing_to_ask_about_is_offered_and_changes_after_a_minute() -> None:
    hall = Hall(a_board())
    presenter = a_presenter(hall)
    seen: list[AttractState] = []
    presenter.watch(seen.append)
    assert [button.text for button in presenter.state.offer] == ["ID and bank"]

    hall.awake = 59
    presenter.poll()
    assert seen == []
    hall.awake = 61
    presenter.poll()

    assert [button.text for button in presenter.state.offer] == ["Rent help"]
    assert len(seen) == 1


def test_with_nothing_to_offer_nothing_is_offered() -> None:
    state = a_presenter(Hall(a_board(offers=()))).state
    assert (state.offer, state.offer_title) == ((), "")


def test_an_offer_opens_the_form_or_the_page_with_home_behind_it() -> None:
    way = Way()
    presenter = a_presenter(Hall(a_board()), way)

    presenter.open_offer("id-form")
    presenter.open_offer("rent")

    assert way.gone == [
        (Place.HOME, ""),
        (Place.NOTICE, "id-form"),
        (Place.HOME, ""),
        (Place.ENTRY, "rent"),
    ]


def test_the_week_opens_with_home_behind_it(stage: Stage) -> None:
    way = Way()
    _, screen = show_week.attract(Words())
    screen.attach(a_presenter(Hall(a_board()), way))
    stage.show(screen)

    stage.touch(stage.find(PushButton, text="This week on B wing"))

    assert way.gone == [(Place.HOME, ""), (Place.WEEK, "")]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (1280, 800)])
@pytest.mark.parametrize("large", [False, True])
def test_every_language_and_the_week_can_be_touched_on_every_panel(
    stage: Stage, size: tuple[int, int], large: bool
) -> None:
    stage.wear(Theme(*size, large=large))
    presenter, screen = show_week.attract(Words())
    screen.attach(presenter)
    stage.show(screen)

    for language in presenter.state.languages:
        button = stage.find(PushButton, text=language.text)
        assert screen.y <= button.y
        assert button.right <= screen.right
    assert stage.find(PushButton, text="This week on B wing").y >= screen.y
