"""Gives a person what is theirs: their requests with the answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from sqlalchemy import bindparam, select, update

from kiosk.database import Database
from kiosk.exchange import canonical, limits
from kiosk.exchange.items import Reply, reply_from_text
from kiosk.exchange.model import Code, Hex32, Model, Words
from kiosk.exchange.refusals import Refused
from kiosk.requests.progress import Days, Progress, progress
from kiosk.requests.rows import (
    IS_RECEIVED,
    LAST_RETURN,
    BlobRow,
    ReplyRow,
    RequestRow,
    StateRow,
    parts,
)

REPLIES = ReplyRow.metadata.tables["replies"]
FILE = update(REPLIES).where(REPLIES.c.id == bindparam("reply")).values(tag=bindparam("whose"))


class Vault(Protocol):
    """Opens and closes what only the screen of this kiosk may read (`visit.secrets`)."""

    def tag(self, text: str) -> str:
        """Give the name under which a person's rows are found."""

    def close_own(self, text: bytes, request: str) -> bytes:
        """Close a person's copy of a request."""

    def open_own(self, blob: bytes, request: str) -> bytes:
        """Open a person's copy, or raise Refused."""

    def open_reply(self, blob: bytes, reply: str) -> bytes:
        """Open a reply, or raise Refused."""


class OwnCopy(Model):
    """What the kiosk keeps of a request for the person who asked.

    `asked_from` is the page they came from; a private request keeps none.
    """

    request: Hex32
    reference: Words
    person: str
    proven: bool
    form: Code
    desk: Code
    title: Words
    asked: date
    carry_by: date
    read_by: date
    answer_by: date
    listed: bool
    private: bool
    capped: bool
    asked_from: Code | None = None


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One request of a person, as their list shows it.

    `answer` is the newest reply. A request that was asked on another kiosk of the site is known
    by its reply alone. `can_withdraw`: it was asked here and has not ended. `page_gone`: the page
    it was asked from has been taken down since; never said of a private one.
    """

    id: str
    reference: str
    title: str
    asked: date
    progress: Progress
    private: bool
    answer: Reply | None
    can_withdraw: bool
    page_gone: bool = False


def never(_entry: str) -> bool:
    """Nothing has been taken down."""
    return False


class OwnRequests:
    """Reads one person's rows. Everything is opened in memory and kept nowhere."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    def of(
        self, person: str, today: date, is_gone: Callable[[str], bool] = never
    ) -> tuple[OwnRow, ...]:
        """Give the requests that stand on this person's list, newest first.

        `is_gone` says of a page whether it has been taken down.
        """
        while self.file_replies():
            continue
        replies = self._replies_of(person)
        copies = self._copies_of(person)
        here = [
            replace(self._row(copy, replies, today), page_gone=_is_gone(copy, is_gone))
            for copy in copies
            if copy.listed
        ]
        known = {copy.request for copy in copies}
        elsewhere = [
            _from_elsewhere(reply, today)
            for reply in replies.values()
            if reply.request not in known and reply.listed
        ]
        return tuple(sorted([*here, *elsewhere], key=lambda row: row.asked, reverse=True))

    def asked_on(self, person: str, day: date, *, proven: bool) -> int:
        """Count what this person asked on a day with forms that count to the five.

        What somebody asked in their name without a PIN is counted apart: it takes nothing away.
        """
        return sum(
            copy.capped and copy.asked == day and copy.proven == proven
            for copy in self._copies_of(person)
        )

    def copy_of(self, request: str) -> OwnCopy | None:
        """Give the copy of one request that was asked here."""
        with self._database.read() as session:
            blob = session.scalar(select(BlobRow.own).where(BlobRow.id == request))
        return next(iter(self._opened([(request, blob)])), None) if blob else None

    def file_replies(self, most: int = 500) -> int:
        """Open replies that came with a return and note whose they are; tells how many.

        Cheap when there is nothing to do. The screen calls it when it is idle, too.
        """
        with self._database.read() as session:
            query = (
                select(ReplyRow.id, ReplyRow.sealed)
                .where(ReplyRow.tag.is_(None), ReplyRow.since <= LAST_RETURN)
                .limit(most)
            )
            fresh = session.execute(query).all()
        tags = [{"reply": reply, "whose": self._tag_of(reply, blob)} for reply, blob in fresh]
        for some in parts(tags):
            with self._database.write() as session:
                session.connection().execute(FILE, some)
        return len(tags)

    def _tag_of(self, reply_id: str, blob: bytes) -> str:
        """Give the tag of a reply; "" for one that does not open, so that it is not tried again."""
        try:
            return self._vault.tag(self._reply(blob, reply_id).person)
        except Refused:
            return ""

    def _reply(self, blob: bytes, reply_id: str) -> Reply:
        return reply_from_text(self._vault.open_reply(blob, reply_id))

    def _copies_of(self, person: str) -> list[OwnCopy]:
        with self._database.read() as session:
            query = (
                select(RequestRow.id, BlobRow.own)
                .join(BlobRow, BlobRow.id == RequestRow.id)
                .where(RequestRow.tag == self._vault.tag(person))
            )
            rows = session.execute(query).all()
        return self._opened((request, blob) for request, blob in rows if blob)

    def _opened(self, rows: Iterable[tuple[str, bytes]]) -> list[OwnCopy]:
        """Open copies; a damaged one does not open, so it is left out."""
        found: list[OwnCopy] = []
        for request, blob in rows:
            try:
                text = self._vault.open_own(blob, request)
                found.append(canonical.read_as(OwnCopy, text, limits.ITEM_BYTES))
            except (Refused, ValueError):
                continue
        return found

    def _replies_of(self, person: str) -> dict[str, Reply]:
        """Give the newest reply to each request of this person."""
        with self._database.read() as session:
            query = select(ReplyRow.id, ReplyRow.sealed).where(
                ReplyRow.tag == self._vault.tag(person), ReplyRow.since <= LAST_RETURN
            )
            rows = session.execute(query).all()
        replies = [self._reply(blob, reply_id) for reply_id, blob in rows]
        return {reply.request: reply for reply in sorted(replies, key=lambda reply: reply.day)}

    def _row(self, copy: OwnCopy, replies: dict[str, Reply], today: date) -> OwnRow:
        with self._database.read() as session:
            row = session.get_one(RequestRow, copy.request)
            states = dict(
                session.execute(
                    select(StateRow.state, StateRow.day).where(
                        StateRow.request == copy.request, StateRow.since <= LAST_RETURN
                    )
                ).all()
            )
            received = session.scalar(
                select(RequestRow.received_day).where(RequestRow.id == copy.request, IS_RECEIVED)
            )
            withdrawn = session.scalar(
                select(RequestRow.asked_day).where(
                    RequestRow.about == copy.request, RequestRow.type == "withdrawal"
                )
            )
        days = Days(
            asked=copy.asked,
            carried=row.carried_day,
            received=received,
            withdrawn=withdrawn,
            states=states,
            carry_by=copy.carry_by,
            read_by=copy.read_by,
            answer_by=copy.answer_by,
        )
        so_far = progress(days, today)
        return OwnRow(
            id=copy.request,
            reference=copy.reference,
            title=copy.title,
            asked=copy.asked,
            progress=so_far,
            private=copy.private,
            answer=replies.get(copy.request),
            can_withdraw=so_far.can_be_withdrawn,
        )


def _is_gone(copy: OwnCopy, is_gone: Callable[[str], bool]) -> bool:
    return not copy.private and copy.asked_from is not None and is_gone(copy.asked_from)


def _from_elsewhere(reply: Reply, today: date) -> OwnRow:
    days = Days(asked=reply.asked, states={"answered": reply.day})
    return OwnRow(
        id=reply.request,
        reference=reply.reference,
        title=reply.title,
        asked=reply.asked,
        progress=progress(days, today),
        private=False,
        answer=reply,
        can_withdraw=False,
    )
