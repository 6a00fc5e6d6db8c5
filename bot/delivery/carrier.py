"""A draft as a call of the Bot API: which method it takes, with which parameters."""

from __future__ import annotations

from typing import Any

from telegram import InputMediaPhoto, Message, ReplyParameters

from bot.delivery.attachments import Attachment, AttachmentKind
from bot.delivery.bot_api import BotApi, OnlyFor, ephemeral_parameters
from bot.delivery.keyboards import keyboard, markup, written_markup
from bot.delivery.ladder import Draft
from bot.delivery.pacer import Priority
from bot.delivery.rich_blocks import rich_message
from bot.delivery.sent_message import SentMessage
from bot.delivery.text_bot import TextBot
from ledger.core.members import UserId


class Carrier:
    """Carries drafts to Telegram, each once. Raises telegram.error.TelegramError."""

    def __init__(self, bot: TextBot, api: BotApi) -> None:
        self._bot = bot
        self._api = api

    async def send(
        self, draft: Draft, priority: Priority, only_for: OnlyFor | None = None
    ) -> SentMessage:
        """Send a message, to one person of the chat where it is `only_for` them."""
        where: dict[str, Any] = {
            "chat_id": draft.address.chat_id,
            "message_thread_id": draft.address.thread_id,
        }
        if draft.address.direct_topic_id is not None:
            where["direct_messages_topic_id"] = draft.address.direct_topic_id
        replied = None
        if draft.reply_to is not None:
            replied = ReplyParameters(draft.reply_to, allow_sending_without_reply=True)
        is_text = not (draft.is_rich or draft.has_file)
        if is_text and priority is Priority.ANSWER and only_for is None:
            where["reply_parameters"] = None if replied is None else replied.to_dict()
            below = written_markup(draft.reply, draft.able)
            return await self._bot.send_text({**where, **draft.text(), "reply_markup": below})
        if replied is not None:
            where["reply_parameters"] = replied
        where["reply_markup"] = markup(draft.reply, draft.able)
        where["rate_limit_args"] = int(priority) or None
        if only_for is not None:
            where["api_kwargs"] = ephemeral_parameters(only_for)
        return SentMessage.of(await self._send(draft, where))

    async def _send(self, draft: Draft, where: dict[str, Any]) -> Message:
        reply = draft.reply
        if draft.is_rich:
            return await self._api.send_rich(rich_message(reply), where)
        if reply.picture is not None:
            return await self._bot.send_photo(photo=reply.picture, **draft.caption(), **where)
        if reply.document is not None:
            made = reply.document
            return await self._bot.send_document(
                document=made.content, filename=made.name, **draft.caption(), **where
            )
        if reply.attachment is not None:
            kept = Attachment.read(reply.attachment)
            if kept.kind is AttachmentKind.PHOTO:
                return await self._bot.send_photo(photo=kept.file_id, **draft.caption(), **where)
            return await self._bot.send_document(document=kept.file_id, **draft.caption(), **where)
        return await self._bot.send_message(**draft.text(), **where)

    async def edit(
        self, draft: Draft, message_id: int, priority: Priority, *, captioned: bool
    ) -> None:
        """Change a message, or its caption and picture where it is `captioned`."""
        where: dict[str, Any] = {
            "chat_id": draft.address.chat_id,
            "message_id": message_id,
            "reply_markup": keyboard(draft.reply.buttons, draft.able),
            "rate_limit_args": int(priority) or None,
        }
        if draft.is_rich and not captioned:
            await self._api.edit_rich(rich_message(draft.reply), where)
        elif draft.reply.picture is not None:
            media = InputMediaPhoto(draft.reply.picture, **draft.caption())
            await self._bot.edit_message_media(media, **where)
        elif captioned:
            await self._bot.edit_message_caption(**draft.caption(), **where)
        else:
            await self._bot.edit_message_text(**draft.text(), **where)

    async def edit_ephemeral(self, draft: Draft, person: UserId, number: int) -> None:
        """Change the text and the buttons of an ephemeral message."""
        content = rich_message(draft.reply) if draft.is_rich else draft.text()
        content["reply_markup"] = keyboard(draft.reply.buttons, draft.able)
        await self._api.edit_ephemeral(draft.address.chat_id, person, number, content)
