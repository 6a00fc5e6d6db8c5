"""Methods that change, pin or delete messages."""

from __future__ import annotations

from bot.playground.api_versions import RICH_MESSAGES
from bot.playground.methods.access import chat_of, check_access, is_admin, message_of
from bot.playground.methods.content import (
    caption_content,
    check_buttons,
    reply_markup,
    rich_message,
    text_content,
)
from bot.playground.methods.ephemeral import ephemeral_of
from bot.playground.methods.sending import media_content
from bot.playground.people import Message
from bot.playground.wire import Call, Json, bad_request
from bot.playground.world import World

DELETABLE_SECONDS = 48 * 3600
_TEXT = {"text", "entities", "rich_message"}
_CONTENT = _TEXT | {"caption", "caption_entities", "photo", "document"}
_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def edit_message_text(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#editmessagetext."""
    markup = reply_markup(world, call, inline_only=True)
    message = _editable(world, call)
    content = text_or_rich(world, call)
    if not _TEXT.intersection(message.body):
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, content, _TEXT, markup)


def edit_message_caption(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    markup = reply_markup(world, call, inline_only=True)
    message = _editable(world, call)
    if _TEXT.intersection(message.body):
        raise bad_request("there is no caption in the message to edit")
    content = caption_content(world, call)
    return _change(world, message, content, {"caption", "caption_entities"}, markup)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    markup = reply_markup(world, call, inline_only=True)
    return _change(world, _editable(world, call), {}, set(), markup)


def edit_message_media(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#editmessagemedia."""
    markup = reply_markup(world, call, inline_only=True)
    message = _editable(world, call)
    content = media_content(world, call, call.mapping("media"))
    return _change(world, message, content, _CONTENT, markup)


def edit_ephemeral_message_text(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#editephemeralmessagetext."""
    markup = reply_markup(world, call, inline_only=True)
    message = ephemeral_of(world, call)
    content = text_or_rich(world, call)
    if not _TEXT.intersection(message.body):
        raise bad_request("there is no text in the message to edit")
    _change(world, message, content, _TEXT, markup)
    return True


def edit_ephemeral_message_reply_markup(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#editephemeralmessagereplymarkup."""
    markup = reply_markup(world, call, inline_only=True)
    _change(world, ephemeral_of(world, call), {}, set(), markup)
    return True


def delete_ephemeral_message(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#deleteephemeralmessage."""
    world.delete(ephemeral_of(world, call))
    return True


def text_or_rich(world: World, call: Call) -> Json:
    """Return the new text or rich content of a message. Raises `ApiError`."""
    if world.bot_api >= RICH_MESSAGES and call.mapping("rich_message"):
        return rich_message(world, call)
    return text_content(world, call, too_long="MESSAGE_TOO_LONG")


def delete_message(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    chat = chat_of(world, call)
    check_access(world, chat)
    message = message_of(chat, call, "message to delete not found")
    too_old = world.timestamp - message.body["date"] > DELETABLE_SECONDS
    mine = message.by_bot or chat.type == "private"
    if not is_admin(world, chat) and (too_old or not mine):
        raise bad_request("message can't be deleted")
    world.delete(message)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#deletemessages."""
    chat = chat_of(world, call)
    check_access(world, chat)
    for message_id in call.value("message_ids") or []:
        message = chat.messages.get(message_id)
        if message is not None and (message.by_bot or is_admin(world, chat)):
            world.delete(message)
    return True


def pin_chat_message(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#pinchatmessage."""
    chat = chat_of(world, call)
    check_access(world, chat)
    message = message_of(chat, call, "message to pin not found")
    if chat.type != "private" and not is_admin(world, chat):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    chat.pinned = message.id
    world.service(chat, {"pinned_message": message.body}, world.bot)
    world.chat_changed(chat)
    return True


def unpin_chat_message(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#unpinchatmessage."""
    chat = chat_of(world, call)
    check_access(world, chat)
    if chat.type != "private" and not is_admin(world, chat):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    chat.pinned = None
    world.chat_changed(chat)
    return True


def _editable(world: World, call: Call) -> Message:
    chat = chat_of(world, call)
    check_access(world, chat)
    message = message_of(chat, call, "message to edit not found")
    is_plain = message.markup is None or "inline_keyboard" in message.markup
    if not message.by_bot or not is_plain or not _CONTENT.intersection(message.body):
        raise bad_request("message can't be edited")
    return message


def _change(
    world: World, message: Message, content: Json, replaced: set[str], markup: Json | None
) -> Json:
    """Replace parts of a message and its buttons; without a reply_markup these go away."""
    check_buttons(message.chat, markup)
    if markup is not None and "force_reply" in (message.markup or {}):
        markup = {**markup, "force_reply": True}  # an edit can't change that
    old = {key: message.body[key] for key in replaced if key in message.body}
    if old == content and markup == message.markup:
        raise bad_request(_UNCHANGED)
    message.markup = markup
    shown = {"reply_markup": markup} if markup else {}
    world.replace(message, {**content, **shown}, removed=(*replaced, "reply_markup"))
    return message.body
