"""What was asked waits until the office has it, whatever comes in between."""

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.database import Database, NoRoom
from kiosk.exchange.return_bundle import Mail, Receipt, State
from kiosk.requests.ledger import Ledger, NewItem
from tests.builders.exchange import SUNDAY, a_reply, an_id
from tests.builders.stores import Wing, a_sealed_reply, receipts, waiting

DAY = timedelta(days=1)


def test_what_was_saved_waits(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    (item,) = waiting(wing.ledger)
    assert (item.id, item.type) == (saved.id, "request")
    assert item.sha256 == hashlib.sha256(item.sealed).hexdigest()


def test_what_was_saved_waits_after_the_program_was_killed(tmp_path: Path) -> None:
    saved = Wing(tmp_path).ask()
    again = Ledger(Database(tmp_path / "kiosk.db"))
    assert [*again.waiting()] == [saved.id]


def test_without_room_nothing_is_saved(tmp_path: Path) -> None:
    Wing(tmp_path).database.close()
    full = Database(tmp_path / "kiosk.db", free=lambda _folder: 0)
    wing = Wing(tmp_path, full)
    with pytest.raises(NoRoom):
        wing.ask()
    assert wing.ledger.waiting() == {}


def test_an_id_is_saved_once(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    item = NewItem(an_id("one"), "request", SUNDAY, b"sealed", reference="K7-4QX-92")
    wing.ledger.save(item)
    with pytest.raises(Exception, match="UNIQUE"):
        wing.ledger.save(item)
    assert wing.ledger.count_waiting() == 1


def test_a_number_that_was_given_is_not_free(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    assert not wing.ledger.is_free(saved.reference)
    assert wing.ledger.is_free("22-222-22")


def test_the_oldest_day_waiting_comes_first(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    later, earlier = wing.ask(day=SUNDAY + DAY), wing.ask(day=SUNDAY)
    assert [*wing.ledger.waiting()] == [earlier.id, later.id]
    assert wing.ledger.oldest_waiting() == SUNDAY


def test_nothing_waiting_has_no_oldest_day(tmp_path: Path) -> None:
    ledger = Wing(tmp_path).ledger
    assert (ledger.oldest_waiting(), ledger.count_waiting()) == (None, 0)


def test_what_is_on_a_stick_still_waits(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    wing.carry()
    assert wing.ledger.count_waiting() == 1


def test_a_receipt_ends_the_waiting(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    applied = wing.take(Mail(receipts=receipts(waiting(wing.ledger))))
    assert (applied.received, wing.ledger.waiting()) == (1, {})


def test_a_receipt_for_other_bytes_is_none(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(Mail(receipts=(Receipt(id=saved.id, sha256="0" * 64, day=SUNDAY),)))
    assert wing.ledger.count_waiting() == 1


def test_a_receipt_for_something_unknown_changes_nothing(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    wing.take(Mail(receipts=(Receipt(id=an_id("stranger"), sha256="0" * 64, day=SUNDAY),)))
    assert wing.ledger.count_waiting() == 1


def test_applying_a_return_twice_changes_nothing_more(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    mail = Mail(
        receipts=receipts(waiting(wing.ledger)),
        states=(State(id=saved.id, state="read", day=SUNDAY),),
    )
    reply = a_sealed_reply(a_reply().model_copy(update={"request": saved.id}))
    wing.take(mail, reply)
    before = everything(wing)

    applied = wing.take(mail, reply)

    assert (applied.received, applied.again) == (0, 0)
    assert everything(wing) == before


def test_an_office_that_lost_its_records_gets_it_again(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(Mail(receipts=receipts(waiting(wing.ledger))))

    applied = wing.take(Mail())

    assert applied.again == 1
    assert [*wing.ledger.waiting()] == [saved.id]


def test_the_office_may_ask_for_an_item_again(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    had = receipts(waiting(wing.ledger))
    wing.take(Mail(receipts=had))
    wing.take(Mail(receipts=had, resend=(saved.id,)))
    assert wing.ledger.count_waiting() == 1


def test_states_of_strangers_are_not_kept(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    applied = wing.take(Mail(states=(State(id=an_id("x"), state="read", day=SUNDAY),)))
    assert applied.states == 0


def test_a_reply_that_is_gone_from_the_picture_is_gone_here(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.take(Mail(), a_sealed_reply(a_reply()))
    wing.take(Mail())
    assert counted(wing, "replies") == 0


def test_sealed_bytes_go_thirty_days_after_the_receipt(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    wing.take(Mail(receipts=receipts(waiting(wing.ledger))))
    assert wing.ledger.purge(SUNDAY + 29 * DAY) == 0
    assert wing.ledger.purge(SUNDAY + 30 * DAY) == 1


def test_what_waits_is_never_purged(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    assert wing.ledger.purge(SUNDAY + 5_000 * DAY) == 0
    assert wing.ledger.count_waiting() == 1


def test_purged_bytes_are_gone_from_the_disk(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    (item,) = waiting(wing.ledger)
    wing.take(Mail(receipts=receipts([item])))
    middle = item.sealed[6_000:6_064]
    wing.database.checkpoint()
    assert any(middle in path.read_bytes() for path in tmp_path.iterdir())

    wing.ledger.purge(SUNDAY + 30 * DAY)

    assert not any(middle in path.read_bytes() for path in tmp_path.iterdir())


def test_the_persons_copy_goes_ninety_days_after_the_end(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    ended(wing, SUNDAY)
    wing.ledger.purge(SUNDAY + 89 * DAY)
    assert len(wing.own.of("A1234BC", SUNDAY)) == 1
    wing.ledger.purge(SUNDAY + 90 * DAY)
    assert wing.own.of("A1234BC", SUNDAY) == ()


def test_the_number_is_remembered_for_four_hundred_days(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    reference = ended(wing, SUNDAY)
    wing.ledger.purge(SUNDAY + 399 * DAY)
    assert not wing.ledger.is_free(reference)
    wing.ledger.purge(SUNDAY + 400 * DAY)
    assert wing.ledger.is_free(reference)


@pytest.mark.parametrize(
    "change",
    [
        "asked_day = '2026-11-21'",
        "reference = 'K7-4QX-93'",
        "tag = 'ffff'",
        "received_day = '2026-11-23'",
    ],
)
def test_a_row_that_was_changed_by_anything_but_us_is_seen(tmp_path: Path, change: str) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    assert wing.ledger.damaged() == ()
    with wing.database.write() as session:
        session.execute(text(f"UPDATE requests SET {change}"))  # noqa: S608
    assert wing.ledger.damaged() == (saved.id,)


def test_a_damaged_item_goes_out_all_the_same(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    with wing.database.write() as session:
        session.execute(text("UPDATE blobs SET sealed = x'00'"))
    (item,) = waiting(wing.ledger)
    assert wing.ledger.damaged() == (item.id,)
    assert wing.take(Mail(receipts=receipts([item]))).received == 1


def test_days_written_by_us_leave_every_row_whole(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    wing.carry()
    wing.take(Mail(receipts=receipts(waiting(wing.ledger))))
    wing.ledger.purge(SUNDAY + 30 * DAY)
    assert wing.ledger.damaged() == ()


def ended(wing: Wing, day: date) -> str:
    saved = wing.ask(day=day)
    wing.take(
        Mail(
            receipts=receipts(waiting(wing.ledger), day),
            states=(State(id=saved.id, state="answered", day=day),),
        )
    )
    return saved.reference


def everything(wing: Wing) -> list[object]:
    with wing.database.read() as session:
        return [
            row
            for table in ("requests", "blobs", "states", "replies")
            for row in session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608
        ]


def counted(wing: Wing, table: str) -> int:
    with wing.database.read() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())  # noqa: S608
