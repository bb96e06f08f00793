"""Where this kiosk stands in its exchange with the office."""

from dataclasses import dataclass

from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.database import Base, Database, Id

ONLY = 1


class StandingRow(Base):
    """The one row of the standing."""

    __tablename__ = "standing"

    one: Mapped[int] = mapped_column(primary_key=True)
    site: Mapped[str]
    kiosk: Mapped[str]
    wing: Mapped[str]
    epoch: Mapped[str] = mapped_column(Id)
    demo: Mapped[bool]
    seq: Mapped[int]
    prev: Mapped[str]
    last_return: Mapped[int]


@dataclass(frozen=True, slots=True)
class Stand:
    """Which kiosk this is, and the last numbers that went out and came in.

    `seq` is the last bundle written (0: none), `prev` the hash of its payload (""), `last_return`
    the last return applied (0). Site and kiosk stay for ever; a return may change the wing.
    """

    site: str
    kiosk: str
    wing: str
    epoch: str
    demo: bool
    seq: int = 0
    prev: str = ""
    last_return: int = 0


class Standing:
    """The standing of one kiosk, kept in its database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> Stand:
        """Give the standing as it is on the disk."""
        with self._database.read() as session:
            row = session.get_one(StandingRow, ONLY)
            return Stand(
                site=row.site,
                kiosk=row.kiosk,
                wing=row.wing,
                epoch=row.epoch,
                demo=row.demo,
                seq=row.seq,
                prev=row.prev,
                last_return=row.last_return,
            )

    def begin(self, session: Session, stand: Stand) -> None:
        """Write the first standing of a new kiosk."""
        session.add(
            StandingRow(
                one=ONLY,
                site=stand.site,
                kiosk=stand.kiosk,
                wing=stand.wing,
                epoch=stand.epoch,
                demo=stand.demo,
                seq=stand.seq,
                prev=stand.prev,
                last_return=stand.last_return,
            )
        )

    def wrote(self, session: Session, seq: int, payload_sha256: str) -> None:
        """Note the last bundle that was written to a stick; a number is never used twice."""
        row = session.get_one(StandingRow, ONLY)
        if seq <= row.seq:
            raise ValueError("the number of a bundle only goes up")
        row.seq, row.prev = seq, payload_sha256

    def applied(self, session: Session, seq: int, wing: str) -> None:
        """Note the return that was applied, with the wing it names; only ever a higher one."""
        row = session.get_one(StandingRow, ONLY)
        if seq <= row.last_return:
            raise ValueError("only a higher return is applied")
        row.last_return, row.wing = seq, wing
