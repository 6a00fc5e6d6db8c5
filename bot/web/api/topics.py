"""Where in its chat a group is told by time what was asked for outside it."""

from __future__ import annotations

from bot.conversation import own_messages
from ledger.book.open_book import Book
from ledger.core.schedule import Schedule
from ledger.storage.group_rows import chat_id_of


def topic_of(book: Book, found: Schedule | None = None) -> int | None:
    """Return the topic for a post: the one it has, else where the chat heard from the bot last.

    None where the group has no chat, and in a chat without topics.
    """
    if found is not None:
        return found.topic
    chat_id = chat_id_of(book.tx, book.group.id)
    return None if chat_id is None else own_messages.newest(book.tx, chat_id)[1]
