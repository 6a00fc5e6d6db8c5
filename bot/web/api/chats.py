"""What only Telegram knows: what the bot is called, who is in a chat, and what is in a file."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from typing import Final, Protocol

import structlog
from telegram import Bot, ChatMemberRestricted
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, TelegramError

from ledger.core.members import UserId

LARGEST_FILE: Final = 10 * 1024 * 1024
"""Bytes of a file that is shown: no photo of Telegram's is larger."""
_FETCHED_AT_ONCE: Final = 4

_log = structlog.get_logger(__name__)


class Chats(Protocol):
    """Whoever can be asked about chats."""

    @property
    def bot_username(self) -> str | None:
        """What the bot is called in links, None while it is not connected."""

    async def has(self, chat_id: int, user_id: UserId) -> bool:
        """Tell whether somebody is in a chat; whom Telegram does not tell of is not."""

    async def admins(self, chat_id: int) -> frozenset[UserId]:
        """Return a chat's owner and administrators, nobody where Telegram does not tell."""

    async def file(self, file_id: str) -> bytes:
        """Return what is in a file that was sent to the bot.

        Raises NoFileError where Telegram has it no more, gives it to no bot or not just now.
        """


class Why(StrEnum):
    """Why there is no file."""

    GONE = "gone"
    TOO_LARGE = "too_large"
    AWAY = "away"


class NoFileError(Exception):
    """Telegram does not hand a file out."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class TelegramChats:
    """Asks Telegram."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._fetching = asyncio.Semaphore(_FETCHED_AT_ONCE)

    @property
    def bot_username(self) -> str | None:
        """What the bot is called in links, None while it is not connected."""
        try:
            return self._bot.username
        except RuntimeError:
            return None

    async def has(self, chat_id: int, user_id: UserId) -> bool:
        """Tell whether somebody is in a chat; whom Telegram does not tell of is not."""
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
        except TelegramError as error:
            _log.info("membership_unknown", error=type(error).__name__)
            return False
        if isinstance(member, ChatMemberRestricted):
            return member.is_member
        return member.status not in {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}

    async def admins(self, chat_id: int) -> frozenset[UserId]:
        """Return a chat's owner and administrators, nobody where Telegram does not tell."""
        try:
            admins = await self._bot.get_chat_administrators(chat_id)
        except TelegramError as error:
            _log.info("admins_unknown", error=type(error).__name__)
            return frozenset()
        roles = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}
        return frozenset(UserId(admin.user.id) for admin in admins if admin.status in roles)

    async def file(self, file_id: str) -> bytes:
        """Return what is in a file that was sent to the bot; raise NoFileError for none."""
        async with self._fetching:
            try:
                file = await self._bot.get_file(file_id)
                if (file.file_size or 0) > LARGEST_FILE:
                    raise NoFileError(Why.TOO_LARGE)
                content = bytes(await file.download_as_bytearray())
            # What is said is not logged: the file's address has the bot's token.
            except BadRequest as error:
                too_large = "too big" in error.message.lower()
                raise NoFileError(Why.TOO_LARGE if too_large else Why.GONE) from None
            except TelegramError as error:
                _log.info("file_unknown", error=type(error).__name__)
                raise NoFileError(Why.AWAY) from None
        if len(content) > LARGEST_FILE:
            raise NoFileError(Why.TOO_LARGE)
        return content
