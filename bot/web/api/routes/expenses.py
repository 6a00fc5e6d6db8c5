"""Expenses: recorded, listed, changed, taken back; every change is a version that stays."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.changed_expense import Before, changed_line
from bot.web.api.asked.expense import expense_line
from bot.web.api.books import faces_of, finding, read_entry
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.entry_calls import EntryCalls
from bot.web.api.etags import IfSeen
from bot.web.api.routes.pieces import MOST_LISTED, After, Limit
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.expenses import (
    ChangedExpense,
    ExpenseShown,
    ExpenseVersion,
    ListedExpense,
    NewExpense,
)
from bot.web.api.shown import expenses as shown
from bot.web.api.shown.people import Faces
from bot.web.api.who import Known
from ledger.book.open_book import Book
from ledger.core.entries import Entry, EntryKind
from ledger.core.pictures import PictureId, kept_as
from ledger.journal import corrections, picturing, recording
from ledger.journal.resolution import everyone_then
from ledger.reports import history
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/expenses", tags=["Expenses"], route_class=CallRoute)

_EXPENSES = EntryCalls(EntryKind.EXPENSE, shown.expense, shown.listed_expense)


@router.post("", status_code=201, response_model=Data[ExpenseShown], summary="Record an expense")
async def record(body: NewExpense, caller: Known, change: Once) -> Response:
    """Record an expense, once for each `Idempotency-Key`."""

    def use_case(book: Book, faces: Faces) -> Entry:
        actor = None if book.actor is None else book.actor.id
        line = expense_line(body, book.group.currency, actor, finding(book, faces), book.local_date)
        if body.picture is None:
            return recording.record_expense(book, line, change.source).entry
        picture = PictureId(body.picture)
        recorded = recording.record_expense(book, line, change.source, kept_as(picture))
        picturing.give(book, recorded, picture)
        return recorded.entry

    paid_by = body.payers[0].user_id if body.payers else body.paid_by
    return await _EXPENSES.record(change, caller, body.group_id, use_case, paid_by)


@router.get("/group/{group_id}", summary="List a group's expenses")
async def of_group(
    group_id: str, caller: Known, api: Here, limit: Limit = MOST_LISTED, cursor: After = None
) -> Data[list[ListedExpense]]:
    """Return a group's expenses, the newest first: those behind `cursor`, an expense's id."""
    return await _EXPENSES.of_group(api, caller, group_id, limit, cursor)


@router.get("/{expense_id}", summary="Show an expense")
async def show(expense_id: str, caller: Known, api: Here, response: Response) -> Data[ExpenseShown]:
    """Return an expense, deleted or not, with its version as `ETag`."""
    return await _EXPENSES.show(api, caller, expense_id, response)


@router.put("/{expense_id}", response_model=Data[ExpenseShown], summary="Change an expense")
async def edit(
    expense_id: str, body: ChangedExpense, caller: Known, change: Once, seen: IfSeen
) -> Response:
    """Change what is said of an expense; by its author, who paid, or an admin of the group."""

    def use_case(book: Book, entry: Entry) -> Entry:
        everyone = everyone_then(book, book.context_of(entry))
        find = finding(book, faces_of(book))
        line = changed_line(body, _before(entry), everyone, find, book.local_date)
        written = corrections.revise(book, entry.number, line, change.source)
        if "picture" in body.model_fields_set:
            picture = None if body.picture is None else PictureId(body.picture)
            written = picturing.change(book, written, picture, change.source)
        return written.entry

    return await _EXPENSES.change(change, caller, expense_id, seen, use_case)


@router.delete("/{expense_id}", response_model=Data[ExpenseShown], summary="Delete an expense")
async def delete(expense_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let an expense count no more; it stays in the history and can be restored."""
    return await _EXPENSES.delete(change, caller, expense_id, seen)


@router.post(
    "/{expense_id}/restore", response_model=Data[ExpenseShown], summary="Restore an expense"
)
async def restore(expense_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let a deleted expense count again, as it was."""
    return await _EXPENSES.restore(change, caller, expense_id, seen)


@router.get("/{expense_id}/history", summary="Show an expense's versions")
async def versions(expense_id: str, caller: Known, api: Here) -> Data[list[ExpenseVersion]]:
    """Return who recorded, changed, deleted and restored an expense, the first version first."""

    def use_case(tx: Transaction) -> Data[list[ExpenseVersion]]:
        book, entry = read_entry(tx, caller, expense_id, EntryKind.EXPENSE)
        story = history.show(book, entry.number)
        return Data(data=shown.versions(story, faces_of(book, [entry])))

    return await api.threads.read(use_case)


def _before(entry: Entry) -> Before:
    said = entry.contents
    return Before(said.amount, said.split, said.description, said.category, said.note)
