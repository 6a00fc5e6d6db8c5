"""Doubting: what a line perhaps means besides, told by the people and the currencies of a book."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.doubts import Doubts
from ledger.core.entries import Contents
from ledger.core.expense_line import ExpenseLine
from ledger.core.slips import perhaps_called
from ledger.storage import running_balances


def doubts_of(book: Book, line: ExpenseLine, contents: Contents) -> Doubts:
    """Return what is doubtful in a line that is about to be written.

    A word in a name's place that is nobody's may be a slip for somebody here; a currency that
    was never used here may be meant as the group's own.
    """
    doubts = line.doubts
    near = (perhaps_called(book.roster, word) for word in doubts.unknown)
    meant = tuple(dict.fromkeys(member.id for member in near if member is not None))
    if meant and line.participants and not line.everyone:
        sharing = {share.member for share in contents.owers}
        more = (member for member in meant if member not in sharing)
        doubts = replace(doubts, too=tuple(dict.fromkeys((*doubts.too, *more))))
    elif meant and not line.everyone:
        doubts = replace(doubts, seen=tuple(dict.fromkeys((*doubts.seen, *meant))))
    own = book.group.currency
    if contents.currency != own and not running_balances.is_used(
        book.tx.connection, book.group.id, contents.currency
    ):
        doubts = replace(doubts, own=own)
    return doubts
