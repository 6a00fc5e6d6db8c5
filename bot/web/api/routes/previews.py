"""Shares while an expense is being written: computed by the book, and nothing recorded."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request

from bot.web.api.asked.draft import draft_line, open_of
from bot.web.api.asked.expense import currency_of
from bot.web.api.books import entry_of_group, faces_of, finding, named_in, read_group
from bot.web.api.calls import READS, CallRoute, language_of
from bot.web.api.context import Here
from bot.web.api.errors import bad_request, book_refusal
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.previews import ExpenseDraft, Preview
from bot.web.api.shown import previews as shown
from bot.web.api.who import Known
from ledger.book.open_book import Book
from ledger.core.errors import LedgerError
from ledger.core.money import Currency
from ledger.journal.previewing import preview
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Entries"], route_class=CallRoute)


@router.post("/{group_id}/preview", summary="Preview an expense", openapi_extra=READS)
async def of_expense(
    group_id: str, body: ExpenseDraft, caller: Known, api: Here, request: Request
) -> Data[Preview]:
    """Return what everybody's share would be to the last unit, and what is missing."""
    say = language_of(request)

    def use_case(tx: Transaction) -> Data[Preview]:
        book = read_group(tx, caller, group_id)
        faces = faces_of(book)
        find = finding(book, faces)
        changed = None
        if body.expense_id is not None:
            changed = entry_of_group(book, body.expense_id, "expenseId")
        payer = next(iter(book.roster.active), None) if book.actor is None else book.actor
        if payer is None:
            raise bad_request("nobody is in this group")
        try:
            line = draft_line(body, book.group.currency, payer.id, find)
            contents = preview(book, line, payer.id, changed)
        except LedgerError as error:
            refused = book_refusal(named_in(book, error), say)
            return Data(data=shown.incomplete(body, _currency(body, book), refused))
        return Data(data=shown.complete(contents, open_of(body), faces))

    return await api.threads.read(use_case)


def _currency(body: ExpenseDraft, book: Book) -> Currency:
    try:
        return currency_of(body.currency, book.group.currency)
    except LedgerError:
        return book.group.currency
