"""FORMAT.md says what the code does."""

import re
from pathlib import Path

import pytest

from kiosk.exchange import canonical, items, stick
from kiosk.exchange.blocks import Picture, Recording
from kiosk.exchange.easy import EasyLine, TermUse
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.entries import PackHeader
from kiosk.exchange.envelope import Envelope
from kiosk.exchange.items import (
    Agreement,
    Answer,
    Chosen,
    CountsItem,
    NewPinItem,
    NoteItem,
    Promised,
    Reply,
    ReportItem,
    RequestItem,
    WithdrawalItem,
)
from kiosk.exchange.model import Model
from kiosk.exchange.policy import TrustList, Withdrawn
from kiosk.exchange.requests_bundle import RequestsBundle, RequestsHeader, SealedItem
from kiosk.exchange.return_bundle import (
    Mail,
    People,
    Person,
    Receipt,
    ReturnBundle,
    SealedPeople,
    SealedReply,
    State,
)
from kiosk.exchange.sealing import Outer, Purpose
from kiosk.exchange.stick import StickIdentity
from tests.builders.exchange import (
    SUNDAY,
    a_header,
    a_pack,
    a_reply,
    a_request,
    a_stick,
    an_id,
)
from tests.builders.publisher import signing

PAGE = Path(stick.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
MODELS: list[type[Model]] = [
    Agreement, Answer, Chosen, CountsItem, Enrolment, Envelope, Mail, NewPinItem, NoteItem, Outer,
    PackHeader, People, Person, Picture, Promised, Receipt, Recording, Reply, ReportItem,
    RequestItem, RequestsBundle, RequestsHeader, ReturnBundle, SealedItem, SealedPeople,
    SealedReply, State, StickIdentity, TrustList, Withdrawn, WithdrawalItem, EasyLine, TermUse,
]  # fmt: skip
MAIL = Mail(
    receipts=(Receipt(id=an_id(), sha256="0" * 64, day=SUNDAY),),
    states=(State(id=an_id(), state="received", day=SUNDAY),),
)
EXAMPLES = {
    "stick": stick.write(a_stick(), signing("office-mvx")),
    "pack": next(iter(a_pack().values())),
    "header": canonical.dump(a_header()),
    "request": items.to_text(a_request(answers=1)),
    "mail": canonical.dump(MAIL),
    "reply": items.to_text(a_reply()),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_on_the_page_is_what_the_code_writes(name: str) -> None:
    found = re.search(rf"<!-- example: {name} -->\n```json\n(.*?)```", PAGE, re.DOTALL)

    assert found
    assert found[1].rstrip("\n") == EXAMPLES[name].decode().rstrip("\n")


def test_every_example_on_the_page_is_tried() -> None:
    assert set(re.findall("<!-- example: (.*?) -->", PAGE)) == set(EXAMPLES)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_model_stands_on_the_page(model: type[Model]) -> None:
    missing = [name for name in model.model_fields if f"`{name}`" not in PAGE]

    assert not missing


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_of_a_seal_stands_on_the_page(purpose: Purpose) -> None:
    assert f"`{purpose}`" in PAGE
