"""Taking back: one undo deletes all entries of an import, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.book import presence
from ledger.book.open_book import Book
from ledger.core.balances import Balances, Change, Derivation
from ledger.core.entries import Contents, Source
from ledger.core.members import GroupId
from ledger.core.money import Currency
from ledger.exchange.foreign_book import Format
from ledger.exchange.giving_way import giving_way
from ledger.exchange.importing import Standing, standing
from ledger.exchange.preview import Imported
from ledger.exchange.proposing import came_of, imported_by
from ledger.storage import entry_rows, import_rows, revision_rows, running_balances
from ledger.storage.database import Transaction
from ledger.storage.import_tables import ImportState


@dataclass(frozen=True, slots=True)
class TakingBack:
    """An import that is to be taken back, and where the group stood when that was asked for."""

    import_id: int
    group_id: GroupId
    entries: tuple[int, ...]
    before: Standing


@dataclass(slots=True)
class Counted:
    """What entries count now, and what they counted when everybody was last square."""

    now: dict[int, Contents]
    then: dict[Currency, dict[int, Contents | None]]

    def add(self, other: Counted) -> None:
        """Take in some more entries."""
        self.now |= other.now
        for currency, counts in other.then.items():
            self.then.setdefault(currency, {}).update(counts)


def taking_back(book: Book, import_id: int) -> TakingBack | None:
    """Return what an undo would take back; None where nothing of it counts any more.

    Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author).
    """
    found = imported_by(book, import_id)
    if found.state is not ImportState.DONE:
        return None
    ids = import_rows.live(book.tx.connection, import_id)
    return TakingBack(import_id, book.group.id, tuple(ids), standing(book.tx, book.group.id))


def counted(tx: Transaction, group_id: GroupId, entry_ids: Sequence[int]) -> Counted:
    """Return what some entries count."""
    found = entry_rows.by_ids(tx.connection, entry_ids)
    baselines = running_balances.baselines(tx.connection, group_id)
    # Where all were never square, nothing counted then: the moment is the beginning.
    then = {
        currency: (
            revision_rows.counted_at(tx.connection, entry_ids, baselines[currency])
            if currency in baselines
            else dict.fromkeys(entry_ids)
        )
        for currency in {entry.contents.currency for entry in found.values()}
    }
    return Counted({id_: entry.contents for id_, entry in found.items()}, then)


def without(taking: TakingBack, of: Counted) -> dict[Currency, Balances]:
    """Return a group's balances without an import. Pure, and takes a while."""
    before = taking.before
    derivation = Derivation.from_here(before.books, before.changes, before.merged, of.then)
    derivation.add(
        Change(number, entry, of.now[entry], None)
        for number, entry in enumerate(giving_way(taking.entries), before.changes + 1)
    )
    return derivation.balances()


def take_back(
    book: Book, taking: TakingBack, balances: Mapping[Currency, Balances]
) -> Imported | None:
    """Delete all entries of an import, as one; None where the book has changed since.

    Whoever came with it and is named by nothing else goes. Raises LedgerError NO_SUCH_IMPORT.
    """
    connection = book.tx.connection
    found = imported_by(book, taking.import_id)
    if found.state is not ImportState.DONE:
        return came_of(found)
    if (book.changes, book.people.merged) != (taking.before.changes, taking.before.merged):
        return None
    author = None if book.actor is None else book.actor.id
    deleted = import_rows.delete_all(
        connection, found.id, book.group.id, book.changes, author, book.now
    )
    assert deleted == len(taking.entries)
    running_balances.replace(connection, book.group.id, balances)
    if deleted:
        book.count(changes=deleted)
    import_rows.change(connection, found.id, state=ImportState.UNDONE)
    came = (member for member in found.members if member is not None)
    presence.leave_unnamed(book, came)
    return Imported(found.id, Format(found.format), deleted, undone=True)


def newest_import(book: Book, source: Source) -> Imported | None:
    """Return the import that the actor's newest live entry came by, if it came by one.

    None where an undo of this source has taken back an entry before.
    """
    connection, group_id = book.tx.connection, book.group.id
    if book.actor is None or revision_rows.written(connection, group_id, source) is not None:
        return None
    own = book.people.same_as(book.actor.id)
    number = entry_rows.newest_live_number(connection, own)
    if number is None:
        return None
    found = import_rows.of_entry(connection, group_id, number)
    return None if found is None else came_of(found)
