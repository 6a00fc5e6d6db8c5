"""All that is open in other currencies, turned into the group's own, and the way back."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.runtime.reference import completed
from bot.web.api.books import change_group, faces_of, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Api, Here
from bot.web.api.schemas.currencies import (
    ConfirmedConversion,
    ConversionNumbers,
    ConversionShown,
    TakenBack,
)
from bot.web.api.schemas.envelope import Data
from bot.web.api.shown import currencies as shown
from bot.web.api.who import Acting, Caller, Known
from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.errors import Code, LedgerError
from ledger.currencies import conversion, rates
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Currencies"], route_class=CallRoute)


@router.get("/{group_id}/conversion", summary="What converting all would be")
async def preview(group_id: str, caller: Known, api: Here) -> Data[ConversionShown]:
    """Return what is open in other currencies, and what it comes to in the group's own."""
    known = await _known(api, caller, group_id)

    def use_case(tx: Transaction) -> Data[ConversionShown]:
        book = read_group(tx, caller, group_id)
        found = conversion.open_elsewhere(book, known)
        return Data(data=shown.conversion(found, book.group.currency, faces_of(book)))

    return await api.threads.read(use_case)


@router.post(
    "/{group_id}/conversion",
    status_code=201,
    response_model=Data[ConversionShown],
    summary="Convert all that is open",
)
async def convert(
    group_id: str, body: ConfirmedConversion, caller: Acting, api: Here, change: Once
) -> Response:
    """Turn all that is open into the group's currency, by payments along the plan."""
    known = await _known(api, caller, group_id)

    def use_case(book: Book) -> Data[ConversionShown]:
        if body.proof is not None and not conversion.has_converted(book, change.source):
            now = conversion.open_elsewhere(book, known)
            if now.fingerprint != body.proof:
                raise LedgerError(Code.PLAN_CHANGED)
        done = conversion.convert_balances(book, known, change.source)
        return Data(data=shown.conversion(done, book.group.currency, faces_of(book)))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case), status=201)


@router.post(
    "/{group_id}/conversion/undo",
    response_model=Data[TakenBack],
    summary="Take a conversion back",
)
async def take_back(
    group_id: str, body: ConversionNumbers, caller: Acting, change: Once
) -> Response:
    """Let none of a conversion's payments count any more."""

    def use_case(book: Book) -> Data[TakenBack]:
        count = conversion.take_back(book, body.first, body.last, change.source)
        return Data(data=TakenBack(payments=count))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case))


async def _known(api: Api, caller: Caller, group_id: str) -> KnownRates:
    return await completed(
        await api.threads.read(lambda tx: rates.known(read_group(tx, caller, group_id)))
    )
