"""What people made of the pages goes home: by week, never under five, without a person."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.exchange.items import CountsItem, Item, ReportItem, item_from_text
from kiosk.exchange.sealing import Context, Purpose, open_for_desk, open_outer
from kiosk.requests.opinions import MOST, Note, Noted, Opinions, week_of
from kiosk.requests.telling import tell_office
from tests.builders.exchange import KIOSK, SITE, SUNDAY
from tests.builders.publisher import opening
from tests.builders.stores import Wing, at, the_rules, waiting

MONDAY = date(2026, 11, 16)
NEXT_WEEK = SUNDAY + timedelta(days=1)
PACK = "0" * 64
WRONG = Note(Noted.WRONG, ("housing-advice", "en", PACK, "ended"))


def read(entry: str) -> Note:
    return Note(Noted.READ, (entry,))


class Book:
    """The numbers of one kiosk, and what goes home of them."""

    def __init__(self, folder: Path) -> None:
        self.wing = Wing(folder)
        self.opinions = Opinions(self.wing.database)

    def add(self, note: Note, times: int = 1, day: date = SUNDAY) -> None:
        self.opinions.add({note: times}, day)

    def told(self, day: date = NEXT_WEEK) -> list[Item]:
        before = {item.id for item in waiting(self.wing.ledger)}
        tell_office(self.opinions, self.wing.sending, the_rules(), at(day))
        new = [item for item in waiting(self.wing.ledger) if item.id not in before]
        return [_opened(item.id, item.type, item.sealed) for item in new]


def _opened(item_id: str, kind: str, sealed: bytes) -> Item:
    context = Context(Purpose.ITEM_OUTER, SITE, KIOSK, item_id)
    outer = open_outer(sealed, opening("collecting-mvx"), context)
    text = open_for_desk(outer, opening("desk-housing"), context)
    return item_from_text(kind, text, item_id)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def test_five_readers_in_a_week_are_told_when_the_week_is_over(book: Book) -> None:
    book.add(read("housing-advice"), 5)

    assert book.told(SUNDAY) == []
    (item,) = book.told(NEXT_WEEK)
    assert isinstance(item, CountsItem)
    assert (item.week, item.read) == (MONDAY, {"housing-advice": 5})
    assert book.told(NEXT_WEEK) == []


def test_four_readers_are_nobodys_business_and_forgotten(book: Book) -> None:
    book.add(read("housing-advice"), 4)

    assert book.told() == []
    book.add(read("housing-advice"), 1, NEXT_WEEK)
    assert book.told(NEXT_WEEK + timedelta(days=7)) == []


def test_days_of_one_week_are_added_up(book: Book) -> None:
    for day in range(5):
        book.add(read("housing-advice"), 1, MONDAY + timedelta(days=day))

    (item,) = book.told()
    assert isinstance(item, CountsItem)
    assert item.read == {"housing-advice": 5}


def test_what_was_missed_and_what_was_useful_are_counted_the_same(book: Book) -> None:
    book.add(Note(Noted.MISSED, ("tattoo removal",)), 6)
    book.add(Note(Noted.USEFUL, ("housing-advice", "no-way-on")), 7)
    book.add(Note(Noted.USEFUL, ("housing-advice", "useful")), 2)

    (item,) = book.told()

    assert isinstance(item, CountsItem)
    assert item.missed == {"tattoo removal": 6}
    assert item.useful == {"housing-advice": {"no-way-on": 7}}


def test_a_report_goes_at_once_with_the_monday_of_its_week(book: Book) -> None:
    book.add(WRONG)

    (item,) = book.told(SUNDAY)

    assert isinstance(item, ReportItem)
    assert (item.entry, item.what, item.day, item.times) == ("housing-advice", "ended", MONDAY, 1)


def test_somebody_who_plays_counts_no_more_than_the_most(book: Book) -> None:
    book.add(WRONG, 5 * MOST)

    (item,) = book.told(SUNDAY)

    assert isinstance(item, ReportItem)
    assert item.times == MOST


def test_many_pages_go_in_several_items_that_each_fit(book: Book) -> None:
    for number in range(450):
        book.add(read(f"entry-{number:03}"), 9)

    items = book.told()

    assert [len(item.read) for item in items if isinstance(item, CountsItem)] == [200, 200, 50]


def test_nothing_on_the_disk_tells_a_time_or_an_order(book: Book, tmp_path: Path) -> None:
    for entry in ("b-second", "a-first", "c-third"):
        book.add(read(entry))

    with sqlite3.connect(tmp_path / "kiosk.db") as raw:
        rows = raw.execute("SELECT * FROM opinions").fetchall()
        with pytest.raises(sqlite3.OperationalError):
            raw.execute("SELECT rowid FROM opinions")
    assert rows == [
        ("2026-11-16", "read", entry, 1) for entry in ("a-first", "b-second", "c-third")
    ]


def test_a_week_begins_on_monday() -> None:
    assert [week_of(day) for day in (MONDAY, SUNDAY, NEXT_WEEK)] == [MONDAY, MONDAY, NEXT_WEEK]
