"""An entry with hard words explained, and in easy read."""

import json

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import Heading, Paragraph, Picture, Step
from kiosk.exchange.easy import EasyLine, TermUse
from kiosk.exchange.entries import Entry
from kiosk.screens.entry.presenter import Asking, EntryPresenter
from kiosk.screens.entry.screen import EntryScreen
from kiosk.screens.parts.shapes import BandItem, EasyItem, PictureItem, TermItem, TextItem
from kiosk.screens.parts.spoken import spoken
from kiosk.screens.parts.tiles import TermLine
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests.builders.reading import EASY_LINES, a_card, an_entry
from tests.builders.small_catalogue import SmallCatalogue, with_terms
from tests.screens.ways import Way


def presented(
    reading: SmallCatalogue, *, easy: bool = False, way: Way | None = None
) -> EntryPresenter:
    way = way or Way()
    nothing = Asking(lambda *_: None, lambda *_: None)
    words = Words("en", easy=easy)
    return EntryPresenter(words, reading, nothing, "housing-help", go_to=way.to, go_back=way.back)


def a_page(**more: object) -> SmallCatalogue:
    entry = an_entry().model_copy(update=more)
    return SmallCatalogue(entries={entry.id: Shown(entry, "en", stale=False)})


def touchable(presenter: EntryPresenter) -> list[TermItem]:
    return [shape for shape in presenter.state.blocks if isinstance(shape, TermItem)]


def test_a_hard_word_is_underlined_where_it_stands_first() -> None:
    (found,) = touchable(presented(with_terms()))

    assert found.text == "If you have arrears, your tenancy can end. Ask early."
    assert found.underlined == ("arrears", "tenancy")


def test_a_word_that_only_begins_like_a_term_is_not_underlined() -> None:
    reading = with_terms()
    page = an_entry(blocks=(Paragraph(text="A bailiff may come. You can ask for bail."),))
    uses = (TermUse(term="arrears-term", words="bail"),)
    entry = page.model_copy(update={"terms": uses})
    reading.entries["housing-help"] = Shown(entry, "en", stale=False)
    (found,) = touchable(presented(reading))

    assert found.underlined == ("bail",)


def test_a_heading_may_hold_a_hard_word_too() -> None:
    reading = with_terms()
    page = an_entry(blocks=(Heading(text="Your arrears"), Paragraph(text="Money you owe.")))
    uses = (TermUse(term="arrears-term", words="arrears"),)
    entry = page.model_copy(update={"terms": uses})
    reading.entries["housing-help"] = Shown(entry, "en", stale=False)
    (found,) = touchable(presented(reading))

    assert (found.style, found.text) == ("heading", "Your arrears")


def test_a_term_that_does_not_hold_today_is_not_underlined() -> None:
    reading = with_terms()
    reading.cards = (a_card(),)

    assert touchable(presented(reading)) == []


def test_touching_the_text_tells_what_its_words_mean() -> None:
    presenter = presented(with_terms())

    presenter.open(touchable(presenter)[0].key)

    panel = presenter.state.panel
    said = [shape.text for shape in panel.shapes if isinstance(shape, TextItem)]
    assert said[:3] == ["Arrears", "Money that you should have paid already.", "Tenancy"]
    assert panel.close == "Back to the page"


def test_the_meaning_is_read_aloud_in_its_own_language() -> None:
    """A Welsh reader of an English page finds the word explained in Welsh."""
    reading = with_terms()
    for name in ("arrears-term", "tenancy-term"):
        term = reading.entries[name].entry.model_copy(update={"language": "cy"})
        reading.entries[name] = Shown(term, "cy", stale=False)
    presenter = presented(reading)
    key = touchable(presenter)[0].key
    assert presenter.content_language == "en"

    presenter.open(key)
    assert presenter.content_language == "cy"

    presenter.back_to_page()
    assert presenter.state.blocks
    assert presenter.content_language == "en"


def test_the_panel_has_one_way_on() -> None:
    presenter = presented(with_terms())
    presenter.open(touchable(presenter)[0].key)

    assert presenter.state.back == ""
    assert presenter.state.ask.button == ""


def test_after_the_panel_the_page_is_as_it_was() -> None:
    presenter = presented(with_terms())
    before = presenter.state
    presenter.open(touchable(presenter)[0].key)

    presenter.back_to_page()

    assert presenter.state == before


def test_the_page_keeps_its_blocks_behind_the_panel_so_that_it_stays_turned() -> None:
    presenter = presented(with_terms())
    before = presenter.state.blocks
    presenter.open(touchable(presenter)[0].key)

    assert presenter.state.blocks == before


def test_another_entry_is_still_opened() -> None:
    way = Way()
    presented(with_terms(), way=way).open("rent-help-inside")

    assert way.gone == [(Place.ENTRY, "rent-help-inside")]


def test_easy_read_shows_its_lines_in_place_of_the_page() -> None:
    blocks = presented(a_page(easy=EASY_LINES), easy=True).state.blocks

    easy = [shape for shape in blocks if isinstance(shape, EasyItem)]
    assert [shape.text for shape in easy] == [line.text for line in EASY_LINES]
    assert "give it up safely" not in repr(blocks)


def test_easy_read_says_still_when_it_was_checked() -> None:
    assert "Last checked" in repr(presented(a_page(easy=EASY_LINES), easy=True).state.blocks)


def test_without_easy_read_the_usual_words_are_shown() -> None:
    assert "give it up safely" in repr(presented(a_page(easy=EASY_LINES)).state.blocks)


def test_a_page_without_easy_read_says_so_and_shows_the_usual_words() -> None:
    blocks = presented(a_page(), easy=True).state.blocks
    bands = [shape.text for shape in blocks if isinstance(shape, BandItem)]

    assert bands == ["There is no easy read of this page yet. Here it is in the usual words."]
    assert "give it up safely" in repr(blocks)


def test_an_easy_line_may_have_a_drawing_of_its_own() -> None:
    drawn = Picture(sha256="0" * 64, length=9, width=2, height=2, alt="A red button.")
    line = EasyLine(text="Press it once.", picture=drawn)
    blocks = presented(a_page(easy=(line,)), easy=True).state.blocks
    (found,) = [shape for shape in blocks if isinstance(shape, PictureItem)]

    assert (found.alt, found.caption) == ("A red button.", "Press it once.")


def test_the_drawing_of_an_easy_line_travels_with_the_entry() -> None:
    drawn = Picture(sha256="0" * 64, length=9, width=2, height=2, alt="A red button.")
    entry = an_entry().model_copy(update={"easy": (EasyLine(text="Press.", picture=drawn),)})

    assert entry.pictures == (drawn,)


def test_a_stick_with_forty_one_easy_lines_is_turned_away() -> None:
    lines = [EasyLine(text="One.").model_dump()] * 41
    page = an_entry().model_dump(mode="json")

    with pytest.raises(ValueError, match="at most 40"):
        Entry.model_validate_json(json.dumps(page | {"easy": lines}))


def drawn(stage: Stage, presenter: EntryPresenter, theme: Theme | None = None) -> EntryScreen:
    screen = EntryScreen()
    stage.wear(theme or Theme())
    screen.attach(presenter)
    stage.show(screen)
    return screen


def said(screen: EntryScreen) -> list[str]:
    return [one.text for one in spoken(screen, Words())]


def test_listen_reads_the_easy_lines_when_they_are_shown(stage: Stage) -> None:
    screen = drawn(stage, presented(a_page(easy=EASY_LINES), easy=True))

    heard = said(screen)
    assert heard[0] == "Housing help in this prison"
    assert heard[2:4] == ["You can keep your home.", "A housing worker can help you."]


def test_listen_reads_a_text_with_a_hard_word_as_it_stands(stage: Stage) -> None:
    screen = drawn(stage, presented(with_terms()))

    assert "If you have arrears, your tenancy can end. Ask early." in said(screen)


def test_listen_reads_the_number_of_a_step_with_a_hard_word(stage: Stage) -> None:
    reading = with_terms()
    page = an_entry(blocks=(Step(text="Write it down."), Step(text="Pay your arrears.")))
    uses = (TermUse(term="arrears-term", words="arrears"),)
    entry = page.model_copy(update={"terms": uses})
    reading.entries["housing-help"] = Shown(entry, "en", stale=False)
    screen = drawn(stage, presented(reading))

    assert "2. Pay your arrears." in said(screen)


def test_listen_reads_what_a_word_means_and_nothing_behind_it(stage: Stage) -> None:
    presenter = presented(with_terms())
    screen = drawn(stage, presenter)

    stage.touch(stage.find(TermLine))

    assert said(screen) == [
        "Arrears",
        "Tenancy",
        "Money that you should have paid already.",
        "Your right to live in a home that you rent.",
        "Back to the page, button",
    ]


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920), (1280, 800)])
@pytest.mark.parametrize("right_to_left", [False, True])
def test_a_text_with_a_hard_word_is_as_high_as_a_finger_needs(
    stage: Stage, width: int, height: int, *, right_to_left: bool
) -> None:
    theme = Theme(width, height, right_to_left=right_to_left)
    drawn(stage, presented(with_terms()), theme)

    assert stage.find(TermLine).height >= theme.mm(20) - 1


def test_after_the_panel_the_page_is_turned_where_it_was(stage: Stage) -> None:
    presenter = presented(with_terms())
    screen = drawn(stage, presenter, Theme(1280, 800))
    key = touchable(presenter)[0].key
    screen.ids.text.go_on()
    stage.wait()
    assert screen.ids.text.at == 1

    presenter.open(key)
    stage.wait()
    presenter.back_to_page()
    stage.wait()

    assert screen.ids.text.at == 1
