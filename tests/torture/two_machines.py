"""Two bots over one PostgreSQL behind one webhook address; one is killed, the other goes on."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from bot.playground.people import Chat
from bot.playground.server import Playground
from bot.playground.updates import Update
from tests.ports import free_port
from tests.torture.balancer import Balancer
from tests.torture.bot_process import BotProcess
from tests.torture.hearing import PATIENCE_SECONDS, HearingWorld
from tests.torture.town import Town
from tests.torture.verdict import Verdict, judge_book

_SECRET = "both-know-it"
_AGAIN = 5
"""So many updates are delivered once more in each round, mostly to the other bot."""


async def two_machines(
    server_book: str, directory: Path, groups: int, commands: int, kills: int, seed: int
) -> Verdict:
    """Have two bots share the work, and kill them by turns while people talk.

    Each group's updates go out one after the other (a webhook has no order otherwise), to
    whichever bot is next; all groups talk at the same time.
    """
    chance, world = Random(seed), HearingWorld()
    ports = (free_port(), free_port())
    async with AsyncExitStack() as running:
        playground = await running.enter_async_context(Playground(world))
        balancer = await running.enter_async_context(Balancer(ports))
        bots = [
            await running.enter_async_context(
                BotProcess(
                    directory,
                    playground.url,
                    server_book,
                    died=world.give_up,
                    webhook_url=balancer.url,
                    webhook_secret=_SECRET,
                    port=port,
                    api=False,
                )
            )
            for port in ports
        ]
        for bot in bots:
            await bot.start()
        for bot in bots:
            # Or the first might answer all until it is killed.
            await bot.started()
        town = Town(world, chance, groups)
        await town.introduce()
        rounds = kills + 1
        for number in range(rounds):
            talk = asyncio.gather(
                *(_talk(town, chat, commands // rounds // groups) for chat in town.groups)
            )
            if number < kills:
                await world.more_calls(chance.randint(1, commands // rounds // 2), "sendMessage")
                await bots[number % 2].kill()
            await talk
            town.deliver_again(_AGAIN)
            await bots[number % 2].start()
        await world.acknowledged(PATIENCE_SECONDS)
        await town.wind_up()
        for bot in bots:
            # The other may have answered everything before the one killed last was back.
            await bot.started()
            assert await bot.terminate() == 0, bot.log_end
    assert all(balancer.taken.values()), f"one had nothing to do: {balancer.taken}"
    shares = " and ".join(str(taken) for taken in balancer.taken.values())
    verdict = await asyncio.to_thread(judge_book, town, server_book)
    return verdict.after(f"{kills} kills; the two took in {shares} updates")


async def _talk(town: Town, chat: Chat, times: int) -> None:
    """Say one thing after the other in a group, each when the one before was delivered."""
    for _ in range(times):
        town.speak_in(chat)
        await _delivered(town.world, town.world.updates.history[-1])


async def _delivered(world: HearingWorld, update: Update) -> None:
    await world.until(lambda: update.acknowledged, PATIENCE_SECONDS)
