"""One thing somebody said or pressed: who, where and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from telegram import CallbackQuery, Chat, Message, Update, User
from telegram.constants import ChatType

from bot.delivery.bot_api import ephemeral_number
from bot.delivery.outbox import Address
from ledger.core.entries import Source
from ledger.core.groups import Place
from ledger.core.members import Person, UserId

T = TypeVar("T")

_GROUP_CHATS = (ChatType.GROUP, ChatType.SUPERGROUP)


def is_group(chat: Chat) -> bool:
    """Tell whether people of a chat share anything, so that it has a book.

    In a channel's direct messages, a supergroup of its own (Bot API 9.2), everybody writes
    with the channel alone.
    """
    return chat.type in _GROUP_CHATS and not chat.is_direct_messages


_MOST_DIGITS = 15
"""More than any number in a button of ours has, and less than a database column takes."""


def person_of(user: User) -> Person:
    """Return the account as the ledger knows it."""
    return Person(
        UserId(user.id), user.first_name, user.last_name, user.username, user.language_code
    )


class StalePress(Exception):  # noqa: N818 (nobody's error: an old or forged button)
    """A button says what no button of ours says now."""


class Said:
    """One thing somebody said or pressed: who, where, when, and what makes a write by it unique.

    `person` is None where nobody stands behind the message: an anonymous admin or a channel.
    `place` is None in a private chat. `arguments` are those of a pressed button.
    """

    def __init__(self, update: Update, arguments: tuple[str, ...] = ()) -> None:
        self.update = update
        self.arguments = arguments
        self.query: CallbackQuery | None = update.callback_query
        message = self.query.message if self.query else update.effective_message
        self.chat: Chat | None = message.chat if message else update.effective_chat
        self._message = message
        self.thread_id: int | None = None
        """The topic that this was said in; where Telegram won't tell it, as remembered."""
        if isinstance(message, Message) and message.is_topic_message:
            self.thread_id = message.message_thread_id
        self.person = person_behind(update)
        self.place = (
            Place(self.chat.id, self.chat.title or "")
            if self.chat and is_group(self.chat)
            else None
        )

    @property
    def message(self) -> Message:
        """The message said, or the one whose button was pressed, as far as still readable."""
        assert isinstance(self._message, Message)
        return self._message

    @property
    def message_id(self) -> int:
        """The id of the message said or pressed under."""
        assert self._message is not None
        return self._message.message_id

    @property
    def ephemeral_number(self) -> int | None:
        """The number of the message said or pressed under where only one person sees it."""
        return ephemeral_number(self._message) if isinstance(self._message, Message) else None

    @property
    def sent_at(self) -> datetime:
        """When the message was sent (aware), whenever it is handled, or was edited since."""
        return self.message.date

    @property
    def address(self) -> Address:
        """Where the answer goes: the chat, and the topic if it is one."""
        assert self.chat is not None
        return Address(self.chat.id, self.thread_id, self._direct_topic_id)

    @property
    def _direct_topic_id(self) -> int | None:
        """Which conversation of a channel's direct messages this is said in, if it is one."""
        topic = self._message.direct_messages_topic if isinstance(self._message, Message) else None
        return None if topic is None else topic.topic_id

    @property
    def is_to_channel(self) -> bool:
        """Whether it is said in a channel's direct messages."""
        return self.chat is not None and bool(self.chat.is_direct_messages)

    @property
    def is_inaccessible(self) -> bool:
        """Whether a button was pressed below a message that Telegram tells nothing of."""
        # python-telegram-bot makes a Message of it all the same, dated 1970.
        return self._message is not None and not self._message.is_accessible

    def argument(self, place: int, read: Callable[[str], T]) -> T:
        """Read an argument of the pressed button, which anybody can forge.

        Raises StalePress where it is missing or `read` raises ValueError.
        """
        try:
            return read(self.arguments[place])
        except (IndexError, ValueError):
            raise StalePress from None

    def number(self, place: int) -> int:
        """Return an argument of the pressed button that is a number from 0 on."""
        return self.argument(place, _read_number)

    def switch(self, place: int) -> bool:
        """Return whether an argument of the pressed button says `on`, and not `off`."""
        return self.argument(place, ("off", "on").index) == 1

    @property
    def source(self) -> Source:
        """What makes a write by this message unique: its chat and message id.

        An ephemeral message has no id of its own (0), so there it is the update's.
        """
        chat_id, message_id = self.address.chat_id, self.message_id
        return Source(
            f"{chat_id}/{message_id}" if message_id else f"{chat_id}/0/{self.update.update_id}"
        )

    @property
    def correction_source(self) -> Source:
        """What makes a correction by this message unique.

        Not the message's own source: edited into a /split, it records an entry by that.
        """
        return Source(f"{self.source}/correction")

    def line_source(self, *line: int | str) -> Source:
        """Return what makes a recording button's write unique: its message and its line.

        Ephemeral messages have no id of their own (0), but a number for their one reader.
        """
        message: int | str = self.message_id
        if self.ephemeral_number is not None and self.person is not None:
            message = f"only {self.person.id}/{self.ephemeral_number}"
        return Source("/".join(map(str, (self.address.chat_id, message, *line))))

    @property
    def press_source(self) -> Source:
        """What makes a toggle unique: the press itself."""
        assert self.query is not None
        return Source(f"press/{self.query.id}")

    @property
    def edit_source(self) -> Source:
        """What makes an edit of a message unique: its update."""
        return Source(f"{self.address.chat_id}/{self.message_id}/edit/{self.update.update_id}")


def _read_number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
        raise ValueError(f"not a number: {written!r}")
    return int(written)


def person_behind(update: Update) -> Person | None:
    """Return the person who said or pressed this; None for anonymous admins and channels."""
    if update.callback_query is not None:
        return person_of(update.callback_query.from_user)
    message = update.effective_message
    if message is not None and message.sender_chat is not None:
        return None
    user = update.effective_user
    return None if user is None or user.is_bot else person_of(user)
