"""Writes down which stick came and went, with what was turned away."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.database import Base, Database, UtcDateTime

REFUSED = "refused"
A_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,119}")
"""What a fact may be: a code, a number, a file's name. Typed text and people never fit."""

Facts = Mapping[str, str | int]


class RegisterRow(Base):
    """One line. Triggers in the database refuse to change or delete it."""

    __tablename__ = "register"

    n: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str]
    facts: Mapped[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register."""

    number: int
    at: datetime
    kind: str
    facts: Facts


class Register:
    """A book that is only added to. It holds no person and no topic."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def note(self, session: Session, kind: str, **facts: str | int) -> None:
        """Add a line in the caller's transaction, so that it stands exactly if the thing happened.

        A fact that could be something a person wrote is noted as a dash.
        """
        plain = {name: _code_or_number(fact) for name, fact in facts.items()}
        written = json.dumps(plain, sort_keys=True, separators=(",", ":"))
        session.add(RegisterRow(at=self._now(), kind=kind, facts=written))

    def refused(self, code: str, **facts: str | int) -> None:
        """Add a line about something that was turned away; nothing else changes."""
        with self._database.write() as session:
            self.note(session, REFUSED, code=code, **facts)

    def refusals(self) -> dict[str, int]:
        """Count what was turned away, by code, since this kiosk was enrolled."""
        with self._database.read() as session:
            lines = session.scalars(select(RegisterRow.facts).where(RegisterRow.kind == REFUSED))
            return dict(Counter(str(json.loads(facts)["code"]) for facts in lines))

    def last(self, count: int, kind: str | None = None) -> tuple[Line, ...]:
        """Give the newest lines, newest first."""
        query = select(RegisterRow).order_by(RegisterRow.n.desc()).limit(count)
        if kind is not None:
            query = query.where(RegisterRow.kind == kind)
        with self._database.read() as session:
            return tuple(
                Line(row.n, row.at, row.kind, json.loads(row.facts))
                for row in session.scalars(query)
            )


def _code_or_number(fact: str | int) -> str | int:
    return fact if isinstance(fact, int) or A_NAME.fullmatch(fact) else "-"
