"""Where a group's people stand: nets, the plan with its reasons, and who owes whom."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query

from bot.runtime.reference import completed
from bot.web.api.books import faces_of, me_in, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.standings import MemberNets, PairShown, Suggested
from bot.web.api.shown import standings as shown
from bot.web.api.shown.people import Faces
from bot.web.api.who import Known
from ledger.book.pay_details import details_of_members
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.standings import BalanceSheet
from ledger.currencies import rates
from ledger.reports import statements
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Standings"], route_class=CallRoute)

_MOST_PAIRS: Final = 200


@router.get("/{group_id}/nets", summary="Who is up and who is down")
async def nets(group_id: str, caller: Known, api: Here) -> Data[list[MemberNets]]:
    """Return what everybody is owed or owes, in the order of joining."""

    def use_case(tx: Transaction) -> tuple[BalanceSheet, Faces, KnownRates | None]:
        book = read_group(tx, caller, group_id)
        sheet = statements.balance(book)
        several = len(sheet.currencies) > 1
        return sheet, faces_of(book), rates.known(book) if several else None

    sheet, faces, known = await api.threads.read(use_case)
    return Data(data=shown.nets(sheet, faces, None if known is None else await completed(known)))


@router.get("/{group_id}/plan", summary="The plan with its reasons")
async def plan(group_id: str, caller: Known, api: Here) -> Data[list[Suggested]]:
    """Return the payments that make everybody square, how to pay, and why each."""

    def use_case(tx: Transaction) -> Data[list[Suggested]]:
        book = read_group(tx, caller, group_id)
        sheet = statements.balance(book)
        payees = {payment.payee for block in sheet.currencies for payment in block.plan}
        return Data(
            data=shown.plan(
                *(sheet, statements.netted(book), details_of_members(book, payees)),
                *(faces_of(book), me_in(book, caller)),
            )
        )

    return await api.threads.read(use_case)


@router.get("/{group_id}/pairs", summary="Who owes whom, and what for")
async def pairs(
    group_id: str,
    caller: Known,
    api: Here,
    page: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Data[list[PairShown]]:
    """Return who owes whom, and the newest entries that it comes from; 200 pairs a page."""

    def use_case(tx: Transaction) -> Data[list[PairShown]]:
        book = read_group(tx, caller, group_id)
        sheet = statements.pairs(book, page, a_page=_MOST_PAIRS, origins=True)
        if page >= sheet.pages:
            return Data(data=[])
        entries = [entry for line in sheet.lines for entry in line.origins]
        return Data(data=shown.pairs(sheet, faces_of(book, entries)))

    return await api.threads.read(use_case)
