"""What stands inside a sealed item."""

import json
import traceback
from datetime import date

import pytest

from kiosk.exchange import canonical, items
from kiosk.exchange.items import (
    Agreement,
    Chosen,
    CountsItem,
    Item,
    NewPinItem,
    NoteItem,
    ReportItem,
    WithdrawalItem,
)
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.exchange import NOON, SUNDAY, a_reply, a_request, an_id

ID, PACK = an_id(), "0" * 64
PERSON, REFERENCE = "A1234BC", "K7-4QX-92"
EVERY: list[Item] = [
    a_request(),
    a_request().model_copy(
        update={
            "consents": (Agreement(purpose="refer", agency="Marlow", version=1, given=True),),
            "may_give_name": False,
            "stage": "leaving",
            "language": "cy",
            "title_english": "Housing",
        }
    ),
    WithdrawalItem(
        id=ID, request=ID, reference=REFERENCE, person=PERSON, proven=True, asked_at=NOON
    ),
    NoteItem(
        id=ID,
        request=ID,
        reference=REFERENCE,
        person=PERSON,
        proven=True,
        note=Chosen(code="moved", words="I moved to another wing"),
        asked_at=NOON,
    ),
    NewPinItem(id=ID, person=PERSON, language="en", asked_at=NOON),
    ReportItem(id=ID, entry="housing-advice", language="en", pack=PACK, what="wrong", day=SUNDAY),
    CountsItem(id=ID, week=date(2026, 11, 16), read={"housing-advice": 5}, missed={"van": 9}),
]


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.type)
def test_every_item_survives_the_round_trip(item: Item) -> None:
    assert items.item_from_text(item.type, items.to_text(item), item.id) == item


def test_every_type_of_the_closed_list_is_tried_here() -> None:
    assert {item.type for item in EVERY} == set(items.ITEMS)


def test_a_reply_survives_the_round_trip() -> None:
    assert items.reply_from_text(items.to_text(a_reply())) == a_reply()


def test_an_item_sealed_under_another_type_is_refused() -> None:
    item = EVERY[2]

    with pytest.raises(Refused) as caught:
        items.item_from_text("note", items.to_text(item), item.id)
    assert caught.value.code is Refusal.ITEM_BROKEN


def test_an_item_under_another_id_is_refused() -> None:
    with pytest.raises(Refused):
        items.item_from_text("request", items.to_text(a_request()), an_id("other"))


def test_a_type_from_a_newer_program_is_named_so() -> None:
    with pytest.raises(Refused) as caught:
        items.item_from_text("voice", b"{}", ID)
    assert caught.value.code is Refusal.NEWER_PROGRAM_NEEDED


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("person", "Jane Smith"),
        ("reference", "K7-4QX-9O"),
        ("asked_at", "2026-11-22T12:00:00"),
        ("asked_at", "2026-11-22T12:00:00+01:00"),
        ("asked_at", "2026-11-22T12:00:00.5Z"),
        ("proven", "yes"),
        ("form_version", 0),
        ("name", "J. Smith"),
    ],
)
def test_a_request_that_says_something_else_is_refused(field: str, value: object) -> None:
    changed = json.loads(items.to_text(a_request())) | {field: value}

    with pytest.raises(Refused) as caught:
        items.item_from_text("request", canonical.dump(changed), ID)
    assert caught.value.code is Refusal.ITEM_BROKEN
    assert str(value) not in str(caught.value)


def test_what_does_not_fit_is_nowhere_in_the_chain_of_errors() -> None:
    changed = json.loads(items.to_text(a_request())) | {"person": "Jane Smith", "owes": "Big Dave"}

    with pytest.raises(Refused) as caught:
        items.item_from_text("request", canonical.dump(changed), ID)
    told = "".join(traceback.format_exception(caught.value))
    assert "Smith" not in told
    assert "Dave" not in told


def test_a_count_under_five_cannot_even_be_made() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 5"):
        CountsItem(id=ID, week=date(2026, 11, 16), read={"housing-advice": 4})


def test_counts_are_of_a_week_that_begins_on_monday() -> None:
    with pytest.raises(ValueError, match="Monday"):
        CountsItem(id=ID, week=SUNDAY)
