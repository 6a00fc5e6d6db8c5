"""Notices: what a delivery says, put together when it is sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from ledger.book.open_book import Book
from ledger.core.answers.due_notices import CaughtUp, Content, Notice, Paused, Receipt
from ledger.core.entries import Entry
from ledger.core.groups import Group
from ledger.core.members import UserId
from ledger.core.schedule import DeliveryId, Kind, Purpose, Schedule, Stage
from ledger.reports import weekly_summary
from ledger.schedules import recurring, reminders
from ledger.storage import delivery_rows, entry_rows, group_rows, people_rows, schedule_rows
from ledger.storage.database import Transaction
from ledger.storage.delivery_rows import Delivery
from ledger.storage.group_rows import chat_id_of

_LATE: Final = timedelta(hours=1)
"""From then on an expense counts as caught up with, and may share a notice with others."""

_RINGING: Final = frozenset({Kind.REMINDERS, Kind.REMINDER})
"""What rings somebody's phone."""


def begin_sending(tx: Transaction, delivery_id: DeliveryId) -> Notice | None:
    """Return what a waiting delivery says and note that it is on its way.

    None where it was sent with another one, has nothing to say any more, or would remind
    somebody at night: then it waits for the morning.
    """
    connection = tx.connection
    schedule = schedule_rows.by_delivery(connection, delivery_id)
    if schedule.group_id is not None:
        group_rows.lock(connection, schedule.group_id)  # Before the delivery, as everywhere.
    found = delivery_rows.lock(connection, delivery_id)
    if found.stage is not Stage.WAITING:
        return None
    # Asked here and not when it falls due: a bot may be away from then until late at night.
    if schedule.kind in _RINGING and (morning := reminders.quiet_until(tx.now, schedule.zone)):
        delivery_rows.change(connection, [found.id], send_after=morning)
        return None
    if schedule.user_id is not None:
        posting = _to_person(tx, schedule.user_id, found)
    else:
        posting = _to_group(tx, schedule, found)
    if posting is None:
        delivery_rows.change(connection, [found.id], stage=Stage.NOTHING)
        return None
    delivery_rows.change(
        connection, posting.deliveries, stage=Stage.SENDING, attempts=found.attempts + 1
    )
    return posting


def _to_person(tx: Transaction, user_id: UserId, found: Delivery) -> Notice | None:
    summary = weekly_summary.summarise_mine(tx, user_id)
    account = people_rows.account(tx.connection, user_id)
    if summary is None or account is None or not account.started:
        return None
    return Notice(
        deliveries=(found.id,),
        chat_id=user_id,
        topic=None,
        language=account.language,
        spoken=account.telegram_language,
        today=found.on,
        attempts=found.attempts,
        content=summary,
    )


def _to_group(tx: Transaction, schedule: Schedule, found: Delivery) -> Notice | None:
    assert schedule.group_id is not None
    row = group_rows.lock(tx.connection, schedule.group_id)
    chat_id = chat_id_of(tx, schedule.group_id)
    if row.gone_at is not None or chat_id is None:
        return None
    book = Book(tx, row)
    ids: tuple[DeliveryId, ...] = (found.id,)
    content: Content | None
    if found.purpose is Purpose.PAUSE:
        content = Paused(recurring.shown(book, schedule), found.on)
    elif schedule.kind is Kind.EXPENSE:
        ids, content = _expenses(book, schedule, found)
    elif schedule.kind is Kind.WEEKLY:
        content = weekly_summary.summarise(book, found.on)
    else:
        reminder = reminders.due_debts(book, schedule, reminders.posted_as(found.id))
        content = reminder if reminder.debts else None
    if content is None:
        return None
    return Notice(
        deliveries=ids,
        chat_id=chat_id,
        topic=schedule.topic,
        language=book.group.language,
        spoken=None if book.group.language else _spoken(tx, book.group),
        today=book.today,
        attempts=found.attempts,
        content=content,
    )


def _expenses(
    book: Book, schedule: Schedule, found: Delivery
) -> tuple[tuple[DeliveryId, ...], Receipt | CaughtUp]:
    """Return one receipt; a schedule's missed dates, where they are several, in one message.

    That message tells those of all of the group's schedules that missed several.
    """
    if _is_late(found):
        others = delivery_rows.waiting_expenses(book.tx.connection, book.group.id)
        late = [one for one in others if _is_late(one)]
        missed = Counter(one.schedule_id for one in late)
        if missed[found.schedule_id] > 1:
            together = [one for one in late if missed[one.schedule_id] > 1]
            entries = _entries(book, together)
            return tuple(one.id for one in together), CaughtUp(entries, book.roster)
    shown = recurring.shown(book, schedule)
    (entry,) = _entries(book, [found])
    return (found.id,), Receipt(entry, book.roster, shown)


def _is_late(found: Delivery) -> bool:
    return found.made_at - found.due_at > _LATE


def _entries(book: Book, found: Sequence[Delivery]) -> tuple[Entry, ...]:
    """Return what each of them recorded."""
    ids = [one.entry_id for one in found if one.entry_id is not None]
    assert len(ids) == len(found)
    entries = entry_rows.by_ids(book.tx.connection, ids)
    return tuple(book.as_now(entries[id_]) for id_ in ids)


def _spoken(tx: Transaction, group: Group) -> str | None:
    """Return the language that most of a group's members have their Telegram in."""
    return people_rows.most_spoken(tx.connection, group.id)
