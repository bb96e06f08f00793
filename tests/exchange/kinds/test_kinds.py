"""What is particular to each kind, and the blocks that it becomes."""

import json
from datetime import date

import pytest
from pydantic import ValidationError

from kiosk.exchange import canonical
from kiosk.exchange.blocks import Block, Fact, Heading, Label, PenceValue
from kiosk.exchange.entries import Entry, Kind, Source
from kiosk.exchange.kinds.about import FIELDS
from kiosk.exchange.kinds.fields import Fields
from kiosk.exchange.kinds.vacancy import Vacancy
from tests.exchange.kinds.examples import EXAMPLES

KINDS = sorted(FIELDS)


def fields(kind: str, **changed: object) -> Fields:
    said = {"kind": kind, **EXAMPLES[kind], **changed}
    return FIELDS[kind].model_validate_json(json.dumps(said))


def _all(kind: str) -> list[Block]:
    return [*fields(kind).blocks()]


def an_entry(**changed: object) -> Entry:
    said: dict[str, object] = {
        "id": "a-job",
        "kind": "vacancy",
        "language": "en",
        "title": "A job",
        "summary": "Work.",
        "blocks": [{"block": "heading", "text": "One"}, {"block": "heading", "text": "Two"}],
        "checked_on": "2026-11-01",
        "checked_by": "Employment lead",
        "review_by": "2027-02-01",
        "owner": "Employment lead",
        "source": {"name": "fictional"},
        "about": {"kind": "vacancy", **EXAMPLES["vacancy"]},
        "valid_to": "2027-01-15",
        **changed,
    }
    return Entry.model_validate_json(json.dumps(said))


def test_every_kind_but_the_form_has_its_fields() -> None:
    assert set(FIELDS) == {kind.value for kind in Kind} - {"form"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "notice"])
def test_a_kind_becomes_blocks(kind: str) -> None:
    assert [*fields(kind).blocks()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_comes_back_as_it_was_written(kind: str) -> None:
    written = canonical.dump(fields(kind))

    assert canonical.read_as(FIELDS[kind], written, 100_000) == fields(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_filled_in_is_not_written(kind: str) -> None:
    filled = json.loads(canonical.dump(fields(kind)))

    assert set(filled) <= {"kind", *EXAMPLES[kind]}


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_the_kind_does_not_have_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError):
        fields(kind, colour="blue")


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("vacancy", date(2027, 1, 15)),
        ("organisation", date(2027, 3, 31)),
        ("payment-rule", date(2027, 4, 5)),
        ("event", date(2026, 12, 10)),
        ("session", None),
        ("story", None),
    ],
)
def test_a_kind_says_its_last_day(kind: str, last: date | None) -> None:
    assert fields(kind).ends == last


@pytest.mark.parametrize("kind", [kind for kind in KINDS if FIELDS[kind].for_authors])
def test_what_is_for_authors_is_neither_drawn_nor_published(kind: str) -> None:
    hidden = {
        name: "2027-01-01" if name in ("contract_from", "vetted_until") else "For authors"
        for name in FIELDS[kind].for_authors
    }
    whole = fields(kind, **hidden)

    assert whole.published() == fields(kind, **_usual(kind))
    assert [*whole.blocks()] == [*whole.published().blocks()]


def _usual(kind: str) -> dict[str, object]:
    model = FIELDS[kind]
    return {name: model.model_fields[name].default for name in model.for_authors}


def test_pay_stands_under_its_label() -> None:
    pay = next(b for b in fields("vacancy").blocks() if isinstance(b, Fact) and b.label == "pay")

    assert pay == Fact(label=Label.PAY, value=PenceValue(pence=1221, up_to=1350, each="hour"))


@pytest.mark.parametrize(
    ("least", "most", "quarters"), [("37.5", None, (150, 150)), ("16", "37.25", (64, 149))]
)
def test_hours_of_a_week_are_counted_in_quarters(
    least: str, most: str | None, quarters: tuple[int, int]
) -> None:
    assert Vacancy(weekly_hours=least, weekly_hours_to=most).week_quarters == quarters


@pytest.mark.parametrize("hours", ["37,5", "0", "100", "37.3", "-1", ""])
def test_hours_that_are_none_are_refused(hours: str) -> None:
    with pytest.raises(ValidationError):
        Vacancy(weekly_hours=hours)


def test_facts_are_drawn_where_the_page_wants_them() -> None:
    drawn = an_entry(facts_at=1).drawn

    assert drawn[0] == Heading(text="One")
    assert drawn[-1] == Heading(text="Two")
    assert {type(block) for block in drawn[1:-2]} == {Fact}


def test_an_entry_has_the_provider_that_its_fields_name() -> None:
    assert an_entry().provider == "hollin-parcels"


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "guide"},
        {"facts_at": 3},
        {"valid_to": "2027-01-16"},
        {"valid_to": None},
    ],
)
def test_fields_that_do_not_fit_their_entry_are_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        an_entry(**changed)


def test_an_entry_may_end_before_its_fields_do() -> None:
    assert an_entry(valid_to="2027-01-01").valid_to == date(2027, 1, 1)


def test_what_is_as_always_is_not_written() -> None:
    written = canonical.dump(
        Entry(
            id="a",
            kind=Kind.GUIDE,
            language="en",
            title="A",
            summary="A.",
            blocks=(),
            checked_on=date(2026, 11, 1),
            checked_by="Editor",
            review_by=date(2027, 5, 1),
            owner="Editor",
            source=Source(name="fictional"),
        )
    )

    assert set(json.loads(written)) == {
        *("id", "kind", "language", "title", "summary", "blocks"),
        *("checked_on", "checked_by", "review_by", "owner", "source"),
    }
