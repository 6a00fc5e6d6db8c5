"""Questions about a line that was not recorded: which message asks, and what the line says.

Telegram tells of a reply only what it answers, and nothing of what that answered in turn. And a
line that is changed into another doubtful one is asked about in the same place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Index, delete, or_, select
from telegram import Bot, Message

from bot.conversation.own_messages import PostedRow, Purpose
from bot.delivery.sent_message import SentMessage
from bot.intake import afterwards
from ledger.storage.columns import UtcTime
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base
from ledger.storage.upserts import upsert

_KEPT: Final = timedelta(days=3)
"""A message can be changed for two days (Telegram's clients), and the bot may have been away."""
_SWEEP_EVERY: Final = 8
"""Old ones of a chat go with one question in so many."""
_MOST_REPLIES: Final = 5
_UNSAID: Final = frozenset({"reply_to_message", "reply_markup"})
_OF_QUESTION: Final = ("message_id", "date", "chat", "from", "text")


class OpenQuestionRow(Base):
    """A message of ours that asks about somebody's line, and that message as Telegram told it."""

    __tablename__ = "open_questions"
    __table_args__ = (Index(None, "chat_id", "asked_id"),)

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    asked_id: Mapped[int]
    writer_id: Mapped[int | None] = mapped_column(index=True)
    said: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(UtcTime)


def note_question(question: SentMessage | None, asked: Message) -> None:
    """Note, once the present update is done, that a message of ours asks about one."""
    if question is None or question.is_ephemeral or not asked.message_id:
        return
    all_told = asked.to_dict()
    told = {key: value for key, value in all_told.items() if key not in _UNSAID}
    answers = asked.reply_to_message
    if answers and answers.from_user and answers.from_user.id == asked.get_bot().id:
        # It may answer a question itself, which is ours.
        of_it = all_told["reply_to_message"]
        told["reply_to_message"] = {key: of_it[key] for key in _OF_QUESTION if key in of_it}
    row = {
        "chat_id": question.chat_id,
        "message_id": question.message_id,
        "asked_id": asked.message_id,
        "writer_id": asked.from_user.id if asked.from_user else None,
        "said": json.dumps(told, ensure_ascii=False),
        "sent_at": asked.edit_date or asked.date,
    }
    afterwards(lambda tx: _note(tx, row))


def asked_line(tx: Transaction, chat_id: int, message_id: int, bot: Bot) -> Message | None:
    """Return the line that a message of ours asks about, as it was then, if it asks about any."""
    said = tx.connection.scalar(
        select(OpenQuestionRow.said).where(
            OpenQuestionRow.chat_id == chat_id, OpenQuestionRow.message_id == message_id
        )
    )
    return None if said is None else Message.de_json(json.loads(said), bot)


def asked_through(tx: Transaction, chat_id: int, message_id: int, bot: Bot) -> tuple[Message, ...]:
    """Return the line that a message of ours asks about by way of replies, and these behind it.

    Each reply answers another question about the line: nobody is asked for ever.
    """
    found: list[Message] = []
    while len(found) < _MOST_REPLIES:
        message = asked_line(tx, chat_id, message_id, bot)
        if message is None:
            break
        found.insert(0, message)
        answers = message.reply_to_message
        if answers is None or (message.text or message.caption or "").startswith("/"):
            break
        message_id = answers.message_id
    return tuple(found)


def asked_at(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """Return the number of the message that one of ours asks about, if it asks about any."""
    found: int | None = tx.connection.scalar(
        select(OpenQuestionRow.asked_id).where(
            OpenQuestionRow.chat_id == chat_id, OpenQuestionRow.message_id == message_id
        )
    )
    return found


def question_about(tx: Transaction, chat_id: int, asked_id: int) -> int | None:
    """Return the number of our newest message that asks about one and is no receipt by now."""
    receipt = select(PostedRow.message_id).where(
        PostedRow.chat_id == chat_id,
        PostedRow.message_id == OpenQuestionRow.message_id,
        PostedRow.purpose == Purpose.RECEIPT,
    )
    found: int | None = tx.connection.scalar(
        select(OpenQuestionRow.message_id)
        .where(
            OpenQuestionRow.chat_id == chat_id,
            OpenQuestionRow.asked_id == asked_id,
            ~receipt.exists(),
        )
        .order_by(OpenQuestionRow.message_id.desc())
        .limit(1)
    )
    return found


def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Forget what was asked in a chat."""
    tx.connection.execute(delete(OpenQuestionRow).where(OpenQuestionRow.chat_id == chat_id))


def forget_person(tx: Transaction, user_id: int) -> None:
    """Forget what somebody was asked, and what others were asked that names their account."""
    said = OpenQuestionRow.said
    named = (said.contains(f'"id": {user_id}{behind}') for behind in ",}")
    tx.connection.execute(
        delete(OpenQuestionRow).where(or_(OpenQuestionRow.writer_id == user_id, *named))
    )


def _note(tx: Transaction, row: Mapping[str, object]) -> None:
    anew = ("asked_id", "writer_id", "said", "sent_at")
    key = ("chat_id", "message_id")
    tx.connection.execute(upsert(tx.dialect, OpenQuestionRow, key, replace=anew), row)
    chat_id, message_id = row["chat_id"], row["message_id"]
    assert isinstance(message_id, int)
    if message_id % _SWEEP_EVERY == 0:
        tx.connection.execute(
            delete(OpenQuestionRow).where(
                OpenQuestionRow.chat_id == chat_id, OpenQuestionRow.sent_at < tx.now - _KEPT
            )
        )
