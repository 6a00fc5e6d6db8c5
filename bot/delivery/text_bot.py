"""The bot that all is sent with: python-telegram-bot's, with a shorter way for a text."""

from __future__ import annotations

from typing import Any, cast

from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.delivery.sent_message import SentMessage
from bot.runtime.http_client import JsonCall

_METHOD = "sendMessage"


class TextBot(ExtBot[int]):
    """python-telegram-bot's bot, which tells of a text that is sent only where it stands.

    The library's own way looks at each parameter for what it may be, writes each as JSON before
    the whole, and makes an object of all that Telegram answers, with the chat, the sender and
    the text: a tenth of what a command costs, for a number.
    """

    async def send_text(self, parameters: dict[str, Any]) -> SentMessage:
        """Send a text in its turn as an answer; raise TelegramError as `send_message` does.

        The parameters are JSON's own values; those that are None are left out.
        """
        told = {name: value for name, value in parameters.items() if value is not None}
        previews = None if self.defaults is None else self.defaults.link_preview_options
        if previews is not None:
            told.setdefault("link_preview_options", previews.to_dict())
        if self.rate_limiter is None:
            return SentMessage.read(await self._carry(told))
        sent: Any = await self.rate_limiter.process_request(
            self._carry, (told,), {}, _METHOD, told, None
        )
        return SentMessage.read(sent)

    async def _carry(self, told: dict[str, Any]) -> Any:
        # Handed on to our own client as it is, which reads nothing else of it.
        written = cast("RequestData", JsonCall(told))
        return await self.request.post(f"{self.base_url}/{_METHOD}", written)
