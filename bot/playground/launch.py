"""Opens the bot's Mini App as somebody: what Telegram hands to the page, and signs."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import urlencode

from bot.playground.people import Chat, Person
from bot.playground.wire import Json
from bot.playground.world import World
from bot.web.api.init_data import signed_init_data


def init_data(
    world: World, person: Person, chat: Chat | None = None, start_param: str | None = None
) -> str:
    """Return the initData of a person who opens the app, as a query string.

    From a group's chat the app is told only a `chat_instance` and the kind of chat.
    https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
    """
    user: Json = {
        name: value
        for name, value in person.user().items()
        if name in {"id", "first_name", "last_name", "username", "language_code"}
    }
    user["allows_write_to_pm"] = person.started
    fields = {
        "user": json.dumps(user, ensure_ascii=False, separators=(",", ":")),
        "auth_date": str(int(world.clock.now().timestamp())),
    }
    if start_param:
        fields["start_param"] = start_param
    if chat is not None:
        fields["chat_type"] = "sender" if chat.person else chat.type
        fields["chat_instance"] = _instance(world, chat)
    return urlencode(signed_init_data(fields, world.token))


def _instance(world: World, chat: Chat) -> str:
    """Return what names a chat without telling its id: the same each time."""
    digest = hashlib.sha256(f"{world.token} {chat.id}".encode()).digest()
    return str(int.from_bytes(digest[:8], "big", signed=True))
