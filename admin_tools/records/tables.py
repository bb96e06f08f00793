"""The tables of the office: nothing here names who asked what."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from admin_tools.records.base import Base


class Setting(Base):
    """One thing the office remembers about itself: site, kind, repo, schema."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Kiosk(Base):
    """One life of one kiosk: its number with the epoch that its enrolment made.

    `state` is live, replaced or revoked. `return_seq` is the last return written,
    `last_return` the last one that the kiosk said it applied.
    """

    __tablename__ = "kiosks"
    __table_args__ = (UniqueConstraint("kiosk", "epoch"),)

    row: Mapped[int] = mapped_column(primary_key=True)
    kiosk: Mapped[str]
    epoch: Mapped[str]
    site: Mapped[str]
    wing: Mapped[str]
    signing: Mapped[str]
    opening: Mapped[str]
    storage: Mapped[str]
    fingerprint: Mapped[str]
    demo: Mapped[bool]
    registered: Mapped[date]
    state: Mapped[str] = mapped_column(default="live")
    revoked_after: Mapped[int | None]
    last_seq: Mapped[int] = mapped_column(default=0)
    last_day: Mapped[date | None]
    last_return: Mapped[int] = mapped_column(default=0)
    return_seq: Mapped[int] = mapped_column(default=0)
    waiting: Mapped[int] = mapped_column(default=0)
    oldest: Mapped[date | None]
    free_mb: Mapped[int] = mapped_column(default=0)
    program: Mapped[str] = mapped_column(default="")
    content: Mapped[int] = mapped_column(default=0)
    refusals: Mapped[str] = mapped_column(default="{}")


class Bundle(Base):
    """One request bundle that was collected; `sha256` is of its signed payload."""

    __tablename__ = "bundles"
    __table_args__ = (UniqueConstraint("kiosk", "epoch", "seq", "sha256"),)

    row: Mapped[int] = mapped_column(primary_key=True)
    kiosk: Mapped[str]
    epoch: Mapped[str]
    seq: Mapped[int]
    sha256: Mapped[str]
    prev: Mapped[str]
    day: Mapped[date]
    items: Mapped[int]
    collected: Mapped[date]


class Item(Base):
    """One sealed item. It opens only with a desk's key or the recovery key.

    `tag` is the reference, keyed by the desk, so that a finder of the database cannot look
    a reference up. The two promise days and `urgent` are known once the desk has opened it.
    """

    __tablename__ = "items"
    __table_args__ = (
        Index("items_by_desk", "desk", "state"),
        Index("items_by_kiosk", "kiosk", "epoch"),
        Index("items_by_tag", "tag"),
        Index("items_by_bundle", "bundle"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    kiosk: Mapped[str]
    epoch: Mapped[str]
    type: Mapped[str]
    sha256: Mapped[str]
    bundle: Mapped[int] = mapped_column(ForeignKey("bundles.row"))
    desk: Mapped[str]
    for_desk: Mapped[bytes] = mapped_column(LargeBinary)
    for_recovery: Mapped[bytes] = mapped_column(LargeBinary)
    collected: Mapped[date]
    state: Mapped[str]
    state_day: Mapped[date]
    damaged: Mapped[bool] = mapped_column(default=False)
    tag: Mapped[str | None]
    read_by: Mapped[date | None]
    answer_by: Mapped[date | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    withdrawn: Mapped[date | None]


class Quarantined(Base):
    """An item kept as it came because something about it was odd; no receipt goes out for it."""

    __tablename__ = "quarantine"
    __table_args__ = (UniqueConstraint("id", "sha256", "reason"),)

    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    kiosk: Mapped[str]
    epoch: Mapped[str]
    type: Mapped[str]
    sha256: Mapped[str]
    reason: Mapped[str]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    collected: Mapped[date]


class Step(Base):
    """One step that a request took, in order; rows are only ever added."""

    __tablename__ = "steps"
    __table_args__ = (Index("steps_by_item", "item"),)

    row: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[str] = mapped_column(ForeignKey("items.id"))
    state: Mapped[str]
    day: Mapped[date]


class Reply(Base):
    """One answer, sealed by the desk to itself; the highest number of an item counts."""

    __tablename__ = "replies"
    __table_args__ = (UniqueConstraint("item", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    item: Mapped[str] = mapped_column(ForeignKey("items.id"))
    number: Mapped[int]
    made: Mapped[date]
    for_desk: Mapped[bytes] = mapped_column(LargeBinary)


class ReplyCopy(Base):
    """The same answer sealed to one kiosk's storage key."""

    __tablename__ = "reply_copies"

    reply: Mapped[str] = mapped_column(ForeignKey("replies.id"), primary_key=True)
    kiosk: Mapped[str] = mapped_column(primary_key=True)
    epoch: Mapped[str] = mapped_column(primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Person(Base):
    """One person of the site: the number, never a name; the PIN only as an Argon2id hash."""

    __tablename__ = "people"

    number: Mapped[str] = mapped_column(primary_key=True)
    pin: Mapped[str]
    language: Mapped[str]
    wing: Mapped[str]
    active: Mapped[bool]
    changed: Mapped[date]


class Access(Base):
    """Who opened or changed what, and when; the database itself refuses to change a row."""

    __tablename__ = "access_log"

    row: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    what: Mapped[str]
    item: Mapped[str] = mapped_column(default="")
    desk: Mapped[str] = mapped_column(default="")
