"""A return is here whole or not at all, though it is written in parts."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.database import STEPS, Database, StoreFault
from kiosk.exchange.items import Reply
from kiosk.exchange.return_bundle import Mail, SealedReply, State
from kiosk.requests.picture import Picture
from kiosk.requests.progress import Stage
from kiosk.requests.rows import PART
from tests.builders.exchange import SUNDAY, a_reply
from tests.builders.stores import Wing, a_sealed_reply, receipts, waiting

ME = "A1234BC"


def all_of(wing: Wing, state: str = "read") -> Mail:
    """A return that has everything."""
    items = waiting(wing.ledger)
    states = tuple(State.model_validate({"id": i.id, "state": state, "day": SUNDAY}) for i in items)
    return Mail(receipts=receipts(items), states=states)


def reply_to(request: str, **fields: object) -> SealedReply:
    reply: Reply = a_reply().model_copy(update={"request": request, **fields})
    return a_sealed_reply(reply)


def show_and_fail(wing: Wing, picture: Picture) -> None:
    with wing.database.write() as session:
        picture.show(session)
        wing.standing.applied(session, 1, "B")
        raise StoreFault("the disk failed")


def unseen(wing: Wing) -> int:
    last = wing.standing.now().last_return
    with wing.database.read() as session:
        return sum(
            session.execute(
                text(f"SELECT count(*) FROM {table} WHERE since > :last"),  # noqa: S608
                {"last": last},
            ).scalar_one()
            for table in ("requests", "states", "replies")
        )


def test_nobody_sees_what_is_not_here_whole(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.bring(all_of(wing), reply_to(saved.id))

    (row,) = wing.own.of(ME, SUNDAY)
    assert unseen(wing) == 3
    assert (row.progress.stage, row.answer) == (Stage.SAVED, None)
    assert (wing.own.file_replies(), [*wing.ledger.waiting()]) == (0, [saved.id])
    assert wing.ledger.count_waiting() == 1
    assert wing.ledger.oldest_waiting() == SUNDAY


def test_the_last_step_shows_all_of_it(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(all_of(wing, "answered"), reply_to(saved.id))

    (row,) = wing.own.of(ME, SUNDAY)
    assert (row.progress.stage, wing.ledger.waiting(), unseen(wing)) == (Stage.ANSWERED, {}, 0)
    assert row.answer


def test_what_a_return_left_that_was_cut_off_is_not_shown_by_the_next(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.bring(all_of(wing), reply_to(saved.id))

    wing.take(Mail())
    wing.take(Mail())

    (row,) = wing.own.of(ME, SUNDAY)
    assert (row.progress.stage, row.answer, unseen(wing)) == (Stage.SAVED, None, 0)
    assert [*wing.ledger.waiting()] == [saved.id]
    assert wing.ledger.damaged() == ()


def test_a_return_that_was_cut_off_may_come_again(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    mail, reply = all_of(wing), reply_to(saved.id)
    wing.bring(mail, reply)

    applied = wing.take(mail, reply)

    assert (applied.received, applied.states, applied.replies) == (1, 1, 1)
    assert (wing.ledger.waiting(), unseen(wing)) == ({}, 0)


def test_what_was_shown_once_stays_while_the_next_is_cut_off(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(all_of(wing, "answered"), reply_to(saved.id))

    wing.bring(Mail())

    (row,) = wing.own.of(ME, SUNDAY)
    assert (row.progress.stage, wing.ledger.waiting()) == (Stage.ANSWERED, {})


def test_a_request_saved_while_a_return_is_written_waits(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    picture = wing.bring(all_of(wing))
    later = wing.ask()

    with wing.database.write() as session:
        picture.show(session)
        wing.standing.applied(session, 1, "B")

    assert [*wing.ledger.waiting()] == [later.id]


def test_more_than_one_part_comes_in(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    replies = [
        a_sealed_reply(a_reply(), f"reply-{number}").model_copy(update={"sealed": b"closed"})
        for number in range(2 * PART + 1)
    ]

    assert wing.take(Mail(), *replies).replies == 2 * PART + 1
    assert unseen(wing) == 0
    assert wing.take(Mail(), *replies[:1]).replies == 1
    with wing.database.read() as session:
        assert session.execute(text("SELECT count(*) FROM replies")).scalar_one() == 1


def test_a_state_of_another_day_replaces_the_old_one(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    mail = all_of(wing)
    wing.take(mail)
    moved = mail.states[0].model_copy(update={"day": SUNDAY.replace(day=23)})

    wing.take(mail.model_copy(update={"states": (moved,)}))

    with wing.database.read() as session:
        days = session.execute(text("SELECT request, day FROM states")).all()
    assert [tuple(row) for row in days] == [(saved.id, "2026-11-23")]


def test_other_bytes_of_a_reply_replace_the_old_ones(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(all_of(wing), reply_to(saved.id, note="First"))
    wing.own.file_replies()

    wing.take(Mail(), reply_to(saved.id, note="Second"))

    (row,) = wing.own.of(ME, SUNDAY)
    assert row.answer
    assert row.answer.note == "Second"


def test_what_was_received_before_returns_came_in_parts_stays_received(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    wing.take(all_of(wing, "answered"), reply_to(saved.id))
    old = as_it_was_before(tmp_path / "kiosk.db", tmp_path / "old.db")

    again = Wing(tmp_path, Database(old))

    (row,) = again.own.of(ME, SUNDAY)
    assert (row.progress.stage, again.ledger.waiting()) == (Stage.ANSWERED, {})
    assert row.answer


def as_it_was_before(new: Path, old: Path) -> Path:
    """The same rows in a database of a program that did not know the second step."""
    with closing(sqlite3.connect(old)) as db:
        for statement in STEPS[0]:
            db.execute(statement)
        db.execute("PRAGMA user_version = 1")
        db.execute("ATTACH ? AS new", (str(new),))
        for table in ("standing", "requests", "blobs", "states", "replies"):
            columns = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO {table} SELECT {columns} FROM new.{table}")  # noqa: S608
        db.commit()
    return old


def test_a_fault_in_the_last_step_leaves_the_old_picture(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    picture = wing.bring(all_of(wing), reply_to(saved.id))

    with pytest.raises(StoreFault):
        show_and_fail(wing, picture)

    assert [*wing.ledger.waiting()] == [saved.id]
    assert wing.standing.now().last_return == 0
