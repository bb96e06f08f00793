"""Easy read on a whole kiosk: it goes with the person and ends with the visit."""

from pathlib import Path

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.easy import EasyLine, TermUse
from kiosk.exchange.entries import Kind
from kiosk.screens.parts.tiles import TermLine
from tests.builders.exchange import an_entry
from tests.builders.screens import (
    put_on_the_shelf,
)
from tests.builders.visitor import Visitor


def easy_page(data: Path, rooms: ScreenRooms) -> None:
    """Put a page with easy read, and a hard word, on the shelf."""
    lines = (EasyLine(text="We help you with your home.", icon="house"),)
    blocks = (Paragraph(text="Your tenancy can end."),)
    uses = (TermUse(term="tenancy-term", words="tenancy"),)
    page = an_entry(blocks=blocks).model_copy(update={"easy": lines, "terms": uses})
    term = an_entry("tenancy-term", kind=Kind.TERM, title="Tenancy", summary="A right to live.")
    put_on_the_shelf(data, rooms.database, 2, page, term)


def test_easy_read_is_seen_from_screen_to_screen(visitor: Visitor, data: Path) -> None:
    easy_page(data, visitor.rooms)
    visitor.touch("Touch to start")
    visitor.touch("Easy read")
    assert "Help with your home" in visitor.read()

    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    assert "We help you with your home." in visitor.read()
    assert "Your tenancy can end." not in visitor.read()


def test_the_usual_words_come_back_when_they_are_wanted(visitor: Visitor, data: Path) -> None:
    easy_page(data, visitor.rooms)
    visitor.touch("Touch to start")
    visitor.touch("Easy read")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    visitor.touch("Usual words")

    assert "Your tenancy can end." in visitor.read()


def test_easy_read_is_forgotten_when_the_visit_ends(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Easy read")

    visitor.touch("Close and hide")
    visitor.touch("Touch to start")

    assert "Keep your home or find one" in visitor.read()
    assert "Help with your home" not in visitor.read()


def test_easy_read_stays_when_the_language_changes(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Easy read")

    visitor.kiosk.speak("cy")
    visitor.stage.wait()

    assert "Help gyda'ch cartref" in visitor.read()


def test_a_hard_word_is_explained_and_the_page_comes_back(visitor: Visitor, data: Path) -> None:
    easy_page(data, visitor.rooms)
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    visitor.stage.touch(visitor.stage.find(TermLine))
    assert "A right to live." in visitor.read()
    assert "Your tenancy can end." not in visitor.read()

    visitor.touch("Back to the page")
    assert "Your tenancy can end." in visitor.read()
