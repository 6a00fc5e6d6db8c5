"""What the bot remembers of a chat, so that its words get through.

The topics that people wrote in, who added the bot, which members are bots, and the answers
that could not be given yet.
"""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from markupsafe import Markup
from sqlalchemy import UniqueConstraint, delete, select, update

from bot.runtime.ledger_threads import LedgerThreads
from bot.views.reply import Button, Keyboard, Reply
from ledger.core.members import UserId
from ledger.storage.columns import ROW_ID, UtcTime, by_value
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base, ChatRow, GroupRow, MemberRow
from ledger.storage.upserts import upsert

_MOST_TOPICS: Final = 5
_REMEMBERED: Final = 10_000
_MOST_KEPT: Final = 20
"""Answers kept for a chat; of more the oldest go, as the book has what they were about."""
_FRESH_SECONDS: Final = 60.0
"""How old the list of chats with kept answers may be: another process may have kept one."""


class Part(StrEnum):
    """What an account is to the bot in a chat."""

    ADDER = "adder"
    """Added the bot."""
    BOT = "bot"
    """Is a bot itself."""


class TopicRow(Base):
    """A topic of a forum that somebody wrote to the bot in."""

    __tablename__ = "chat_topics"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    thread_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    used_at: Mapped[datetime] = mapped_column(UtcTime)


class ChatAccountRow(Base):
    """An account that the bot has to know in a chat, apart from the book's members."""

    __tablename__ = "chat_accounts"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[Part] = mapped_column(by_value(Part, "part"))


class KeptAnswerRow(Base):
    """An answer that a chat took in no form: an entry's receipt, or a text with its buttons.

    Of an entry only its number is kept: its receipt is drawn as the entry is by then.
    """

    __tablename__ = "kept_answers"
    __table_args__ = (UniqueConstraint("chat_id", "entry_id"),)

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    chat_id: Mapped[int] = mapped_column(index=True)
    entry_id: Mapped[int | None]
    text: Mapped[str | None]
    buttons: Mapped[str | None]


@dataclass(frozen=True, slots=True)
class About:
    """A chat's title, and who added the bot to it, as far as known."""

    title: str
    adder: UserId | None


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that waits for a chat to take messages again: an entry's, or a reply."""

    id: int
    entry_id: int | None
    reply: Reply | None


class ChatMemory:
    """The way from the event loop to what is remembered of chats."""

    def __init__(self, threads: LedgerThreads) -> None:
        self._threads = threads
        self._waiting: set[int] = set()
        self._asked_at: float | None = None
        self._latest_topics: OrderedDict[int, int] = OrderedDict()

    def is_news(self, chat_id: int, thread_id: int) -> bool:
        """Tell whether a topic is another than the one that was written in before it."""
        if self._latest_topics.get(chat_id) == thread_id:
            return False
        self._latest_topics[chat_id] = thread_id
        if len(self._latest_topics) > _REMEMBERED:
            self._latest_topics.popitem(last=False)
        return True

    async def topics(self, chat_id: int) -> tuple[int, ...]:
        """Return the threads of the topics that people wrote in, the last first."""
        return await self._threads.run(lambda tx: topics(tx, chat_id))

    async def lose_topic(self, chat_id: int, thread_id: int) -> None:
        """Forget a topic that takes no messages, until somebody writes in it again."""
        self._latest_topics.pop(chat_id, None)
        await self._threads.run(lambda tx: lose_topic(tx, chat_id, thread_id))

    async def about(self, chat_id: int) -> About:
        """Return a chat's title and who added the bot to it."""
        return await self._threads.run(lambda tx: about(tx, chat_id))

    async def keep(self, chat_id: int, reply: Reply, entry_id: int | None) -> None:
        """Keep an answer for the next time that somebody is answered in that chat."""
        await self._threads.run(lambda tx: keep(tx, chat_id, reply, entry_id))
        self._waiting.add(chat_id)

    async def has_kept(self, chat_id: int) -> bool:
        """Tell whether answers wait for a chat; asks the database once a minute."""
        now = time.monotonic()
        if self._asked_at is None or now - self._asked_at > _FRESH_SECONDS:
            self._asked_at = now
            self._waiting = await self._threads.run(chats_with_kept)
        return chat_id in self._waiting

    def told(self, chat_id: int) -> None:
        """Note that nothing waits for a chat any more."""
        self._waiting.discard(chat_id)


def note_topic(tx: Transaction, chat_id: int, thread_id: int) -> None:
    """Note that somebody wrote in a topic."""
    tx.connection.execute(
        upsert(tx.dialect, TopicRow, ("chat_id", "thread_id"), replace=("used_at",)),
        {"chat_id": chat_id, "thread_id": thread_id, "used_at": tx.now},
    )
    for old in topics(tx, chat_id)[_MOST_TOPICS:]:
        lose_topic(tx, chat_id, old)


def topics(tx: Transaction, chat_id: int) -> tuple[int, ...]:
    """Return the threads of the topics that people wrote in, the last first."""
    return tuple(
        tx.connection.execute(
            select(TopicRow.thread_id)
            .where(TopicRow.chat_id == chat_id)
            .order_by(TopicRow.used_at.desc(), TopicRow.thread_id.desc())
        ).scalars()
    )


def lose_topic(tx: Transaction, chat_id: int, thread_id: int) -> None:
    """Forget a topic."""
    tx.connection.execute(
        delete(TopicRow).where(TopicRow.chat_id == chat_id, TopicRow.thread_id == thread_id)
    )


def note_account(tx: Transaction, chat_id: int, user_id: int, part: Part) -> None:
    """Note what an account is to the bot in a chat; of adders only the last counts."""
    if part is Part.ADDER:
        tx.connection.execute(
            delete(ChatAccountRow).where(
                ChatAccountRow.chat_id == chat_id, ChatAccountRow.part == Part.ADDER
            )
        )
    tx.connection.execute(
        upsert(tx.dialect, ChatAccountRow, ("chat_id", "user_id"), replace=("part",)),
        {"chat_id": chat_id, "user_id": user_id, "part": part},
    )


def lose_account(tx: Transaction, chat_id: int, user_id: int) -> None:
    """Forget an account that has left a chat: it hears nothing of it any more."""
    tx.connection.execute(
        delete(ChatAccountRow).where(
            ChatAccountRow.chat_id == chat_id, ChatAccountRow.user_id == user_id
        )
    )


def bots_in(tx: Transaction, chat_id: int) -> frozenset[int]:
    """Return the accounts of a chat that are known to be bots."""
    return frozenset(
        tx.connection.execute(
            select(ChatAccountRow.user_id).where(
                ChatAccountRow.chat_id == chat_id, ChatAccountRow.part == Part.BOT
            )
        ).scalars()
    )


def about(tx: Transaction, chat_id: int) -> About:
    """Return a chat's title and who added the bot to it."""
    title = tx.connection.execute(
        select(GroupRow.title)
        .join(ChatRow, ChatRow.group_id == GroupRow.id)
        .where(ChatRow.chat_id == chat_id)
    ).scalar_one_or_none()
    adder = tx.connection.execute(
        select(ChatAccountRow.user_id).where(
            ChatAccountRow.chat_id == chat_id, ChatAccountRow.part == Part.ADDER
        )
    ).scalar_one_or_none()
    return About(title or "", None if adder is None else UserId(adder))


def keep(tx: Transaction, chat_id: int, reply: Reply, entry_id: int | None) -> None:
    """Keep an answer: an entry's once, however often it could not be sent."""
    text_kept = None if entry_id is not None else str(reply.text)
    tx.connection.execute(
        upsert(tx.dialect, KeptAnswerRow, ("chat_id", "entry_id")),
        {
            "chat_id": chat_id,
            "entry_id": entry_id,
            "text": text_kept,
            "buttons": None if entry_id is not None else _written(reply.buttons),
        },
    )
    waiting = tx.connection.execute(
        select(KeptAnswerRow.id)
        .where(KeptAnswerRow.chat_id == chat_id)
        .order_by(KeptAnswerRow.id.desc())
    ).scalars()
    if too_many := list(waiting)[_MOST_KEPT:]:
        forget_kept(tx, too_many)


def kept(tx: Transaction, chat_id: int) -> tuple[Kept, ...]:
    """Return the answers that wait for a chat, the oldest first."""
    rows = tx.connection.execute(
        select(KeptAnswerRow.id, KeptAnswerRow.entry_id, KeptAnswerRow.text, KeptAnswerRow.buttons)
        .where(KeptAnswerRow.chat_id == chat_id)
        .order_by(KeptAnswerRow.id)
    )
    return tuple(
        Kept(
            row.id,
            row.entry_id,
            # Our own words, escaped when they were made.
            Reply(Markup(row.text), _read(row.buttons)) if row.text is not None else None,  # noqa: S704
        )
        for row in rows
    )


def chats_with_kept(tx: Transaction) -> set[int]:
    """Return the chats that answers wait for."""
    return set(tx.connection.execute(select(KeptAnswerRow.chat_id).distinct()).scalars())


def forget_kept(tx: Transaction, ids: list[int]) -> None:
    """Forget answers that were sent."""
    tx.connection.execute(delete(KeptAnswerRow).where(KeptAnswerRow.id.in_(ids)))


def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Forget all of a chat that the bot is out of."""
    for table in (TopicRow, ChatAccountRow, KeptAnswerRow):
        tx.connection.execute(delete(table).where(table.chat_id == chat_id))


def follow(tx: Transaction, old: int, new: int) -> None:
    """Let a chat that has become another be remembered under its new id.

    Where the new one is known already, only what waits to be sent is added. A basic group
    has no topics.
    """
    moved = set(
        tx.connection.execute(
            select(ChatAccountRow.user_id).where(ChatAccountRow.chat_id == new)
        ).scalars()
    )
    tx.connection.execute(
        delete(ChatAccountRow).where(
            ChatAccountRow.chat_id == old, ChatAccountRow.user_id.in_(moved)
        )
    )
    tx.connection.execute(
        update(ChatAccountRow).where(ChatAccountRow.chat_id == old).values(chat_id=new)
    )
    told_there = set(
        tx.connection.execute(
            select(KeptAnswerRow.entry_id).where(
                KeptAnswerRow.chat_id == new, KeptAnswerRow.entry_id.is_not(None)
            )
        ).scalars()
    )
    tx.connection.execute(
        delete(KeptAnswerRow).where(
            KeptAnswerRow.chat_id == old, KeptAnswerRow.entry_id.in_(told_there)
        )
    )
    tx.connection.execute(
        update(KeptAnswerRow).where(KeptAnswerRow.chat_id == old).values(chat_id=new)
    )


def forget_person(tx: Transaction, user_id: UserId) -> None:
    """Forget whom they added the bot for, and the texts kept for their groups: names stand there.

    To be called while the person still is a member of them. Receipts are drawn as entries are then.
    """
    tx.connection.execute(delete(ChatAccountRow).where(ChatAccountRow.user_id == user_id))
    theirs = (
        select(ChatRow.chat_id)
        .join(MemberRow, MemberRow.group_id == ChatRow.group_id)
        .where(MemberRow.user_id == user_id)
    )
    tx.connection.execute(
        delete(KeptAnswerRow).where(
            KeptAnswerRow.chat_id.in_(theirs), KeptAnswerRow.text.is_not(None)
        )
    )


def _written(buttons: Keyboard) -> str:
    rows = [
        [[each.label, each.press, each.url] for each in row if each.press or each.url]
        for row in buttons
    ]
    return json.dumps(rows, ensure_ascii=False)


def _read(written: str | None) -> Keyboard:
    rows = json.loads(written or "[]")
    return tuple(tuple(Button(*each) for each in row) for row in rows if row)
