"""The service as a whole: how it ends."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from telegram import Update

from bot import application
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.world import World
from ledger.storage.database import Store
from tests.bot.conftest import Bench, Echo
from tests.ports import free_port


async def test_one_deadline_holds_for_all_that_is_stopped(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(application, "_STOP_SECONDS", 3.0)
    started, never = asyncio.Event(), asyncio.Event()

    async def hang(update: Update) -> None:
        started.set()
        await never.wait()

    service = await bench.start(store, hang)
    world.say(asha, group, "/balance")
    await started.wait()
    async with asyncio.timeout(PATIENCE_SECONDS):
        await bench.stop(service)


async def test_a_bot_that_serves_no_more_ends(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = Echo()
    service = echo.service = bench.service(store, echo, port=free_port())
    bench.services.remove(service)
    running = asyncio.create_task(service.run())
    await world.ask(asha, group, "/balance")
    assert service.web is not None
    service.web._server.should_exit = True
    assert await asyncio.wait_for(running, PATIENCE_SECONDS) == 1


def test_a_databases_errors_do_not_repeat_what_people_wrote(store: Store) -> None:
    with pytest.raises(DBAPIError) as caught, store.transaction() as tx:
        tx.connection.execute(text("SELECT * FROM nowhere WHERE a = :a"), {"a": "secret dinner"})
    assert "secret dinner" not in str(caught.value)
