"""Importing: a file is shown, written into a hidden book of its own, and joined to the group's.

SQLite has one writer, and a long file takes seconds. So its entries are written some at a time
into a group that is no chat's, where nobody sees them; what is derived from them is computed
meanwhile; and one short transaction hands all of it over, or nothing. A process that ends in
between goes on where it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from ledger.book.open_book import Book
from ledger.book.weekly_default import begin
from ledger.core.balances import Balances, Change, Derivation
from ledger.core.bounds import check_room
from ledger.core.entries import Action, Contents, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import name_key
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.core.writing_context import WritingContext
from ledger.exchange.fitting import contents_of
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry, Format
from ledger.exchange.giving_way import giving_way
from ledger.exchange.preview import Imported, content_of, fresh
from ledger.exchange.proposing import came_of, imported_by, known_here, names_of
from ledger.storage import (
    appending,
    group_merge,
    group_rows,
    import_rows,
    people_rows,
    running_balances,
)
from ledger.storage.database import Transaction
from ledger.storage.import_rows import Import
from ledger.storage.import_tables import ImportState

PIECE: Final = 200
"""Entries written in one transaction: a few dozen milliseconds on SQLite."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of a file that is to be written, with what it says here."""

    entry: ForeignEntry
    contents: Contents
    content: str


@dataclass(frozen=True, slots=True)
class Writing:
    """An import that has begun: its hidden group, and who each person of the file is."""

    import_id: int
    group_id: GroupId
    author: MemberId
    staging: GroupId
    members: tuple[MemberId, ...]
    written: int
    timezone: str
    home: Currency


@dataclass(frozen=True, slots=True)
class Standing:
    """A group's balances after so many changes, to compute further ones from."""

    changes: int
    entries: int
    books: Mapping[Currency, Balances]
    merged: Mapping[MemberId, MemberId]


def start(book: Book, import_id: int, foreign: ForeignBook) -> Writing:
    """Begin to write a file that waits, or go on with one that was being written.

    Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author); BOOK_FULL(most).
    """
    found = imported_by(book, import_id)
    connection = book.tx.connection
    if found.state is ImportState.WAITING:
        new = fresh(foreign, known_here(book))
        if not new:
            raise LedgerError(Code.NO_SUCH_IMPORT)
        _clear_away(book)
        staging = group_rows.add_hidden(
            connection, "", book.group.currency, book.group.timezone, book.now, gone_at=book.now
        )
        members = _identified(book, staging, found, foreign, new)
        import_rows.change(connection, import_id, state=ImportState.WRITING, staging_id=staging)
        import_rows.choose(connection, import_id, members)
        found = replace(found, members=tuple(members), staging=staging)
    elif found.state is not ImportState.WRITING or found.staging is None:
        raise LedgerError(Code.NO_SUCH_IMPORT)
    assert found.staging is not None
    unknown = MemberId(0)  # of those who are in none of the entries that are new
    return Writing(
        import_id,
        book.group.id,
        found.author,
        found.staging,
        tuple(unknown if member is None else member for member in found.members),
        group_rows.group(group_rows.by_id(connection, found.staging)).entries,
        book.group.timezone,
        book.group.currency,
    )


def _clear_away(book: Book) -> None:
    """Take away what other imports of the group have left behind that came to no end."""
    connection = book.tx.connection
    for left in import_rows.unfinished(connection, book.group.id):
        if left.staging is not None:
            import_rows.drop_staging(connection, left.id, left.staging)
        import_rows.change(connection, left.id, state=ImportState.CANCELLED, packed=None)


def _identified(
    book: Book,
    staging: GroupId,
    found: Import,
    foreign: ForeignBook,
    new: Sequence[ForeignEntry],
) -> list[MemberId | None]:
    """Return who each person is; those who are new become members of the hidden group."""
    named = {who for entry in new for who, _ in (*entry.paid, *entry.owed)}
    named |= {who for entry in new if entry.terms for who in _in_terms(entry.terms)}
    all_come = foreign.format is Format.OWN and len(new) == len(foreign.entries)
    taken = {name for member in book.people for name in names_of(member)}
    members: list[MemberId | None] = []
    all_there, present = len(book.roster.members), len(book.roster.active)
    for place, (person, chosen) in enumerate(zip(foreign.people, found.members, strict=True)):
        if chosen is not None or not (place in named or all_come):
            members.append(None if chosen is None else book.people[chosen].id)
            continue
        check_room(all_there, present, acts=False)
        all_there, present = all_there + 1, present + person.active
        username = person.username
        if username and name_key(username) in taken:
            username = None
        name = None if username else _free(person.name, taken)
        taken.add(name_key(username or name or ""))
        made = people_rows.add_member(
            *(book.tx.connection, staging, book.now),
            username=username,
            name=name,
            added=place not in named,
        )
        if not person.active:
            people_rows.change_member(book.tx.connection, made, active=False)
        members.append(made)
    return members


def _in_terms(terms: Mapping[str, object]) -> set[int]:
    found: set[int] = set()
    for part in ("sharers", "left_out"):
        listed = terms.get(part)
        found |= {*listed} if isinstance(listed, (list, tuple)) else set()
    for part in ("named", "payers", "weights"):
        listed = terms.get(part)
        found |= {one[0] for one in listed} if isinstance(listed, (list, tuple)) else set()
    return found


def _free(name: str, taken: set[str]) -> str:
    if name_key(name) not in taken:
        return name
    return next(other for n in count(2) if name_key(other := f"{name} {n}") not in taken)


def lines(
    foreign: ForeignBook, known: Mapping[str, str], members: Sequence[MemberId]
) -> tuple[Line, ...]:
    """Return what is to be written of a file. Pure, and takes a while for a long one."""
    found = (
        (entry, contents_of(entry, members), content_of(entry, foreign.people))
        for entry in giving_way(fresh(foreign, known))
    )
    return tuple(Line(entry, said, content) for entry, said, content in found if said is not None)


def write_piece(tx: Transaction, writing: Writing, written: int, these: Sequence[Line]) -> None:
    """Write some of a file's entries behind those `written` into its hidden group."""
    row = group_rows.lock(tx.connection, writing.staging)
    if row.entries != written:
        return  # This piece was written before.
    change = row.changes
    new: list[tuple[appending.Writing, int, WritingContext]] = []
    deletions: dict[int, appending.Writing] = {}
    for number, line in enumerate(these, written + 1):
        change += 1
        recorded = appending.Writing(
            group_id=writing.staging,
            number=1,
            change=change,
            action=Action.RECORD,
            author=writing.author,
            at=tx.now,
            source=Source(f"import/{writing.import_id}/{number}"),
            contents=line.contents,
        )
        context = WritingContext(
            writing.home, writing.timezone, line.contents.on, line.contents.split.sharers
        )
        new.append((recorded, number, context))
        if line.entry.deleted:
            change += 1
            source = Source(f"{recorded.source}/{Action.DELETE}")
            deletions[number] = replace(
                recorded, number=2, change=change, action=Action.DELETE, source=source
            )
    ids = dict(enumerate(appending.add_entries(tx.connection, new), written + 1))
    for number, deletion in deletions.items():
        appending.add_revision(tx.connection, ids[number], deletion)
    import_rows.add_entries(
        tx.connection,
        writing.import_id,
        [
            (line.entry.key, ids[number], line.content)
            for number, line in enumerate(these, written + 1)
        ],
    )
    group_rows.count_up(tx.connection, writing.staging, written + len(these), change)


def standing(tx: Transaction, group_id: GroupId) -> Standing:
    """Return where a group stands, to compute from it what an import comes to."""
    row = group_rows.by_id(tx.connection, group_id)
    merged = {
        member.id: stays
        for member, _, stays in people_rows.members(tx.connection, group_id)
        if stays is not None
    }
    return Standing(
        row.changes, row.entries, running_balances.stored(tx.connection, group_id), merged
    )


def added_up(before: Standing, all_lines: Sequence[Line]) -> dict[Currency, Balances]:
    """Return a group's balances with all entries of a file. Pure, and takes a while."""
    derivation = Derivation.from_here(before.books, before.changes, before.merged)
    numbers = count(before.changes + 1)
    for place, line in enumerate(giving_way(all_lines), 1):
        # They have no ids yet; the others that count here have theirs, from 1.
        changes = [Change(next(numbers), -place, None, line.contents)]
        if line.entry.deleted:
            changes.append(Change(next(numbers), -place, line.contents, None))
        derivation.add(changes)
    return derivation.balances()


def finish(
    book: Book, writing: Writing, before: Standing, balances: Mapping[Currency, Balances]
) -> Imported | None:
    """Hand over all that was written; None where the book has changed since `before`.

    Then what is derived has to be computed anew. Raises LedgerError NO_SUCH_IMPORT.
    """
    connection = book.tx.connection
    found = import_rows.find(connection, book.group.id, writing.import_id)
    if found is None:
        raise LedgerError(Code.NO_SUCH_IMPORT)
    if found.state is not ImportState.WRITING:
        return came_of(found)
    if (book.changes, book.people.merged) != (before.changes, before.merged):
        return None
    staged = group_rows.lock(connection, writing.staging)
    first = book.group.entries + 1
    group_merge.move_lines(
        connection, writing.staging, book.group.id, book.group.entries, book.changes
    )
    group_merge.move_members(connection, writing.staging, book.group.id)
    running_balances.replace(connection, book.group.id, balances)
    book.count(entries=staged.entries, changes=staged.changes)
    import_rows.end_staging(connection, found.id, writing.staging)
    import_rows.change(
        connection, found.id, state=ImportState.DONE, packed=None, entries=staged.entries
    )
    if first == 1:
        begin(book)
    return Imported(found.id, Format(found.format), staged.entries, first, book.group.entries)
