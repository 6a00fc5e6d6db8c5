"""What only Telegram knows: what the bot is called, and who is in a chat."""

from __future__ import annotations

from typing import Protocol

import structlog
from telegram import Bot, ChatMemberRestricted
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from ledger.core.members import UserId

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


class TelegramChats:
    """Asks Telegram."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

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
