"""Previewing: what a line would come to, with nothing written."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.entries import Contents, Entry
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId
from ledger.journal.changing import recorded_terms
from ledger.journal.resolution import compose, look_up


def preview(
    book: Book, line: ExpenseLine, payer: MemberId, changed: Entry | None = None
) -> Contents:
    """Return what an expense would say, to the last unit; `changed` is the one that it would be.

    Only for a line that names everybody by their member, so that it brings nobody along.
    Raises what `recording.record_expense` raises.
    """
    terms = look_up(book, line, payer)
    assert not book.newcomers
    rotation = book.group.entries + 1 if changed is None else recorded_terms(changed).rotation
    return compose(line, replace(terms, rotation=rotation), on=book.today)
