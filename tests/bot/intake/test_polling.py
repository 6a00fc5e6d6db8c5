"""How polling bears what Telegram and the network do, and when it gives up."""

from __future__ import annotations

import asyncio
import signal

import pytest
from telegram import Update

from bot.application import Service
from bot.intake import poller
from bot.intake.inbox import accept
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.world import World
from ledger.storage.database import Store
from tests.bot.conftest import Bench, start_echo


async def _nothing(_update: Update) -> None: ...


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poller, "_LONGEST_PAUSE_SECONDS", 0.05)
    monkeypatch.setattr("bot.application._START_PAUSE_SECONDS", 0.05)


async def test_errors_and_another_poller_do_not_end_polling(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    await start_echo(bench, store)
    world.faults.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    world.faults.refuse("getUpdates", 502)
    world.faults.bad_gateway("getUpdates")
    world.faults.cut("getUpdates", "before")
    world.faults.cut("getUpdates", "after")
    for number in range(4):
        assert (await world.ask(asha, group, f"/show {number}")).text == f"> /show {number}"


async def test_a_token_that_is_wrong_from_the_start_ends_the_process(
    bench: Bench, store: Store, world: World
) -> None:
    world.faults.refuse("getMe", 401, "Unauthorized")
    assert await bench.service(store, _nothing).run() == 1


async def test_a_token_that_is_revoked_ends_the_process(
    bench: Bench, store: Store, world: World
) -> None:
    world.faults.refuse("getUpdates", 401, "Unauthorized")
    assert await bench.service(store, _nothing).run() == 1


async def test_silence_ends_the_process(
    bench: Bench, store: Store, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "SILENCE_SECONDS", 0.2)
    world.faults.refuse("getUpdates", 500, times=None)
    assert await bench.service(store, _nothing).run() == 1


async def test_the_start_waits_for_the_network(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    world.faults.cut("getMe", "before", times=2)
    world.faults.refuse("getMe", 502, times=1)
    await start_echo(bench, store)
    assert (await world.ask(asha, group, "/balance")).text == "> /balance"


async def test_sigterm_finishes_what_runs_and_leaves_the_rest(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()
    handled: list[int] = []

    async def handle(update: Update) -> None:
        started.set()
        await go_on.wait()
        handled.append(update.update_id)

    service: Service = bench.service(store, handle)
    running = asyncio.create_task(service.run())
    world.say(asha, group, "/one")
    world.say(asha, group, "/two")
    await started.wait()
    await world.acknowledged()
    signal.raise_signal(signal.SIGTERM)
    await service._intake._dispatcher._stopping.wait()
    go_on.set()
    assert await asyncio.wait_for(running, PATIENCE_SECONDS) == 0
    assert len(handled) == 1
    echo = await start_echo(bench, store)
    await group.next_message()
    assert echo.heard == ["/two"]


async def test_the_last_batch_is_acknowledged_at_the_end(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = await start_echo(bench, store)
    await world.ask(asha, group, "/one")
    assert echo.service is not None
    await bench.stop(echo.service)
    await world.acknowledged()


async def test_what_was_committed_before_a_kill_is_handled_after_it(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    """The inbox as a killed process leaves it: rows in the file, nobody who runs."""
    said = world.update_of(world.say(asha, group, "/one"))
    with store.transaction() as tx:
        accept(tx, [said.body])
    echo = await start_echo(bench, store)
    await group.next_message()
    await world.ask(asha, group, "/two")
    assert echo.heard == ["/one", "/two"]
