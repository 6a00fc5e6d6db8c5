"""What the chat page sees: the playground's state and events as JSON."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from bot.playground.journal import Event
from bot.playground.people import Chat, Person
from bot.playground.wire import ApiError, Call, Json
from bot.playground.world import World
from ledger.core.clock import MovableClock

ZONE = ZoneInfo("Asia/Kolkata")
"""The zone of the playground's wall clock, and of the times that the page shows."""


def snapshot(world: World, opening_group: int | None) -> Json:
    """Return everything there is."""
    return {
        "cursor": world.journal.latest,
        "bot": bot_view(world),
        "people": [person_view(person) for person in world.people.values()],
        "chats": [
            {
                **chat_view(world, chat),
                "messages": [message.seen() for message in chat.everything],
            }
            for chat in world.chats.values()
        ],
        "commands": world.menu.all(),
        "clock": clock_view(world),
        "bot_api": "{}.{}".format(*world.bot_api),
        "limits": {"on": world.limits.on, "refused": world.limits.refused},
        "opening": {"group": opening_group},
    }


def bot_view(world: World) -> Json:
    """Return the bot and what it says of itself."""
    return {
        **world.bot.user(),
        "description": world.about.description.get("", ""),
        "short_description": world.about.short_description.get("", ""),
        "menu_button": world.menu.button,
    }


def person_view(person: Person) -> Json:
    """Return a person, with what only the playground knows of them."""
    return {**person.user(), "started": person.started, "blocked": person.blocked}


def chat_view(world: World, chat: Chat) -> Json:
    """Return a chat without its messages."""
    standing = chat.standing(world.bot)
    described: Json = {
        "id": chat.id,
        "type": chat.type,
        "person": chat.person.id if chat.person else None,
        "members": [
            {"user": member.person.id, "status": member.status} for member in chat.members.values()
        ],
        "bot": standing.status if standing else "member" if chat.person else "none",
        "topics": [
            {"id": topic.id, "name": topic.name, "closed": topic.closed}
            for topic in chat.topics.values()
        ],
        "permissions": {
            "text": chat.permissions.text,
            "photos": chat.permissions.photos,
            "documents": chat.permissions.documents,
            "plain": chat.permissions.plain,
            "stars": chat.permissions.stars,
        },
        "general_closed": chat.general_closed,
        "migrated_to": chat.migrated_to,
        "migrated_from": chat.migrated_from,
        "pinned": chat.pinned,
    }
    if chat.title is not None:
        described["title"] = chat.title
    if chat.is_forum:
        described["is_forum"] = True
    return described


def clock_view(world: World) -> Json:
    """Return the time, whether it can be moved, and the zone to show it in."""
    return {
        "now": world.clock.now().isoformat(),
        "movable": isinstance(world.clock, MovableClock),
        "zone": ZONE.key,
    }


def event_view(world: World, event: Event) -> Json:
    """Return an event's data."""
    payload: dict[str, Any] = event.payload
    match event.kind:
        case "message" | "edited":
            message = payload["message"]
            return {"chat_id": message.chat.id, "message": message.seen()}
        case "deleted":
            message = payload["message"]
            number = message.ephemeral.id if message.ephemeral else None
            gone = {"chat_id": message.chat.id, "message_id": message.id}
            return {**gone, "ephemeral_message_id": number} if number else gone
        case "answer":
            press = payload["press"]
            view: Json = {
                "query_id": press.id,
                "person": press.person.id,
                "chat_id": press.message.chat.id,
                "message_id": press.message.id,
                "text": press.answer.text,
                "show_alert": press.answer.show_alert,
            }
            return {**view, "url": press.answer.url} if press.answer.url else view
        case "chat":
            return {"chat": chat_view(world, payload["chat"])}
        case "person":
            return {"person": person_view(payload["person"])}
        case "bot":
            return {"bot": bot_view(world)}
        case "commands":
            return {"commands": world.menu.all()}
        case "clock":
            return {"clock": clock_view(world)}
        case "refused":
            return _refusal_view(payload["call"], payload["refused"])
        case _:
            return payload


def _refusal_view(call: Call, refused: ApiError) -> Json:
    view: Json = {
        "method": call.method,
        "error_code": refused.code,
        "description": refused.description,
    }
    if call.has("chat_id"):
        view["chat_id"] = call.number("chat_id")
    # A bot learns what a server can do from a call that goes nowhere, which is no fault.
    if not call.number("chat_id") and not call.has("callback_query_id"):
        view["probe"] = True
    return view
