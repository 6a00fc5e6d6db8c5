"""Whether a placeholder is there: while a live entry, a running schedule or `/add` names it.

This follows from what names it, and is worked out again for those whom a change names no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from ledger.book.open_book import Book
from ledger.core.members import Member, MemberId, MemberKind
from ledger.core.schedule import Kind, State
from ledger.core.templates import KeptLine, read_kept
from ledger.storage import participation_rows, people_rows, schedule_rows


def leave_unnamed(book: Book, dropped: Iterable[MemberId]) -> None:
    """Let those go whom nothing names any more, of those whom a change names no longer."""
    candidates = {
        member.id: member
        for id_ in dropped
        if (member := book.people[id_]).active and may_go(member)
    }
    for member in _brought(book, candidates.values()):
        if not _is_named(book, member):
            book.people.set_active(member, active=False)


def come_back(book: Book, named: Iterable[MemberId]) -> None:
    """Let those be there again whom something names again, unless nothing had brought them."""
    away = {
        member.id: member
        for id_ in named
        if not (member := book.people[id_]).active and may_go(member)
    }
    for member in _brought(book, away.values()):
        book.people.set_active(member, active=True)


def may_go(member: Member) -> bool:
    """Tell whether somebody is there by name only, and has no account."""
    return member.kind is not MemberKind.USER


def _brought(book: Book, members: Iterable[Member]) -> list[Member]:
    """Return those whom a line brought along; an admin added the others."""
    found = list(members)
    if not found:
        return []
    ids = [member.id for member in found]
    added = people_rows.added(book.tx.connection, ids)
    unknown = [id_ for id_ in ids if added[id_] is None]
    brought = people_rows.ever_newcomers(book.tx.connection, unknown)
    if len(brought) < len(unknown):
        brought |= {id_ for kept in _templates(book, running=False) for id_ in kept.brought}
    return [one for one in found if added[one.id] is False or one.id in brought & {*unknown}]


def _is_named(book: Book, member: Member) -> bool:
    ids = book.people.same_as(member.id)
    if participation_rows.is_in_live_entries(book.tx.connection, ids):
        return True
    return any(not {*ids}.isdisjoint(kept.people) for kept in _templates(book, running=True))


def _templates(book: Book, *, running: bool) -> list[KeptLine]:
    """Return what the group's recurring expenses say, those that go on or are paused."""
    return [
        read_kept(found.line)
        for found in schedule_rows.of_group(book.tx.connection, book.group.id)
        if found.kind is Kind.EXPENSE
        and found.line
        and not (running and found.state is State.STOPPED)
    ]
