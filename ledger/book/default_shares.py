"""Default shares: how much of a bill is somebody's where no part of theirs is said."""

from __future__ import annotations

from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.core.members import ONE_SHARE, Member, Whom


def set_weight(book: Book, whom: Whom, weight: int) -> Member:
    """Let somebody's default share be so many ten-thousandths; what is recorded stays.

    Raises LedgerError: NOT_A_PERSON; UNKNOWN_NAME; NAME_AMBIGUOUS.
    """
    assert weight > 0, weight
    book.require_actor()
    return book.people.set_weight(resolve(book, whom, make=False), weight)


def weighted(book: Book) -> tuple[Member, ...]:
    """Return the active members whose default share is another than one."""
    return tuple(member for member in book.roster.active if member.weight != ONE_SHARE)
