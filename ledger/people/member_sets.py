"""Named sets of a group's people: made, listed, and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ledger.book.open_book import Book
from ledger.book.people import name_key
from ledger.core.errors import Code, LedgerError
from ledger.core.member_sets import MemberSet
from ledger.core.members import MemberId, Whom
from ledger.core.news import Alteration
from ledger.people.membership import resolve
from ledger.storage import set_rows

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
    book.altered.append(Alteration(sets=(name,)))
    return MemberSet(name, members)


def end_set(book: Book, name: str) -> None:
    """Let a name mean nobody any more; raises NO_SUCH_SET(name)."""
    book.require_actor()
    if not set_rows.end(book.tx.connection, book.group.id, name_key(name)):
        raise LedgerError(Code.NO_SUCH_SET, name=name)
    book.altered.append(Alteration(sets=(name,)))
