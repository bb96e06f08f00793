"""One home tile."""

from dataclasses import replace

from kiosk.catalogue.cards import Group
from kiosk.screens.places import Place
from kiosk.screens.topic.presenter import TopicPresenter
from kiosk.translation import Words
from tests.builders.reading import a_card
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way


class EveryTile(SmallCatalogue):
    """The same groups behind every tile."""

    def topic(self, tile: str, language: str) -> tuple[Group, ...]:
        del tile
        return super().topic("place-to-live", language)


def a_topic(
    tile: str = "place-to-live", *, reading: SmallCatalogue | None = None, way: Way | None = None
) -> TopicPresenter:
    way = way or Way()
    return TopicPresenter(Words(), reading or SmallCatalogue(), tile, way.to, way.back)


def test_the_first_group_is_shown_at_once() -> None:
    state = a_topic().state

    assert [item.title for item in state.groups if item.here] == ["Keep your home"]
    assert state.rows[0].title == "Housing help in this prison"


def test_another_group_is_shown_when_it_is_touched() -> None:
    topic = a_topic()

    topic.choose_group("find-home")

    assert [item.key for item in topic.state.groups if item.here] == ["find-home"]


def test_an_entry_past_its_review_says_so_before_anything_else() -> None:
    rows = {row.key: row for row in a_topic().state.rows}

    assert rows["home-insurance"].text.startswith("Not checked since 18 November 2026. Ask first.")
    assert not rows["housing-help"].text.startswith("Not checked")


def test_a_touched_entry_is_opened() -> None:
    way = Way()

    a_topic(way=way).open("council-help")

    assert way.gone == [(Place.ENTRY, "council-help")]


def test_a_touched_form_begins_with_its_notice() -> None:
    way = Way()

    a_topic(way=way).open("housing")

    assert way.gone == [(Place.NOTICE, "housing")]


def test_a_tile_without_content_says_what_to_do() -> None:
    state = a_topic("health").state

    assert state.rows == ()
    assert state.empty_text == "Ask any officer. Help now always works."


def test_getting_out_leads_to_what_should_happen_and_when() -> None:
    way = Way()
    topic = a_topic("getting-out", way=way)

    assert topic.state.groups[-1].title == "What should happen, and when"
    topic.choose_group(topic.state.groups[-1].key)

    assert way.gone == [(Place.TIMELINE, "")]


def test_jobs_near_home_stand_before_the_groups() -> None:
    way = Way()
    topic = a_topic("job-or-course", reading=EveryTile(), way=way)

    first, second, *_ = topic.state.groups
    topic.choose_group(first.key)

    assert (first.title, second.title) == ("Jobs near home", "Keep your home")
    assert second.here
    assert way.gone == [(Place.LISTS, "what:jobs")]


def easy_rows() -> dict[str, str]:
    with_line = replace(a_card(), easy="You can keep your home.")
    stale = replace(a_card("old", stale=True), easy="Ask about your home.")
    reading = SmallCatalogue(cards=(with_line, a_card("council-help"), stale))
    topic = TopicPresenter(Words("en", easy=True), reading, "place-to-live", Way().to, Way().back)
    return {row.key: row.text for row in topic.state.rows}


def test_in_easy_read_a_row_says_the_first_easy_line() -> None:
    assert easy_rows()["housing-help"] == "You can keep your home."


def test_a_row_without_easy_read_is_its_title_alone() -> None:
    assert easy_rows()["council-help"] == ""


def test_easy_read_does_not_hide_that_a_page_is_old() -> None:
    assert easy_rows()["old"] == (
        "Not checked since 18 November 2026. Ask first. Ask about your home."
    )
