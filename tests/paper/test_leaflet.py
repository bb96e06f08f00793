"""One entry on paper."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.exchange.blocks import Ask, Paragraph, Step
from kiosk.exchange.easy import EasyLine
from kiosk.exchange.entries import Entry, Kind
from kiosk.paper import book, casting
from kiosk.paper.errors import PaperRefused
from kiosk.paper.leaflet import last_day, leaflet
from kiosk.paper.pieces import Marked, Piece, Sided
from kiosk.paper.printing import printed
from tests.builders.exchange import a_form, an_entry
from tests.builders.paper import a_job, a_stock, print_, written
from tests.builders.stores import a_publication

PAGES = re.compile(rb"/Type /Page\b")


def pieces(folder: Path, entry: Entry, *others: Entry, language: str = "en") -> Sequence[Piece]:
    """The pieces of this entry in this language."""
    stock = a_stock(folder, entry, *others, language=language)
    shown = stock.catalogue.entry(entry.id, language)
    assert shown is not None
    return leaflet(shown, stock, "").pieces((1,))


def test_a_leaflet_is_a_pdf_with_as_many_pages_as_it_says(tmp_path: Path) -> None:
    long = an_entry(blocks=tuple(Step(text="Do what comes next. " * 5) for _ in range(40)))

    done = print_(tmp_path, a_job("housing-advice"), long)

    assert done.pdf.startswith(b"%PDF-1.")
    assert done.pdf.rstrip().endswith(b"%%EOF")
    assert done.pages == len(PAGES.findall(done.pdf)) > 2


def test_the_same_order_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    first = print_(tmp_path, a_job("housing-advice"), an_entry())
    second = print_(tmp_path, a_job("housing-advice"), an_entry())
    later = print_(tmp_path, a_job("housing-advice", day=date(2026, 11, 23)), an_entry())

    assert first.pdf == second.pdf != later.pdf


def test_it_says_what_the_screen_says_and_until_when(tmp_path: Path) -> None:
    said = written(pieces(tmp_path, an_entry()))

    assert said[:4] == (
        "Housing advice",
        "Somebody who knows about homes.",
        "What it is",
        "A talk about where you will live.",
    )
    assert said[-1] == "Checked on 1 November 2026. After 1 May 2027, look for a newer page."


def test_an_entry_that_ends_sooner_is_believed_no_longer(tmp_path: Path) -> None:
    ends = an_entry().model_copy(update={"valid_to": date(2026, 12, 24)})

    assert "After 24 December 2026" in written(pieces(tmp_path, ends))[-1]


def test_it_says_how_to_ask_at_a_screen(tmp_path: Path) -> None:
    entry = an_entry(blocks=(Ask(form="housing-form"),))

    said = " ".join(written(pieces(tmp_path, entry, a_form())))

    assert f"On a Signpost screen touch Ask for help, then {a_form().title}." in said


def test_where_nothing_can_be_asked_nothing_is_promised(tmp_path: Path) -> None:
    said = " ".join(written(pieces(tmp_path, an_entry(blocks=(Ask(form="housing-form"),)))))

    assert "Ask for this" not in said


def test_a_page_in_another_language_says_so_in_the_readers_own(tmp_path: Path) -> None:
    made = pieces(tmp_path, an_entry(), language="ar")

    assert written(made)[0] == "Housing advice"
    assert isinstance(made[1], Sided)
    assert made[1].right_to_left
    assert "هذه الصفحة ليست بالعربية" in written(made)[1]


def test_a_translation_by_a_machine_says_so(tmp_path: Path) -> None:
    guessed = an_entry(language="pl", title="Pomoc").model_copy(update={"machine_made": True})

    assert "maszyna" in written(pieces(tmp_path, guessed, language="pl"))[1]


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ar", "ur", "ckb", "pa", "vi"])
def test_every_script_has_its_letters_in_the_file(tmp_path: Path, language: str) -> None:
    """A font is embedded with the letters that are used: nothing depends on the printer."""
    letters = {"ar": "Arabic", "ur": "Arabic", "ckb": "Arabic", "pa": "Gurmukhi"}

    done = print_(tmp_path, a_job("housing-advice", language=language), an_entry())

    assert letters.get(language, "NotoSans").encode() in done.pdf
    assert done.entries == [("housing-advice", "en")]


def test_easy_read_has_a_picture_for_each_idea_in_larger_letters(tmp_path: Path) -> None:
    lines = (EasyLine(text="A worker helps you.", icon="users"), EasyLine(text="Ask them."))
    entry = an_entry().model_copy(update={"easy": lines})
    stock = a_stock(tmp_path, entry, easy=True)
    shown = stock.catalogue.entry(entry.id, "en")
    assert shown is not None

    made = leaflet(shown, stock, "").pieces((1,))

    easy = [one for one in made if isinstance(one, Marked)]
    assert [(one.wording.text, one.icon) for one in easy] == [
        ("A worker helps you.", "users"),
        ("Ask them.", "circle"),
    ]
    assert all(one.wording.size >= 16 for one in easy)


def test_no_letter_is_smaller_than_fourteen_points() -> None:
    sizes = (casting.PLAIN.body, casting.PLAIN.lead, casting.PLAIN.heading, book.SMALLEST)
    assert min(sizes) >= 14


def test_a_letter_that_no_font_has_stops_the_printing(tmp_path: Path) -> None:
    odd = an_entry(blocks=(Paragraph(text="A sign of nobody: \U000f1234."),))

    with pytest.raises(PaperRefused) as refused:
        print_(tmp_path, a_job("housing-advice"), odd)

    assert refused.value.code == "font-missing"


def test_what_is_past_its_review_is_not_printed(tmp_path: Path) -> None:
    """The screen still shows it, with a warning; paper cannot be called back."""
    with pytest.raises(PaperRefused) as refused:
        print_(tmp_path, a_job("housing-advice", day=date(2027, 5, 2)), an_entry())

    assert refused.value.code == "past-review"
    assert "2027-05-01" in str(refused.value)


def test_what_has_ended_is_not_printed(tmp_path: Path) -> None:
    ended = an_entry().model_copy(update={"valid_to": date(2026, 11, 21)})

    with pytest.raises(PaperRefused) as refused:
        print_(tmp_path, a_job("housing-advice"), ended)

    assert refused.value.code == "not-today"


def test_what_was_withdrawn_is_not_printed(tmp_path: Path) -> None:
    line = b'{"day":"2026-11-20","id":"housing-advice","reason":"wrong"}\n'
    publication = a_publication(an_entry(), withdrawn__list_dot_jsonl=line)

    with pytest.raises(PaperRefused) as refused:
        printed(a_job("housing-advice"), a_stock(tmp_path, publication=publication))

    assert refused.value.code == "withdrawn"


def test_a_leaflet_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused) as refused:
        print_(tmp_path, a_job("nothing"), an_entry())

    assert refused.value.code == "no-such-entry"


def test_a_language_that_nobody_speaks_here_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused) as refused:
        print_(tmp_path, a_job("housing-advice", language="xx"), an_entry())

    assert refused.value.code == "no-such-language"
    assert "cy" in str(refused.value)


def test_a_list_from_a_screen_goes_without_what_may_not_be_printed(tmp_path: Path) -> None:
    done = print_(tmp_path, a_job("housing-advice", "gone", what="list", number="042"), an_entry())

    assert done.entries == [("housing-advice", "en")]
    assert done.left_out == [("gone", "no-such-entry")]


def test_a_job_on_paper_is_believed_no_longer_than_on_the_screen() -> None:
    job = an_entry("job", kind=Kind.VACANCY)

    assert last_day(job) == job.checked_on + timedelta(days=42) < job.review_by
    assert last_day(job.model_copy(update={"valid_to": job.checked_on})) == job.checked_on
