"""Settlements: payments that people say they have made."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.expense import member_name
from bot.web.api.asked.settlement import changed, handed
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
from bot.web.api.schemas.settlements import ChangedSettlement, NewSettlement, SettlementShown
from bot.web.api.shown.settlements import settlement
from bot.web.api.who import Caller, Known
from ledger.book.open_book import Book
from ledger.core.entries import Entry, EntryKind
from ledger.currencies.conversion import carry_along
from ledger.journal import corrections, recording
from ledger.reports import history
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/settlements", tags=["Settlements"], route_class=CallRoute)


@router.post(
    "", status_code=201, response_model=Data[SettlementShown], summary="Record a settlement"
)
async def record(body: NewSettlement, caller: Known, change: Once) -> Response:
    """Record that one has paid another, once for each `Idempotency-Key`."""

    def use_case(book: Book) -> Data[SettlementShown]:
        faces = faces_of(book)
        said = handed(body, book.group.currency, finding(book, faces), book.local_date)
        if body.suggested:
            currency, minor = said.amount.currency, said.amount.minor
            entry = recording.pay_suggestion(
                book, said.payer, said.payee, currency, change.source, minor
            ).entry
        else:
            entry = recording.record_payment(
                book, said.payer, said.payee, said.amount, change.source, said.note, on=said.on
            ).entry
        return Data(data=settlement(entry, with_entries(book, faces, [entry])))

    return await change.run(
        lambda tx: change_group(
            tx, caller, body.group_id, use_case, body.from_user, may_have_left=True
        ),
        status=201,
        headers={"ETag": '"1"'},
    )


@router.get("/group/{group_id}", summary="List a group's settlements")
async def of_group(
    group_id: str, caller: Known, api: Here, limit: Limit = MOST_LISTED, cursor: After = None
) -> Data[list[SettlementShown]]:
    """Return a group's payments, the newest first: those behind `cursor`, a payment's id."""

    def use_case(tx: Transaction) -> Data[list[SettlementShown]]:
        book = read_group(tx, caller, group_id)
        below = None if cursor is None else entry_of_group(book, cursor).number
        found = history.behind(book, below=below, most=limit, kind=EntryKind.PAYMENT)
        faces = faces_of(book, found)
        return Data(data=[settlement(entry, faces) for entry in found])

    return await api.threads.run(use_case)


@router.get("/{settlement_id}", summary="Show a settlement")
async def show(
    settlement_id: str, caller: Known, api: Here, response: Response
) -> Data[SettlementShown]:
    """Return a payment, deleted or not, with its version as `ETag`."""

    def use_case(tx: Transaction) -> tuple[SettlementShown, Entry]:
        book, entry = read_entry(tx, caller, settlement_id, EntryKind.PAYMENT)
        return settlement(entry, faces_of(book, [entry])), entry

    data, entry = await api.threads.run(use_case)
    response.headers.update(etag(entry))
    return Data(data=data)


@router.put("/{settlement_id}", response_model=Data[SettlementShown], summary="Change a settlement")
async def edit(
    settlement_id: str, body: ChangedSettlement, caller: Known, change: Once, seen: IfSeen
) -> Response:
    """Change what is said of a payment; by its author, who paid, or an admin of the group."""

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        said = changed(body, entry, finding(book, faces_of(book)), book.local_date)
        return corrections.revise_payment(
            *(book, entry.number, member_name(said.payer), member_name(said.payee)),
            *(said.amount, change.source, said.note, said.on),
        ).entry

    return await _change(settlement_id, caller, change, use_case)


@router.delete(
    "/{settlement_id}", response_model=Data[SettlementShown], summary="Delete a settlement"
)
async def delete(settlement_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let a payment count no more; it stays in the history and can be restored.

    With one of a conversion go the others: half of one would be money owed twice, or not at all.
    """

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        deleted = corrections.delete(book, entry.number, change.source)
        carry_along(book, deleted, change.source)
        return deleted.entry

    return await _change(settlement_id, caller, change, use_case)


@router.post(
    "/{settlement_id}/restore", response_model=Data[SettlementShown], summary="Restore a settlement"
)
async def restore(settlement_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let a deleted payment count again, as it was."""

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        restored = corrections.restore(book, entry.number, change.source)
        carry_along(book, restored, change.source)
        return restored.entry

    return await _change(settlement_id, caller, change, use_case)


async def _change(
    settlement_id: str, caller: Caller, change: Change, use_case: Callable[[Book, Entry], Entry]
) -> Response:
    """Answer with the payment as a use case has left it."""
    headers: dict[str, str] = {}

    def answered(book: Book, entry: Entry) -> Data[SettlementShown]:
        entry = use_case(book, entry)
        headers.update(etag(entry))
        return Data(data=settlement(entry, faces_of(book, [entry])))

    return await change.run(
        lambda tx: change_entry(tx, caller, settlement_id, answered, EntryKind.PAYMENT),
        headers=headers,
    )
