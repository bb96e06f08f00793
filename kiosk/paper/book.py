"""Binds sections into one document: headers, footers, page numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.paper import flow
from kiosk.paper.flow import Column, Group, Pages
from kiosk.paper.pieces import Piece
from kiosk.paper.press import GREY, Press
from kiosk.paper.sheets import MM, Pdf, Sheet
from kiosk.text.wording import Wording
from kiosk.translation import Words

SMALLEST = 14.0
"""Points: nothing on a page to read is smaller."""
APART = 8.0
ASIDE = 42 * MM
"""What stands at the end of the lines of a head and a foot has so much room."""
NAME = "Signpost"


@dataclass(frozen=True, slots=True)
class Section:
    """What begins on a page of its own. `head` stands above each of its pages.

    `pieces` are made for the page on which each section begins, counted from 1.
    """

    head: str
    pieces: Callable[[Sequence[int]], Sequence[Piece]]
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Binding:
    """What is the same on every page: the words, `below` them all, on which day it is made."""

    sheet: Sheet
    words: Words
    title: str
    below: str
    day: date


def bound(
    sections: Sequence[Section],
    binding: Binding,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[bytes, int]:
    """Draw all sections as one PDF; hand back its bytes and how many pages it has."""
    pdf = Pdf(binding.sheet, binding.title, binding.day)
    starts = tuple(1 for _ in sections)
    starts = _starts([_pages(one, starts, pdf, binding) for one in sections])
    laid = [_pages(one, starts, pdf, binding) for one in sections]
    number, every = 0, sum(len(one.pages) for one in laid)
    for section, pages in zip(sections, laid, strict=True):
        for page in pages.pages:
            number += 1
            _draw(page, pages.column, section, binding, (number, every))
            pdf.turn()
            progress(number, every)
    return pdf.done(), every


def _pages(section: Section, starts: Sequence[int], pdf: Pdf, binding: Binding) -> Pages:
    press = Press(pdf.page, right_to_left=section.right_to_left)
    top, end = _room(section, press, binding)
    return flow.pages(section.pieces(starts), press, binding.sheet.room, end - top)


def _starts(laid: Sequence[Pages]) -> tuple[int, ...]:
    """The number of the first page of each section."""
    lengths = [len(one.pages) for one in laid]
    return tuple(1 + sum(lengths[:at]) for at in range(len(lengths)))


def _room(section: Section, press: Press, binding: Binding) -> tuple[float, float]:
    """Between which heights the pieces stand."""
    sheet = binding.sheet
    head = press.size(_small(section.head, sheet.room))[1]
    foot = press.size(_below(binding))[1]
    return sheet.margin + head + 2 * APART, sheet.height - sheet.margin - foot - 2 * APART


def _draw(
    page: Group, column: Column, section: Section, binding: Binding, number: tuple[int, int]
) -> None:
    sheet, words, press = binding.sheet, binding.words, column.press
    top, end = _room(section, press, binding)
    head = _small(words.line(section.head), sheet.room - ASIDE)
    _pair(replace(press, right_to_left=words.right_to_left), head, NAME, (sheet, sheet.margin))
    press.line(sheet.margin, top - APART, sheet.room, 0.75, GREY)
    column.draw(page, sheet.margin, top)
    press.line(sheet.margin, end + APART, sheet.room, 0.75, GREY)
    count = words("Page {n} of {all}", n=number[0], all=number[1])
    foot = replace(press, right_to_left=words.right_to_left)
    _pair(foot, _below(binding), count, (sheet, end + 2 * APART))


def _pair(press: Press, text: Wording, far: str, at: tuple[Sheet, float]) -> None:
    """Write a text where lines begin, and a few words where they end."""
    sheet, y = at
    press.write(text, press.at_start(sheet.margin, sheet.room, text.width or 0), y)
    last = Wording(far, SMALLEST, bold=True)
    wide = press.size(last)[0]
    x = sheet.margin if press.right_to_left else sheet.margin + sheet.room - wide
    press.write(last, x, y)


def _below(binding: Binding) -> Wording:
    """What stands at the foot of every page, beside the number of the page."""
    return _small(binding.words.line(binding.below), binding.sheet.room - ASIDE)


def _small(text: str, width: float) -> Wording:
    return Wording(text or " ", SMALLEST, width=int(width))
