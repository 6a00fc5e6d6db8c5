"""The Bot API at its worst: refusals, cut connections, slow answers, odd and repeated updates."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

from bot.playground.faults import Fault
from bot.playground.updates import Update
from bot.playground.wire import Call
from tests.torture.hearing import PATIENCE_SECONDS, HearingWorld
from tests.torture.inside import living
from tests.torture.verdict import Verdict, judge

_STORM_CALLS = 12
"""So many calls in a row are refused with 429 in each storm."""


async def bad_weather(book: str, groups: int, commands: int, storms: int, seed: int) -> Verdict:
    """Let a town talk to a bot whose calls fail by chance, each kind one in twenty or so.

    What is said between two storms reaches the bot in an order that chance chooses, with
    some updates twice, some that no bot knows, and one that can't be read.
    """
    chance = Random(seed)
    async with living(book, groups, chance) as inside:
        world, town = inside.world, inside.town
        faults = _let_calls_fail(world, chance)
        for _ in range(storms):
            with world.updates.held(lambda updates: _shuffled(updates, chance)):
                town.speak(commands // storms // 2)
            town.deliver_again(5)
            _say_something_odd(world, town.groups[0].id)
            storm = world.faults.refuse("sendMessage", 429, retry_after=0, times=_STORM_CALLS)
            faults.append(storm)
            await town.converse(commands // storms // 2)
            await _is_over(world, storm)
        # Every group's last answer is heard, though the bot does not learn that it was sent.
        faults.append(world.faults.cut("sendMessage", "after", times=None, when=_first_farewell()))
        await town.wind_up()
        await world.acknowledged(PATIENCE_SECONDS)
        world.faults.clear()
        # Stopped sooner, it would leave what it still tries to send for the next start.
        async with asyncio.timeout(PATIENCE_SECONDS):
            await inside.service.settled()
        await inside.service.stop()
        verdict = judge(town, inside.store)
    return verdict.after(f"{sum(fault.met for fault in faults)} calls refused, cut or slow")


async def _is_over(world: HearingWorld, storm: Fault) -> None:
    await world.until(lambda: storm.met == storm.times, PATIENCE_SECONDS)


def _let_calls_fail(world: HearingWorld, chance: Random) -> list[Fault]:
    def one_in(times: int) -> Callable[[Call], bool]:
        return lambda call: chance.randrange(times) == 0

    faults = world.faults
    return [
        faults.refuse("*", 429, retry_after=0, times=None, when=one_in(25)),
        faults.refuse("*", 502, times=None, when=one_in(30)),
        faults.bad_gateway("*", times=None, when=one_in(30)),
        faults.cut("*", "before", times=None, when=one_in(30)),
        faults.cut("*", "after", times=None, when=one_in(20)),
        faults.delay("*", 0.2, times=None, when=one_in(15)),
    ]


def _first_farewell() -> Callable[[Call], bool]:
    """Return a condition that each chat's first receipt for a farewell meets."""
    cut_off: set[int] = set()

    def is_first(call: Call) -> bool:
        chat_id = call.number("chat_id")
        if "farewell" not in call.text("text") or chat_id in cut_off:
            return False
        cut_off.add(chat_id)
        return True

    return is_first


def _shuffled(updates: list[Update], chance: Random) -> list[Update]:
    return chance.sample(updates, len(updates))


def _say_something_odd(world: HearingWorld, chat_id: int) -> None:
    world.updates.inject({"sent_by_owl": {"owl": "Hedwig", "chat": {"id": chat_id}}})
    world.updates.inject({"message": {"message_id": "?", "chat": {"id": chat_id}, "date": "never"}})
    world.updates.inject({})
