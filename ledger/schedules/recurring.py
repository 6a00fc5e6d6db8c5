"""Recurring expenses: made, listed, changed, skipped and stopped, and recorded when due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from ledger.book import presence, scheduling
from ledger.book.open_book import Book
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member
from ledger.core.recurrence import Rule, preview
from ledger.core.schedule import Kind, Schedule, State
from ledger.core.templates import read_kept
from ledger.core.writing_context import WritingContext
from ledger.journal.posting import Draft
from ledger.schedules.templates import away, draft, keep
from ledger.storage import schedule_rows

MAX_RECURRING: Final = 50
"""Recurring expenses that go on in one group."""


def make(
    book: Book,
    rule: Rule,
    line: ExpenseLine,
    source: Source,
    topic: int | None = None,
    written: WritingContext | None = None,
) -> Recurring:
    """Let an expense recur by a rule, once for each source; `topic` is where it is posted.

    `written` is the context of the line, by default the group's of now.

    Raises LedgerError: TOO_MANY_SCHEDULES(most); RULE_NEVER_FIRES(first, until); what
    `templates.keep` raises.
    """
    connection, group = book.tx.connection, book.group
    found = schedule_rows.by_source(connection, group.id, source)
    if found is not None:
        return replace(_shown(book, found), repeated=True)
    if len(_going_on(book)) >= MAX_RECURRING:
        raise LedgerError(Code.TOO_MANY_SCHEDULES, most=MAX_RECURRING)
    kept = keep(book, line, written or book.context(), rule.start)
    made = scheduling.add(
        book,
        Kind.EXPENSE,
        schedule_rows.last_number(connection, group.id, Kind.EXPENSE) + 1,
        rule,
        author_id=book.require_actor().id,
        source=source,
        topic=topic,
        line=kept.written(),
    )
    return replace(_shown(book, made), newcomers=_newcomers(book))


def listed(book: Book) -> tuple[Recurring, ...]:
    """Return the recurring expenses that go on or are paused, by number."""
    return tuple(_shown(book, found) for found in _going_on(book))


def one(book: Book, number: int) -> Recurring:
    """Return a recurring expense that goes on; raise NO_SUCH_SCHEDULE(number)."""
    return _shown(book, _found(book, number))


def made_by(book: Book, source: Source) -> Recurring | None:
    """Return the recurring expense that a message has made, while it goes on."""
    found = schedule_rows.by_source(book.tx.connection, book.group.id, source)
    return None if found is None or found.state is State.STOPPED else _shown(book, found)


def edit(book: Book, number: int, rule: Rule, line: ExpenseLine) -> Recurring:
    """Let it say something else from its next date on, paused or not.

    Where the rule is read as it was, its dates stay: "every 2 weeks" goes on counting.

    Raises LedgerError: NO_SUCH_SCHEDULE; MAY_NOT_CHANGE_SCHEDULE; and what `make` raises.
    """
    found = _may_change(book, number)
    before = read_kept(found.line or "")
    kept = keep(book, line, before.context or book.context(), rule.start)
    kept = replace(kept, brought=tuple(dict.fromkeys([*before.brought, *kept.brought])))
    same_start = before.start in (None, rule.start)
    if same_start and replace(rule, start=found.rule.start) == found.rule:
        kept = replace(kept, start=before.start)
        scheduling.note_change(book.tx, book.group.id)
        schedule_rows.change(book.tx.connection, found.id, line=kept.written())
        found = schedule_rows.by_id(book.tx.connection, found.id)
        if found.state is State.PAUSED:
            found = scheduling.set_state(book.tx, found, State.ACTIVE)
        presence.leave_unnamed(book, {*before.people} - {*kept.people})
        return replace(_shown(book, found), newcomers=_newcomers(book))
    # A date that it was paused at is taken up again, so that it is not lost.
    waiting = found.next_on if found.state is State.PAUSED else None
    changed = scheduling.follow(book.tx, found, rule, line=kept.written())
    if waiting is not None:
        changed = scheduling.set_due(book.tx, replace(changed, next_on=waiting))
    presence.leave_unnamed(book, {*before.people} - {*kept.people})
    return replace(_shown(book, changed), newcomers=_newcomers(book))


def resume(book: Book, number: int) -> Recurring:
    """Go on with a paused one, from the date that it was paused at.

    Raises LedgerError: NO_SUCH_SCHEDULE; MAY_NOT_CHANGE_SCHEDULE; MEMBERS_AWAY(members).
    """
    found = _may_change(book, number)
    gone = away(book, read_kept(found.line or ""))
    if gone:
        raise LedgerError(Code.MEMBERS_AWAY, members=gone)
    if found.state is State.PAUSED:
        found = scheduling.set_state(book.tx, found, State.ACTIVE)
    return _shown(book, found)


def pause(book: Book, number: int) -> Recurring:
    """Let it rest until it is resumed, which is from the date that it is paused at.

    Raises LedgerError: NO_SUCH_SCHEDULE; MAY_NOT_CHANGE_SCHEDULE(author).
    """
    found = _may_change(book, number)
    if found.state is State.ACTIVE:
        found = scheduling.set_state(book.tx, found, State.PAUSED)
    return _shown(book, found)


def stop(book: Book, number: int) -> Recurring:
    """Let it recur no more. Raises NO_SUCH_SCHEDULE; MAY_NOT_CHANGE_SCHEDULE(author)."""
    found = scheduling.set_state(book.tx, _may_change(book, number), State.STOPPED)
    stopped = _shown(book, found)
    presence.leave_unnamed(book, stopped.kept.people)
    return stopped


def skip(book: Book, number: int, on: date) -> Recurring:
    """Leave its next date out, if that is still this one; only once for each date.

    Raises LedgerError: NO_SUCH_SCHEDULE; MAY_NOT_CHANGE_SCHEDULE(author).
    """
    found = _may_change(book, number)
    if found.next_on == on:
        scheduling.note_change(book.tx, book.group.id)
        found = scheduling.move_on(book.tx, found, on)
        if found.state is State.STOPPED:
            presence.leave_unnamed(book, read_kept(found.line or "").people)
    return _shown(book, found)


def draft_due(book: Book, found: Schedule, on: date, number: int) -> Draft:
    """Return the entry due on a date, with its number; raises what `templates.draft` raises."""
    return draft(book, read_kept(found.line or ""), _source(found, on), on, number)


def shown(book: Book, found: Schedule) -> Recurring:
    """Return a schedule with what it says."""
    return _shown(book, found)


def _source(found: Schedule, on: date) -> Source:
    return Source(f"schedule/{found.id}/{on.isoformat()}")


def _shown(book: Book, found: Schedule) -> Recurring:
    kept = read_kept(found.line or "")
    dates = () if found.state is State.STOPPED else preview(found.rule, found.zone, found.last_on)
    return Recurring(found, kept, dates, book.roster, away=away(book, kept))


def _going_on(book: Book) -> list[Schedule]:
    return [
        found
        for found in schedule_rows.of_group(book.tx.connection, book.group.id)
        if found.kind is Kind.EXPENSE and found.state is not State.STOPPED
    ]


def _found(book: Book, number: int) -> Schedule:
    found = schedule_rows.one(book.tx.connection, book.group.id, Kind.EXPENSE, number)
    if found is None or found.state is State.STOPPED:
        raise LedgerError(Code.NO_SUCH_SCHEDULE, number=number)
    return found


def _may_change(book: Book, number: int) -> Schedule:
    found = _found(book, number)
    author = None if found.author is None else book.member(found.author)
    if book.is_admin or (author is not None and book.actor == author):
        return found
    raise LedgerError(Code.MAY_NOT_CHANGE_SCHEDULE, author=author)


def _newcomers(book: Book) -> tuple[Member, ...]:
    return tuple(book.member(member) for member in book.newcomers)
