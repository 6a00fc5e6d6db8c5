"""News: a chat is told of what was changed outside it, once, behind all answers.

What was changed waits in a table (`ledger.schedules.news`). Groups are told side by side, and
each in the order in which it was changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import structlog

from bot.conversation import answered_commands, own_messages, plans
from bot.conversation.boards import Boards
from bot.conversation.own_messages import Posted, Purpose
from bot.conversation.plans import PlanMessage
from bot.conversation.receipts import NEAR_MESSAGES
from bot.delivery.attachments import Attachment, AttachmentKind
from bot.delivery.noting import if_possible, surely
from bot.delivery.outbox import Address, Edited, Outbox, Recourse
from bot.delivery.pacer import Priority
from bot.delivery.sent_message import SentMessage
from bot.language.catalogues import Language, language, language_for
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.metrics import POSTINGS
from bot.runtime.supervised_loops import note_bug
from bot.runtime.transient_errors import is_passing
from bot.views import brief_answers, expense_receipt, news_texts
from bot.views.reply import Reply
from ledger.book.open_book import Book
from ledger.core.answers.told_news import EntryNews, GroupNews, News
from ledger.core.members import GroupId
from ledger.core.pictures import PictureId
from ledger.journal import answering, picturing
from ledger.schedules import news as waiting_news
from ledger.storage import group_rows
from ledger.storage.database import Transaction

_log = structlog.get_logger(__name__)

_AT_ONCE: Final = 8
"""Groups that are told something at the same time."""
_REDRAWN: Final = 20
"""Receipts that are redrawn after a burst of changes; others are as soon as they are pressed."""


class ChatNews:
    """Tells chats what was changed outside them."""

    def __init__(
        self,
        threads: LedgerThreads,
        outbox: Outbox,
        boards: Boards,
        may_send: Callable[[], bool],
    ) -> None:
        """Tell what `threads` read through `outbox`, as long as this process `may_send`."""
        self._threads = threads
        self._outbox = outbox
        self._boards = boards
        self._may_send = may_send
        self._telling: dict[GroupId, asyncio.Task[None]] = {}
        self._out: set[GroupId] = set()
        """Those of them whose message is sent, and not noted as told yet."""
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def tell(self) -> None:
        """Begin to tell what waits; as soon as all of it is on its way, return."""
        while self._may_send():
            most = _AT_ONCE + len(self._telling)
            found = await self._threads.run(partial(waiting_news.groups_waiting, most=most))
            fresh = [group_id for group_id in found if group_id not in self._telling]
            if not fresh:
                return
            for group_id in fresh:
                await self._slots.acquire()
                task = asyncio.create_task(self._tell_group(group_id))
                self._telling[group_id] = task
                task.add_done_callback(partial(self._done, group_id))

    async def stop(self, patience_seconds: float) -> bool:
        """Finish what is on its way within so many seconds; tell whether all of it was."""
        telling = list(self._telling.values())
        if telling:
            await asyncio.wait(telling, timeout=patience_seconds)
        left = [task for task in telling if not task.done()]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return not left

    def hold_back(self) -> None:
        """Hold back all that is not out yet: another process tells it now."""
        for group_id, task in self._telling.items():
            if group_id not in self._out:
                task.cancel()

    def _done(self, group_id: GroupId, _task: asyncio.Task[None]) -> None:
        del self._telling[group_id]
        self._out.discard(group_id)
        self._slots.release()

    async def _tell_group(self, group_id: GroupId) -> None:
        """Tell a group all that waits for it, one message after the other."""
        while self._may_send():
            try:
                news = await self._threads.run(lambda tx: waiting_news.begin_telling(tx, group_id))
            except Exception as error:  # noqa: BLE001  # one group's trouble is nobody else's
                if not _passes(error):
                    await self._note(lambda tx: waiting_news.give_up_group(tx, group_id))
                return
            if news is None or not await self._tell_one(news):
                return

    async def _tell_one(self, news: News) -> bool:
        """Tell one piece of news; return False where Telegram or the database asks for patience."""
        self._boards.touch(news.group_id)
        try:
            await self._say(news)
        except asyncio.CancelledError:
            if news.group_id not in self._out:
                await self._note(lambda tx: waiting_news.give_back(tx, news.ids))
            raise
        except Exception as error:  # noqa: BLE001  # one group's trouble is nobody else's
            if _passes(error):
                await self._note(lambda tx: waiting_news.put_off(tx, news))
                return False
            await self._note(lambda tx: waiting_news.give_up(tx, news.ids))
        else:
            POSTINGS.labels("sent").inc()
        finally:
            self._out.discard(news.group_id)
        return True

    async def _note(self, work: Callable[[Transaction], object]) -> None:
        await if_possible(self._threads, work)

    async def _say(self, news: News) -> None:
        say, tidings = _language(news), news.tidings
        if isinstance(tidings, EntryNews):
            await self._say_entry(say, news, tidings)
        elif isinstance(tidings, GroupNews):
            await self._send(news, news_texts.of_group(say, tidings, news.today))
        else:
            await self._redraw_each(say, news, tidings.changed)
            await self._send(news, news_texts.many(say, tidings, news.today))

    async def _say_entry(self, say: Language, news: News, tidings: EntryNews) -> None:
        """Redraw the entry's receipt, and say what changed where it is out of sight."""
        entry = tidings.written.entry
        await self._redraw_plan(say, news, entry.id)
        receipt = expense_receipt.told(say, tidings.written, news.today)
        posted, shown = await self._threads.run(
            lambda tx: (
                own_messages.find_receipt(tx, entry.id),
                None if entry.deleted else picturing.of_entry(tx, entry.attachment),
            )
        )
        if posted is None or not await self._redraw(posted, receipt):
            await self._send(news, receipt, entry_id=entry.id, shown=shown)
            return
        if not tidings.is_new and (shown is not None or not await self._in_sight(news, posted)):
            answer = brief_answers.change_answer(say, tidings.written)
            await self._send(news, answer, entry_id=entry.id, reply_to=posted, shown=shown)
            return
        await surely(self._threads, lambda tx: waiting_news.told(tx, news.ids))

    async def _redraw_plan(self, say: Language, news: News, entry_id: int) -> None:
        """Redraw the plan that a payment was made below, which says whether it counts."""

        def read(tx: Transaction) -> tuple[PlanMessage, Reply] | None:
            plan = plans.plan_of(tx, entry_id)
            if plan is None:
                return None
            return plan, plans.drawn(
                say, Book(tx, group_rows.by_id(tx.connection, news.group_id)), plan
            )

        found = await self._threads.run(read)
        if found is not None:
            plan, reply = found
            change = self._outbox.change(plan.chat_id, plan.message_id, reply)
            await self._outbox.carry_out(change, priority=Priority.BROADCAST)

    async def _in_sight(self, news: News, posted: Posted) -> bool:
        """Tell whether a receipt is still among the last messages of its chat, as far as is known.

        What people say to one another the bot is not shown.
        """
        if posted.chat_id != news.chat_id:
            return False

        def newest(tx: Transaction) -> int:
            posted_last, _ = own_messages.newest(tx, news.chat_id)
            return max(posted_last, answered_commands.newest(tx, news.chat_id))

        return await self._threads.run(newest) - posted.message_id <= NEAR_MESSAGES

    async def _redraw(self, posted: Posted, receipt: Reply) -> bool:
        """Redraw a receipt; forget it and return False where it is gone."""
        change = self._outbox.change(posted.chat_id, posted.message_id, receipt)
        edited = await self._outbox.carry_out(change, priority=Priority.BROADCAST)
        if edited is not Edited.GONE:
            return True
        at = posted.chat_id, posted.message_id
        await self._threads.run(lambda tx: own_messages.forget_posted(tx, *at))
        return False

    async def _redraw_each(self, say: Language, news: News, entry_ids: tuple[int, ...]) -> None:
        """Redraw the newest of the receipts that these entries have."""

        def read(tx: Transaction) -> list[tuple[Posted, Reply]]:
            book = Book(tx, group_rows.by_id(tx.connection, news.group_id))
            posted = own_messages.find_receipts(tx, entry_ids, _REDRAWN)
            return [
                (at, expense_receipt.told(say, answering.with_id(book, entry_id), news.today))
                for entry_id, at in posted.items()
            ]

        for posted, receipt in await self._threads.run(read):
            await self._redraw(posted, receipt)

    async def _send(
        self,
        news: News,
        reply: Reply,
        *,
        entry_id: int | None = None,
        reply_to: Posted | None = None,
        shown: tuple[PictureId, bytes] | None = None,
    ) -> None:
        """Send a message and note the news as told; of an entry's receipt also where it stands.

        A picture of the entry that is `shown` with it stays with Telegram from then on.
        """
        if shown is not None:
            reply = replace(reply, picture=shown[1])
        topic = await self._threads.run(
            lambda tx: (
                own_messages.topic_of(tx, reply_to.chat_id, reply_to.message_id)
                if reply_to is not None
                else own_messages.newest(tx, news.chat_id)[1]
            )
        )
        message = await self._outbox.send(
            Address(news.chat_id, topic),
            reply,
            None if reply_to is None else reply_to.message_id,
            priority=Priority.BROADCAST,
            recourse=Recourse(_language(news), entry_id=None if reply_to else entry_id),
        )
        self._out.add(news.group_id)

        def note(tx: Transaction) -> None:
            _told(tx, news, message, None if reply_to else entry_id)
            if shown and entry_id is not None and message is not None and message.photo:
                kept = str(Attachment(AttachmentKind.PHOTO, message.photo))
                picturing.hand_over(tx, entry_id, shown[0], kept)

        await surely(self._threads, note)


def _passes(error: Exception) -> bool:
    """Count and log why something was not told; tell whether that passes by itself."""
    if is_passing(error):
        _log.info("news_put_off", error=type(error).__name__)
        POSTINGS.labels("put_off").inc()
        return True
    note_bug(error)
    POSTINGS.labels("failed").inc()
    return False


def _told(tx: Transaction, news: News, message: SentMessage | None, entry_id: int | None) -> None:
    """Note that news have arrived, and where an entry's receipt stands."""
    waiting_news.told(tx, news.ids)
    if message is not None and entry_id is not None:
        at = message.chat_id, message.message_id
        own_messages.remember_posted(tx, *at, Purpose.RECEIPT, entry_id, message.thread_id)


def _language(news: News) -> Language:
    return language(news.language) if news.language else language_for(news.spoken)
