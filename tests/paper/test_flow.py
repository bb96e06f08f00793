"""Pieces on pages."""

from datetime import date

import pytest

from kiosk.paper.flow import LOST, Pages, pages
from kiosk.paper.pieces import Said
from kiosk.paper.press import Press
from kiosk.paper.sheets import Pdf, Sheet
from kiosk.text.wording import Wording

WIDTH, ROOM = 400.0, 500.0


@pytest.fixture
def press() -> Press:
    return Press(Pdf(Sheet.of("a4", 18), "", date(2026, 11, 22)).page)


def said(text: str, *, keeps: bool = False, gap: float = 10) -> Said:
    return Said(Wording(text, 14.0), gap=gap, keeps=keeps)


def texts(filled: Pages) -> list[list[str]]:
    return [[one.wording.text for one in page if isinstance(one, Said)] for page in filled.pages]


def test_every_piece_stands_once_in_order_and_no_page_is_too_full(press: Press) -> None:
    lines = [said(f"Line {number}. " * (1 + number % 7)) for number in range(90)]

    filled = pages(lines, press, WIDTH, ROOM)

    assert [text for page in texts(filled) for text in page] == [x.wording.text for x in lines]
    assert all(filled.column.height(page, first=True) <= ROOM for page in filled.pages)


def test_a_heading_goes_where_its_text_goes(press: Press) -> None:
    line = said("A line.").height(press, WIDTH) + 10
    above = [said("A line.") for _ in range(int((ROOM + 10) // line) - 1)]
    long = said("What it is about. " * 30)

    filled = pages([*above, said("Heading", keeps=True), long], press, WIDTH, ROOM)

    assert "Heading" not in texts(filled)[0]
    assert "Heading" in texts(filled)[-1]


def test_pieces_stand_closer_where_that_saves_a_page(press: Press) -> None:
    line = said("A line.").height(press, WIDTH)
    count = int(ROOM // (line + 10)) + 2

    filled = pages([said("A line.") for _ in range(count)], press, WIDTH, ROOM)

    assert len(filled.pages) == 1
    assert filled.column.share < 1


def test_one_short_line_is_not_left_alone_on_the_last_page(press: Press) -> None:
    line = said("A line.").height(press, WIDTH)
    count = int(ROOM // line) + 1

    filled = pages([said("A line.", gap=0) for _ in range(count)], press, WIDTH, ROOM)

    assert line < LOST
    assert len(texts(filled)[-1]) == 2
