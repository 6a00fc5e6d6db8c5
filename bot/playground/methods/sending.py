"""Methods that send something."""

from __future__ import annotations

from bot.playground.files import DOWNLOAD_BYTES
from bot.playground.methods.access import (
    chat_of,
    check_access,
    check_may_send,
    is_admin,
    message_of,
)
from bot.playground.methods.content import (
    caption_content,
    check_buttons,
    file_of,
    reply_markup,
    rich_message,
    text_content,
)
from bot.playground.methods.ephemeral import addressee
from bot.playground.people import Chat, Message
from bot.playground.rich_text import has_photo
from bot.playground.wire import Call, Json, bad_request
from bot.playground.world import World


def send_message(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#sendmessage."""
    markup = reply_markup(world, call)
    chat = chat_of(world, call)
    check_may_send(world, chat)
    return _send(world, call, chat, text_content(world, call), markup).body


def send_rich_message(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#sendrichmessage."""
    content = rich_message(world, call)
    markup = reply_markup(world, call)
    chat = chat_of(world, call)
    check_may_send(world, chat)
    if has_photo(content):
        check_may_send(world, chat, "photos")
    return _send(world, call, chat, content, markup).body


def send_photo(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#sendphoto."""
    markup = reply_markup(world, call)
    chat = chat_of(world, call)
    check_may_send(world, chat, "photos")
    caption = caption_content(world, call)
    stored = file_of(world, call, "photo", picture=True)
    return _send(world, call, chat, {"photo": stored.photo(), **caption}, markup).body


def send_document(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#senddocument."""
    markup = reply_markup(world, call)
    chat = chat_of(world, call)
    check_may_send(world, chat, "documents")
    caption = caption_content(world, call)
    stored = file_of(world, call, "document", picture=False)
    return _send(world, call, chat, {"document": stored.document(), **caption}, markup).body


def send_media_group(world: World, call: Call) -> list[Json]:
    """https://core.telegram.org/bots/api#sendmediagroup."""
    chat = chat_of(world, call)
    media = call.value("media")
    if not isinstance(media, list) or not 2 <= len(media) <= 10:
        raise bad_request("album must contain between 2 and 10 items")
    contents = []
    for item in media:
        what = media_content(world, call, item)
        check_may_send(world, chat, "photos" if "photo" in what else "documents")
        contents.append({"media_group_id": f"{chat.latest_id:019d}", **what})
    return [_send(world, call, chat, content, None).body for content in contents]


def media_content(world: World, call: Call, item: Json) -> Json:
    """Return the content of one InputMediaPhoto or InputMediaDocument."""
    kind = item.get("type")
    if kind not in ("photo", "document"):
        raise bad_request("can't parse InputMedia: unsupported type specified")
    described = Call(call.method, {**item, kind: item.get("media")}, call.uploads)
    stored = file_of(world, described, kind, picture=kind == "photo")
    content = stored.photo() if kind == "photo" else stored.document()
    return {kind: content, **caption_content(world, described)}


def send_chat_action(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    chat = chat_of(world, call)
    check_access(world, chat)
    if not call.has("action"):
        raise bad_request("wrong parameter action in request")
    payload: Json = {"chat_id": chat.id, "action": call.text("action")}
    if call.has("message_thread_id"):
        payload["message_thread_id"] = call.number("message_thread_id")
    world.journal.record("action", payload)
    return True


def set_message_reaction(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setmessagereaction."""
    chat = chat_of(world, call)
    check_access(world, chat)
    message = message_of(chat, call, "message to react not found")
    message.reactions = list(call.value("reaction") or [])
    world.journal.record("edited", {"message": message})
    return True


def get_file(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getfile."""
    stored = world.files.get(call.text("file_id"))
    if len(stored.content) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


def _send(world: World, call: Call, chat: Chat, content: Json, markup: Json | None) -> Message:
    reply_to = _reply_target(chat, call)
    thread = _thread(world, chat, call)
    check_buttons(chat, markup)
    only_for = addressee(world, chat, call, reply_to)
    world.limits.check(chat.id)
    return world.append(
        chat,
        content,
        world.bot,
        markup=markup,
        thread=thread,
        reply_to=reply_to,
        only_for=only_for.person if only_for else None,
        replaces=only_for.replaces if only_for else None,
    )


def _thread(world: World, chat: Chat, call: Call) -> int | None:
    """Return the topic a call names. Raises `ApiError`: no such topic, or it is closed."""
    if chat.is_direct_messages:
        # Sent to nobody in particular, it would be nobody's to read (Bot API 9.2).
        if call.number("direct_messages_topic_id") not in world.people:
            raise bad_request("direct messages topic must be specified")
        return call.number("direct_messages_topic_id")
    thread = call.number("message_thread_id")
    if not thread:
        if chat.general_closed and not is_admin(world, chat):
            raise bad_request("TOPIC_CLOSED")
        return None
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not is_admin(world, chat):
        raise bad_request("TOPIC_CLOSED")
    return topic.id


def _reply_target(chat: Chat, call: Call) -> Message | None:
    wanted = call.mapping("reply_parameters")
    if wanted.get("ephemeral_message_id"):
        message = chat.ephemeral.get(int(wanted["ephemeral_message_id"]))
        if message is None:
            raise bad_request("message to be replied not found")
        return message
    message_id = int(wanted.get("message_id") or call.number("reply_to_message_id"))
    if not message_id:
        return None
    message = chat.messages.get(message_id)
    if message is None:
        lenient = wanted.get("allow_sending_without_reply")
        if not (lenient or call.flag("allow_sending_without_reply")):
            raise bad_request("message to be replied not found")
    return message
