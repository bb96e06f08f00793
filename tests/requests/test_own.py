"""A person sees what is theirs, and nobody else's."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import text

from kiosk.exchange.items import Reply
from kiosk.exchange.return_bundle import Mail, SealedReply, State
from kiosk.requests.progress import Stage
from tests.builders.exchange import SUNDAY, a_reply
from tests.builders.stores import Wing, a_sealed_reply, at, receipts, the_rules, waiting

ME, OTHER = "A1234BC", "B5678CD"
DAY = timedelta(days=1)


def reply_to(request: str, name: str = "reply", **fields: object) -> SealedReply:
    reply: Reply = a_reply().model_copy(update={"request": request, **fields})
    return a_sealed_reply(reply, name)


def test_my_requests_are_mine_alone(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    mine = wing.ask(ME)
    wing.ask(OTHER)
    assert [row.id for row in wing.own.of(ME, SUNDAY)] == [mine.id]


def test_the_newest_comes_first(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    first, second = wing.ask(day=SUNDAY), wing.ask(day=SUNDAY + DAY)
    assert [row.id for row in wing.own.of(ME, SUNDAY)] == [second.id, first.id]


def test_what_should_not_stand_on_the_list_does_not(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask(listed=False)
    assert wing.own.of(ME, SUNDAY) == ()


def test_an_answer_stands_with_its_request(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(Mail(), reply_to(saved.id))
    (row,) = wing.own.of(ME, SUNDAY)
    assert row.answer is not None
    assert row.answer.template == "come-and-see-us"


def test_of_two_answers_the_newer_one_is_shown(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    newer = reply_to(saved.id, "newer", day=date(2026, 12, 1), template="changed")
    wing.take(Mail(), reply_to(saved.id, "older"), newer)
    (row,) = wing.own.of(ME, SUNDAY)
    assert row.answer is not None
    assert row.answer.template == "changed"


def test_an_answer_follows_a_person_to_another_kiosk(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.take(Mail(), a_sealed_reply(a_reply()))
    (row,) = wing.own.of(ME, SUNDAY)
    assert (row.reference, row.progress.stage, row.can_withdraw) == (
        "K7-4QX-92",
        Stage.ANSWERED,
        False,
    )


def test_an_answer_to_a_hidden_request_stays_hidden(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask(listed=False)
    wing.take(Mail(), reply_to(saved.id))
    assert wing.own.of(ME, SUNDAY) == ()


def test_an_answer_from_elsewhere_that_should_be_hidden_is(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.take(Mail(), a_sealed_reply(a_reply().model_copy(update={"listed": False})))
    assert wing.own.of(ME, SUNDAY) == ()


def test_a_reply_that_does_not_open_is_left_out(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    broken = a_sealed_reply(a_reply()).model_copy(update={"sealed": b"nothing"})
    wing.take(Mail(), broken)
    assert [row.answer for row in wing.own.of(ME, SUNDAY)] == [None]


def test_a_reply_is_opened_once_to_see_whose_it_is(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.take(Mail(), a_sealed_reply(a_reply()))
    assert wing.own.file_replies() == 1
    assert wing.own.file_replies() == 0


def test_a_damaged_copy_is_left_out(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    with wing.database.write() as session:
        session.execute(text("UPDATE blobs SET own = x'00'"))
    assert wing.own.of(ME, SUNDAY) == ()


def test_the_state_of_the_office_is_shown(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.carry()
    states = (State(id=saved.id, state="read", day=SUNDAY + DAY),)
    wing.take(Mail(receipts=receipts(waiting(wing.ledger)), states=states))
    (row,) = wing.own.of(ME, SUNDAY + DAY)
    assert row.progress.stage is Stage.READ


def test_what_was_taken_back_says_so(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    assert wing.sending.withdraw(saved.id, the_rules(), at(), proven=True)
    (row,) = wing.own.of(ME, SUNDAY)
    assert (row.progress.stage, row.can_withdraw) == (Stage.WITHDRAWN, False)


def test_nothing_readable_of_a_person_lies_on_the_disk(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask(short_name="Canary housing")
    wing.take(Mail(), a_sealed_reply(a_reply().model_copy(update={"note": "Canary note"})))
    wing.own.of(ME, SUNDAY)
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (ME, "Canary", "housing", "Canary note", "Question 1?"):
        assert secret.encode() not in on_disk, secret


def test_a_request_from_a_page_that_was_taken_down_says_so(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask(asked_from="talk")
    assert [row.page_gone for row in wing.own.of(ME, SUNDAY, "talk".__eq__)] == [True]


def test_a_request_from_another_page_says_nothing(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask(asked_from="talk")
    wing.ask()
    gone = wing.own.of(ME, SUNDAY, "other".__eq__)
    assert [row.page_gone for row in gone] == [False, False]


def test_a_private_request_does_not_even_keep_its_page(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask(asked_from="talk", private=True)
    copy = wing.own.copy_of(saved.id)
    assert copy is not None
    assert copy.asked_from is None
    assert [row.page_gone for row in wing.own.of(ME, SUNDAY, "talk".__eq__)] == [False]
