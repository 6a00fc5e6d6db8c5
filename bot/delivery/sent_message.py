"""What is known of a message of ours once it is sent: where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Message

from bot.delivery.bot_api import ephemeral_number


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message of ours by its number in its chat, and the topic it stands in.

    `is_ephemeral` is whether only one person sees it; `photo` is what Telegram knows its photo by.
    """

    chat_id: int
    message_id: int
    thread_id: int | None
    is_ephemeral: bool = False
    photo: str | None = None

    @classmethod
    def of(cls, message: Message) -> SentMessage:
        """Return where a message stands; replies elsewhere carry a thread that is no topic."""
        thread_id = message.message_thread_id if message.is_topic_message else None
        is_ephemeral = ephemeral_number(message) is not None
        photo = message.photo[-1].file_id if message.photo else None
        return cls(message.chat.id, message.message_id, thread_id, is_ephemeral, photo)

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> SentMessage:
        """Return the same of a message as Telegram's JSON says it."""
        thread_id = told.get("message_thread_id") if told.get("is_topic_message") else None
        is_ephemeral = isinstance(told.get("ephemeral_message_id"), int)
        return cls(told["chat"]["id"], told["message_id"], thread_id, is_ephemeral)
