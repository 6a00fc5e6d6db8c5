"""Reminders that somebody asks for outside the group's chat: foreseen, and posted there.

They are as those of `/remind @bob`, with the same limits; the deliveries post them, so that
they come once whatever dies in between.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from ledger.book.open_book import Book
from ledger.core.answers.reminding import Reminder
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Member, MemberId, Name
from ledger.core.recurrence import Rule, Unit
from ledger.core.schedule import Kind, Purpose, State
from ledger.schedules import reminders
from ledger.storage import delivery_rows, news_rows, schedule_rows


def foreseen(book: Book, member: Member) -> Reminder:
    """Return what a reminder would say, and when; nothing is noted.

    Raises LedgerError: NO_CHAT, and what `reminders.remind` raises.
    """
    _require_chat(book)
    return reminders.foreseen(book, _named(member))


def ask(book: Book, member: Member, source: Source, topic: int | None = None) -> Reminder:
    """Have a debtor reminded in the chat, in a topic; now or, at night, in the morning.

    Raises LedgerError: NO_CHAT, and what `reminders.remind` raises.
    """
    _require_chat(book)
    reminder = reminders.remind(book, _named(member), source, topic)
    if reminder.at is None:
        for debtor in reminder.debtors:
            _post(book, debtor.id, topic)
    return reminder


def _require_chat(book: Book) -> None:
    if not news_rows.has_chat(book.tx.connection, book.group.id):
        raise LedgerError(Code.NO_CHAT)


def _named(member: Member) -> Name:
    return Name(member.first_name, member=member.id)


def _post(book: Book, debtor: MemberId, topic: int | None) -> None:
    """Let today's reminder of a debtor fall due; their schedule has no dates to come."""
    connection, today = book.tx.connection, book.today
    found = schedule_rows.one(connection, book.group.id, Kind.REMINDER, int(debtor))
    if found is None:
        at = book.now.astimezone(ZoneInfo(book.group.timezone)).time().replace(tzinfo=None)
        schedule_id = schedule_rows.add(
            connection,
            Rule(Unit.DAY, at, today, until=today),
            group_id=book.group.id,
            kind=Kind.REMINDER,
            number=int(debtor),
            made_at=book.now,
            state=State.STOPPED,
            topic=topic,
        )
    else:
        schedule_id = found.id
        schedule_rows.change(connection, schedule_id, topic=topic)
    recorded = delivery_rows.recorded_from(connection, schedule_id, today)
    if (today, Purpose.POSTING) in recorded:
        return
    delivery_rows.add_each(
        connection,
        [
            {
                "schedule_id": schedule_id,
                "purpose": Purpose.POSTING,
                "on_date": today,
                "due_at": book.now,
                "place": book.group.id,
                "made_at": book.now,
                "send_after": book.now,
                "entry_id": None,
            }
        ],
    )
