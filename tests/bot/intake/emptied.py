"""Until when a test of the inbox waits."""

from __future__ import annotations

import asyncio

from bot.intake.inbox import lanes_waiting
from bot.playground.journal import PATIENCE_SECONDS
from ledger.storage.database import Store


async def emptied(store: Store) -> None:
    """Wait until the inbox has nothing to be handled."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            with store.transaction() as tx:
                if not lanes_waiting(tx):
                    return
            await asyncio.sleep(0.01)
