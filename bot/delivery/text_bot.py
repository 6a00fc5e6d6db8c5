"""The bot that all is sent with: python-telegram-bot's, with a shorter way for a text."""

from __future__ import annotations

from typing import Any

from telegram.ext import ExtBot

from bot.delivery.sent_message import SentMessage


class TextBot(ExtBot[int]):
    """python-telegram-bot's bot, which tells of a text that is sent only where it stands.

    The library's own way makes an object of all that Telegram answers, with the chat, the
    sender and the text: a tenth of what a command costs, for a number.
    """

    async def send_text(self, parameters: dict[str, Any]) -> SentMessage:
        """Send a text in its turn as an answer; raise TelegramError as `send_message` does."""
        previews = None if self.defaults is None else self.defaults.link_preview_options
        told = await self._post("sendMessage", {"link_preview_options": previews, **parameters})
        return SentMessage.read(told)
