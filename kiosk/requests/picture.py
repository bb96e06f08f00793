"""Brings the ledger to what the office says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.orm import Session

from kiosk.database import Base, Database
from kiosk.exchange.return_bundle import Mail, Receipt, SealedReply, State
from kiosk.requests.rows import (
    IS_RECEIVED,
    LAST_RETURN,
    BlobRow,
    ReplyRow,
    RequestRow,
    StateRow,
    parts,
    sha256,
    write_days,
)

Key = tuple[str, str]
"""A request with a state of its."""
STATE_KEY = tuple_(StateRow.request, StateRow.state)


@dataclass(frozen=True, slots=True)
class Applied:
    """What a return changed: newly received, waiting again, states and replies that are there."""

    received: int
    again: int
    states: int
    replies: int


@dataclass(frozen=True, slots=True)
class _Changes:
    """What has to be written. The lists of `Picture.bring` are long, the others are short."""

    received: Mapping[str, date] = field(default_factory=dict)
    again: tuple[str, ...] = ()
    states: tuple[Key, ...] = ()
    states_gone: tuple[Key, ...] = ()
    states_moved: tuple[Key, ...] = ()
    replies: tuple[str, ...] = ()
    replies_gone: tuple[str, ...] = ()
    replies_moved: tuple[str, ...] = ()


class Picture:
    """What a return says of every request: a whole picture, so applying it twice is harmless.

    First `bring` writes what is new in parts that nobody sees, because their `since` is a return
    that is not here yet; nobody at the screen waits for it. Then `show`, in the transaction that
    notes the return, removes what is no longer so: from then on all of it is seen, or none.
    """

    def __init__(self, seq: int, mail: Mail, replies: Iterable[SealedReply]) -> None:
        self._seq = seq
        self._receipts: Mapping[str, Receipt] = {one.id: one for one in mail.receipts}
        self._resend = frozenset(mail.resend)
        self._states: dict[str, list[State]] = {}
        for state in mail.states:
            self._states.setdefault(state.id, []).append(state)
        self._replies = {reply.id: (reply, sha256(reply.sealed)) for reply in replies}
        self._fresh: dict[Key, date] = {}
        self._named = 0
        self._changes = _Changes()

    def bring(self, database: Database) -> None:
        """Write what is new, a part at a time, seen by nobody before `show`.

        1. What a return that was cut off left behind is taken away. 2. All is read and compared.
        3. Receipts for exactly these bytes. 4. States of known requests. 5. Replies.
        """
        _clear_unfinished(database)
        with database.read() as session:
            self._changes = self._compared(session)
        received = self._changes.received
        for some in parts(tuple(received)):
            _write_received(database, some, received, self._seq)
        for rows in parts(self._state_rows(self._changes.states)):
            with database.write() as session:
                session.execute(insert(StateRow), rows)
        for rows in parts(self._reply_rows(self._changes.replies)):
            with database.write() as session:
                session.execute(insert(ReplyRow), rows)

    def show(self, session: Session) -> Applied:
        """Take away or replace what is otherwise now, in the transaction that notes the return.

        Received once, but without a receipt now, or asked for again: it waits again.
        """
        changes = self._changes
        for some in parts(changes.again):
            rows = session.scalars(select(RequestRow).where(RequestRow.id.in_(some))).all()
            for row in rows:
                row.received_day, row.since = None, 0
                row.seal_row()
        _delete_states(session, changes.states_gone + changes.states_moved)
        _delete_replies(session, changes.replies_gone + changes.replies_moved)
        _insert(session, StateRow, self._state_rows(changes.states_moved))
        _insert(session, ReplyRow, self._reply_rows(changes.replies_moved))
        return Applied(len(changes.received), len(changes.again), self._named, len(self._replies))

    def _compared(self, session: Session) -> _Changes:
        days = self._changed_days(session)
        received = {one: day for one, day in days.items() if day is not None}
        again = tuple(one for one, day in days.items() if day is None)
        states, states_gone, states_moved = self._compared_states(session, received, again)
        have = dict(session.execute(select(ReplyRow.id, ReplyRow.sha256)).all())
        moved = {i for i, (_, digest) in self._replies.items() if have.get(i, digest) != digest}
        return _Changes(
            received=received,
            again=again,
            states=states,
            states_gone=states_gone,
            states_moved=states_moved,
            replies=tuple(i for i in self._replies if i not in have),
            replies_gone=tuple(have.keys() - self._replies.keys()),
            replies_moved=tuple(moved),
        )

    def _changed_days(self, session: Session) -> dict[str, date | None]:
        """Give each item whose day of receipt is another now; None: it waits again."""
        rows = session.execute(
            select(
                RequestRow.id,
                RequestRow.sealed_sha256,
                RequestRow.received_day,
                BlobRow.sealed.is_not(None),
            ).outerjoin(BlobRow, BlobRow.id == RequestRow.id)
        )
        days: dict[str, date | None] = {}
        for item_id, digest, before, is_here in rows:
            now = self._received(session, item_id, digest)
            if before is None and now is not None:
                days[item_id] = now
            elif before is not None and now is None and is_here:
                days[item_id] = None
        return days

    def _received(self, session: Session, item_id: str, digest: str) -> date | None:
        """Give the day on which the office took in exactly these bytes (a damaged row: its own)."""
        receipt = self._receipts.get(item_id)
        if receipt is None or item_id in self._resend:
            return None
        if receipt.sha256 == digest:
            return receipt.day
        sealed = session.scalar(select(BlobRow.sealed).where(BlobRow.id == item_id))
        return receipt.day if sealed and sha256(sealed) == receipt.sha256 else None

    def _compared_states(
        self, session: Session, received: Mapping[str, date], again: Sequence[str]
    ) -> tuple[tuple[Key, ...], tuple[Key, ...], tuple[Key, ...]]:
        """Give the states that are new, gone, and of another day.

        Those of requests that are named, or wait (again), are replaced; the others stay.
        """
        ids = set(session.scalars(select(RequestRow.id)))
        kept = set(session.scalars(select(RequestRow.id).where(IS_RECEIVED))) | received.keys()
        kept -= set(again)
        named = self._states.keys() & ids
        self._named = len(named)
        self._fresh = {(i, one.state): one.day for i in named for one in self._states[i]}
        every = session.execute(select(StateRow.request, StateRow.state, StateRow.day))
        have = {(request, state): day for request, state, day in every}
        gone = [key for key in have if key not in self._fresh]
        return (
            tuple(sorted(self._fresh.keys() - have.keys())),
            tuple(key for key in gone if key[0] in named or key[0] not in kept),
            tuple(key for key, day in self._fresh.items() if have.get(key, day) != day),
        )

    def _state_rows(self, keys: Iterable[Key]) -> list[dict[str, Any]]:
        return [
            {"request": key[0], "state": key[1], "day": self._fresh[key], "since": self._seq}
            for key in keys
        ]

    def _reply_rows(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        return [
            {
                "id": one,
                "request": self._replies[one][0].request,
                "sealed": self._replies[one][0].sealed,
                "sha256": self._replies[one][1],
                "since": self._seq,
            }
            for one in ids
        ]


def _clear_unfinished(database: Database) -> None:
    """Take away what a return wrote that never came to its end: the power went, the stick left."""
    with database.read() as session:
        unseen = RequestRow.since > LAST_RETURN
        items = session.scalars(select(RequestRow.id).where(unseen)).all()
        states = session.execute(
            select(StateRow.request, StateRow.state).where(StateRow.since > LAST_RETURN)
        ).all()
        replies = session.scalars(select(ReplyRow.id).where(ReplyRow.since > LAST_RETURN)).all()
    for some in parts(items):
        _write_received(database, some, {}, 0)
    for keys in parts(states):
        with database.write() as session:
            _delete_states(session, [(request, state) for request, state in keys])
    for ids in parts(replies):
        with database.write() as session:
            _delete_replies(session, ids)


def _write_received(
    database: Database, ids: Sequence[str], days: Mapping[str, date], seq: int
) -> None:
    with database.read() as session:
        rows = session.scalars(select(RequestRow).where(RequestRow.id.in_(ids))).all()
    for row in rows:
        row.received_day, row.since = days.get(row.id), seq
        row.seal_row()
    with database.write() as session:
        write_days(session, rows)


def _delete_states(session: Session, keys: Sequence[Key]) -> None:
    for some in parts(keys):
        session.execute(delete(StateRow).where(STATE_KEY.in_(some)))


def _delete_replies(session: Session, ids: Sequence[str]) -> None:
    for some in parts(ids):
        session.execute(delete(ReplyRow).where(ReplyRow.id.in_(some)))


def _insert(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(table), rows)
