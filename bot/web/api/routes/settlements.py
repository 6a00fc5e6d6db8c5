"""Settlements: payments that people say they have made."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.expense import member_name
from bot.web.api.asked.settlement import changed, handed
from bot.web.api.books import faces_of, finding
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.entry_calls import EntryCalls
from bot.web.api.etags import IfSeen
from bot.web.api.routes.pieces import MOST_LISTED, After, Limit
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.settlements import ChangedSettlement, NewSettlement, SettlementShown
from bot.web.api.shown.people import Faces
from bot.web.api.shown.settlements import settlement
from bot.web.api.who import Known
from ledger.book.open_book import Book
from ledger.core.entries import Entry, EntryKind
from ledger.journal import corrections, recording

router = APIRouter(prefix="/api/settlements", tags=["Settlements"], route_class=CallRoute)

_SETTLEMENTS = EntryCalls(EntryKind.PAYMENT, settlement, settlement)


@router.post(
    "", status_code=201, response_model=Data[SettlementShown], summary="Record a settlement"
)
async def record(body: NewSettlement, caller: Known, change: Once) -> Response:
    """Record that one has paid another, once for each `Idempotency-Key`."""

    def use_case(book: Book, faces: Faces) -> Entry:
        said = handed(body, book.group.currency, finding(book, faces), book.local_date)
        if body.suggested:
            currency, minor = said.amount.currency, said.amount.minor
            return recording.pay_suggestion(
                book, said.payer, said.payee, currency, change.source, minor
            ).entry
        return recording.record_payment(
            book, said.payer, said.payee, said.amount, change.source, said.note, on=said.on
        ).entry

    return await _SETTLEMENTS.record(
        change, caller, body.group_id, use_case, body.from_user, may_have_left=True
    )


@router.get("/group/{group_id}", summary="List a group's settlements")
async def of_group(
    group_id: str, caller: Known, api: Here, limit: Limit = MOST_LISTED, cursor: After = None
) -> Data[list[SettlementShown]]:
    """Return a group's payments, the newest first: those behind `cursor`, a payment's id."""
    return await _SETTLEMENTS.of_group(api, caller, group_id, limit, cursor)


@router.get("/{settlement_id}", summary="Show a settlement")
async def show(
    settlement_id: str, caller: Known, api: Here, response: Response
) -> Data[SettlementShown]:
    """Return a payment, deleted or not, with its version as `ETag`."""
    return await _SETTLEMENTS.show(api, caller, settlement_id, response)


@router.put("/{settlement_id}", response_model=Data[SettlementShown], summary="Change a settlement")
async def edit(
    settlement_id: str, body: ChangedSettlement, caller: Known, change: Once, seen: IfSeen
) -> Response:
    """Change what is said of a payment; by its author, who paid, or an admin of the group."""

    def use_case(book: Book, entry: Entry) -> Entry:
        said = changed(body, entry, finding(book, faces_of(book)), book.local_date)
        return corrections.revise_payment(
            *(book, entry.number, member_name(said.payer), member_name(said.payee)),
            *(said.amount, change.source, said.note, said.on),
        ).entry

    return await _SETTLEMENTS.change(change, caller, settlement_id, seen, use_case)


@router.delete(
    "/{settlement_id}", response_model=Data[SettlementShown], summary="Delete a settlement"
)
async def delete(settlement_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let a payment count no more; it stays in the history and can be restored.

    With one of a conversion go the others: half of one would be money owed twice, or not at all.
    """
    return await _SETTLEMENTS.delete(change, caller, settlement_id, seen)


@router.post(
    "/{settlement_id}/restore", response_model=Data[SettlementShown], summary="Restore a settlement"
)
async def restore(settlement_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let a deleted payment count again, as it was."""
    return await _SETTLEMENTS.restore(change, caller, settlement_id, seen)
