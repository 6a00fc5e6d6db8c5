"""What the bot was not done with when it ended: handled at its next start, and in order."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.error import NetworkError

from bot.intake import later, was_answered
from bot.intake.inbox import kept_aside
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.world import World
from ledger.storage.database import Store
from tests.bot.conftest import Bench, Echo, start_echo, text_of
from tests.bot.intake.emptied import emptied


async def test_rows_left_behind_are_handled_first_at_the_next_start(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    started, never = asyncio.Event(), asyncio.Event()

    async def hang(update: Update) -> None:
        started.set()
        await never.wait()

    first = await bench.start(store, hang)
    for line in ("/one", "/two", "/three"):
        world.say(asha, group, line)
    await started.wait()
    await world.acknowledged()
    first._intake._dispatcher._stopping.set()
    await asyncio.wait_for(_stop_quickly(bench, first), PATIENCE_SECONDS)
    world.say(asha, group, "/four")
    echo = await start_echo(bench, store)
    await group.next_message(lambda message: message.text == "> /four")
    assert echo.heard == ["/one", "/two", "/three", "/four"]


async def _stop_quickly(bench: Bench, service: object) -> None:
    (running,) = bench.services
    assert running is service
    lane = next(iter(running._intake._dispatcher._queues.values()))
    assert lane.task is not None
    lane.task.cancel()
    await bench.stop(running)


async def test_what_is_left_for_later_holds_up_nobody_and_is_done_after_a_restart(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    heard: list[str] = []
    both, never = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        await never.wait()

    async def handle(update: Update) -> None:
        heard.append(text_of(update))
        if text_of(update) == "/slow":
            later(wait)
        if len(heard) == 2:
            both.set()

    service = await bench.start(store, handle)
    world.say(asha, group, "/slow")
    world.say(asha, group, "/quick")
    await both.wait()
    await world.acknowledged()
    for unfinished in list(service._intake._dispatcher._finishing):
        unfinished.cancel()
    await bench.stop(service)
    again: list[tuple[str, bool]] = []

    async def handle_again(update: Update) -> None:
        again.append((text_of(update), was_answered()))

    await bench.start(store, handle_again)
    await emptied(bench, world, store)
    assert again == [("/slow", True)]


async def test_what_is_left_for_later_is_tried_again_or_set_aside(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    tried: list[str] = []
    again = asyncio.Event()

    async def handle(update: Update) -> None:
        async def work() -> None:
            tried.append(text_of(update))
            if tried == ["/away"]:
                raise NetworkError("away")
            if text_of(update) == "/bug":
                raise ValueError("a bug")
            again.set()

        later(work)

    await bench.start(store, handle)
    world.say(asha, group, "/away")
    await again.wait()
    world.say(asha, group, "/bug")
    assert (await group.next_message()).text.startswith("Sorry, reference")
    await emptied(bench, world, store)
    with store.transaction() as tx:
        assert len(kept_aside(tx)) == 1


async def test_what_waited_for_a_night_is_tried_as_long_as_anything_else(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    world.say(asha, group, "/split 5 tea")
    never = asyncio.Event()
    started = asyncio.Event()

    async def hang(update: Update) -> None:
        started.set()
        await never.wait()

    first = await bench.start(store, hang)
    await started.wait()
    await _stop_quickly(bench, first)
    with store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE inbox SET received_at = '2026-01-01 00:00:00.000000'")
    echo, failures = Echo(), 1

    async def handle(update: Update) -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise NetworkError("away")
        await echo.answer(update)

    echo.service = await bench.start(store, handle)
    assert (await group.next_message()).text == "> /split 5 tea"
    await emptied(bench, world, store)
    with store.transaction() as tx:
        assert kept_aside(tx) == ()
