"""Doubting: what a line perhaps means besides, told by the people and the currencies of a book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.doubts import Doubts
from ledger.core.entries import Contents, Entry
from ledger.core.expense_line import ExpenseLine
from ledger.core.folding import fold
from ledger.core.members import Member
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


def still_doubtful(book: Book, stored: Entry, amendment: Amendment, contents: Contents) -> Doubts:
    """Return what is doubtful in an entry since an amendment lets it say these contents."""
    doubts = stored.doubts
    if contents.currency != stored.contents.currency:
        doubts = replace(doubts, own=None)
    if amendment.payers:
        doubts = doubts.paid()
    if amendment.concerns_sharers:
        doubts = doubts.answered(contents.split.sharers)
    left = doubts.without(
        [word for word in doubts.unknown if _is_known(book, amendment, contents, word)]
    )
    return left.joined_by(amendment.doubts)


def _is_known(book: Book, amendment: Amendment, contents: Contents, word: str) -> bool:
    """Tell whether it need not be asked any more whose a word in a name's place is.

    An amendment that says who paid ("priya paid") knows the names of those. One that says who
    shares knows everybody's, and whom a slip means who shares by now; and where it says anew who
    does, all that the description does not say.
    """
    name = fold(word)
    if amendment.payers and name in _first_names(
        book.member(one.member) for one in contents.payers
    ):
        return True
    if not amendment.concerns_sharers:
        return False
    meant = perhaps_called(book.roster, word)
    return (
        name in _first_names(book.roster.active)
        or (meant is not None and meant.id in contents.split.sharers)
        or (amendment.says_anew and word not in contents.description.split())
    )


def _first_names(members: Iterable[Member]) -> set[str]:
    return {fold(member.first_name) for member in members}
