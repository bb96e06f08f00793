"""What a visit leaves behind: open pages, each once; no word that is not the content's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.assembly.noticing import AN_HOUR, Noticing, Tally
from kiosk.catalogue.catalogue import Catalogue
from kiosk.requests.opinions import Note, Noted, Opinions
from tests.builders.exchange import an_entry
from tests.builders.stores import Wing, a_catalogue, a_publication, at, the_rules, waiting

OPEN, PRIVATE, HELP = "housing-advice", "mind-help", "listeners"


class Visitors:
    """People, one after the other, at a kiosk with three pages."""

    def __init__(self, folder: Path) -> None:
        self.awake = 0.0
        self.wing = Wing(folder)
        self.opinions = Opinions(self.wing.database)
        self.tally = Tally(self.opinions, self.wing.sending, lambda: self.awake)
        entries = (
            an_entry(OPEN, title="Help with tattoo rules", summary="Removal of things."),
            an_entry(PRIVATE, title="Mind").model_copy(update={"sensitivity": "private"}),
            an_entry(HELP, title="Listeners").model_copy(update={"sensitivity": "help"}),
        )
        self.catalogue: Catalogue = a_catalogue(folder, a_publication(*entries))

    def begin(self) -> Noticing:
        return Noticing(self.tally, self.catalogue)

    @property
    def counted(self) -> dict[Note, int]:
        return dict(self.tally.counted)

    def missed(self) -> list[str]:
        return [note.name[0] for note in self.counted if note.kind is Noted.MISSED]


@pytest.fixture
def visitors(tmp_path: Path) -> Iterator[Visitors]:
    visitors = Visitors(tmp_path)
    yield visitors
    visitors.catalogue.close()


def test_a_page_counts_once_a_visit(visitors: Visitors) -> None:
    for _ in range(2):
        visit = visitors.begin()
        visit.read(OPEN)
        visit.read(OPEN)
        visit.end()

    assert visitors.counted == {Note(Noted.READ, (OPEN,)): 2}


@pytest.mark.parametrize("entry", [PRIVATE, HELP, "no-such-page"])
def test_private_pages_and_pages_of_help_are_never_counted(entry: str, visitors: Visitors) -> None:
    visit = visitors.begin()
    visit.read(entry)
    visit.useful(entry, "useful")

    assert visitors.counted == {}
    assert not visit.wants_to_know(entry)


@pytest.mark.parametrize("entry", [OPEN, PRIVATE, HELP])
def test_that_a_page_is_wrong_can_be_said_of_every_page_once_a_visit(
    entry: str, visitors: Visitors
) -> None:
    visit = visitors.begin()
    visit.wrong(entry, "pl", "ended")
    visit.wrong(entry, "pl", "other")

    ((note, times),) = visitors.counted.items()
    assert (note.name[0], note.name[1], note.name[3], times) == (entry, "en", "ended", 1)
    assert len(note.name[2]) == 64


def test_a_search_that_found_nothing_counts_as_it_was_when_it_was_left(visitors: Visitors) -> None:
    visit = visitors.begin()
    for typed in ("t", "ta", "tattoo", "tattoo removal", "tattoo remova"):
        visit.looked_for(typed, found=False)
    visit.end()

    assert visitors.missed() == ["tattoo removal"]


@pytest.mark.parametrize(
    "typed", ["kill", "jane example", "tattoo jane", "A1234BC", "tattoo 4821", "re", "   "]
)
def test_words_that_the_content_does_not_say_are_forgotten(typed: str, visitors: Visitors) -> None:
    visit = visitors.begin()
    visit.looked_for(typed, found=False)
    visit.end()

    assert visitors.missed() == []


def test_a_search_that_finds_something_in_the_end_was_not_missed(visitors: Visitors) -> None:
    visit = visitors.begin()
    visit.looked_for("tattoo remova", found=False)
    visit.looked_for("tattoo", found=True)
    visit.end()

    assert visitors.missed() == []


def test_numbers_stay_in_mind_for_an_hour_and_then_go_to_the_disk(visitors: Visitors) -> None:
    visitors.begin().read(OPEN)
    visitors.tally.put_down(the_rules, at())
    assert visitors.counted

    visitors.awake = AN_HOUR
    visitors.tally.put_down(the_rules, at())

    assert visitors.counted == {}
    assert waiting(visitors.wing.ledger) == ()


def test_a_report_waits_for_the_next_stick_after_an_hour(visitors: Visitors) -> None:
    visitors.begin().wrong(OPEN, "en", "wrong")
    visitors.awake = AN_HOUR

    visitors.tally.put_down(the_rules, at())

    (item,) = waiting(visitors.wing.ledger)
    assert item.type == "report"


def test_without_content_nothing_is_told_yet(visitors: Visitors) -> None:
    visitors.begin().wrong(OPEN, "en", "wrong")
    visitors.awake = AN_HOUR

    visitors.tally.put_down(lambda: None, at())
    visitors.awake = 2 * AN_HOUR
    visitors.tally.put_down(the_rules, at())

    assert len(waiting(visitors.wing.ledger)) == 1
