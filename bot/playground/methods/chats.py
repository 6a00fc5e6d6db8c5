"""Methods about chats and their members."""

from __future__ import annotations

from bot.playground.api_versions import RETURN_BOTS
from bot.playground.methods.access import chat_of, check_access
from bot.playground.people import Membership
from bot.playground.wire import Call, Json, bad_request
from bot.playground.world import World


def get_chat(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getchat, the fields that must be there."""
    chat = chat_of(world, call)
    if chat.type != "private":
        check_access(world, chat)
    full: Json = {
        **chat.summary(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.type != "private":
        full["permissions"] = chat.permissions.flags()
    if chat.pinned in chat.messages:
        full["pinned_message"] = chat.messages[chat.pinned].body
    return full


def get_chat_member(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getchatmember."""
    chat = chat_of(world, call)
    user_id = call.number("user_id")
    person = world.bot if user_id == world.bot.id else world.people.get(user_id)
    if person is None:
        raise bad_request("invalid user_id specified" if user_id <= 0 else "member not found")
    if chat.type == "private":
        return Membership(person).chat_member(chat.permissions)
    check_access(world, chat)
    member = chat.standing(person) or Membership(person, "left")
    return member.chat_member(chat.permissions)


def get_chat_administrators(world: World, call: Call) -> list[Json]:
    """https://core.telegram.org/bots/api#getchatadministrators."""
    chat = chat_of(world, call)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    check_access(world, chat)
    bots = call.flag("return_bots") and world.bot_api >= RETURN_BOTS
    return [
        member.chat_member(chat.permissions)
        for member in chat.members.values()
        if member.is_admin and (bots or member.person is world.bot or not member.person.is_bot)
    ]


def get_chat_member_count(world: World, call: Call) -> int:
    """https://core.telegram.org/bots/api#getchatmembercount; the bot counts."""
    chat = chat_of(world, call)
    if chat.type == "private":
        return 2
    check_access(world, chat)
    return sum(1 for _ in chat.inside())


def leave_chat(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#leavechat."""
    chat = chat_of(world, call)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    check_access(world, chat)
    world.leave(world.bot, chat)
    return True
