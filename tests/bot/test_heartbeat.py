"""Who sends what is due, where several processes could."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot import heartbeat
from bot.audit_report import failed_line
from bot.delivery.outbox import Outbox
from bot.heartbeat import Heartbeat
from bot.runtime.ledger_threads import LedgerThreads
from ledger.core.clock import MovableClock
from ledger.schedules import deliveries
from ledger.storage.database import Store
from tests.ledger.beats import at
from tests.ledger.chat import ASHA, BOB, Chat, expense

LEASE_SECONDS = 0.3
GROUPS = 3


class SlowTelegram:
    """An outbox whose messages go out when the gate is open; before, Telegram says RetryAfter."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.asked: list[int] = []
        self.sent: list[int] = []

    async def send(self, address: Any, _reply: object, *, priority: object) -> object:
        self.asked.append(address.chat_id)
        await self.gate.wait()
        self.sent.append(address.chat_id)
        return SimpleNamespace(chat=SimpleNamespace(id=address.chat_id), message_id=len(self.sent))


class Process:
    """One of the processes over a book, as far as the heartbeat goes."""

    def __init__(self, threads: LedgerThreads, clock: MovableClock) -> None:
        self.telegram = SlowTelegram()
        self.heart = Heartbeat(threads, cast(Outbox, self.telegram), clock, shared=True)
        self.asked_for_lease = 0
        real = self.heart._may_send

        async def may_send() -> bool:
            ours = await real()
            self.asked_for_lease += 1
            return ours

        self.heart._may_send = may_send  # type: ignore[method-assign]  # counted

        class Jobs:
            def run_repeating(self, *_args: object, **_kwargs: object) -> object:
                return SimpleNamespace(schedule_removal=lambda: None)

        self.heart.start(cast(Any, Jobs()))


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  # of another object's state
            await asyncio.sleep(0.01)


@pytest.fixture
async def processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Process, Process]]:
    """Two over one book with a summary due in each of three groups; a lease lasts 0.3 s."""
    monkeypatch.setattr(deliveries, "LEASE_LASTS", timedelta(seconds=LEASE_SECONDS))
    monkeypatch.setattr(heartbeat, "_LAPSE_SECONDS", 0.75 * LEASE_SECONDS)
    monkeypatch.setattr(heartbeat, "_RENEW_SECONDS", 0.05)
    monkeypatch.setattr(heartbeat, "_LEASE_TICK_SECONDS", 0.02)
    monkeypatch.setattr(heartbeat, "_ON_THEIR_WAY", 2)
    monkeypatch.setattr(heartbeat, "_AHEAD", 0)
    clock = MovableClock(at(2026, 3, 4))
    store = Store(f"sqlite:///{tmp_path / 'book.db'}", clock)
    store.migrate()
    for number in range(1, GROUPS + 1):
        chat = Chat(store, clock, -number)
        chat.join(ASHA, BOB)
        chat.split(ASHA, expense(900, "dinner", "bob"))
    clock.move_to(at(2026, 3, 9))
    threads = LedgerThreads(store)
    threads.start()
    both = Process(threads, clock), Process(threads, clock)
    yield both
    for process in both:
        process.telegram.gate.set()
        await process.heart.stop()
    await threads.stop()
    store.dispose()


async def test_a_lease_is_kept_while_telegram_asks_for_patience(
    processes: tuple[Process, Process],
) -> None:
    first, second = processes
    first.heart.beat()
    await until(lambda: len(first.telegram.asked) == 2)  # And the third waits for a place.
    began, before = asyncio.get_running_loop().time(), second.asked_for_lease
    while asyncio.get_running_loop().time() - began < 2 * LEASE_SECONDS:
        second.heart.beat()
        await asyncio.sleep(0.02)
    assert second.asked_for_lease - before > 2
    assert second.telegram.asked == []
    first.telegram.gate.set()
    await until(lambda: len(first.telegram.sent) == GROUPS)
    assert sorted(first.telegram.sent) == [-3, -2, -1]


async def test_who_lost_the_lease_hands_nothing_over_any_more(
    processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = processes
    first.heart.beat()
    await until(lambda: len(first.telegram.asked) == 2)
    # The database can't be reached from there for longer than the lease lasts.
    monkeypatch.setattr(heartbeat, "_RENEW_SECONDS", 10.0)
    second.telegram.gate.set()

    def second_has_sent_all() -> bool:
        second.heart.beat()
        return len(second.telegram.sent) == GROUPS

    await until(second_has_sent_all)
    monkeypatch.setattr(heartbeat, "_RENEW_SECONDS", 0.05)
    await until(lambda: first.heart._leased_at is None)
    first.telegram.gate.set()
    await until(lambda: not first.heart._on_their_way)
    assert first.telegram.sent == []


async def test_what_met_a_bug_is_listed_and_can_be_sent_again(
    processes: tuple[Process, Process], tmp_path: Path
) -> None:
    first, _ = processes
    book = Store(f"sqlite:///{tmp_path / 'book.db'}", first.heart._clock)
    with book.transaction() as tx:
        for owner in deliveries.owners_due(tx, 10):
            deliveries.record_due(tx, owner)
        one, *_ = deliveries.waiting(tx, 10)
        deliveries.drop(tx, [one], failed=True)
        (failed,) = deliveries.failed(tx)
        assert one not in deliveries.waiting(tx, 10)
        assert failed_line(failed, tx.now) == (
            f"posting-{one}: a posting for group 1, due 8 hours ago, met an error."
        )
        deliveries.send_again(tx, [one])
        assert deliveries.failed(tx) == ()
        assert one in deliveries.waiting(tx, 10)
    book.dispose()
