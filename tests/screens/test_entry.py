"""One entry."""

from datetime import date

import pytest

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import (
    Ask,
    Block,
    CodeValue,
    DayValue,
    Fact,
    Label,
    Link,
    Paragraph,
    PenceValue,
    Step,
    TimeValue,
    Value,
)
from kiosk.exchange.pictures import PictureFile
from kiosk.screens.entry.labels import ICONS, label_words
from kiosk.screens.entry.pieces import LONGEST, pieces
from kiosk.screens.entry.presenter import OPINION, Asking, EntryPresenter, EntryState
from kiosk.screens.entry.values import value_words
from kiosk.screens.errand import Promised
from kiosk.screens.icons.shape import FOLDER
from kiosk.screens.kinds import ICONS as KIND_ICONS
from kiosk.screens.parts.shapes import BandItem, LineItem, PictureItem, RowItem, TextItem
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.pictures import a_picture
from tests.builders.reading import EVERY_BLOCK, an_entry
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way

DAYS = Promised(date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 2))


def a_presenter(
    *blocks: Block,
    stale: bool = False,
    language: str = "en",
    words: str = "en",
    way: Way | None = None,
    promised: Promised | None = DAYS,
) -> EntryPresenter:
    way = way or Way()
    shown = Shown(an_entry(blocks=blocks), language, stale=stale)
    asking = Asking(lambda *_: "Ask a housing worker", lambda *_: promised)
    reading = SmallCatalogue(entries={"housing-help": shown})
    return EntryPresenter(
        Words(words), reading, asking, "housing-help", go_to=way.to, go_back=way.back
    )


def a_state(*blocks: Block, stale: bool = False, language: str = "en") -> EntryState:
    return a_presenter(*blocks, stale=stale, language=language).state


def bands(state: EntryState) -> list[str]:
    return [block.text for block in state.blocks if isinstance(block, BandItem)]


def test_an_entry_begins_with_its_title_and_ends_with_the_day_it_was_checked() -> None:
    blocks = a_state().blocks

    assert blocks[0] == TextItem("Housing help in this prison", "title")
    assert blocks[-2] == LineItem("Last checked  18 November 2026", "seal-check", ("Last checked",))
    assert blocks[-1] == RowItem(OPINION, "Tell us about this page", icon="thumbs-up")


def test_every_block_is_drawn_except_the_ask_which_stands_beside() -> None:
    state = a_state(*EVERY_BLOCK)

    assert len(state.blocks) == 4 + len(EVERY_BLOCK) - 1
    assert state.ask.form == "housing"


def test_steps_are_numbered_and_start_again_after_another_block() -> None:
    state = a_state(Step(text="a"), Step(text="b"), Paragraph(text="c"), Step(text="d"))

    signs = [block.sign for block in state.blocks if isinstance(block, LineItem)]
    assert signs == ["1", "2", "1", ""]


def test_an_entry_past_its_review_says_so() -> None:
    assert bands(a_state(stale=True)) == ["Not checked since 18 November 2026. Ask first."]
    assert bands(a_state()) == []


def test_an_entry_that_is_only_in_english_says_so() -> None:
    state = a_presenter(words="cy").state

    assert len(bands(state)) == 1


def test_the_ask_card_names_two_days() -> None:
    ask = a_state(Ask(form="housing")).ask

    assert ask.text == ("Read by Wednesday 25 November. We aim to answer by Wednesday 2 December.")
    assert ask.strong == ("Wednesday 25 November", "Wednesday 2 December")


def test_without_a_calendar_no_day_is_promised() -> None:
    ask = a_presenter(Ask(form="housing"), promised=None).state.ask

    assert ask.text == ""
    assert ask.button == "Ask a housing worker"


def test_an_entry_that_cannot_be_asked_for_has_no_ask_card() -> None:
    assert a_state().ask.button == ""


def test_asking_begins_with_the_notice_and_remembers_the_entry() -> None:
    way = Way()

    a_presenter(Ask(form="housing"), way=way).ask()

    assert way.gone == [(Place.NOTICE, "housing")]
    assert way.asked_from == "housing-help"


def test_a_link_shows_the_title_of_the_other_entry() -> None:
    rows = [
        block for block in a_state(Link(entry="council-help")).blocks if isinstance(block, RowItem)
    ]

    assert [row.title for row in rows[:-1]] == ["How the council should help"]


def test_a_link_to_what_does_not_hold_today_is_left_out() -> None:
    rows = [b for b in a_state(Link(entry="gone")).blocks if isinstance(b, RowItem)]

    assert [row.key for row in rows] == [OPINION]


def test_what_the_page_is_worth_is_asked_on_a_page_of_its_own() -> None:
    way = Way()

    a_presenter(way=way).open(OPINION)

    assert way.gone == [(Place.OPINION, "housing-help")]


def test_an_entry_that_does_not_hold_any_more_says_what_to_do() -> None:
    reading = SmallCatalogue(entries={})
    asking = Asking(lambda *_: None, lambda *_: None)
    state = EntryPresenter(
        Words(), reading, asking, "gone", go_to=Way().to, go_back=Way().back
    ).state

    assert state.gone == "This is not here any more"
    assert state.blocks == ()


def test_the_way_here_names_tile_and_group() -> None:
    assert a_state().way == "A place to live › Keep your home"


@pytest.mark.parametrize("label", list(Label))
def test_every_fact_has_words_and_a_picture_that_we_ship(label: Label) -> None:
    assert label_words(label, Words())
    assert (FOLDER / "duotone" / f"{ICONS[label]}.svg").is_file()


@pytest.mark.parametrize("icon", sorted(set(KIND_ICONS.values())))
def test_every_kind_has_a_picture_that_we_ship(icon: str) -> None:
    assert (FOLDER / "duotone" / f"{icon}.svg").is_file()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (DayValue(day=date(2026, 12, 2)), "2 December 2026"),
        (TimeValue(time="09:30"), "9:30"),
        (PenceValue(pence=7600), "£76"),
        (PenceValue(pence=1221, each="hour"), "£12.21 an hour"),
        (PenceValue(pence=123456, each="month"), "£1,234.56 a month"),
        (CodeValue(list="stages", code="remand"), "Waiting for court"),
        (CodeValue(list="stages", code="unknown"), "unknown"),
        (CodeValue(list="nowhere", code="x"), "x"),
    ],
)
def test_the_value_of_a_fact_is_said_in_words(value: Value, said: str) -> None:
    stages = SmallCatalogue().vocabulary("stages")

    assert value_words(value, Words(), {"stages": stages}) == said


def test_a_fact_has_its_label_in_bold() -> None:
    fact = Fact(label=Label.PAY, value=PenceValue(pence=1000, each="week"))

    assert LineItem("Pay  £10 a week", "money", ("Pay",)) in a_state(fact).blocks


def test_a_long_text_comes_in_pieces_of_whole_sentences() -> None:
    sentence = "This is one sentence of a very long paragraph. "
    state = a_state(Paragraph(text=(sentence * 20).strip()))
    texts = [b.text for b in state.blocks if isinstance(b, TextItem) and b.style == "body"]

    assert len(texts) > 1
    assert all(len(text) <= LONGEST and text.endswith(".") for text in texts)
    assert " ".join(texts) == (sentence * 20).strip()


def test_a_sentence_without_an_end_is_cut_between_words() -> None:
    text = "word " * 200
    found = pieces(text.strip())

    assert all(len(piece) <= LONGEST for piece in found)
    assert " ".join(found) == text.strip()


def test_the_number_of_a_long_step_stands_at_its_first_piece_only() -> None:
    state = a_state(Step(text="A long step that goes on and on. " * 15))

    signs = [block.sign for block in state.blocks if isinstance(block, LineItem)]
    assert signs[0] == "1"
    assert set(signs[1:-1]) == {" "}


@pytest.mark.parametrize("text", ["", "Short.", "No end"])
def test_a_short_text_stays_whole(text: str) -> None:
    assert pieces(text) == [text]


def test_a_picture_is_drawn_from_the_file_that_the_entry_names() -> None:
    shown: list[str] = []
    picture = a_picture(alt="A blue card")
    reading = SmallCatalogue(
        entries={"housing-help": Shown(an_entry(blocks=(picture,)), "en", stale=False)}
    )

    def look(file: PictureFile) -> bytes:
        shown.append(file.sha256)
        return b"data"

    presenter = EntryPresenter(
        Words(),
        reading,
        Asking(lambda *_: None, lambda *_: None),
        "housing-help",
        go_to=Way().to,
        go_back=Way().back,
        picture=look,
    )
    item = next(b for b in presenter.state.blocks if isinstance(b, PictureItem))

    assert item.alt == "A blue card"
    assert item.load() == b"data"
    assert shown == [picture.sha256]
