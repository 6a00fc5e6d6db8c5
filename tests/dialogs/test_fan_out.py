"""Many groups due at the same minute: at Telegram's pace, in order, none twice and none lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import func, select

from bot.application import Service
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.world import World
from bot.runtime.settings import load_settings
from ledger.book.open_book import Defaults, open_book
from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.groups import Place
from ledger.core.members import Name, UserId
from ledger.core.members import Person as Account
from ledger.core.money import Currency, Money
from ledger.core.recurrence import every_week
from ledger.core.schedule import Stage
from ledger.core.shares import EQUAL_PART
from ledger.journal import recording
from ledger.schedules import weekly_setting
from ledger.storage.database import Store
from ledger.storage.schedule_tables import DeliveryRow
from main import compose

GROUPS = 75
ASKED_AFTER = (1, 12, 24)
"""After how many summaries somebody else asks, so that most are still to come."""
MONDAY = datetime(2026, 3, 9, 3, 30, tzinfo=UTC)
INR = Currency("INR")


@pytest.fixture
def groups(world: World, asha: Person) -> list[Chat]:
    return [world.new_group(f"Group {number}", [asha], announce=False) for number in range(GROUPS)]


@pytest.fixture
def due(groups: list[Chat], store: Store, asha: Person) -> list[Chat]:
    """Groups with an expense each, whose summaries are due on Monday at nine, or at eight."""
    account = Account(UserId(asha.id), "Asha", None, "asha", "en")
    with store.transaction() as tx:
        for chat in groups:
            place = Place(chat.id, chat.title or "")
            book = open_book(
                tx, place, account, defaults=Defaults(INR, "Asia/Kolkata"), chat_admin=True
            )
            line = ExpenseLine(
                Money(30000, INR),
                "dinner",
                ((Name("bob"), EQUAL_PART),),
                category="food",
            )
            recording.record_expense(book, line, Source(f"{chat.id}/1"))
        # The last group is due an hour before the others.
        weekly_setting.set_weekly(book, every_week(0, time(8)))
    return [groups[-1], *groups[:-1]]


def paced(playground: Playground, store: Store) -> Service:
    return compose(
        load_settings(
            telegram_bot_token=playground.world.token,
            telegram_api_url=playground.url,
            telegram_limits=True,
            commands_per_minute=0,
        ),
        store,
    )


@pytest.fixture
async def service(due: list[Chat], playground: Playground, store: Store) -> AsyncIterator[Service]:
    playground.world.limits.on = True
    service = paced(playground, store)
    await service.start()
    yield service
    await service.stop()
    store.dispose()


def summaries(world: World) -> Counter[int]:
    return Counter(
        message.chat.id
        for chat in world.chats.values()
        for message in chat.bot_messages
        if "The week" in message.text
    )


async def test_all_are_served_at_telegrams_pace_while_commands_are_answered(
    service: Service,
    world: World,
    clock: MovableClock,
    due: list[Chat],
    asha: Person,
) -> None:
    others = [world.new_group(f"Other {sent}", [asha], announce=False) for sent in ASKED_AFTER]
    asking = asyncio.create_task(_ask_meanwhile(world, asha, others))
    clock.move_to(MONDAY)
    await world.until(lambda: sum(summaries(world).values()) >= GROUPS or None)
    still_to_come = await asking
    assert summaries(world) == dict.fromkeys((chat.id for chat in due), 1)
    assert world.limits.refused == 0
    # An answer goes before the postings that wait. How fast it is, and how many leave a second,
    # benchmarks/fan_out.py measures.
    assert max(still_to_come) > 0
    # By due time, then group; those that travel side by side may overtake each other.
    asked = {chat.id for chat in others}
    order = [chat_id for chat_id in world.limits.sent if chat_id not in asked]
    assert order[0] == due[0].id
    assert all(abs(order.index(chat.id) - place) <= 8 for place, chat in enumerate(due))


async def _ask_meanwhile(world: World, asha: Person, others: list[Chat]) -> list[int]:
    """Ask for balances between the summaries; return how many were still to come each time."""
    still_to_come = []
    for sent, chat in zip(ASKED_AFTER, others, strict=True):
        await world.until(lambda sent=sent: sum(summaries(world).values()) >= sent or None, 60)  # type: ignore[misc]
        said = world.say(asha, chat, "/balance")
        await world.until(
            lambda chat=chat, said=said: any(m.id > said.id for m in chat.bot_messages) or None,  # type: ignore[misc]
            60,
        )
        still_to_come.append(GROUPS - sum(summaries(world).values()))
    return still_to_come


async def test_a_crash_in_the_middle_loses_none_and_repeats_only_what_was_on_its_way(
    service: Service,
    playground: Playground,
    store: Store,
    world: World,
    clock: MovableClock,
    due: list[Chat],
) -> None:
    clock.move_to(MONDAY)
    await world.until(lambda: sum(summaries(world).values()) >= GROUPS // 2 or None)
    on_their_way = await _crash(service)
    again = paced(playground, store)
    await again.start()
    try:
        await world.until(lambda: len(summaries(world)) == GROUPS or None)
        await _all_sent(store)
    finally:
        await again.stop()
    told = summaries(world)
    assert set(told) == {chat.id for chat in due}
    assert sum(told.values()) - GROUPS <= on_their_way
    assert world.limits.refused == 0


async def _all_sent(store: Store) -> None:
    """Wait until no posting is left to be sent, once more or at all."""
    due = select(func.count()).where(DeliveryRow.stage.in_((Stage.WAITING, Stage.SENDING)))
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            with store.transaction() as tx:
                if tx.connection.execute(due).scalar_one() == 0:
                    return
            await asyncio.sleep(0.02)


async def _crash(service: Service) -> int:
    """Cut the heartbeat off where it is, as the end of the process would."""
    heart = service.heartbeat
    tasks = [*heart._tasks, *filter(None, heart._on_their_way.values())]
    sending = len(heart._on_their_way)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    heart._loop = None
    return sending
