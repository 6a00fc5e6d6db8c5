"""Writing: a change of the book is appended, and the balances move with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ledger.book import projection, weekly_setting
from ledger.book.open_book import Book
from ledger.core.balances import Change
from ledger.core.entries import Action, Contents, Entry, EntryKind, Revision, Source
from ledger.core.members import Member, MemberId, MemberKind
from ledger.storage import appending, entry_rows, people_rows, running_balances


def write_new(
    book: Book,
    contents: Contents,
    source: Source,
    attachment: str | None,
    terms: str | None,
    by_edit: Source | None = None,
) -> tuple[Entry, Mapping[MemberId, int]]:
    """Append an entry; return it and the nets after it in its currency."""
    writing = _writing(book, 1, Action.RECORD, contents, by_edit or source, terms, entries=1)
    number = book.group.entries
    entry_id = appending.add_entry(book.tx.connection, writing, number, source, attachment)
    _bring_along(book, entry_id, contents)
    if number == 1:
        weekly_setting.begin(book)
    entry = Entry(
        id=entry_id,
        number=number,
        source=source,
        author=writing.author,
        recorded_at=writing.at,
        revision=_revision(writing),
        attachment=attachment,
    )
    nets = projection.move(
        book.tx,
        book.group.id,
        Change(writing.change, entry_id, None, contents),
        book.people.merged,
        contents.currency,
        first=True,
    )
    return entry, nets


def write_revision(
    book: Book,
    stored: Entry,
    action: Action,
    contents: Contents,
    source: Source,
    terms: str | None,
) -> tuple[Entry, Mapping[MemberId, int]]:
    """Append a revision; return the entry as it is now and the nets in its currency.

    `stored` is the entry as recorded, so with its members' ids from before merges: only
    these give the debts that were counted for it.
    """
    number = stored.revision.number + 1
    writing = _writing(book, number, action, contents, source, terms, entries=0)
    appending.add_revision(book.tx.connection, stored.id, writing)
    _bring_along(book, stored.id, contents)
    revision = _revision(writing)
    nets = projection.move(
        book.tx,
        book.group.id,
        Change(writing.change, stored.id, stored.revision.counted, revision.counted),
        book.people.merged,
        contents.currency,
    )
    gone = {share.member for share in stored.contents.shares}
    if not revision.deleted:
        gone -= {share.member for share in contents.shares}
    _take_away(book, stored.id, gone)
    return book.as_now(replace(stored, revision=revision)), nets


def newcomers_of(book: Book, entry_id: int) -> tuple[Member, ...]:
    """Return the placeholders that an entry brought along and that are still placeholders."""
    brought = people_rows.newcomers(book.tx.connection, entry_id)
    return tuple(member for member in book.people if member.id in brought and _may_go(member))


def unequal_elsewhere(book: Book, entry: Entry) -> frozenset[MemberId]:
    """Return who is not square in another currency than a payment's; nobody for an expense."""
    contents = entry.contents
    if contents.kind is not EntryKind.PAYMENT:
        return frozenset()
    return running_balances.unequal_elsewhere(book.tx.connection, book.group.id, contents.currency)


def bring_back(book: Book, contents: Contents) -> None:
    """Let placeholders that went with their entry be there again."""
    away = [
        member
        for share in contents.shares
        if not (member := book.people[share.member]).active and _may_go(member)
    ]
    brought = people_rows.ever_newcomers(book.tx.connection, [member.id for member in away])
    for member in away:
        if member.id in brought:
            book.people.set_active(member, active=True)


def _may_go(member: Member) -> bool:
    return member.kind is not MemberKind.USER


def _bring_along(book: Book, entry_id: int, contents: Contents) -> None:
    if book.newcomers:
        within = {share.member for share in contents.shares}.intersection(book.newcomers)
        people_rows.add_newcomers(book.tx.connection, entry_id, sorted(within))


def _take_away(book: Book, entry_id: int, gone: Iterable[MemberId]) -> None:
    """Take placeholders away that an entry brought along, when no entry has them any more."""
    candidates = {
        member.id: member for id_ in gone if (member := book.people[id_]).active and _may_go(member)
    }
    for id_ in people_rows.ever_newcomers(book.tx.connection, list(candidates)):
        ids = book.people.same_as(id_)
        if not entry_rows.is_in_live_entries(book.tx.connection, ids, but_entry=entry_id):
            book.people.set_active(candidates[id_], active=False)


def _writing(
    book: Book,
    number: int,
    action: Action,
    contents: Contents,
    source: Source,
    terms: str | None,
    *,
    entries: int,
) -> appending.Writing:
    return appending.Writing(
        group_id=book.group.id,
        number=number,
        change=book.count(entries=entries),
        action=action,
        author=None if book.actor is None else book.actor.id,
        at=book.now,
        source=source,
        contents=contents,
        terms=terms,
    )


def _revision(writing: appending.Writing) -> Revision:
    return Revision(
        number=writing.number,
        change=writing.change,
        action=writing.action,
        author=writing.author,
        at=writing.at,
        contents=writing.contents,
    )
