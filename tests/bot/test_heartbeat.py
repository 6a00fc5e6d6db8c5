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
from bot.conversation.boards import Boards
from bot.delivery import sending_lease
from bot.delivery.outbox import Outbox
from bot.heartbeat import Heartbeat
from bot.playground.journal import PATIENCE_SECONDS
from bot.runtime.ledger_threads import LedgerThreads
from ledger.core.clock import MovableClock
from ledger.schedules import deliveries
from tests.ledger.beats import at
from tests.ledger.chat import ASHA, BOB, Chat, expense
from tests.stores import opened

LEASE_SECONDS = 0.3
LONG_SECONDS = 60.0
GROUPS = 3


class SlowTelegram:
    """An outbox whose messages go out when the gate is open; before, Telegram says RetryAfter."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.asked: list[int] = []
        self.sent: list[int] = []

    async def send(self, address: Any, _reply: object, **_how: object) -> object:
        self.asked.append(address.chat_id)
        await self.gate.wait()
        self.sent.append(address.chat_id)
        return SimpleNamespace(
            chat=SimpleNamespace(id=address.chat_id),
            message_id=len(self.sent),
            is_topic_message=None,
        )


class Process:
    """One of the processes over a book, as far as the heartbeat goes."""

    def __init__(self, threads: LedgerThreads, clock: MovableClock) -> None:
        self.telegram = SlowTelegram()
        outbox = cast(Outbox, self.telegram)
        self.heart = Heartbeat(threads, outbox, Boards(threads, outbox), clock, shared=True)
        self.asked_for_lease = 0
        real = self.heart._lease.take

        async def may_send() -> bool:
            ours = await real()
            self.asked_for_lease += 1
            return ours

        self.heart._lease.take = may_send  # type: ignore[method-assign]  # counted

        class Jobs:
            def run_repeating(self, *_args: object, **_kwargs: object) -> object:
                return SimpleNamespace(schedule_removal=lambda: None)

        self.heart.start(cast(Any, Jobs()))


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not condition():  # noqa: ASYNC110  # of another object's state
            await asyncio.sleep(0.01)


@pytest.fixture
async def processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Process, Process]]:
    """Two over one book with a summary due in each of three groups; a lease lasts 0.3 s."""
    monkeypatch.setattr(deliveries, "LEASE_LASTS", timedelta(seconds=LEASE_SECONDS))
    monkeypatch.setattr(sending_lease, "_LAPSE_SECONDS", 0.75 * LEASE_SECONDS)
    monkeypatch.setattr(sending_lease, "_RENEW_SECONDS", 0.05)
    monkeypatch.setattr(sending_lease, "_TICK_SECONDS", 0.02)
    monkeypatch.setattr(heartbeat, "_ON_THEIR_WAY", 2)
    monkeypatch.setattr(heartbeat, "_AHEAD", 0)
    clock = MovableClock(at(2026, 3, 4))
    with opened(f"sqlite:///{tmp_path / 'book.db'}", clock) as store:
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


async def test_a_lease_is_kept_while_telegram_asks_for_patience(
    processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    # No pause of the machine ends it: that it is renewed is seen, and not waited for.
    monkeypatch.setattr(deliveries, "LEASE_LASTS", timedelta(seconds=LONG_SECONDS))
    monkeypatch.setattr(sending_lease, "_LAPSE_SECONDS", LONG_SECONDS)
    first, second = processes
    first.heart.beat()
    await until(lambda: len(first.telegram.asked) == 2)  # And the third waits for a place.
    before, terms = second.asked_for_lease, {first.heart._lease._since}

    def is_renewed_again_and_again() -> bool:
        second.heart.beat()
        terms.add(first.heart._lease._since)
        return len(terms) > 3 and second.asked_for_lease - before > 2

    await until(is_renewed_again_and_again)
    assert None not in terms
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
    now = asyncio.get_running_loop().time
    first.heart._lease._since = now() + LONG_SECONDS
    second.telegram.gate.set()

    def second_has_sent_all() -> bool:
        second.heart.beat()
        # A pause of the machine may cost it the lease as well, and have it send one again.
        return len(set(second.telegram.sent)) == GROUPS

    await until(second_has_sent_all)
    # From its next renewal on no pause of the machine ends the second's lease.
    monkeypatch.setattr(deliveries, "LEASE_LASTS", timedelta(seconds=LONG_SECONDS))
    before = second.heart._lease._since

    def second_has_renewed_it() -> bool:
        second.heart.beat()
        return second.heart._lease._since not in (None, before)

    await until(second_has_renewed_it)
    # It is there again, while the second goes on renewing its own.
    first.heart._lease._since = now() - LEASE_SECONDS / 2
    await until(lambda: first.heart._lease._since is None)
    first.telegram.gate.set()
    await until(lambda: not first.heart._on_their_way)
    assert first.telegram.sent == []


async def test_what_met_a_bug_is_listed_and_can_be_sent_again(
    processes: tuple[Process, Process], tmp_path: Path
) -> None:
    first, _ = processes
    url = f"sqlite:///{tmp_path / 'book.db'}"
    with opened(url, first.heart._clock) as book, book.transaction() as tx:
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


async def test_two_loops_of_a_process_take_the_lease_once(
    processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = processes
    taken = []
    real = deliveries.begin_lease

    def begin_lease(*given: Any) -> tuple[bool, int]:
        taken.append(given)
        return real(*given)

    monkeypatch.setattr(deliveries, "begin_lease", begin_lease)
    # Taking it lets all wait again that is on its way: a second time would send it twice.
    lease = first.heart._lease
    assert all(await asyncio.gather(lease.take(), lease.take()))
    assert len(taken) == 1
