"""The Bot API's methods, as far as this bot needs them: the table from name to function.

https://core.telegram.org/bots/api#available-methods; names are not case-sensitive.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from bot.playground.methods import chats, editing, intake, profile, sending
from bot.playground.wire import Call
from bot.playground.world import World

Method: TypeAlias = Callable[[World, Call], Any | Awaitable[Any]]
"""Carries a call out and returns its `result`. Raises `ApiError`."""

NAMES: dict[str, Method] = {
    "getMe": profile.get_me,
    "getMyName": profile.get_my_name,
    "setMyName": profile.set_my_name,
    "getMyDescription": profile.get_my_description,
    "setMyDescription": profile.set_my_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyCommands": profile.get_my_commands,
    "setMyCommands": profile.set_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "getChatMenuButton": profile.get_chat_menu_button,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getUpdates": intake.get_updates,
    "setWebhook": intake.set_webhook,
    "deleteWebhook": intake.delete_webhook,
    "getWebhookInfo": intake.get_webhook_info,
    "answerCallbackQuery": intake.answer_callback_query,
    "sendMessage": sending.send_message,
    "sendRichMessage": sending.send_rich_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "setMessageReaction": sending.set_message_reaction,
    "getFile": sending.get_file,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "editEphemeralMessageText": editing.edit_ephemeral_message_text,
    "editEphemeralMessageReplyMarkup": editing.edit_ephemeral_message_reply_markup,
    "deleteEphemeralMessage": editing.delete_ephemeral_message,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMemberCount": chats.get_chat_member_count,
    "leaveChat": chats.leave_chat,
}
BY_LOWER_NAME: dict[str, tuple[str, Method]] = {
    name.lower(): (name, method) for name, method in NAMES.items()
}
