"""Boards: one message a group that always shows its state, redrawn after what changes it.

What changed is redrawn together a moment later, and where nobody waits for an answer, so that
a board never delays one. A board that a crash or another process left behind is found by
looking at all of them now and then.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection
from typing import Final

from sqlalchemy import BigInteger, ForeignKey, and_, delete, or_, select, update
from telegram import Bot
from telegram.error import BadRequest, Forbidden

from bot.delivery.outbox import Address, Edited, Outbox
from bot.delivery.pacer import Priority
from bot.language.catalogues import language
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.supervised_loops import go_round
from bot.views import open_app
from bot.views.board import board
from bot.views.reply import Reply
from ledger.book.open_book import Book
from ledger.core.members import GroupId
from ledger.reports import history, statements
from ledger.storage import group_rows
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base, GroupRow
from ledger.storage.types import AnyRow
from ledger.storage.upserts import upsert

LATEST: Final = 3
"""How many entries a board shows."""
_TOGETHER_SECONDS: Final = 1.0
"""How long changes are collected before a board is redrawn for all of them."""
_LOOK_SECONDS: Final = 300.0
_DEFAULT_LANGUAGE: Final = "en"


class BoardRow(Base):
    """Where a group's board stands, and the group's change that it was drawn after."""

    __tablename__ = "boards"

    group_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("groups.id"), primary_key=True, autoincrement=False
    )
    chat_id: Mapped[int]
    topic: Mapped[int | None]
    message_id: Mapped[int]
    drawn_change: Mapped[int]


class Boards:
    """Keeps the boards true."""

    def __init__(
        self,
        threads: LedgerThreads,
        outbox: Outbox,
        app_link: Callable[[Book], str | None] = lambda _: None,
        is_asked: Callable[[int], bool] = lambda _: False,
    ) -> None:
        """Redraw through `outbox` what `threads` read; `app_link` opens the app at a book.

        `is_asked` tells whether somebody waits for an answer in a chat.
        """
        self._app_link = app_link
        self._is_asked = is_asked
        self._threads = threads
        self._outbox = outbox
        self._stale: set[GroupId] = set()
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to redraw, with the boards that were left behind."""
        self._changed.set()
        self._task = asyncio.create_task(go_round(self._redraw_stale))

    async def stop(self) -> None:
        """Redraw nothing any more; what is left is found at the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def touch(self, group_id: GroupId) -> None:
        """Note that a group's state has changed."""
        self._stale.add(group_id)
        self._changed.set()

    async def remember(
        self, bot: Bot, group_id: GroupId, at: Address, message_id: int, change: int
    ) -> None:
        """Take a message as the group's board from now on, and pin it where the bot may pin."""
        await self._threads.run(lambda tx: _place(tx, group_id, at, message_id, change))
        with contextlib.suppress(BadRequest, Forbidden):
            await bot.pin_chat_message(at.chat_id, message_id, disable_notification=True)

    async def _redraw_stale(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_SECONDS):
                await self._changed.wait()
        await asyncio.sleep(_TOGETHER_SECONDS)
        self._changed.clear()
        stale, self._stale = self._stale, set()
        # Asked for all at once: most groups have no board, and change all the time.
        for group_id in await self._threads.run(lambda tx: _to_redraw(tx, stale)):
            await self._redraw(group_id)

    async def _redraw(self, group_id: GroupId) -> None:
        found = await self._threads.run(lambda tx: self._drawn(tx, group_id))
        if found is None:
            return
        row, reply, change = found
        if self._is_asked(row.chat_id):
            # An edit counts as a message: it could take the place of an answer that is still
            # being worked out.
            self.touch(group_id)
            return
        redrawn = self._outbox.change(row.chat_id, row.message_id, reply)
        edited = await self._outbox.carry_out(redrawn, priority=Priority.BROADCAST)
        if edited is Edited.OVERTAKEN:
            return
        if edited is not Edited.GONE:
            await self._threads.run(lambda tx: _note_drawn(tx, group_id, change))
            return
        at = Address(row.chat_id, row.topic)
        sent = await self._outbox.send(at, reply, priority=Priority.BROADCAST)
        if sent is None:
            await self._threads.run(lambda tx: forget_board(tx, group_id))
        else:
            new_id = sent.message_id
            await self._threads.run(lambda tx: _place(tx, group_id, at, new_id, change))

    def draw(self, book: Book, chosen: str | None = None) -> tuple[Reply, int]:
        """Return a group's board and the change it is drawn after, in the group's language."""
        say = language(book.group.language or chosen or _DEFAULT_LANGUAGE)
        latest = history.page(book, size=LATEST)
        drawn = board(say, statements.balance(book), latest, book.today)
        return open_app.in_group(say, drawn, self._app_link(book)), book.changes

    def _drawn(self, tx: Transaction, group_id: GroupId) -> tuple[AnyRow, Reply, int] | None:
        row = board_of(tx, group_id)
        if row is None:
            return None
        return row, *self.draw(Book(tx, group_rows.by_id(tx.connection, group_id)))


def board_of(tx: Transaction, group_id: GroupId) -> AnyRow | None:
    """Return where a group's board stands."""
    return tx.connection.execute(
        select(*BoardRow.__table__.columns).where(BoardRow.group_id == group_id)
    ).one_or_none()


def forget_board(tx: Transaction, group_id: GroupId) -> None:
    """Keep a board no more; the message stays as it is."""
    tx.connection.execute(delete(BoardRow).where(BoardRow.group_id == group_id))


def _to_redraw(tx: Transaction, stale: Collection[GroupId]) -> list[GroupId]:
    """Return those of the stale groups that have a board, and all whose board was left behind."""
    left_behind = and_(BoardRow.drawn_change < GroupRow.changes, GroupRow.gone_at.is_(None))
    rows = tx.connection.execute(
        select(BoardRow.group_id)
        .join(GroupRow, GroupRow.id == BoardRow.group_id)
        .where(or_(BoardRow.group_id.in_(stale), left_behind))
        .order_by(BoardRow.group_id)
    )
    return [GroupId(row.group_id) for row in rows]


def _place(tx: Transaction, group_id: GroupId, at: Address, message_id: int, change: int) -> None:
    columns = ("chat_id", "topic", "message_id", "drawn_change")
    tx.connection.execute(
        upsert(tx.dialect, BoardRow, ("group_id",), replace=columns),
        {
            "group_id": group_id,
            "chat_id": at.chat_id,
            "topic": at.thread_id,
            "message_id": message_id,
            "drawn_change": change,
        },
    )


def _note_drawn(tx: Transaction, group_id: GroupId, change: int) -> None:
    tx.connection.execute(
        update(BoardRow).where(BoardRow.group_id == group_id).values(drawn_change=change)
    )
