"""Deliveries: what is due is recorded once, with what it causes, and then sent.

Recording is exact: a date of a schedule and the expense that it makes are written in one
transaction, and both are unique. Telling is at least once: a posting is marked as on its
way before it is sent and as sent right behind it, so a process that is killed in between
leaves those few of which nobody can know; they are sent again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ledger.book import scheduling
from ledger.book.open_book import Book
from ledger.core.errors import LedgerError
from ledger.core.members import GroupId, UserId
from ledger.core.recurrence import Due, latest, moment
from ledger.core.schedule import DeliveryId, Kind, Purpose, Schedule, Stage, State
from ledger.journal.posting import Draft, write_each
from ledger.schedules import recurring
from ledger.storage import delivery_rows, group_rows, news_rows, schedule_rows
from ledger.storage.database import Transaction

_AT_ONCE: Final = 100
"""Missed dates of one expense that are recorded in one transaction; the rest in the next."""
_LEASE: Final = "deliveries"
LEASE_LASTS: Final = timedelta(seconds=20)
"""How long the right to send lasts after it was last renewed."""
_FIRST_PAUSE: Final = timedelta(seconds=15)
_LONGEST_PAUSE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose schedules are due: a group, or a person in private."""

    group_id: GroupId | None
    user_id: UserId | None


def owners_due(tx: Transaction, most: int) -> tuple[Owner, ...]:
    """Return whose schedules are due, by due time and then group."""
    found = schedule_rows.owners_due(tx.connection, tx.now, most)
    return tuple(Owner(group_id, user_id) for group_id, user_id in found)


def record_due(tx: Transaction, owner: Owner) -> None:
    """Record all that is due of one owner, and turn their schedules to the next dates.

    The group's row is locked, so that its expenses are in order with everybody's.
    """
    book = None
    if owner.group_id is not None:
        row = group_rows.lock(tx.connection, owner.group_id)
        book = Book(tx, row)
        if row.gone_at is not None:
            for found in schedule_rows.claim_due(tx.connection, owner.group_id, None, tx.now):
                scheduling.rest(tx, found)
            return
    for found in schedule_rows.claim_due(tx.connection, owner.group_id, owner.user_id, tx.now):
        one = _next(found)
        if one is None or one.at > tx.now:
            scheduling.set_due(tx, found)
        elif found.kind is Kind.EXPENSE:
            assert book is not None
            _record_expenses(book, found)
        else:
            _record_posting(tx, found)


def look_later(tx: Transaction, owner: Owner) -> None:
    """Leave an owner's due schedules for later, so that they don't hold up everybody else's."""
    for found in schedule_rows.claim_due(tx.connection, owner.group_id, owner.user_id, tx.now):
        schedule_rows.change(tx.connection, found.id, next_due=tx.now + _LONGEST_PAUSE)


def _record_expenses(book: Book, found: Schedule) -> None:
    """Record all dates that have come; what can't be recorded pauses the schedule.

    The entries, their deliveries and the schedule's next date are written once for all dates.
    """
    tx, before = book.tx, found
    recorded = delivery_rows.recorded_from(tx.connection, found.id, found.next_on or tx.now.date())
    drafts: list[Draft] = []
    made: list[dict[str, object]] = []
    paused: list[dict[str, object]] = []
    for _ in range(_AT_ONCE):
        one = _next(found)
        if one is None or one.at > book.now:
            break
        if (one.on, Purpose.POSTING) not in recorded:
            try:
                number = book.group.entries + len(drafts) + 1
                drafts.append(recurring.draft_due(book, found, one.on, number))
            except LedgerError:
                if (one.on, Purpose.PAUSE) not in recorded:
                    paused.append(_delivery(tx, found, one, Purpose.PAUSE))
                found = scheduling.set_state(tx, found, State.PAUSED)
                break
            made.append(_delivery(tx, found, one, Purpose.POSTING))
        found = scheduling.moved_on(found, one.on)
    ids = write_each(book, drafts)
    posted = [{**delivery, "entry_id": id_} for delivery, id_ in zip(made, ids, strict=True)]
    delivery_rows.add_each(tx.connection, [*posted, *paused])
    if found != before:
        scheduling.write_dates(tx, found)


def _record_posting(tx: Transaction, found: Schedule) -> None:
    """Record the latest date that has come, and pass over those before it."""
    one = _next(found)
    assert one is not None
    one = latest(found.rule, found.zone, one.on, tx.now) or one
    recorded = delivery_rows.recorded_from(tx.connection, found.id, one.on)
    if (one.on, Purpose.POSTING) not in recorded:
        delivery_rows.add_each(tx.connection, [_delivery(tx, found, one, Purpose.POSTING)])
    scheduling.move_on(tx, found, one.on)


def _next(found: Schedule) -> Due | None:
    """Return the next date with its moment; `next_due` may only say when to look."""
    if found.next_on is None:
        return None
    return Due(found.next_on, moment(found.next_on, found.rule.at, found.zone))


def _delivery(tx: Transaction, found: Schedule, one: Due, purpose: Purpose) -> dict[str, object]:
    return {
        "schedule_id": found.id,
        "purpose": purpose,
        "on_date": one.on,
        "due_at": one.at,
        "place": found.group_id or 0,
        "made_at": tx.now,
        "send_after": tx.now,
        "entry_id": None,
    }


# Sending


def lease(tx: Transaction, holder: str, real_now: datetime) -> tuple[bool, int]:
    """Take or renew the right to send; return whether it is ours, and what was taken back.

    One process sends at a time, so that Telegram's limits are kept. Whoever takes over lets
    what the other had on its way wait again. `real_now` is the machine's time, which the
    book's may run ahead of.
    """
    try:
        before = delivery_rows.take_lease(
            tx.connection, _LEASE, holder, real_now, real_now + LEASE_LASTS
        )
    except LookupError:
        return False, 0
    return True, _take_back(tx) if before != holder else 0


def begin_lease(tx: Transaction, holder: str, real_now: datetime) -> tuple[bool, int]:
    """Take the right to send for a process that has sent nothing yet."""
    ours, taken_back = lease(tx, holder, real_now)
    return ours, taken_back + (_take_back(tx) if ours else 0)


def end_lease(tx: Transaction, holder: str, real_now: datetime) -> None:
    """Give the right to send back; what was put together and not sent waits again."""
    if delivery_rows.let_lease_go(tx.connection, _LEASE, holder, real_now):
        _take_back(tx)


def _take_back(tx: Transaction) -> int:
    """Let all that was on its way wait again; return how much there was."""
    return delivery_rows.take_back(tx.connection) + news_rows.take_back(tx.connection)


def give_back(tx: Transaction, ids: Collection[DeliveryId]) -> None:
    """Let postings that were put together and not sent wait again."""
    delivery_rows.take_back(tx.connection, ids)


def waiting(tx: Transaction, most: int) -> tuple[DeliveryId, ...]:
    """Return what is to be sent, by due time and then group."""
    return delivery_rows.waiting(tx.connection, tx.now, most)


def sent(tx: Transaction, ids: Collection[DeliveryId]) -> None:
    """Note that postings have arrived."""
    delivery_rows.change(tx.connection, ids, stage=Stage.SENT)


def drop(tx: Transaction, ids: Collection[DeliveryId], *, failed: bool = False) -> None:
    """Give postings up: nobody takes them any more, or they met a bug."""
    stage = Stage.FAILED if failed else Stage.DROPPED
    delivery_rows.change(tx.connection, ids, stage=stage)


@dataclass(frozen=True, slots=True)
class Failed:
    """A posting that was given up after a bug; `group_id` is None where it is for a person."""

    id: DeliveryId
    group_id: GroupId | None
    due_at: datetime


def failed(tx: Transaction) -> tuple[Failed, ...]:
    """Return the postings that met a bug, newest first."""
    return tuple(
        Failed(DeliveryId(row.id), GroupId(row.place) if row.place else None, row.due_at)
        for row in delivery_rows.failed(tx.connection)
    )


def send_again(tx: Transaction, ids: Collection[DeliveryId]) -> None:
    """Let postings that met a bug wait to be sent, as after it was mended."""
    delivery_rows.change(tx.connection, ids, stage=Stage.WAITING, send_after=tx.now, attempts=0)


def put_off(tx: Transaction, ids: Collection[DeliveryId], attempts: int) -> None:
    """Try again later, after longer and longer pauses."""
    later = tx.now + pause_after(attempts)
    delivery_rows.change(tx.connection, ids, stage=Stage.WAITING, send_after=later)


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait before what has failed is tried again."""
    pause: timedelta = _FIRST_PAUSE * 2 ** min(attempts, 12)
    return min(pause, _LONGEST_PAUSE)
