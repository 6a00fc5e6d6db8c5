"""The bot is killed again and again in the middle of its work."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.playground.server import Playground
from tests.torture.bot_process import BotProcess
from tests.torture.hearing import HearingWorld
from tests.torture.town import Town
from tests.torture.verdict import Verdict, judge_book

_LATENCY_SECONDS = 0.005
"""So that a kill often meets calls that are on their way."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is said in how many groups, and how often the bot is killed meanwhile."""

    groups: int
    commands: int
    kills: int


async def kill_loop(book: str, directory: Path, size: Size, seed: int) -> Verdict:
    """Kill the bot at moments that chance chooses while people talk; judge the book after.

    Half of what is said waits when the bot starts, the other half comes while it works. A
    kill comes at one of the calls the bot makes, whichever chance says: while it starts, or
    while some chats are answered, others recorded, and the next batch is fetched.
    """
    chance, world = Random(seed), HearingWorld()
    async with (
        Playground(world) as playground,
        BotProcess(directory, playground.url, book, died=world.give_up) as bot,
    ):
        world.faults.latency_seconds = _LATENCY_SECONDS
        town = Town(world, chance, size.groups)
        await bot.start()
        await town.introduce()
        half = max(1, size.commands // (2 * size.kills))
        for _ in range(size.kills):
            town.speak(half)
            town.deliver_again(2)
            await bot.start()
            moment = chance.randint(1, 2 * half)
            talking = asyncio.create_task(town.converse(half))
            await world.more_calls(moment)
            await bot.kill()
            talking.cancel()
        await bot.start()
        await town.wind_up()
        await bot.started()
        assert await bot.terminate() == 0, bot.log_end
    return judge_book(town, book).after(f"{size.kills} kills")
