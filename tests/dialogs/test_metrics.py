"""Every metric that is documented moves while a group lives through a week."""

from __future__ import annotations

from datetime import UTC, datetime

from prometheus_client import REGISTRY

from bot.playground.people import Person
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conversation import Conversation

MOVED_BY_A_WEEK = (
    "updates_total",
    "handled_total",
    "handling_seconds_count",
    "calls_total",
    "retries_total",
    "postings_total",
    "use_case_seconds_count",
)


def total(name: str) -> float:
    full = f"all_square_{name}"
    found = [
        one.value for family in REGISTRY.collect() for one in family.samples if one.name == full
    ]
    return sum(found)


async def test_every_metric_moves_in_a_week(
    chat: Conversation, world: World, asha: Person, clock: MovableClock
) -> None:
    before = {name: total(name) for name in MOVED_BY_A_WEEK}
    world.faults.bad_gateway("sendMessage")
    await chat.say(asha, "/split 300 tea")
    clock.move_to(datetime(2026, 3, 9, 3, 30, tzinfo=UTC))
    await chat.hear("The week")
    await chat.say(asha, "/balance")
    assert [name for name in MOVED_BY_A_WEEK if total(name) <= before[name]] == []
