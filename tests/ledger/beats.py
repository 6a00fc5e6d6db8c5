"""The heartbeat for tests of the ledger: what is due is recorded, and told to a list."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select

from ledger.core.answers.due_notices import Notice
from ledger.core.recurrence import Rule, Unit
from ledger.core.schedule import DeliveryId
from ledger.schedules import deliveries, notices
from ledger.storage.schedule_tables import ScheduleRow
from tests.ledger.chat import Chat


def record(chat: Chat) -> None:
    """Record all that is due now."""
    while True:
        with chat.store.transaction() as tx:
            owners = deliveries.owners_due(tx, 100)
        if not owners:
            return
        for owner in owners:
            with chat.store.transaction() as tx:
                deliveries.record_due(tx, owner)


def send(chat: Chat) -> list[Notice]:
    """Send all that waits; return it in its order."""
    told = []
    for delivery in waiting(chat):
        with chat.store.transaction() as tx:
            posting = notices.begin_sending(tx, delivery)
        if posting is not None:
            told.append(posting)
            with chat.store.transaction() as tx:
                deliveries.sent(tx, posting.deliveries)
    return told


def waiting(chat: Chat) -> tuple[DeliveryId, ...]:
    with chat.store.transaction() as tx:
        return deliveries.waiting(tx, 1000)


def beat(chat: Chat) -> list[Notice]:
    """Record and send all that is due now."""
    record(chat)
    return send(chat)


def live_until(chat: Chat, end: datetime) -> list[tuple[datetime, Notice]]:
    """Let time pass with a beat just before and at each due moment; return what was told when."""
    told = []
    while (due := _next_due(chat)) is not None and due <= end:
        chat.clock.move_to(due - timedelta(seconds=1))
        assert beat(chat) == []
        chat.clock.move_to(due)
        told += [(due, posting) for posting in beat(chat)]
    chat.clock.move_to(end)
    return told


def _next_due(chat: Chat) -> datetime | None:
    with chat.store.transaction() as tx:
        return tx.connection.scalar(select(func.min(ScheduleRow.next_due)))


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def monthly(day: int, start: date = date(2026, 3, 2), until: date | None = None) -> Rule:
    return Rule(Unit.MONTH, time(9), start, day=day, until=until)


def fridays(start: date = date(2026, 3, 2)) -> Rule:
    return Rule(Unit.WEEK, time(9), start, weekdays=(4,))
