"""Some kinds are believed for a short time only, whatever review their author chose."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.catalogue import Catalogue
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.about import FIELDS
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication

CHECKED = date(2026, 11, 1)
"""The day on which every entry of these tests was checked; its review is half a year later."""


def believed(kind: Kind) -> timedelta:
    age = FIELDS[kind].believed
    assert age is not None
    return age


def shown(folder: Path, entry: Entry, today: date) -> Catalogue:
    folder.mkdir()
    return a_catalogue(folder, a_publication(entry), today=today)


def a_job(entry_id: str = "job") -> Entry:
    return an_entry(entry_id, kind=Kind.VACANCY).model_copy(update={"ages": "vanish"})


def test_a_job_that_nobody_looked_at_for_six_weeks_is_gone(tmp_path: Path) -> None:
    last = CHECKED + believed(Kind.VACANCY)

    assert shown(tmp_path / "then", a_job(), last).card("job", "en") is not None
    assert shown(tmp_path / "after", a_job(), last + timedelta(1)).card("job", "en") is None


def test_a_story_that_nobody_asked_after_says_so_and_sinks(tmp_path: Path) -> None:
    old = an_entry("old", kind=Kind.STORY).model_copy(update={"review_by": date(2027, 12, 1)})
    fresh = old.model_copy(update={"id": "fresh", "checked_on": date(2027, 5, 1)})
    today = CHECKED + believed(Kind.STORY) + timedelta(1)
    catalogue = a_catalogue(tmp_path, a_publication(old, fresh), today=today)

    cards = catalogue.of_kind(Kind.STORY, "en")

    assert [(card.id, card.stale) for card in cards] == [("fresh", False), ("old", True)]


@pytest.mark.parametrize("kind", [Kind.GUIDE, Kind.SERVICE, Kind.FORM])
def test_any_other_kind_is_believed_until_its_review(kind: Kind) -> None:
    entry = an_entry().model_copy(update={"kind": kind})

    assert entry.believed_until == entry.review_by


def test_an_author_may_ask_for_an_earlier_review() -> None:
    entry = a_job().model_copy(update={"review_by": date(2026, 11, 20)})

    assert entry.believed_until == date(2026, 11, 20)


@pytest.mark.parametrize("layer", ["site/mvx", "site/mvx/wing-b"])
def test_a_notice_that_one_key_signed_ends_after_seven_days(tmp_path: Path, layer: str) -> None:
    notice = an_entry("notice", kind=Kind.NOTICE).model_copy(update={"valid_to": date(2027, 5, 1)})
    last = CHECKED + timedelta(7)

    for today, shown_then in ((last, True), (last + timedelta(1), False)):
        folder = tmp_path / today.isoformat()
        folder.mkdir()
        catalogue = a_catalogue(folder, a_publication(notice, layer=layer), today=today)
        assert bool(catalogue.notices("en")) is shown_then


def test_a_notice_that_two_people_signed_lasts_as_they_said(tmp_path: Path) -> None:
    notice = an_entry("notice", kind=Kind.NOTICE).model_copy(update={"valid_to": date(2027, 5, 1)})

    assert shown(tmp_path / "then", notice, date(2027, 4, 30)).notices("en") != ()


def test_an_earlier_end_of_a_notice_holds() -> None:
    notice = an_entry("notice", kind=Kind.NOTICE).model_copy(update={"valid_to": date(2026, 11, 3)})

    assert notice.last_day(national=False) == date(2026, 11, 3)
