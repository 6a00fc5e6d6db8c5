"""Until when a test of the inbox waits."""

from __future__ import annotations

import asyncio

from bot.intake.inbox import lanes_waiting
from ledger.storage.database import Store


async def emptied(store: Store) -> None:
    """Wait until the inbox has nothing to be handled."""
    for _ in range(500):
        with store.transaction() as tx:
            if not lanes_waiting(tx):
                return
        await asyncio.sleep(0.01)
    raise AssertionError("the inbox was never emptied")
