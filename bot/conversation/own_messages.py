"""The bot's own messages that it must know again: receipts to redraw, questions to be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sqlalchemy import ForeignKey, delete, func, select

from bot.delivery.sent_message import SentMessage
from bot.intake import afterwards
from ledger.storage.columns import by_value
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.prepared import Prepared
from ledger.storage.tables import Base
from ledger.storage.upserts import upsert


class Purpose(StrEnum):
    """Why a message is remembered."""

    RECEIPT = "receipt"
    QUESTION = "question"
    EXPLAINED = "explained"
    """A question, as earlier versions marked one that was answered with no amount."""


class PostedRow(Base):
    """One remembered message; a receipt belongs to an entry."""

    __tablename__ = "posted"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    purpose: Mapped[Purpose] = mapped_column(by_value(Purpose, "purpose"))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    thread_id: Mapped[int | None]
    """The topic it stands in: of an old message Telegram does not tell that any more."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of ours, where it stands and what for."""

    chat_id: int
    message_id: int
    purpose: Purpose


def remember(message: SentMessage | None, purpose: Purpose, entry_id: int | None) -> None:
    """Remember a message of ours once the update that it answers is done; None is none sent."""
    if message is not None:
        chat_id, message_id = message.chat_id, message.message_id
        thread = message.thread_id
        afterwards(lambda tx: remember_posted(tx, chat_id, message_id, purpose, entry_id, thread))


def remember_posted(
    tx: Transaction,
    chat_id: int,
    message_id: int,
    purpose: Purpose,
    entry_id: int | None,
    thread_id: int | None,
) -> None:
    """Remember a message; one that is already known is left as it is."""
    row = {
        "chat_id": chat_id,
        "message_id": message_id,
        "purpose": purpose,
        "entry_id": entry_id,
        "thread_id": thread_id,
    }
    _remembering(tx.dialect).write(tx.connection, row)


@cache
def _remembering(dialect: str) -> Prepared:
    columns = ("chat_id", "message_id", "purpose", "entry_id", "thread_id")
    return Prepared(upsert(dialect, PostedRow, ("chat_id", "message_id")), columns)


def find_posted(tx: Transaction, chat_id: int, message_id: int) -> Posted | None:
    """Return what a message of ours was posted for, if it is a remembered one."""
    row = tx.connection.execute(
        select(PostedRow.chat_id, PostedRow.message_id, PostedRow.purpose).where(
            PostedRow.chat_id == chat_id, PostedRow.message_id == message_id
        )
    ).first()
    return Posted(row.chat_id, row.message_id, row.purpose) if row else None


def topic_of(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """Return the topic that a remembered message stands in, if it is in one."""
    return tx.connection.execute(
        select(PostedRow.thread_id).where(
            PostedRow.chat_id == chat_id, PostedRow.message_id == message_id
        )
    ).scalar_one_or_none()


def receipt_at(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """Return the id of the entry whose receipt a message is, if it is a receipt."""
    return tx.connection.execute(
        select(PostedRow.entry_id).where(
            PostedRow.chat_id == chat_id, PostedRow.message_id == message_id
        )
    ).scalar_one_or_none()


def find_receipt(tx: Transaction, entry_id: int) -> Posted | None:
    """Return where an entry's newest receipt stands."""
    row = tx.connection.execute(
        select(PostedRow.chat_id, PostedRow.message_id, PostedRow.purpose)
        .where(PostedRow.entry_id == entry_id)
        .order_by(PostedRow.message_id.desc())
        .limit(1)
    ).first()
    return Posted(row.chat_id, row.message_id, row.purpose) if row else None


def find_receipts(tx: Transaction, entry_ids: Sequence[int], most: int) -> dict[int, Posted]:
    """Return where the newest receipts of some entries stand, the newest message first."""
    last = func.max(PostedRow.message_id)
    of_each = (
        select(PostedRow.entry_id)
        .where(PostedRow.entry_id.in_(entry_ids))
        .group_by(PostedRow.entry_id)
        .order_by(last.desc())
        .limit(most)
    )
    ids = [id_ for id_ in tx.connection.scalars(of_each) if id_ is not None]
    found = ((id_, find_receipt(tx, id_)) for id_ in ids)
    return {id_: posted for id_, posted in found if posted is not None}


def newest(tx: Transaction, chat_id: int) -> tuple[int, int | None]:
    """Return the number of a chat's newest remembered message, 0 for none, and its topic."""
    row = tx.connection.execute(
        select(PostedRow.message_id, PostedRow.thread_id)
        .where(PostedRow.chat_id == chat_id)
        .order_by(PostedRow.message_id.desc())
        .limit(1)
    ).first()
    return (0, None) if row is None else (row.message_id, row.thread_id)


def forget_posted(tx: Transaction, chat_id: int, message_id: int) -> None:
    """Forget a message that is no longer there."""
    tx.connection.execute(
        delete(PostedRow).where(PostedRow.chat_id == chat_id, PostedRow.message_id == message_id)
    )


def forget_chat(tx: Transaction, chat_id: int) -> None:
    """Forget all messages in a chat."""
    tx.connection.execute(delete(PostedRow).where(PostedRow.chat_id == chat_id))
