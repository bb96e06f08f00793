"""Brings the ledger to what the office says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, defer

from kiosk.exchange.return_bundle import Mail, Receipt, SealedReply, State
from kiosk.requests.rows import ReplyRow, RequestRow, StateRow, sha256


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
        received = again = 0
        rows = select(RequestRow).options(defer(RequestRow.sealed), defer(RequestRow.own))
        for row in session.scalars(rows):
            day = self._received(row)
            if row.received_day is None and day is not None:
                row.received_day = day
                received += 1
            elif row.received_day is not None and day is None and row.sealed is not None:
                row.received_day = None
                again += 1
            else:
                continue
            row.seal_row()
        states = self._put_states(session)
        self._put_replies(session)
        return Applied(received, again, states, len(self._replies))

    def _received(self, row: RequestRow) -> date | None:
        """Give the day on which the office took in exactly these bytes (a damaged row: its own)."""
        receipt = self._receipts.get(row.id)
        if receipt is None or row.id in self._resend:
            return None
        fits = receipt.sha256 == row.sealed_sha256 or (
            row.sealed is not None and receipt.sha256 == sha256(row.sealed)
        )
        return receipt.day if fits else None

    def _put_states(self, session: Session) -> int:
        ours = set(session.scalars(select(RequestRow.id)))
        back = set(session.scalars(select(RequestRow.id).where(RequestRow.received_day.is_(None))))
        named = self._states.keys() & ours
        session.execute(delete(StateRow).where(StateRow.request.in_(named | back)))
        fresh = {(one.id, one.state): one for i in sorted(named) for one in self._states[i]}
        session.add_all(
            StateRow(request=one.id, state=one.state, day=one.day) for one in fresh.values()
        )
        return len(named)

    def _put_replies(self, session: Session) -> None:
        have = dict(session.execute(select(ReplyRow.id, ReplyRow.sha256)).all())
        gone = have.keys() - self._replies.keys()
        changed = {i for i, (_, digest) in self._replies.items() if have.get(i) != digest}
        session.execute(delete(ReplyRow).where(ReplyRow.id.in_(gone | changed)))
        for reply_id in sorted(changed):
            reply, digest = self._replies[reply_id]
            session.add(
                ReplyRow(id=reply_id, request=reply.request, sealed=reply.sealed, sha256=digest)
            )
