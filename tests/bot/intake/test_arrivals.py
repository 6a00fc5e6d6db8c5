"""Deliveries that come at the same time share a commit, and fail each for itself."""

from __future__ import annotations

import asyncio

from bot.intake.arrivals import Arrivals
from bot.intake.inbox import Raw


def _raw(number: int) -> Raw:
    return {"update_id": number}


async def test_what_arrives_during_a_commit_shares_the_next_one_in_its_order() -> None:
    batches: list[list[int]] = []
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def accept(batch: list[Raw]) -> bool:
        batches.append([raw["update_id"] for raw in batch])
        begun.set()
        await go_on.wait()
        return True

    arrivals = Arrivals(accept)
    delivered = [asyncio.create_task(arrivals.take(_raw(1)))]
    await begun.wait()
    delivered += [asyncio.create_task(arrivals.take(_raw(number))) for number in (2, 3, 4)]
    await asyncio.sleep(0)
    delivered[2].cancel()  # whoever delivered it hung up
    go_on.set()
    outcomes = await asyncio.gather(*delivered, return_exceptions=True)
    assert batches == [[1], [2, 3, 4]]
    assert [outcome is True for outcome in outcomes] == [True, True, False, True]


async def test_one_that_cannot_be_committed_keeps_out_no_other() -> None:
    async def accept(batch: list[Raw]) -> bool:
        if any(raw["update_id"] == 2 for raw in batch):
            raise ValueError("too large")
        return True

    arrivals = Arrivals(accept)
    outcomes = await asyncio.gather(
        *(arrivals.take(_raw(number)) for number in (1, 2, 3)), return_exceptions=True
    )
    assert [str(outcome) for outcome in outcomes] == ["True", "too large", "True"]


async def test_a_database_that_is_away_refuses_all() -> None:
    async def accept(batch: list[Raw]) -> bool:
        return False

    arrivals = Arrivals(accept)
    assert await asyncio.gather(*(arrivals.take(_raw(n)) for n in range(3))) == [False] * 3
