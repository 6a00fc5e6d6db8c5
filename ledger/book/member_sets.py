"""Named sets of a group's people: made, listed, and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import name_key
from ledger.core.member_sets import MemberSet
from ledger.core.members import MemberId, Name, Whom
from ledger.core.news import Alteration
from ledger.storage import group_rows, set_rows

_MOST: Final = 50


def sets_of(book: Book) -> tuple[MemberSet, ...]:
    """Return the group's sets by name, their members as who they are now."""
    return tuple(
        MemberSet(name, tuple(dict.fromkeys(book.member(member).id for member in members)))
        for _, name, members in set_rows.sets(book.tx.connection, book.group.id)
    )


def name_set(book: Book, name: str, people: Sequence[Whom]) -> MemberSet:
    """Let a name mean these people.

    Raises LedgerError: NOT_A_PERSON; UNKNOWN_NAME; NAME_TAKEN(name: str) where a set or
    somebody has that name; TOO_MANY_SETS(most: int).
    """
    book.require_actor()
    key = name_key(name)
    known = set_rows.sets(book.tx.connection, book.group.id)
    if any(key == other for other, _, _ in known) or book.people.called(key):
        raise LedgerError(Code.NAME_TAKEN, name=name)
    if len(known) >= _MOST:
        raise LedgerError(Code.TOO_MANY_SETS, most=_MOST)
    found = (resolve(book, whom, make=False).id for whom in people)
    members: tuple[MemberId, ...] = tuple(dict.fromkeys(found))
    set_rows.add(book.tx.connection, book.group.id, key, name, members)
    _note(book, name)
    return MemberSet(name, members)


def change_set(
    book: Book, name: str, new_name: str | None, people: Sequence[Whom] | None
) -> MemberSet:
    """Let a set have another name, or other people; None lets it have those that it has.

    Raises LedgerError: NO_SUCH_SET(name), and what `name_set` raises.
    """
    book.require_actor()
    connection, key = book.tx.connection, name_key(name)
    found = {
        of: (as_named, of_set) for of, as_named, of_set in set_rows.sets(connection, book.group.id)
    }
    if key not in found:
        raise LedgerError(Code.NO_SUCH_SET, name=name)
    old_name, members = found[key]
    kept = [Name("", member=book.member(member).id) for member in members]
    set_rows.end(connection, book.group.id, key)
    _note(book, old_name)
    return name_set(book, new_name or old_name, kept if people is None else people)


def end_set(book: Book, name: str) -> None:
    """Let a name mean nobody any more; raises NO_SUCH_SET(name)."""
    book.require_actor()
    if not set_rows.end(book.tx.connection, book.group.id, name_key(name)):
        raise LedgerError(Code.NO_SUCH_SET, name=name)
    _note(book, name)


def _note(book: Book, name: str) -> None:
    """Note that a set is another one, for whoever tells of it and whoever watches."""
    group_rows.note_change(book.tx.connection, book.group.id, book.now)
    book.altered.append(Alteration(sets=(name,)))
