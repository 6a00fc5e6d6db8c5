"""The log of a group: the changes of its entries behind a number."""

from __future__ import annotations

from bot.web.api.books import faces_of, me_in
from bot.web.api.schemas.changes import ChangeLog
from bot.web.api.shown import changes as shown
from bot.web.api.who import Caller
from ledger.book.entry_lookup import may_change
from ledger.book.open_book import Book
from ledger.reports import history


def change_log(book: Book, caller: Caller, after: int, limit: int) -> ChangeLog:
    """Return up to so many changes behind a number, in their order."""
    found = history.changes_behind(book, after, limit)
    faces, me = faces_of(book, found), me_in(book, caller)
    return ChangeLog(
        changes=[
            shown.change(entry, faces, me, may_change=may_change(book, entry)) for entry in found
        ],
        last=book.changes,
    )
