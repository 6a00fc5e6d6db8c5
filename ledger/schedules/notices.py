"""Postings: what a delivery says, put together at the moment when it is sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ledger.book.open_book import Book
from ledger.core.entries import Entry, Source
from ledger.core.groups import Group
from ledger.core.members import Roster, UserId
from ledger.core.schedule import DeliveryId, Kind, Purpose, Schedule, Stage
from ledger.reports import weekly_summary
from ledger.reports.weekly_summary import PrivateSummary, Summary
from ledger.schedules import recurring, reminders
from ledger.schedules.recurring import Recurring
from ledger.schedules.reminders import Reminder
from ledger.storage import delivery_rows, entry_rows, group_rows, people_rows, schedule_rows
from ledger.storage.database import Transaction
from ledger.storage.delivery_rows import Delivery
from ledger.upkeep.chat_migration import chat_id_of

_LATE: Final = timedelta(hours=1)
"""From then on an expense counts as caught up with, and may be told together with others."""

_RINGING: Final = frozenset({Kind.REMINDERS, Kind.REMINDER})
"""What rings somebody's phone."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A recurring expense that fell due once since the last, and the one it recurs as."""

    entry: Entry
    roster: Roster
    recurring: Recurring


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """Recurring expenses that fell due several times before they were recorded, in their order."""

    entries: tuple[Entry, ...]
    roster: Roster


@dataclass(frozen=True, slots=True)
class Paused:
    """A recurring expense that could not be recorded on a date."""

    recurring: Recurring
    on: date


Content = Summary | PrivateSummary | Reminder | Receipt | CaughtUp | Paused


@dataclass(frozen=True, slots=True)
class Posting:
    """One message to be sent, for one delivery or several.

    `chat_id` and `topic` are where it goes; `language` is the locale that the group or
    person has chosen, `spoken` what they most likely speak where they have not. `today` is
    the date there. `attempts` counts the tries before this one.
    """

    deliveries: tuple[DeliveryId, ...]
    chat_id: int
    topic: int | None
    language: str | None
    spoken: str | None
    today: date
    attempts: int
    content: Content


def begin_sending(tx: Transaction, delivery_id: DeliveryId) -> Posting | None:
    """Return what a waiting delivery says and note that it is on its way.

    None where it was sent with another one, has nothing to say any more, or would remind
    somebody at night: then it waits for the morning.
    """
    connection = tx.connection
    found = delivery_rows.lock(connection, delivery_id)
    if found.stage is not Stage.WAITING:
        return None
    schedule = schedule_rows.by_id(connection, found.schedule_id)
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


def _to_person(tx: Transaction, user_id: UserId, found: Delivery) -> Posting | None:
    summary = weekly_summary.summarise_mine(tx, user_id)
    account = people_rows.account(tx.connection, user_id)
    if summary is None or account is None or not account.started:
        return None
    return Posting(
        deliveries=(found.id,),
        chat_id=user_id,
        topic=None,
        language=account.language,
        spoken=account.telegram_language,
        today=found.on,
        attempts=found.attempts,
        content=summary,
    )


def _to_group(tx: Transaction, schedule: Schedule, found: Delivery) -> Posting | None:
    assert schedule.group_id is not None
    row = group_rows.lock(tx.connection, schedule.group_id)
    if row.gone_at is not None:
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
        reminder = reminders.due_debts(book, schedule, Source(f"{reminders.POSTED_AS}{found.id}"))
        content = reminder if reminder.debts else None
    if content is None:
        return None
    return Posting(
        deliveries=ids,
        chat_id=chat_id_of(tx, book.group.id),
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
            entries = tuple(_entry(book, one) for one in together)
            return tuple(one.id for one in together), CaughtUp(entries, book.roster)
    shown = recurring.shown(book, schedule)
    return (found.id,), Receipt(_entry(book, found), book.roster, shown)


def _is_late(found: Delivery) -> bool:
    return found.made_at - found.due_at > _LATE


def _entry(book: Book, found: Delivery) -> Entry:
    assert found.entry_id is not None
    return book.as_now(entry_rows.by_id(book.tx.connection, found.entry_id))


def _spoken(tx: Transaction, group: Group) -> str | None:
    """Return the language that most of a group's members have their Telegram in."""
    return people_rows.most_spoken(tx.connection, group.id)
