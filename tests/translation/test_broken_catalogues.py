"""Each check of a catalogue finds what it is there for."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from kiosk.translation import LOCALES
from locales import collect

FACT = "Updated {n} day ago · {wing} wing"
PLAIN = "Search"


def broken(language: str, change: Callable[[Catalog], None]) -> bytes:
    """The catalogue of a language as somebody might leave it behind."""
    data = (LOCALES / language / "LC_MESSAGES/kiosk.po").read_bytes()
    catalog = read_po(BytesIO(data), locale=language)
    change(catalog)
    return collect.with_check(collect.written(catalog), collect.checked_by(data))


def newly_missing(language: str, change: Callable[[Catalog], None]) -> set[str]:
    """What is missing after the change, and was not before."""
    before = broken(language, lambda _: None)
    after = collect.missing(broken(language, change), language)
    return set(after) - set(collect.missing(before, language))


def message(catalog: Catalog, text: str) -> Message:
    return next(one for one in catalog if text in (one.id, one.id and one.id[0]))


def forget(catalog: Catalog) -> None:
    message(catalog, PLAIN).string = ""


def drop_a_fact(catalog: Catalog) -> None:
    one = message(catalog, FACT)
    one.string = tuple(form.replace("{wing}", "B") for form in one.string or ())


def misspell_a_fact(catalog: Catalog) -> None:
    one = message(catalog, FACT)
    one.string = tuple(form.replace("{wing}", "{skrzydlo}") for form in one.string or ())


def forget_a_form(catalog: Catalog) -> None:
    one = message(catalog, FACT)
    one.string = (*tuple(one.string or ())[:-1], "")


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
def test_a_message_that_nobody_translated_is_found(language: str) -> None:
    assert newly_missing(language, forget) == {PLAIN}


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
def test_a_form_that_nobody_translated_is_found(language: str) -> None:
    assert newly_missing(language, forget_a_form) == {FACT}


def test_a_sentence_for_staff_is_missed_in_welsh_and_in_no_machines_catalogue() -> None:
    staff = "Reading aloud is off: it has no voice. All else works. Tell the office."

    def forget_staff(catalog: Catalog) -> None:
        message(catalog, staff).string = ""

    assert newly_missing("cy", forget_staff) == {staff}
    assert newly_missing("pl", forget_staff) == set()


@pytest.mark.parametrize("change", [drop_a_fact, misspell_a_fact])
@pytest.mark.parametrize("language", ["cy", "pl"])
def test_a_fact_that_was_dropped_or_renamed_is_found(
    language: str, change: Callable[[Catalog], None]
) -> None:
    assert FACT in collect.other_facts(broken(language, change), language)


def test_a_catalogue_with_fewer_forms_than_it_says_is_found() -> None:
    data = (LOCALES / "pl/LC_MESSAGES/kiosk.po").read_bytes()
    five = re.sub(rb"nplurals=\d+;", b"nplurals=5;", data)

    assert FACT in collect.missing(five, "pl")


def test_the_report_names_what_is_wrong_and_who_checked_it(tmp_path: Path) -> None:
    file = tmp_path / "pl/LC_MESSAGES/kiosk.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(broken("pl", drop_a_fact))

    said = collect.report(file)

    assert "machine-made, not checked" in said
    assert f"WRONG: {FACT}" in said
