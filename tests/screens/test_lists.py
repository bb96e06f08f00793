"""What there is, by choices."""

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.catalogue.groups import By
from kiosk.catalogue.lists import PAGE
from kiosk.screens.lists.presenter import ALL_AREAS, NEXT, ListsPresenter
from kiosk.screens.lists.screen import ListsScreen
from kiosk.screens.parts.choosers import Chooser
from kiosk.screens.parts.tiles import NavRow
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.small_catalogue import SmallCatalogue, a_job
from tests.screens.ways import Way

JOBS = "what:jobs,place:northgate"


def a_list(
    which: str = JOBS, *, reading: SmallCatalogue | None = None, way: Way | None = None
) -> ListsPresenter:
    way, small = way or Way(), reading or SmallCatalogue()
    return ListsPresenter(Words(), small, small, which, go_to=way.to, go_back=way.back)


def chosen(presenter: ListsPresenter) -> dict[str, str]:
    return {item.key: item.title for item in presenter.state.choices}


def test_a_job_says_where_what_it_pays_how_long_and_until_when() -> None:
    rows = a_list().state.rows

    assert getattr(rows[1], "text", "") == (
        "Northgate · 12 miles · about £468 a week before tax · 37 hours a week · Long Street Bakers"
        " · They ask, and look at each person · closes 5 February 2027"
    )


def test_where_there_is_little_height_a_job_says_where_it_is_what_it_pays_and_how_long() -> None:
    row = a_list().state.rows[0]

    assert getattr(row, "brief", "") == "Northgate · about £468 a week before tax · 37 hours a week"


def test_a_home_says_whether_it_is_settled_and_whom_it_takes() -> None:
    (row, *_) = a_list("what:homes").state.rows

    assert getattr(row, "text", "") == "Northgate · A settled home · Single people · With a pet"


def test_the_choices_say_what_was_chosen() -> None:
    assert chosen(a_list()) == {
        By.WHAT: "Jobs",
        By.PLACE: "Northgate",
        By.WORK: "Any work",
    }


def test_a_touched_choice_opens_its_options_and_the_list_makes_room() -> None:
    lists = a_list()

    lists.touch(By.PLACE)

    titles = [item.title for item in lists.state.options]
    assert titles == ["All areas", "Northgate", "Eastbrook", "The hill towns"]
    assert lists.state.rows == ()


def test_an_option_is_chosen_with_one_touch() -> None:
    lists = a_list()
    lists.touch(By.PLACE)

    lists.choose("eastbrook")

    assert chosen(lists)[By.PLACE] == "Eastbrook"
    assert lists.state.options == ()


def test_looking_for_something_else_drops_choices_that_do_not_help_there() -> None:
    lists = a_list("what:jobs,place:northgate,work:driving")
    lists.touch(By.WHAT)

    lists.choose("homes")

    assert lists.state.title == "Places to live"
    assert chosen(lists) == {By.WHAT: "Places to live", By.PLACE: "Northgate"}


def test_nothing_near_offers_all_areas() -> None:
    lists = a_list(reading=SmallCatalogue(rows=()))

    assert next(getattr(row, "text", "") for row in lists.state.rows) == (
        "No jobs near Northgate today."
    )
    lists.open(ALL_AREAS)
    assert chosen(lists)[By.PLACE] == "All areas"


def test_without_a_choice_it_asks_what_is_looked_for() -> None:
    state = a_list("").state

    assert [item.title for item in state.options][:2] == ["Everything", "Jobs"]


def test_the_end_of_a_long_list_is_reached_piece_by_piece() -> None:
    lists = a_list(reading=SmallCatalogue(rows=tuple(map(a_job, range(PAGE + 3)))))

    lists.open(NEXT)

    assert [row.key for row in lists.state.rows] == [
        "-first",
        *(f"job-{n}" for n in range(PAGE, PAGE + 3)),
    ]


def test_a_line_is_opened() -> None:
    way = Way()

    a_list(way=way).open("job-1")

    assert way.gone == [(Place.ENTRY, "job-1")]


def test_back_closes_the_options_first() -> None:
    way = Way()
    lists = a_list(way=way)
    lists.touch(By.PLACE)

    lists.back()
    assert (lists.state.options, way.backs) == ((), 0)

    lists.back()
    assert way.backs == 1


def test_a_finger_opens_a_choice_and_takes_an_option(stage: Stage) -> None:
    screen = ListsScreen()
    presenter = a_list()
    screen.attach(presenter)
    stage.show(screen)

    (place,) = [item for item in presenter.state.choices if item.key == By.PLACE]
    stage.touch(stage.find(Chooser, item=place))
    (eastbrook,) = [item for item in presenter.state.options if item.key == "eastbrook"]
    stage.touch(stage.find(NavRow, item=eastbrook))

    assert chosen(presenter)[By.PLACE] == "Eastbrook"
