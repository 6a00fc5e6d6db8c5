"""What other currencies are worth in a group: its own rates, beside the reference rates."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from bot.runtime.reference import completed
from bot.web.api.asked.expense import currency_of
from bot.web.api.books import change_group, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.currencies import GroupRates, NewRate
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.shown.currencies import group_rates
from bot.web.api.who import Acting, Known
from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.money import Currency
from ledger.currencies import rates
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Currencies"], route_class=CallRoute)

Code = Annotated[str, Path(pattern="^[A-Za-z]{3}$", examples=["EUR"])]
AlsoCode = Annotated[
    str | None,
    Query(pattern="^[A-Za-z]{3}$", description="A currency that the group need not use yet."),
]


@router.get("/{group_id}/rates", summary="What other currencies are worth")
async def listed(
    group_id: str, caller: Known, api: Here, also: AlsoCode = None
) -> Data[GroupRates]:
    """Return the own and the reference rates of all currencies that a group uses or has set."""

    def use_case(tx: Transaction) -> tuple[KnownRates, Currency | None]:
        book = read_group(tx, caller, group_id)
        more = None if also is None else currency_of(also, book.group.currency)
        return rates.known(book), more

    own, more = await api.threads.read(use_case)
    codes = sorted({*own.used, *own.rates, *([] if more is None else [more])} - {own.home})
    reference = await completed(KnownRates(own.home, {}).using(*codes))
    return Data(data=group_rates(own, reference))


@router.put("/{group_id}/rates/{code}", response_model=Done, summary="Set a rate")
async def put(group_id: str, code: Code, body: NewRate, caller: Acting, change: Once) -> Response:
    """Say what a unit of a currency is worth in the group's own; every member may."""

    def use_case(book: Book) -> Done:
        base = currency_of(code, book.group.currency)
        rates.set_rate(book, base, body.value)
        return Done(message="Rate set")

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case))


@router.delete("/{group_id}/rates/{code}", response_model=Done, summary="Forget a rate")
async def drop(group_id: str, code: Code, caller: Acting, change: Once) -> Response:
    """Go back to the reference rate of a currency; every member may."""

    def use_case(book: Book) -> Done:
        rates.drop_rate(book, currency_of(code, book.group.currency))
        return Done(message="Rate forgotten")

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case))
