"""The heartbeat: what is due is recorded, and what is recorded, here or elsewhere, goes out.

APScheduler beats, through python-telegram-bot's JobQueue, and knows nothing else: the tables
say what is due, and the book's clock what time it is. Recording, sending and telling what was
changed elsewhere are loops that every beat wakes. One process sends at a time (a lease), so
that Telegram's limits hold across processes; all of them record.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import structlog
from telegram.error import Forbidden
from telegram.ext import ContextTypes, JobQueue

from bot.conversation.boards import Boards
from bot.conversation.chat_news import ChatNews
from bot.conversation.own_messages import Purpose, remember_posted
from bot.delivery.noting import if_possible, surely
from bot.delivery.outbox import Address, Outbox, Recourse
from bot.delivery.pacer import Priority
from bot.delivery.sending_lease import SendingLease
from bot.delivery.sent_message import SentMessage
from bot.language.catalogues import Language, language, language_for
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.metrics import POSTINGS
from bot.runtime.supervised_loops import go_round, note_bug
from bot.runtime.transient_errors import is_passing
from bot.views.notice_replies import posting as said
from bot.views.reminder_texts import Part
from ledger.core.answers.due_notices import Notice, Receipt
from ledger.core.answers.reminding import Reminder
from ledger.core.answers.weeks import Summary
from ledger.core.clock import Clock, MovableClock
from ledger.core.members import UserId
from ledger.core.schedule import DeliveryId
from ledger.schedules import deliveries, notices, reminders
from ledger.schedules.deliveries import Owner
from ledger.storage.database import Transaction
from ledger.upkeep.group_settings import stop_private

_log = structlog.get_logger(__name__)

BEAT_SECONDS: Final = 1.0
_OWNERS: Final = 32
"""Groups whose due schedules are recorded side by side; on SQLite in one commit."""
_ENOUGH: Final = 300
"""Postings that wait to be sent, when recording has done enough for now."""
_ON_THEIR_WAY: Final = 32
"""Postings on their way at once: as many as Telegram's limit lets out while one travels."""
_AHEAD: Final = 4
"""Postings that are put together at once, before they are handed over in their order."""
_FINISH_SECONDS: Final = 6.0
_GIVE_BACK_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Ready:
    """A posting that is put together; `first` is the delivery it was taken up for."""

    first: DeliveryId
    posting: Notice
    parts: tuple[Part, ...]


class Heartbeat:
    """Records what falls due and sends it."""

    def __init__(
        self,
        threads: LedgerThreads,
        outbox: Outbox,
        boards: Boards,
        clock: Clock,
        *,
        shared: bool,
    ) -> None:
        """Beat for the book behind `threads`; `shared` where other processes may as well."""
        self._threads = threads
        self._outbox = outbox
        self._boards = boards
        self._clock = clock
        self._shared = shared
        self._lease = SendingLease(threads, self._hold_back, shared=shared)
        self._news = ChatNews(threads, outbox, boards, lambda: self._lease.is_ours)
        self._due = asyncio.Event()
        self._waiting = asyncio.Event()
        self._news_waiting = asyncio.Event()
        self._on_their_way: dict[DeliveryId, asyncio.Task[None] | None] = {}
        self._out: set[DeliveryId] = set()
        """Those of them that are sent, and not noted as sent yet."""
        self._preparing: set[asyncio.Task[_Ready | None]] = set()
        self._slots = asyncio.Semaphore(_ON_THEIR_WAY)
        self._tasks: list[asyncio.Task[None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop_beating: Callable[[], None] = lambda: None

    def start(self, jobs: JobQueue[Any]) -> None:
        """Begin to beat; the job queue is the application's."""
        self._loop = asyncio.get_running_loop()
        self._tasks = [
            asyncio.create_task(go_round(partial(_wanted, self._due, self._record))),
            asyncio.create_task(go_round(partial(_wanted, self._waiting, self._send))),
            asyncio.create_task(go_round(partial(_wanted, self._news_waiting, self._tell))),
        ]
        if self._shared:
            self._tasks.append(asyncio.create_task(go_round(self._lease.keep)))
        job = jobs.run_repeating(
            self._on_beat,
            interval=BEAT_SECONDS,
            first=0,
            name="heartbeat",
            # Late beats are made, and many late ones are one.
            job_kwargs={"misfire_grace_time": None, "coalesce": True},
        )
        self._stop_beating = job.schedule_removal
        if isinstance(self._clock, MovableClock):
            self._clock.watch(self._clock_moved)

    async def stop(self, patience_seconds: float = _FINISH_SECONDS) -> None:
        """Record and send no more; finish what is on its way, within so many seconds."""
        if self._loop is None:
            return
        deadline = self._loop.time() + patience_seconds - _GIVE_BACK_SECONDS
        self._stop_beating()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._preparing:
            await asyncio.wait(self._preparing, timeout=max(0.0, deadline - self._loop.time()))
        if travelling := [task for task in self._on_their_way.values() if task is not None]:
            await asyncio.wait(travelling, timeout=max(0.0, deadline - self._loop.time()))
        left = [task for task in self._on_their_way.values() if task is not None]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        all_told = await self._news.stop(max(0.0, deadline - self._loop.time()))
        if all_told and not left:
            await self._lease.give_back()
        self._lease.drop()
        self._loop = None

    def beat(self) -> None:
        """Look at once for what is due and what is to be sent."""
        self._due.set()
        self._waiting.set()
        self._news_waiting.set()

    async def _on_beat(self, _context: ContextTypes.DEFAULT_TYPE) -> None:
        self.beat()

    def _clock_moved(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.beat)

    # Recording

    async def _record(self) -> None:
        """Record what is due, by due time and then group, while not too much waits."""
        failed: set[Owner] = set()
        while len(await self._threads.run(lambda tx: deliveries.waiting(tx, _ENOUGH))) < _ENOUGH:
            found = await self._threads.run(
                lambda tx: deliveries.owners_due(tx, _OWNERS + len(failed))
            )
            owners = [owner for owner in found if owner not in failed]
            if not owners:
                return
            done = await asyncio.gather(*map(self._record_of, owners))
            failed.update(owner for owner, well in zip(owners, done, strict=True) if not well)
            self._waiting.set()

    async def _record_of(self, owner: Owner) -> bool:
        """Record what is due of one owner; a bug that one meets holds up nobody else."""
        try:
            await self._threads.run(lambda tx: deliveries.record_due(tx, owner))
        except Exception as error:
            if is_passing(error):
                raise
            note_bug(error)
            await self._threads.run(lambda tx: deliveries.look_later(tx, owner))
            return False
        if owner.group_id is not None:
            self._boards.touch(owner.group_id)
        return True

    # Sending

    async def _send(self) -> None:
        """Send what waits, by due time and then group."""
        while await self._lease.take():
            most = 2 * _ON_THEIR_WAY + len(self._on_their_way)
            found = await self._threads.run(partial(deliveries.waiting, most=most))
            fresh = [one for one in found if one not in self._on_their_way]
            if not fresh:
                return
            ahead: deque[asyncio.Task[_Ready | None]] = deque()
            for one in fresh:
                await self._slots.acquire()
                self._on_their_way[one] = None
                task = asyncio.create_task(self._prepare(one))
                self._preparing.add(task)
                task.add_done_callback(self._preparing.discard)
                ahead.append(task)
                if len(ahead) > _AHEAD:
                    await self._hand_over(await ahead.popleft())
            while ahead:
                await self._hand_over(await ahead.popleft())
            self._due.set()

    async def _tell(self) -> None:
        """Tell chats what was changed outside them."""
        if await self._lease.take():
            await self._news.tell()

    async def _hand_over(self, ready: _Ready | None) -> None:
        """Let a posting travel, behind those that were handed over before."""
        if ready is None:
            return
        if not self._lease.is_ours:  # Lost meanwhile: it is for whoever sends now.
            self._arrived(ready.first)
            await if_possible(
                self._threads, lambda tx: deliveries.give_back(tx, ready.posting.deliveries)
            )
        else:
            task = asyncio.create_task(self._go(ready))
            self._on_their_way[ready.first] = task
            task.add_done_callback(lambda _: self._arrived(ready.first))

    def _arrived(self, one: DeliveryId) -> None:
        del self._on_their_way[one]
        self._out.discard(one)
        self._slots.release()

    def _hold_back(self) -> None:
        """Hold back all that is not out yet: another process sends it now."""
        self._news.hold_back()
        held = [one for one in self._on_their_way if one not in self._out]
        _log.warning("sending_left_to_another", held_back=len(held))
        for one in held:
            task = self._on_their_way[one]
            if task is not None:
                task.cancel()

    async def _prepare(self, one: DeliveryId) -> _Ready | None:
        """Put a posting together; None where there is nothing to say, or no way to say it."""
        posting: Notice | None = None
        try:
            posting = await self._threads.run(lambda tx: notices.begin_sending(tx, one))
            if posting is not None:
                return _Ready(one, posting, await _parts(posting))
            POSTINGS.labels("nothing").inc()
        except Exception as error:  # noqa: BLE001  # one posting's trouble is nobody else's
            await self._not_sent((one,) if posting is None else posting.deliveries, posting, error)
        self._arrived(one)
        return None

    async def _go(self, ready: _Ready) -> None:
        try:
            await self._post(ready.first, ready.posting, ready.parts)
        except Exception as error:  # noqa: BLE001  # one posting's trouble is nobody else's
            await self._not_sent(ready.posting.deliveries, ready.posting, error)

    async def _post(self, one: DeliveryId, posting: Notice, parts: tuple[Part, ...]) -> None:
        address, recourse = Address(posting.chat_id, posting.topic), _recourse(posting)
        message: SentMessage | None = None
        try:
            for part in parts:
                message = await self._outbox.send(
                    address, part.reply, priority=Priority.BROADCAST, recourse=recourse
                )
                if part is not parts[-1]:
                    # Where a later one fails, or the process ends, these are not rung again.
                    await surely(self._threads, partial(_rung, one, part))
        except Forbidden:
            # In private: the person blocked the bot.
            await self._threads.run(lambda tx: _blocked(tx, posting))
            POSTINGS.labels("dropped").inc()
            return
        if message is None:
            await self._threads.run(lambda tx: deliveries.drop(tx, posting.deliveries))
            POSTINGS.labels("dropped").inc()
            return
        chat_id, message_id = message.chat_id, message.message_id
        thread_id = message.thread_id
        self._out.add(one)
        await surely(self._threads, lambda tx: _sent(tx, posting, chat_id, message_id, thread_id))
        POSTINGS.labels("sent").inc()

    async def _not_sent(
        self, ids: tuple[DeliveryId, ...], posting: Notice | None, error: Exception
    ) -> None:
        attempts = 0 if posting is None else posting.attempts
        if is_passing(error):
            _log.info("posting_put_off", error=type(error).__name__)
            POSTINGS.labels("put_off").inc()
            await if_possible(self._threads, lambda tx: deliveries.put_off(tx, ids, attempts))
            return
        note_bug(error)
        POSTINGS.labels("failed").inc()
        await if_possible(self._threads, lambda tx: deliveries.drop(tx, ids, failed=True))


async def _wanted(wanted: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
    """Do the work once it is wanted."""
    await wanted.wait()
    wanted.clear()
    await work()


async def _parts(posting: Notice) -> tuple[Part, ...]:
    say = _language(posting)
    if isinstance(posting.content, Summary):
        # A picture is drawn beside the event loop, which has commands to answer.
        return await asyncio.to_thread(said, say, posting)
    return said(say, posting)


def _recourse(posting: Notice) -> Recourse | None:
    """Return what to do where the group does not take a posting.

    A reminder has nothing to say when it comes late, and is nobody's but the group's.
    """
    if posting.chat_id > 0:
        return None
    content = posting.content
    reminds = isinstance(content, Reminder)
    entry_id = content.entry.id if isinstance(content, Receipt) else None
    return Recourse(_language(posting), entry_id=entry_id, private=not reminds, lasting=not reminds)


def _language(posting: Notice) -> Language:
    return language(posting.language) if posting.language else language_for(posting.spoken)


def _sent(
    tx: Transaction, posting: Notice, chat_id: int, message_id: int, thread_id: int | None
) -> None:
    """Note that a posting has arrived, and where an expense's receipt stands."""
    deliveries.sent(tx, posting.deliveries)
    if isinstance(posting.content, Receipt):
        entry_id = posting.content.entry.id
        remember_posted(tx, chat_id, message_id, Purpose.RECEIPT, entry_id, thread_id)


def _rung(one: DeliveryId, part: Part, tx: Transaction) -> None:
    """Note that one of a reminder's messages has arrived."""
    reminders.note_rung(tx, part.named, reminders.posted_as(one))


def _blocked(tx: Transaction, posting: Notice) -> None:
    deliveries.drop(tx, posting.deliveries)
    stop_private(tx, UserId(posting.chat_id))
