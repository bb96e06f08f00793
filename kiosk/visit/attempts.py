"""Counts wrong PINs, so that guessing takes longer and longer."""

import math
from collections.abc import Callable

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.database import Base, Database

WAITS = (0, 0, 5, 30, 120, 300, 900)
"""Seconds to wait after the first, second … wrong PIN; from the seventh on always the last."""
THIS_KIOSK = "this-kiosk"
KIOSK_FREE = 5
"""Wrong PINs of whoever stood here that cost nothing: a queue of people mistypes, too."""
KIOSK_LONGEST = 120
"""Seconds. One person must not be able to shut everybody else out for longer than this."""
MOST_ROWS = 5_000
"""Rows kept: numbers can be made up, the disk is finite. The oldest go first."""


class AttemptRow(Base):
    """Wrong PINs in a row. `tag` is keyed: nobody can tell from it whose they are."""

    __tablename__ = "attempts"

    tag: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    turn: Mapped[int]


class Attempts:
    """How long to wait before the next try, for a person and for this kiosk.

    Seconds are counted while the program runs: neither a changed clock nor a pulled plug makes
    them shorter (after a start they count anew), and all of them end by themselves.
    """

    def __init__(self, database: Database, awake: Callable[[], float]) -> None:
        """`awake` gives seconds since some moment, never set back: `time.monotonic`."""
        self._database = database
        self._awake = awake
        self._started = awake()
        self._since: dict[str, float] = {}

    def wait(self, tag: str) -> int:
        """Give the whole seconds until this person may try again on this kiosk; 0: now."""
        with self._database.read() as session:
            person = _wait_after(_failures(session, tag))
            kiosk = _kiosk_wait_after(_failures(session, THIS_KIOSK))
        return max(self._left(tag, person), self._left(THIS_KIOSK, kiosk))

    def begin(self, tag: str) -> None:
        """Count a try as wrong before it is looked at: pulling the plug saves nobody a wait."""
        with self._database.write() as session:
            for name in (tag, THIS_KIOSK):
                failures = _failures(session, name)
                session.merge(AttemptRow(tag=name, failures=failures + 1, turn=_turn(session)))
            _forget_oldest(session)
        self._since[tag] = self._since[THIS_KIOSK] = self._awake()

    def right(self, tag: str) -> None:
        """The try was right after all: the person's count and the kiosk's begin anew."""
        with self._database.write() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.tag.in_((tag, THIS_KIOSK))))

    def _left(self, tag: str, seconds: int) -> int:
        passed = self._awake() - self._since.get(tag, self._started)
        return max(0, math.ceil(seconds - passed))


def _failures(session: Session, tag: str) -> int:
    row = session.get(AttemptRow, tag)
    return row.failures if row else 0


def _wait_after(failures: int) -> int:
    return 0 if failures == 0 else WAITS[min(failures, len(WAITS)) - 1]


def _kiosk_wait_after(failures: int) -> int:
    return min(_wait_after(max(0, failures - KIOSK_FREE)), KIOSK_LONGEST)


def _turn(session: Session) -> int:
    """Give the next number in the order of tries, so that the oldest row can be told."""
    newest = select(AttemptRow.turn).order_by(AttemptRow.turn.desc()).limit(1)
    return 1 + (session.scalar(newest) or 0)


def _forget_oldest(session: Session) -> None:
    old = select(AttemptRow.tag).order_by(AttemptRow.turn.desc()).offset(MOST_ROWS)
    session.execute(delete(AttemptRow).where(AttemptRow.tag.in_(old)))
