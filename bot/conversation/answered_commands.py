"""Commands that were answered: one that a message is changed into is answered once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select

from bot.conversation.turn import Turn
from bot.intake import afterwards
from ledger.storage.columns import UtcTime
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base
from ledger.storage.upserts import upsert

_KEPT: Final = timedelta(days=3)
"""A message can be changed for two days (Telegram's clients), and the bot may have been away."""
_SWEEP_EVERY: Final = 32
"""Old ones of a chat go with one message in so many."""


class AnsweredCommandRow(Base):
    """A message whose command was answered, of those that record nothing."""

    __tablename__ = "answered_commands"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sent_at: Mapped[datetime] = mapped_column(UtcTime)


def note_answered(turn: Turn) -> None:
    """Note, once the present update is done, that its message's command was answered."""
    chat_id, message_id, sent_at = turn.address.chat_id, turn.message_id, turn.sent_at
    if message_id:  # That of an ephemeral message says nothing, and it can't be changed.
        afterwards(lambda tx: _note(tx, chat_id, message_id, sent_at))


async def was_answered_ever(turn: Turn) -> bool:
    """Tell whether a message's command was answered, or is too old to know."""
    chat_id, message_id, sent_at = turn.address.chat_id, turn.message_id, turn.sent_at

    def use_case(tx: Transaction) -> bool:
        return tx.now - sent_at > _KEPT or _is_noted(tx, chat_id, message_id)

    return await turn.services.threads.run(use_case)


def newest(tx: Transaction, chat_id: int) -> int:
    """Return the number of a chat's newest message whose command was answered; 0 for none."""
    found: int | None = tx.connection.scalar(
        select(func.max(AnsweredCommandRow.message_id)).where(AnsweredCommandRow.chat_id == chat_id)
    )
    return found or 0


def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Forget what was answered in a chat."""
    tx.connection.execute(delete(AnsweredCommandRow).where(AnsweredCommandRow.chat_id == chat_id))


def _note(tx: Transaction, chat_id: int, message_id: int, sent_at: datetime) -> None:
    tx.connection.execute(
        upsert(tx.dialect, AnsweredCommandRow, ("chat_id", "message_id")),
        {"chat_id": chat_id, "message_id": message_id, "sent_at": sent_at},
    )
    if message_id % _SWEEP_EVERY == 0:
        tx.connection.execute(
            delete(AnsweredCommandRow).where(
                AnsweredCommandRow.chat_id == chat_id,
                AnsweredCommandRow.sent_at < sent_at - _KEPT,
            )
        )


def _is_noted(tx: Transaction, chat_id: int, message_id: int) -> bool:
    return (
        tx.connection.execute(
            select(AnsweredCommandRow.message_id).where(
                AnsweredCommandRow.chat_id == chat_id, AnsweredCommandRow.message_id == message_id
            )
        ).first()
        is not None
    )
