"""Expenses: recorded, listed, changed, taken back; every change is a version that stays."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.changed_expense import Before, changed_line
from bot.web.api.asked.expense import expense_line
from bot.web.api.books import (
    change_entry,
    change_group,
    entry_of_group,
    faces_of,
    finding,
    read_entry,
    read_group,
    with_entries,
)
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Change, Once
from bot.web.api.context import Here
from bot.web.api.etags import IfSeen, etag
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
from bot.web.api.who import Caller, Known
from ledger.book.open_book import Book
from ledger.core.entries import Entry, EntryKind
from ledger.journal import corrections, recording
from ledger.journal.resolution import everyone_then
from ledger.reports import history
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/expenses", tags=["Expenses"], route_class=CallRoute)


@router.post("", status_code=201, response_model=Data[ExpenseShown], summary="Record an expense")
async def record(body: NewExpense, caller: Known, change: Once) -> Response:
    """Record an expense, once for each `Idempotency-Key`."""

    def use_case(book: Book) -> Data[ExpenseShown]:
        faces = faces_of(book)
        actor = None if book.actor is None else book.actor.id
        line = expense_line(body, book.group.currency, actor, finding(book, faces), book.local_date)
        entry = recording.record_expense(book, line, change.source).entry
        return Data(data=shown.expense(entry, with_entries(book, faces, [entry])))

    paid_by = body.payers[0].user_id if body.payers else body.paid_by
    return await change.run(
        lambda tx: change_group(tx, caller, body.group_id, use_case, paid_by),
        status=201,
        headers={"ETag": '"1"'},
    )


@router.get("/group/{group_id}", summary="List a group's expenses")
async def of_group(
    group_id: str, caller: Known, api: Here, limit: Limit = MOST_LISTED, cursor: After = None
) -> Data[list[ListedExpense]]:
    """Return a group's expenses, the newest first: those behind `cursor`, an expense's id."""

    def use_case(tx: Transaction) -> Data[list[ListedExpense]]:
        book = read_group(tx, caller, group_id)
        below = None if cursor is None else entry_of_group(book, cursor).number
        found = history.behind(book, below=below, most=limit, kind=EntryKind.EXPENSE)
        faces = faces_of(book, found)
        return Data(data=[shown.listed_expense(entry, faces) for entry in found])

    return await api.threads.run(use_case)


@router.get("/{expense_id}", summary="Show an expense")
async def show(expense_id: str, caller: Known, api: Here, response: Response) -> Data[ExpenseShown]:
    """Return an expense, deleted or not, with its version as `ETag`."""

    def use_case(tx: Transaction) -> tuple[ExpenseShown, Entry]:
        book, entry = read_entry(tx, caller, expense_id, EntryKind.EXPENSE)
        return shown.expense(entry, faces_of(book, [entry])), entry

    data, entry = await api.threads.run(use_case)
    response.headers.update(etag(entry))
    return Data(data=data)


@router.put("/{expense_id}", response_model=Data[ExpenseShown], summary="Change an expense")
async def edit(
    expense_id: str, body: ChangedExpense, caller: Known, change: Once, seen: IfSeen
) -> Response:
    """Change what is said of an expense; by its author, who paid, or an admin of the group."""

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        everyone = everyone_then(book, book.context_of(entry))
        find = finding(book, faces_of(book))
        line = changed_line(body, _before(entry), everyone, find, book.local_date)
        return corrections.revise(book, entry.number, line, change.source).entry

    return await _change(expense_id, caller, change, use_case)


@router.delete("/{expense_id}", response_model=Data[ExpenseShown], summary="Delete an expense")
async def delete(expense_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let an expense count no more; it stays in the history and can be restored."""

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        return corrections.delete(book, entry.number, change.source).entry

    return await _change(expense_id, caller, change, use_case)


@router.post(
    "/{expense_id}/restore", response_model=Data[ExpenseShown], summary="Restore an expense"
)
async def restore(expense_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let a deleted expense count again, as it was."""

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        return corrections.restore(book, entry.number, change.source).entry

    return await _change(expense_id, caller, change, use_case)


@router.get("/{expense_id}/history", summary="Show an expense's versions")
async def versions(expense_id: str, caller: Known, api: Here) -> Data[list[ExpenseVersion]]:
    """Return who recorded, changed, deleted and restored an expense, the first version first."""

    def use_case(tx: Transaction) -> Data[list[ExpenseVersion]]:
        book, entry = read_entry(tx, caller, expense_id, EntryKind.EXPENSE)
        story = history.show(book, entry.number)
        return Data(data=shown.versions(story, faces_of(book, [entry])))

    return await api.threads.run(use_case)


async def _change(
    expense_id: str, caller: Caller, change: Change, use_case: Callable[[Book, Entry], Entry]
) -> Response:
    """Answer with the expense as a use case has left it."""
    headers: dict[str, str] = {}

    def answered(book: Book, entry: Entry) -> Data[ExpenseShown]:
        entry = use_case(book, entry)
        headers.update(etag(entry))
        return Data(data=shown.expense(entry, faces_of(book, [entry])))

    return await change.run(
        lambda tx: change_entry(tx, caller, expense_id, answered, EntryKind.EXPENSE),
        headers=headers,
    )


def _before(entry: Entry) -> Before:
    said = entry.contents
    return Before(said.amount, said.split, said.description, said.category, said.note)
