"""The short calls about money: `/addExpense` and `/groupDetails`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from bot.web.api.asked.short_expense import short_expense_line
from bot.web.api.books import changed, faces_of, finding_numbers, read_group_by_number
from bot.web.api.calls import READS, CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.short_expenses import Added, AddExpense, ExpenseAdded, GroupDetails
from bot.web.api.shown.short_details import sentences
from bot.web.api.who import Known
from ledger.book.open_book import Book
from ledger.journal import recording
from ledger.reports import statements
from ledger.storage.database import Transaction

router = APIRouter(tags=["Short calls"], route_class=CallRoute)

_MOST_PAIRS = 5000


@router.post("/addExpense", summary="Add an expense", response_model=ExpenseAdded)
async def add_expense(body: AddExpense, caller: Known, change: Once) -> Response:
    """Record an expense that some people of a group share."""

    def use_case(book: Book) -> ExpenseAdded:
        find = finding_numbers(book)
        line = short_expense_line(body, book.group.currency, find, book.local_date)
        entry = recording.record_expense(book, line, change.source).entry
        return ExpenseAdded(data=Added(id=entry.id))

    def add(tx: Transaction) -> ExpenseAdded:
        book = read_group_by_number(tx, caller, body.group_id, "group_id")
        if caller.is_service:
            book.actor = book.member(finding_numbers(book)(body.paid_by, "paid_by"))
        return changed(book, caller, use_case)

    return await change.run(add)


@router.post("/groupDetails", summary="Who owes whom in a group", openapi_extra=READS)
async def group_details(
    group: Annotated[int, Query(alias="id", ge=1, le=2**53)], caller: Known, api: Here
) -> list[GroupDetails]:
    """Return who owes whom how much, and what that is made of, the newest part last."""

    def use_case(tx: Transaction) -> list[GroupDetails]:
        book = read_group_by_number(tx, caller, group, "id")
        sheet = statements.pairs(book, 0, a_page=_MOST_PAIRS)
        return [GroupDetails(message=sentences(sheet, book.group.currency, faces_of(book)))]

    return await api.threads.read(use_case)
