"""Schedules as such: made, moved on from date to date, laid to rest and woken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ledger.book.open_book import Book
from ledger.core.members import GroupId
from ledger.core.recurrence import Due, Rule, begin, due, moment, upcoming
from ledger.core.schedule import Kind, Schedule, State
from ledger.storage import group_rows, schedule_rows
from ledger.storage.database import Transaction


def add(book: Book, kind: Kind, number: int, rule: Rule, **columns: object) -> Schedule:
    """Make a schedule of the group; raises LedgerError RULE_NEVER_FIRES."""
    connection = book.tx.connection
    rule = begin(rule, book.group.timezone, book.now)
    note_change(book.tx, book.group.id)
    new = schedule_rows.add(
        connection,
        rule,
        group_id=book.group.id,
        kind=kind,
        number=number,
        made_at=book.now,
        **columns,
    )
    return set_due(book.tx, schedule_rows.by_id(connection, new))


def follow(tx: Transaction, found: Schedule, rule: Rule, **columns: object) -> Schedule:
    """Let a schedule follow another rule from now on, and be active.

    A date that it has served already is not served again. Raises RULE_NEVER_FIRES.
    """
    rule = begin(rule, found.zone, tx.now)
    columns = {**schedule_rows.rule_columns(rule), "state": State.ACTIVE, **columns}
    note_change(tx, found.group_id)
    schedule_rows.change(tx.connection, found.id, **columns)
    return set_due(tx, replace(schedule_rows.by_id(tx.connection, found.id), next_on=None))


def add_each(book: Book, kind: Kind, numbers: Sequence[int], rule: Rule, **columns: object) -> None:
    """Make a schedule of the group for each number; raises LedgerError RULE_NEVER_FIRES."""
    if not numbers:
        return
    rule = begin(rule, book.group.timezone, book.now)
    one = _first(book.tx, rule, book.group.timezone, None)
    note_change(book.tx, book.group.id)
    schedule_rows.add_each(
        book.tx.connection,
        rule,
        numbers,
        group_id=book.group.id,
        kind=kind,
        made_at=book.now,
        **_due_columns(State.ACTIVE, one),
        **columns,
    )


def follow_each(book: Book, found: Sequence[Schedule], rule: Rule, **columns: object) -> None:
    """Let schedules of the group follow another rule, each as `follow` does."""
    if not found:
        return
    zone = book.group.timezone
    rule = begin(rule, zone, book.now)
    shared = {**schedule_rows.rule_columns(rule), **columns}
    note_change(book.tx, book.group.id)
    schedule_rows.change_each(
        book.tx.connection,
        {
            of.id: {**shared, **_due_columns(State.ACTIVE, _first(book.tx, rule, zone, of.last_on))}
            for of in found
        },
    )


def note_change(tx: Transaction, group_id: GroupId | None) -> None:
    """Have whoever watches a group see that its schedules are others; a person's own are not."""
    if group_id is not None:
        group_rows.note_change(tx.connection, group_id, tx.now)


def set_due(tx: Transaction, found: Schedule) -> Schedule:
    """Give a schedule its next date after those served, the one it has unless it has none.

    Without a date it is the first whose moment is still to come: nothing is made up for
    from before the schedule began.
    """
    if found.next_on is not None:
        one: Due | None = Due(found.next_on, moment(found.next_on, found.rule.at, found.zone))
    else:
        one = _first(tx, found.rule, found.zone, found.last_on)
    return _to(tx, found, found.last_on, one)


def move_on(tx: Transaction, found: Schedule, served: date) -> Schedule:
    """Note that a date was served and turn to the next one; without one the schedule ends."""
    moved = moved_on(found, served)
    write_dates(tx, moved)
    return moved


def moved_on(found: Schedule, served: date) -> Schedule:
    """Return a schedule behind a date that was served, without writing it."""
    return _turned(found, served, due(found.rule, found.zone, served))


def _first(tx: Transaction, rule: Rule, zone: str, after: date | None) -> Due | None:
    """Return a rule's first date after another whose moment is still to come."""
    return next((one for one in upcoming(rule, zone, after) if one.at > tx.now), None)


def _due_columns(state: State, one: Due | None) -> dict[str, object]:
    """Return the columns that say when a schedule is due; without a date it ends."""
    state = state if one is not None else State.STOPPED
    return {
        "state": state,
        "next_on": None if one is None else one.on,
        "next_due": None if one is None or state is not State.ACTIVE else one.at,
    }


def _to(tx: Transaction, found: Schedule, last_on: date | None, one: Due | None) -> Schedule:
    moved = _turned(found, last_on, one)
    write_dates(tx, moved)
    return moved


def _turned(found: Schedule, last_on: date | None, one: Due | None) -> Schedule:
    state = found.state if one is not None else State.STOPPED
    return replace(
        found,
        state=state,
        last_on=last_on,
        next_on=None if one is None else one.on,
        next_due=None if one is None or state is not State.ACTIVE else one.at,
    )


def write_dates(tx: Transaction, moved: Schedule) -> None:
    """Write where a schedule stands: its state, what it served last and what comes next."""
    schedule_rows.change(
        tx.connection,
        moved.id,
        state=moved.state,
        last_on=moved.last_on,
        next_on=moved.next_on,
        next_due=moved.next_due,
    )


def set_state(tx: Transaction, found: Schedule, state: State) -> Schedule:
    """Pause, stop or go on with a schedule; going on, it takes up the date where it was."""
    note_change(tx, found.group_id)
    return set_due(tx, replace(found, state=state))


def rest(tx: Transaction, found: Schedule) -> None:
    """Let a schedule wait, for as long as the bot is not in the chat."""
    schedule_rows.change(tx.connection, found.id, next_due=None)


def wake(book: Book) -> None:
    """Let a group's schedules take up their dates: the bot is back, or the clock another."""
    for found in schedule_rows.of_group(book.tx.connection, book.group.id):
        if found.state is State.ACTIVE:
            set_due(book.tx, replace(found, zone=book.group.timezone))
