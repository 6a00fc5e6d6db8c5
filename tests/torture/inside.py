"""The whole bot inside the test's own event loop, for faults that a test must dose."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

from bot.application import Service
from bot.playground.server import Playground
from bot.runtime.settings import load_settings
from ledger.core.clock import Clock, SystemClock
from ledger.storage.database import Store
from main import compose
from tests.torture.hearing import HearingWorld
from tests.torture.town import Town


@dataclass
class Inside:
    """A running bot, its store, and the town that talks to it."""

    world: HearingWorld
    town: Town
    store: Store
    service: Service


def new_service(url: str, world: HearingWorld, store: Store) -> Service:
    """Put the whole bot together, for a local Telegram at `url`."""
    settings = load_settings(
        telegram_bot_token=world.token,
        telegram_api_url=url,
        telegram_limits=False,
        commands_per_minute=0,
    )
    return compose(settings, store)


@asynccontextmanager
async def living(
    book: str, groups: int, chance: Random, clock: Clock | None = None
) -> AsyncIterator[Inside]:
    """Run the bot over a database, with everybody known to it; stop it at the end."""
    world, store = HearingWorld(clock), Store(book, clock or SystemClock())
    try:
        await asyncio.to_thread(store.migrate)
        async with Playground(world) as playground:
            service = new_service(playground.url, world, store)
            await service.start()
            try:
                town = Town(world, chance, groups)
                await town.introduce()
                yield Inside(world, town, store, service)
            finally:
                await service.stop()
    finally:
        store.dispose()
