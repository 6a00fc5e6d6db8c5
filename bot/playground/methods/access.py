"""Which chat a call is about, and whether the bot may write there."""

from __future__ import annotations

from bot.playground.people import Chat, Message
from bot.playground.wire import ApiError, Call, bad_request, forbidden
from bot.playground.world import World

_RIGHTS = {"text": "text messages", "photos": "photos", "documents": "documents"}


def chat_of(world: World, call: Call) -> Chat:
    """Return the chat of a call. Raises `ApiError`: none, unknown, or become a supergroup."""
    if not call.has("chat_id"):
        raise bad_request("chat_id is empty")
    chat_id = call.number("chat_id")
    chat = world.chats.get(chat_id)
    if chat is None:
        person = world.people.get(chat_id)
        if person is None:
            raise bad_request("chat not found")
        chat = world.private(person)
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to,
        )
    return chat


def check_access(world: World, chat: Chat) -> None:
    """Raise `ApiError` when the bot is not in a chat, or a person is out of its reach."""
    if chat.person is not None:
        if chat.person.deactivated:
            raise forbidden("user is deactivated")
        if chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return
    standing = chat.standing(world.bot)
    if standing is None:
        raise bad_request("chat not found")
    if standing.was_removed:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if not standing.is_inside:
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def check_may_send(world: World, chat: Chat, what: str = "text") -> None:
    """Raise `ApiError` when the bot may not send "text", "photos" or "documents" to a chat."""
    check_access(world, chat)
    standing = chat.standing(world.bot)
    if standing is None or standing.is_admin:
        return
    permissions = chat.permissions
    if permissions.stars:
        raise bad_request(f"ALLOW_PAYMENT_REQUIRED_{permissions.stars}")
    allowed: bool = getattr(permissions, what)
    if what == "text" and allowed and not permissions.plain:
        raise bad_request("CHAT_SEND_PLAIN_FORBIDDEN")
    if not allowed:
        raise bad_request(f"not enough rights to send {_RIGHTS[what]} to the chat")


def message_of(chat: Chat, call: Call, missing: str) -> Message:
    """Return the message of a call; `missing` is Telegram's complaint when there is none."""
    if not call.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(call.number("message_id"))
    if message is None:
        raise bad_request(missing)
    return message


def is_admin(world: World, chat: Chat) -> bool:
    """Tell whether the bot is an administrator of a group."""
    standing = chat.standing(world.bot)
    return standing is not None and standing.is_admin
