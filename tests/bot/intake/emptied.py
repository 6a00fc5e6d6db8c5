"""When all that was said to a test's bots is done with."""

from __future__ import annotations

import asyncio

from bot.intake.inbox import lanes_waiting
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.world import World
from ledger.storage.database import Store
from tests.bot.conftest import Bench


async def emptied(bench: Bench, world: World, store: Store) -> None:
    """Wait until everything said is taken in and done with; the inbox has nothing of it then."""
    await world.acknowledged()
    async with asyncio.timeout(PATIENCE_SECONDS):
        for service in bench.services:
            await service.settled()
    with store.transaction() as tx:
        assert not lanes_waiting(tx)
