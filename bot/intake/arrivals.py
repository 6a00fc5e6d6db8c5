"""Updates that arrive one by one, committed as many at a time as have come together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeAlias

from bot.intake.inbox import Raw

_TOGETHER: Final = 100

_Arrival: TypeAlias = tuple[Raw, asyncio.Future[bool]]


class Arrivals:
    """One commit takes in all updates that arrived while the last one ran, in their order.

    `accept` commits a batch and returns whether it could; what it raises for a batch is
    found out for each update alone, so that one can't keep out the others.
    """

    def __init__(self, accept: Callable[[list[Raw]], Awaitable[bool]]) -> None:
        self._accept = accept
        self._arrived: list[_Arrival] = []
        self._task: asyncio.Task[None] | None = None

    async def take(self, raw: Raw) -> bool:
        """Return whether an update is committed; raise what its own commit raises."""
        outcome: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._arrived.append((raw, outcome))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), name="arrivals")
        return await outcome

    async def _run(self) -> None:
        while self._arrived:
            batch, self._arrived = self._arrived[:_TOGETHER], self._arrived[_TOGETHER:]
            await self._commit(batch)

    async def _commit(self, batch: Sequence[_Arrival]) -> None:
        try:
            committed = await self._accept([raw for raw, _ in batch])
        except Exception as error:  # noqa: BLE001  # told to whoever delivered it
            if len(batch) > 1:
                for arrival in batch:
                    await self._commit([arrival])
                return
            _, outcome = batch[0]
            if not outcome.done():
                outcome.set_exception(error)
        else:
            for _, outcome in batch:
                if not outcome.done():  # whoever delivered it may have gone
                    outcome.set_result(committed)
