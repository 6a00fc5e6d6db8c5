"""What the bot gets to see: Telegram's privacy mode.

https://core.telegram.org/bots/features#privacy-mode, the narrow reading: a bot that works
with less works with more.
"""

from __future__ import annotations

from bot.playground import entities
from bot.playground.people import Chat, Message, Person
from bot.playground.wire import Json

SERVICE_FIELDS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "forum_topic_edited",
        "pinned_message",
    }
)


def bot_sees(message: Message, bot: Person, privacy: bool) -> bool:
    """Tell whether Telegram hands a message to the bot."""
    chat = message.chat
    if chat.type == "private":
        return not (chat.person and chat.person.blocked)
    standing = chat.standing(bot)
    if standing is None or not standing.is_inside:
        return False
    if not privacy or standing.is_admin or message.ephemeral is not None:
        return True
    body = message.body
    if not SERVICE_FIELDS.isdisjoint(body):
        return True
    return (
        is_command_for(body, bot)
        or _is_reply_to(body, chat, bot)
        or body.get("via_bot", {}).get("id") == bot.id
    )


def is_command_for(body: Json, bot: Person) -> bool:
    """Tell whether a text or caption begins with a command that is not another bot's."""
    text = body.get("text") or body.get("caption") or ""
    if not text.startswith("/"):
        return False
    found = body.get("entities") or body.get("caption_entities") or []
    first = next(
        (entity for entity in found if entity["type"] == "bot_command" and not entity["offset"]),
        None,
    )
    if first is None:
        return False
    _, at, addressee = entities.parts(text, [first], "bot_command")[0].partition("@")
    return not at or addressee.lower() == (bot.username or "").lower()


def _is_reply_to(body: Json, chat: Chat, bot: Person) -> bool:
    target = body.get("reply_to_message")
    return target is not None and target.get("from", {}).get("id") == bot.id
