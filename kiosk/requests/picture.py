"""Brings the ledger to what the office says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from kiosk.exchange.return_bundle import Mail, Receipt, SealedReply, State
from kiosk.requests.rows import BlobRow, ReplyRow, RequestRow, StateRow, sha256

RECEIVED = select(RequestRow.id, RequestRow.received_day)


@dataclass(frozen=True, slots=True)
class Applied:
    """What a return changed: newly received, waiting again, states and replies that are there."""

    received: int
    again: int
    states: int
    replies: int


class Picture:
    """What a return says of every request: a whole picture, so applying it twice is harmless.

    Made before the transaction begins, so that hashing does not hold up the screen.
    """

    def __init__(self, mail: Mail, replies: Iterable[SealedReply]) -> None:
        self._receipts: Mapping[str, Receipt] = {one.id: one for one in mail.receipts}
        self._resend = frozenset(mail.resend)
        self._states: dict[str, list[State]] = {}
        for state in mail.states:
            self._states.setdefault(state.id, []).append(state)
        self._replies = {reply.id: (reply, sha256(reply.sealed)) for reply in replies}

    def apply(self, session: Session) -> Applied:
        """Bring the ledger to this picture, in the caller's transaction.

        1. A receipt for exactly these bytes: received. 2. Received once, but without a receipt
        now, or asked for again: it waits again, if its bytes are still here. 3. States of known
        requests are replaced. 4. Replies are added, replaced, removed.
        """
        days = self._changed_days(session)
        rows = select(RequestRow).where(RequestRow.id.in_(days))
        for row in session.scalars(rows):
            row.received_day = days[row.id]
            row.seal_row()
        received = sum(day is not None for day in days.values())
        session.flush()
        states = self._put_states(session)
        self._put_replies(session)
        return Applied(received, len(days) - received, states, len(self._replies))

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

    def _put_states(self, session: Session) -> int:
        """Replace the states of requests that are named, or wait (again); leave the others."""
        waits = {row.id: row.received_day is None for row in session.execute(RECEIVED)}
        named = self._states.keys() & waits.keys()
        fresh = {(one.id, one.state): one.day for i in named for one in self._states[i]}
        every = session.execute(select(StateRow.request, StateRow.state, StateRow.day))
        have = {(request, state): day for request, state, day in every}
        for request, state in have.keys() - fresh.keys():
            if request in named or waits.get(request, True):
                session.execute(
                    delete(StateRow).where(StateRow.request == request, StateRow.state == state)
                )
        for (request, state), day in sorted(fresh.items()):
            if have.get((request, state)) != day:
                session.merge(StateRow(request=request, state=state, day=day))
        return len(named)

    def _put_replies(self, session: Session) -> None:
        have = dict(session.execute(select(ReplyRow.id, ReplyRow.sha256)).all())
        gone = have.keys() - self._replies.keys()
        changed = {i for i, (_, digest) in self._replies.items() if have.get(i) != digest}
        session.execute(delete(ReplyRow).where(ReplyRow.id.in_(gone | changed)))
        rows = [
            {"id": one, "request": reply.request, "sealed": reply.sealed, "sha256": digest}
            for one, (reply, digest) in self._replies.items()
            if one in changed
        ]
        if rows:
            session.execute(insert(ReplyRow), rows)
