"""What was spent, and which category a description speaks of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from bot.runtime.reference import completed
from bot.web.api.asked.period import read_period
from bot.web.api.books import faces_of, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.context import Here
from bot.web.api.guessing import guessing
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.statistics import CategoryGuess, Statistics
from bot.web.api.shown.people import Faces
from bot.web.api.shown.statistics import statistics
from bot.web.api.who import Known
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.spending import Spending
from ledger.core.money import Currency
from ledger.currencies import rates
from ledger.reports.spending import months_around, spending
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Statistics"], route_class=CallRoute)

_Months = Mapping[Currency, tuple[tuple[date, int], ...]]


@router.get("/{group_id}/statistics", summary="What was spent")
async def show(
    group_id: str,
    caller: Known,
    api: Here,
    period: Annotated[str, Query(max_length=10, examples=["2026-03"])] = "month",
) -> Data[Statistics]:
    """Return what a period's expenses came to: `month`, `year`, `all`, `2026` or `2026-03`."""

    def use_case(
        tx: Transaction,
    ) -> tuple[Spending, _Months, KnownRates, Faces, Callable[[str], str | None]]:
        book = read_group(tx, caller, group_id)
        found = spending(book, read_period(period, book.today))
        known = rates.known(book).using(*(block.currency for block in found.currencies))
        around = months_around(book, found.period)
        return found, around, known, faces_of(book), guessing(api, book)

    found, around, known, faces, guess = await api.threads.read(use_case)
    if len(found.currencies) > 1:
        known = await completed(known)
    return Data(data=statistics(found, around, known, guess, faces))


@router.get("/{group_id}/category", summary="Guess a category")
async def category(
    group_id: str,
    caller: Known,
    api: Here,
    description: Annotated[str, Query(max_length=4000)],
) -> Data[CategoryGuess]:
    """Return the category that a description speaks of; it is only offered, never booked."""

    def use_case(tx: Transaction) -> Data[CategoryGuess]:
        guess = guessing(api, read_group(tx, caller, group_id))
        return Data(
            data=CategoryGuess(category=guess(description), kind=api.guess_category(description))
        )

    return await api.threads.read(use_case)
