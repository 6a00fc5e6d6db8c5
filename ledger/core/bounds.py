"""Bounds that no real group meets, so that nobody can make the others wait.

One line and one book cost a bounded time, however much somebody types within what Telegram
allows: a message has room for 420 names, and a book would take new ones for ever.
"""

from __future__ import annotations

from collections.abc import Sized
from typing import Final

from ledger.core.errors import Code, LedgerError

MOST_NAMES: Final = 50
"""Names in one line, payers and those left out included; `all` is no name."""
MOST_PAYERS: Final = 20
"""Payers of one expense: everybody owes each of them, so a table has a row for each."""
MOST_CELLS: Final = 1000
"""Payers times sharers of an expense with several payers, whose table is rounded as a whole."""
MOST_PRESENT: Final = 500
"""Active members at whom a book takes no further name; whoever acts in the chat comes in still."""
MOST_MEMBERS: Final = 1000
"""Members of a book, those who left or were taken away included."""


def check_names(*lists: Sized, payers: Sized = ()) -> None:
    """Raise LedgerError LINE_CROWDED(most: int, payers: bool) where a line has too many names.

    Those who paid count as names, and apart from that as payers.
    """
    if len(payers) > MOST_PAYERS:
        raise LedgerError(Code.LINE_CROWDED, most=MOST_PAYERS, payers=True)
    lists = (*lists, payers)
    if sum(map(len, lists)) > MOST_NAMES:
        raise LedgerError(Code.LINE_CROWDED, most=MOST_NAMES, payers=False)


def check_table(payers: Sized, sharers: Sized) -> None:
    """Raise LedgerError LINE_CROWDED(most: int, payers: bool) where too many pay for too many."""
    most = max(1, MOST_CELLS // max(1, len(sharers)))
    if len(payers) > most:
        raise LedgerError(Code.LINE_CROWDED, most=most, payers=True)


def check_room(members: int, present: int, *, acts: bool) -> None:
    """Raise LedgerError BOOK_FULL(most: int) where a book has no room for one more member.

    `present` are active; `acts` tells that it is an account which acts itself, and no name.
    """
    if members >= MOST_MEMBERS:
        raise LedgerError(Code.BOOK_FULL, most=MOST_MEMBERS)
    if present >= MOST_PRESENT and not acts:
        raise LedgerError(Code.BOOK_FULL, most=MOST_PRESENT)
