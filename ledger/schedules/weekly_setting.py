"""The weekly summary as a setting: a group's own, and a person's of all their groups."""

from __future__ import annotations

from ledger.book import scheduling
from ledger.book.open_book import Book
from ledger.book.standing import ONLY, set_standing, stop_standing
from ledger.book.weekly_default import begin
from ledger.core.members import Person, UserId
from ledger.core.recurrence import Rule
from ledger.core.schedule import Kind, Schedule, State
from ledger.storage import group_rows, people_rows, schedule_rows
from ledger.storage.database import Transaction


def set_weekly(book: Book, rule: Rule, topic: int | None = None) -> Schedule:
    """Let the group's summary be posted by a rule, in a topic; raises ADMINS_ONLY."""
    book.require_admin()
    return set_standing(book, Kind.WEEKLY, rule, topic=topic)


def stop_weekly(book: Book) -> Schedule:
    """Post no summary any more; raises ADMINS_ONLY."""
    book.require_admin()
    begin(book)
    stopped = stop_standing(book, Kind.WEEKLY)
    assert stopped is not None
    return stopped


def mine(tx: Transaction, user_id: UserId) -> Schedule | None:
    """Return when a person's own summary is sent; None when it never was."""
    return schedule_rows.of_user(tx.connection, user_id)


def set_mine(tx: Transaction, person: Person, rule: Rule, default_zone: str) -> Schedule:
    """Send a person a summary of all their groups.

    It follows the wall clock of the first of their groups, as a person has none of their own.
    """
    people_rows.follow(tx.connection, [person])
    people_rows.change_account(tx.connection, person.id, started=True)
    found = schedule_rows.of_user(tx.connection, person.id)
    zone = zone_of(tx, person.id, default_zone)
    if found is not None:
        schedule_rows.change(tx.connection, found.id, timezone=zone)
        return scheduling.follow(tx, schedule_rows.by_id(tx.connection, found.id), rule)
    new = schedule_rows.add(
        tx.connection,
        rule,
        user_id=person.id,
        kind=Kind.PRIVATE,
        number=ONLY,
        made_at=tx.now,
        timezone=zone,
    )
    return scheduling.follow(tx, schedule_rows.by_id(tx.connection, new), rule)


def stop_mine(tx: Transaction, user_id: UserId) -> Schedule | None:
    """Send a person no summary any more; None when there was none."""
    found = schedule_rows.of_user(tx.connection, user_id)
    return None if found is None else scheduling.set_state(tx, found, State.STOPPED)


def zone_of(tx: Transaction, user_id: UserId, default: str) -> str:
    """Return the wall clock that a person most likely lives by: their first group's."""
    found = group_rows.of_user(tx.connection, user_id)
    return str(found[0].timezone) if found else default
