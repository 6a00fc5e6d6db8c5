"""The tables of what happens by time: schedules, what fell due, who is reminded, who sends."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint

from ledger.core.recurrence import Unit
from ledger.core.schedule import Kind, Purpose, Stage, State
from ledger.storage.columns import ROW_ID, by_value
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base


class ScheduleRow(Base):
    """What is to be posted when: a rule, and what it is for.

    It belongs to a group, or to a user in private, who has a `timezone` of their own here.
    `number` counts a group's recurring expenses from 1; it is the debtor's member id for a
    single reminder, and 1 for the others, of which there is one each. `line` is the expense
    as JSON (`ledger.schedules.templates`), `limit_minor` the least debt that is reminded of.

    `last_on` is the newest date that was posted, skipped or passed over. `next_due` is when
    `next_on` comes, None while the schedule rests (paused, stopped, at its end, or the bot
    is not in the chat). A `next_due` without a `next_on` asks for the dates to be computed.
    """

    __tablename__ = "schedules"
    __table_args__ = (
        UniqueConstraint("group_id", "kind", "number"),
        UniqueConstraint("user_id"),
        UniqueConstraint("source"),
        Index(None, "next_due", "group_id"),
        CheckConstraint("(group_id IS NULL) <> (user_id IS NULL)", name="one_owner"),
        CheckConstraint("every > 0", name="every"),
        CheckConstraint("at_minute >= 0 AND at_minute < 1440", name="at_minute"),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[Kind] = mapped_column(by_value(Kind, "kind"))
    number: Mapped[int]
    state: Mapped[State] = mapped_column(by_value(State, "state"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    topic: Mapped[int | None]
    source: Mapped[str | None]
    made_at: Mapped[datetime]
    timezone: Mapped[str | None]
    unit: Mapped[Unit] = mapped_column(by_value(Unit, "unit"))
    every: Mapped[int]
    weekdays: Mapped[str]
    day: Mapped[int | None]
    month: Mapped[int | None]
    at_minute: Mapped[int]
    start_on: Mapped[date]
    until_on: Mapped[date | None]
    line: Mapped[str | None]
    limit_minor: Mapped[int | None]
    limit_currency: Mapped[str | None] = mapped_column(String(3))
    last_on: Mapped[date | None]
    next_on: Mapped[date | None]
    next_due: Mapped[datetime | None]


class DeliveryRow(Base):
    """One due posting: recorded with what it causes, then sent.

    `place` is the group's number, 0 for a person: postings go out in the order of due time,
    then place. `send_after` is later than `due_at` where quiet hours or a failure put it off.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("schedule_id", "on_date", "purpose"),
        Index(None, "stage", "due_at", "place"),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    schedule_id: Mapped[int] = mapped_column(ForeignKey("schedules.id"))
    purpose: Mapped[Purpose] = mapped_column(by_value(Purpose, "purpose"))
    on_date: Mapped[date]
    due_at: Mapped[datetime]
    place: Mapped[int]
    made_at: Mapped[datetime]
    send_after: Mapped[datetime]
    stage: Mapped[Stage] = mapped_column(by_value(Stage, "stage"))
    attempts: Mapped[int]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)


class RemindedRow(Base):
    """When a member was reminded last, by which posting, and whether they want it at all.

    No reminder before `not_before`, and none while `muted`. `rung_source` is the posting of which
    a message that names them has arrived, while others of it are still to be sent.
    """

    __tablename__ = "reminded"

    member_id: Mapped[int] = mapped_column(
        ForeignKey("members.id"), primary_key=True, autoincrement=False
    )
    last_on: Mapped[date | None]
    last_source: Mapped[str | None]
    rung_source: Mapped[str | None]
    not_before: Mapped[date | None]
    muted: Mapped[bool]


class LeaseRow(Base):
    """Which process does what only one may do at a time; it ends by itself."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]
