"""What stands around every screen, and the way from screen to screen."""

from datetime import date

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.frame.presenter import Doors, FramePresenter, FrameState, Hearing, News
from kiosk.screens.frame.screen import Frame, Shell
from kiosk.screens.frame.told import Told
from kiosk.screens.help_now.presenter import HelpNowPresenter
from kiosk.screens.help_now.screen import HelpNowScreen
from kiosk.screens.home.presenter import HomePresenter
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.navigator import Navigator, Opening
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.places import Place
from kiosk.screens.reading import NothingToRead
from kiosk.screens.search.presenter import SearchPresenter
from kiosk.screens.search.screen import SearchScreen
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way

TODAY = date(2026, 11, 22)


class House:
    """A frame with a navigator and three places."""

    def __init__(self) -> None:
        self.closed = 0
        way = Way()
        doors = Doors(self.to, self.close, way.back, way.back)
        self.around = FramePresenter(Words(), doors)
        self.frame = Frame(self.around)
        self.shell = Shell()
        self.shell.add_widget(self.frame)
        small = SmallCatalogue()
        openings = {
            Place.HOME: Opening(lambda asked: HomePresenter(asked.words, self.to), HomeScreen),
            Place.HELP_NOW: Opening(
                lambda asked: HelpNowPresenter(asked.words, NothingToRead(), self.back),
                HelpNowScreen,
            ),
            Place.SEARCH: Opening(
                lambda asked: SearchPresenter(asked.words, small, small, self.to, self.back),
                SearchScreen,
            ),
        }
        self.way = Navigator(self.frame, openings, Words())

    def at(self) -> Place | None:
        return self.way.place

    def to(self, place: Place, which: str = "", **_: object) -> None:
        self.way.go_to(place, which)

    def back(self) -> None:
        self.way.back()

    def close(self) -> None:
        self.closed += 1
        self.way.forget(Place.HOME, Words())


@pytest.fixture
def house(stage: Stage) -> House:
    house = House()
    house.way.go_to(Place.HOME)
    stage.show(house.shell)
    return house


def told(issued: date | None) -> str:
    return state_of(issued).updated


def state_of(issued: date | None) -> FrameState:
    way = Way()
    around = FramePresenter(Words(), Doors(way.to, way.back, way.back, way.back))
    around.tell(News(issued=issued, today=TODAY, wing="B"))
    return around.state


def test_the_footer_says_when_the_content_was_updated_and_where_the_screen_is() -> None:
    assert told(TODAY) == "Updated today · B wing"
    assert told(date(2026, 11, 21)) == "Updated 1 day ago · B wing"
    assert told(date(2026, 11, 19)) == "Updated 3 days ago · B wing"


def test_where_there_is_little_room_the_wing_stands_apart_or_not_at_all() -> None:
    state = state_of(date(2026, 11, 19))

    assert (state.updated_short, state.wing) == ("Updated 3 days ago", "B wing")
    assert (state_of(TODAY).updated_short, state_of(None).wing) == ("Updated today", "")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((1920, 1080), "Updated 3 days ago · B wing"),
        ((1366, 768), "Updated 3 days ago\nB wing"),
    ],
)
def test_the_footer_breaks_its_line_before_the_wing(
    stage: Stage, house: House, size: tuple[int, int], said: str
) -> None:
    house.around.tell(News(issued=date(2026, 11, 19), today=TODAY, wing="B"))
    house.around.hears(Hearing(offered=True))
    stage.wear(Theme(*size))

    stage.show(house.shell)

    assert stage.find(Told).text == said


def test_without_content_no_day_is_made_up() -> None:
    assert told(None) == "B wing"


def test_while_staff_work_it_says_that_one_can_carry_on() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))

    around.tell(News(staff_at_work=True, demo=True))

    assert around.state.news == "Staff are updating this screen. You can carry on."


def test_a_demonstration_says_that_it_is_one() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))

    around.tell(News(demo=True))

    assert around.state.demo == "Demonstration"


def test_large_letters_can_be_made_smaller_again_and_the_next_person_finds_usual_ones() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))

    around.bigger()
    assert around.state.bigger == "Smaller"

    around.begin_again(Words())
    assert around.state.bigger == "Bigger"


def test_the_button_of_contrast_says_what_it_does_next() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))

    around.contrast()
    assert around.state.contrast == "Lighter"

    around.begin_again(Words())
    assert around.state.contrast == "Contrast"


@pytest.mark.parametrize("place", [Place.QUESTION, Place.SEARCH, Place.SIGN_IN])
def test_there_is_no_search_where_something_is_being_written(place: Place) -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))

    around.stands_at(Place.HOME)
    assert around.state.search == "Search"

    around.stands_at(place)
    assert around.state.search == ""


def test_help_now_is_one_touch_away_and_back_again(stage: Stage, house: House) -> None:
    stage.touch(stage.find(PushButton, text="Help now"))
    assert house.at() is Place.HELP_NOW

    stage.touch(stage.find(PushButton, text="Back"))
    assert house.at() is Place.HOME


def test_what_was_typed_is_still_there_after_coming_back(house: House) -> None:
    house.way.go_to(Place.SEARCH)
    house.frame.ids.slot.children[0].type("b")
    house.way.go_to(Place.HELP_NOW)

    house.way.back()

    assert house.frame.ids.slot.children[0].state.text == "b"


def test_close_and_hide_leaves_nothing_of_the_visit(stage: Stage, house: House) -> None:
    house.way.go_to(Place.SEARCH)
    search = house.frame.ids.slot.children[0]
    for sign in "rent":
        search.type(sign)
    stage.wait()
    assert "You owe rent" in stage.texts()

    stage.touch(stage.find(PushButton, text="Close and hide"))

    assert house.closed == 1
    assert search.state.text == ""
    assert search.presenter is None
    assert "You owe rent" not in stage.texts()
    house.way.back()
    assert house.at() is Place.HOME


def test_a_hidden_screen_is_taken_apart_once_the_empty_one_is_drawn(
    stage: Stage, house: House
) -> None:
    house.way.go_to(Place.SEARCH)
    search = house.frame.ids.slot.children[0]
    for sign in "rent":
        search.type(sign)
    stage.wait()

    house.close()
    stage.wait()

    left = {getattr(part, "text", "") for part in search.walk(restrict=True)}
    assert not left & {"rent", "You owe rent"}


def test_a_screen_that_is_made_ahead_shows_nothing_until_it_is_opened(
    stage: Stage, house: House
) -> None:
    shown = stage.texts()
    house.way.make(Place.SEARCH)
    stage.wait()
    assert stage.texts() == shown

    house.way.go_to(Place.SEARCH)
    stage.wait()
    assert "Type a word, like bank or visit" in stage.texts()


def test_another_language_changes_every_word_at_once(stage: Stage, house: House) -> None:
    house.way.speak(Words("cy"))
    stage.wait()

    assert stage.find(Frame).state.language == "Cymraeg"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (1280, 800)])
@pytest.mark.parametrize("large", [False, True])
def test_every_button_of_the_frame_is_on_the_screen_and_large_enough(
    stage: Stage, house: House, size: tuple[int, int], *, large: bool
) -> None:
    stage.wear(Theme(*size, large=large))
    stage.show(house.shell)
    least = 20 * stage.theme.mm(1) - 1
    seen = [
        part
        for part in house.frame.walk()
        if isinstance(part, PushButton) and part.shown and part.parent.shown
    ]

    assert len(seen) == 7
    for button in seen:
        assert button.x >= 0
        assert button.right <= size[0]
        assert button.height >= least


def test_right_to_left_mirrors_the_frame(stage: Stage, house: House) -> None:
    stage.show(house.shell)
    close = stage.find(PushButton, text="Close and hide")
    assert close.x > 960

    stage.wear(Theme(right_to_left=True))
    stage.show(house.shell)

    assert close.right < 960


@pytest.mark.parametrize("place", list(Place), ids=str)
def test_easy_read_is_offered_where_there_is_any(place: Place) -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))
    around.stands_at(place)

    assert bool(around.state.easy) == (
        place in {Place.HOME, Place.TOPIC, Place.ENTRY, Place.NOTICE, Place.QUESTION}
    )


def test_the_button_of_easy_read_says_what_it_does() -> None:
    around = FramePresenter(Words(), Doors(Way().to, Way().back, Way().back, Way().back))
    around.stands_at(Place.HOME)
    assert around.state.easy == "Easy read"

    around.reword(Words(easy=True))
    assert around.state.easy == "Usual words"


def test_on_an_upright_panel_what_the_footer_says_stands_in_one_line_where_it_fits(
    stage: Stage,
) -> None:
    stage.wear(Theme(1080, 1920, right_to_left=True))
    way = Way()
    around = FramePresenter(Words("ar"), Doors(way.to, way.back, way.back, way.back))
    around.tell(News(issued=date(2026, 11, 19), today=TODAY, wing="B"))
    around.stands_on(upright=True, low=False)
    around.stands_at(Place.HOME)
    around.hears(Hearing(offered=True))
    frame = Frame(around)

    stage.show(frame)

    updated, unchecked = frame.ids.told_above, frame.ids.unchecked_below
    assert updated.shown
    assert unchecked.shown
    assert updated.y == unchecked.y
    assert unchecked.right < updated.x

    stage.wear(Theme(1080, 1920, large=True, right_to_left=True))
    stage.show(frame)

    assert updated.y == pytest.approx(unchecked.top, abs=1)
