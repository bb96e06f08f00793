"""Whoever looks for what was replaced finds what stands for it now."""

from datetime import date
from pathlib import Path

from kiosk.catalogue.search import Search
from kiosk.exchange.entries import Entry
from kiosk.exchange.packs import write_withdrawn
from kiosk.exchange.policy import Withdrawn
from tests.builders.exchange import SUNDAY, an_entry
from tests.builders.stores import a_catalogue, a_publication

OLD = an_entry("care-grant").model_copy(update={"title": "Old grant", "synonyms": ("ccg",)})
NEW = an_entry("crisis-fund").model_copy(
    update={"title": "Council crisis fund", "summary": "Money.", "replaces": ("care-grant",)}
)
ENDED = {"valid_to": date(2026, 11, 2)}


def found(folder: Path, typed: str, *entries: Entry, gone: bytes = b"") -> list[str]:
    publication = a_publication(*entries, withdrawn__list_dot_jsonl=gone)
    return [card.id for card in Search(a_catalogue(folder, publication)).find(typed, "en").cards]


def test_an_old_scheme_that_nobody_publishes_any_more_is_found_by_its_name(tmp_path: Path) -> None:
    assert found(tmp_path, "care grant", NEW) == ["crisis-fund"]


def test_a_slip_in_an_old_name_is_understood(tmp_path: Path) -> None:
    assert found(tmp_path, "care grnat", NEW) == ["crisis-fund"]


def test_the_title_and_the_other_names_of_what_ended_find_its_successor(tmp_path: Path) -> None:
    ended = OLD.model_copy(update=ENDED)

    assert found(tmp_path, "old", ended, NEW) == ["crisis-fund"]
    assert found(tmp_path, "ccg", ended, NEW) == ["crisis-fund"]


def test_an_entry_that_names_its_own_successor_finds_it(tmp_path: Path) -> None:
    ended = OLD.model_copy(update={**ENDED, "replaced_by": "crisis-fund"})
    new = NEW.model_copy(update={"replaces": ()})

    assert found(tmp_path, "ccg", ended, new) == ["crisis-fund"]


def test_what_was_withdrawn_as_replaced_finds_its_successor(tmp_path: Path) -> None:
    gone = write_withdrawn([Withdrawn(id="care-grant", day=SUNDAY, reason="replaced")])

    assert found(tmp_path, "ccg", OLD, NEW, gone=gone) == ["crisis-fund"]


def test_the_old_page_gives_way_while_both_hold(tmp_path: Path) -> None:
    assert found(tmp_path, "old grant", OLD, NEW) == ["crisis-fund"]


def test_without_a_successor_that_holds_the_old_page_stays(tmp_path: Path) -> None:
    assert found(tmp_path, "old grant", OLD, NEW.model_copy(update=ENDED)) == ["care-grant"]


def test_a_page_that_is_no_ones_successor_changes_nothing(tmp_path: Path) -> None:
    other = NEW.model_copy(update={"replaces": ()})

    assert found(tmp_path, "ccg", OLD.model_copy(update=ENDED), other) == []
