"""The world the playground opens on: a trip, a flat, and people who can be written to."""

from __future__ import annotations

from bot.playground.limits import Limits
from bot.playground.state import TOKEN
from bot.playground.world import World
from ledger.core.clock import Clock


def opening_world(clock: Clock | None = None, *, token: str = TOKEN) -> World:
    """Return a world with two groups whose people the bot has not heard yet.

    Telegram's limits are on, as they are for real.
    """
    world = World(clock, token=token)
    world.limits = Limits(on=True)
    alice = world.add_person("Alice", "alice", "Johnson", "en")
    bob = world.add_person("Bob", "bob", "Smith", "en")
    charlie = world.add_person("Charlie", "charlie", "Brown", "en")
    world.new_group("Goa trip", [alice, bob, charlie])
    asha = world.add_person("आशा", "asha", "शर्मा", "hi")
    rupali = world.add_person("Rupali", "rupali_k", None, "en-IN")
    shivani = world.add_person("Shivani", None, "Rao", "en")
    world.new_group("Flat 12", [rupali, shivani, asha])
    for person in (alice, bob, charlie, asha, rupali, shivani):
        world.private(person)
    return world
