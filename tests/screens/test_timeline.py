"""What I am due, and when."""

from kiosk.catalogue.coming import Coming
from kiosk.exchange.dues import From
from kiosk.screens.parts.shapes import RowItem
from kiosk.screens.places import Place
from kiosk.screens.timeline.dues import due_row, when_words
from kiosk.screens.timeline.presenter import TimelinePresenter
from kiosk.translation import Words
from tests.builders.small_catalogue import SmallCatalogue, a_due
from tests.screens.ways import Way


def a_timeline(way: Way | None = None, reading: SmallCatalogue | None = None) -> TimelinePresenter:
    way = way or Way()
    return TimelinePresenter(Words(), reading or SmallCatalogue(), way.to, way.back)


def rows(timeline: TimelinePresenter) -> list[RowItem]:
    return [row for row in timeline.state.rows if isinstance(row, RowItem)]


def test_what_is_due_stands_before_what_helps() -> None:
    assert [row.key for row in rows(a_timeline())][:3] == [
        "-first-talk",
        "council-help",
        "housing-help",
    ]


def test_it_says_how_soon_by_which_day_and_on_whose_word() -> None:
    assert rows(a_timeline())[0].text == (
        "Within 24 hours of coming here. Came today? Then by Monday 23 November."
        " This prison aims for this. It is not a law."
    )


def test_what_is_due_leads_to_its_page() -> None:
    way = Way()

    a_timeline(way).open("council-help")

    assert way.gone == [(Place.ENTRY, "council-help")]


def test_a_page_that_does_not_hold_today_leads_nowhere() -> None:
    gone = Coming(a_due(entry="not-here"))

    (row, *_) = rows(a_timeline(reading=SmallCatalogue(dues=(gone,))))

    assert not row.live


def test_the_law_is_told_from_an_aim() -> None:
    said = [due_row(Coming(a_due(basis=basis)), Words(), ()).text for basis in ("mandatory", "aim")]

    assert said[0].endswith("The law says so.")
    assert said[1].endswith("It is not a law.")


def test_days_before_release_are_said_as_such() -> None:
    leaving = a_due(counted=From.BEFORE_RELEASE, number=8, unit="weeks")

    assert when_words(leaving, Words()) == "8 weeks before you leave."


def test_a_chosen_stage_is_forgotten_with_the_screen() -> None:
    first = a_timeline()
    first.choose_stage("remand")

    assert [item.key for item in first.state.stages if item.here] == ["remand"]
    assert [item.key for item in a_timeline().state.stages if item.here] == ["first-night"]
