"""Writing: a change of the book is appended, and the balances move with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.book import presence, projection
from ledger.book.open_book import Book
from ledger.book.weekly_default import begin
from ledger.core.balances import Change
from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.entries import Action, Contents, Entry, Revision, Source
from ledger.core.members import MemberId
from ledger.core.writing_context import WritingContext
from ledger.storage import appending, people_rows


def write_new(
    book: Book,
    contents: Contents,
    source: Source,
    attachment: str | None,
    written: WritingContext,
    by_edit: Source | None = None,
    doubts: Doubts = NO_DOUBTS,
) -> tuple[Entry, Mapping[MemberId, int]]:
    """Append an entry; return it and the nets after it in its currency.

    `written` is the context of its line, and its terms get the entry's number to rotate by.
    """
    contents = replace(contents, terms=replace(contents.split, rotation=book.group.entries + 1))
    change = book.note_count(entries=1)
    writing = _writing(book, 1, change, Action.RECORD, contents, by_edit or source)
    number = book.group.entries
    entry_id = appending.add_entry(
        *(book.tx.connection, writing, number, source, attachment, written, doubts.written())
    )
    _bring_along(book, entry_id, contents)
    if number == 1:
        begin(book)
    entry = Entry(
        id=entry_id,
        number=number,
        source=source,
        author=writing.author,
        recorded_at=writing.at,
        revision=_revision(writing),
        attachment=attachment,
        written=written,
        doubts=doubts,
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry to be written: what it says, what recorded it, and the context of its line."""

    contents: Contents
    source: Source
    written: WritingContext


def write_each(book: Book, drafts: Sequence[Draft]) -> list[int]:
    """Append new entries, as many at once as there are; return their ids.

    Nobody brings anybody along in them, and each rotates by the number that it gets.
    """
    if not drafts:
        return []
    is_first = book.group.entries == 0
    number, change = book.group.entries, book.changes
    writings = [
        (_drafted(book, draft, number + place, change + place), number + place, draft.written)
        for place, draft in enumerate(drafts, start=1)
    ]
    book.count(entries=len(drafts), changes=len(drafts))
    ids = appending.add_entries(book.tx.connection, writings)
    if is_first:
        begin(book)
    projection.move_each(
        book.tx,
        book.group.id,
        (
            Change(writing.change, id_, None, writing.contents)
            for id_, (writing, *_) in zip(ids, writings, strict=True)
        ),
        book.people.merged,
    )
    return ids


def _drafted(book: Book, draft: Draft, number: int, change: int) -> appending.Writing:
    assert draft.contents.split.rotation == number, draft
    return appending.Writing(
        group_id=book.group.id,
        number=1,
        change=change,
        action=Action.RECORD,
        author=None if book.actor is None else book.actor.id,
        at=book.now,
        source=draft.source,
        contents=draft.contents,
    )


def write_revision(
    book: Book,
    stored: Entry,
    action: Action,
    contents: Contents,
    source: Source,
    doubts: Doubts | None = None,
) -> tuple[Entry, Mapping[MemberId, int]]:
    """Append a revision; return the entry as it is now and the nets in its currency.

    `stored` is the entry as recorded, so with its members' ids from before merges: only
    these give the debts that were counted for it. `doubts` are what is doubtful since, where
    that changes.
    """
    number = stored.revision.number + 1
    writing = _writing(book, number, book.count(), action, contents, source)
    appending.add_revision(book.tx.connection, stored.id, writing)
    still = stored.doubts if doubts is None else doubts
    if still != stored.doubts:
        appending.set_doubts(book.tx.connection, stored.id, still.written())
    _bring_along(book, stored.id, contents)
    revision = _revision(writing)
    nets = projection.move(
        book.tx,
        book.group.id,
        Change(writing.change, stored.id, stored.revision.counted, revision.counted),
        book.people.merged,
        contents.currency,
    )
    presence.come_back(book, named(revision.counted) - named(stored.revision.counted))
    gone = named(stored.revision.counted) - named(revision.counted)
    presence.leave_unnamed(book, gone)
    return book.as_now(replace(stored, revision=revision, doubts=still)), nets


def named(counted: Contents | None) -> set[MemberId]:
    """Return whom an entry names, nobody while it is deleted."""
    return set() if counted is None else {share.member for share in counted.shares}


def _bring_along(book: Book, entry_id: int, contents: Contents) -> None:
    if book.newcomers:
        within = {share.member for share in contents.shares}.intersection(book.newcomers)
        people_rows.add_newcomers(book.tx.connection, entry_id, sorted(within))


def _writing(
    book: Book,
    number: int,
    change: int,
    action: Action,
    contents: Contents,
    source: Source,
) -> appending.Writing:
    return appending.Writing(
        group_id=book.group.id,
        number=number,
        change=change,
        action=action,
        author=None if book.actor is None else book.actor.id,
        at=book.now,
        source=source,
        contents=contents,
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
