"""Somebody who sends the heaviest lines there are: each is answered, and so is everybody else.

How long others wait meanwhile, benchmarks/fairness.py measures.
"""

from __future__ import annotations

import asyncio

from bot.application import Service
from bot.intake.inbox import kept_aside
from bot.playground.people import Person
from bot.playground.world import World
from ledger.core.bounds import MOST_NAMES, MOST_PAYERS
from ledger.storage.database import Store
from ledger.upkeep.audit import audit
from tests.dialogs.conversation import Conversation


def names(word: str, count: int, part: str = "") -> str:
    return " ".join(f"@{word}_{number}{part}" for number in range(count))


HEAVY = (
    (f"/split 5000 feast {names('somebody', MOST_NAMES)}", "🧾 #1 feast"),
    (f"/split 1848.89 feast @all paid {names('somebody', 19, ' 97.31')}", "🧾 #2 feast"),
    (f"/split 5000 feast {names('sombody', MOST_NAMES)}", "🧾 #3 feast"),
    (f"/split 2043.51 x paid {names('somebody', MOST_PAYERS + 1, ' 97.31')}", "A line has room"),
    (f"/split 5000 feast {names('x', 300)}", "A line has room for 50 names."),
    ("/balance", "Balances"),
    ("/balance pairs", "Who owes whom"),
    ("/settle", "To be square"),
    ("/members", "101 members"),
    ("/history", "#3"),
)
PRESSES = (("I'm in / out", "#2 feast"), ("Details", "#3 feast"), ("›", "Page 2"), ("Change", "#3"))


async def test_heavy_lines_are_answered_and_so_are_others_meanwhile(
    service: Service, store: Store, world: World, asha: Person, bob: Person
) -> None:
    crowd = Conversation(world, world.new_group("Crowd", [asha]))
    other = Conversation(world, world.new_group("Other", [bob]))
    await asyncio.gather(crowd.hear("/split"), other.hear("/split"))
    said = [await crowd.write(asha, line) for line, _ in HEAVY]
    assert "🧾 #1 tea" in await other.say(bob, "/split 30 tea @dia")
    assert "Balances" in await other.say(bob, "/balance")
    await world.until(lambda: len(crowd.said) > len(said))
    answers = crowd.said[-len(said) :]
    for (_, expected), answer in zip(HEAVY, answers, strict=True):
        assert expected in answer
    for button, expected in PRESSES:
        await crowd.press(asha, button)
        assert any(expected in message.text for message in crowd.chat.bot_messages)
    assert await service.threads.run(kept_aside) == ()
    assert audit(store) == ()
