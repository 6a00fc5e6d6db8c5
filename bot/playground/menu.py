"""The bot's command menus: by scope and language, as each person sees them.

https://core.telegram.org/bots/api#determining-list-of-commands
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.playground.api_versions import EPHEMERAL, Version
from bot.playground.people import Chat, Person
from bot.playground.wire import Json, bad_request

MOST_COMMANDS = 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
Place = tuple[str, int, int, str]
"""Scope, chat id, user id, language code."""


class Menu:
    """All command lists that the bot has set, and the button beside the input field."""

    def __init__(self) -> None:
        self.button: Json = {"type": "default"}
        """Of all private chats (Bot API, MenuButton)."""
        self._lists: dict[Place, list[Json]] = {}

    def set(self, scope: Json, language: str, commands: object, version: Version) -> None:
        """Set a list; an empty one deletes it. Raises `ApiError`."""
        place = _place(scope, language)
        if not isinstance(commands, list):
            raise bad_request("can't parse commands: expected an Array")
        if len(commands) > MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        checked = [_checked(command, version) for command in commands]
        if checked:
            self._lists[place] = checked
        else:
            self._lists.pop(place, None)

    def get(self, scope: Json, language: str) -> list[Json]:
        """Return the list of exactly this scope and language."""
        return self._lists.get(_place(scope, language), [])

    def delete(self, scope: Json, language: str) -> None:
        """Delete a list."""
        self._lists.pop(_place(scope, language), None)

    def seen_by(self, person: Person, chat: Chat) -> list[Json]:
        """Return the commands that a person's menu shows in a chat."""
        for scope, chat_id, user_id in _scopes_of(person, chat):
            # Two letters each (Bot API, setMyCommands): "pt-br" reads what "pt" has.
            for language in ((person.language_code or "").partition("-")[0], ""):
                commands = self._lists.get((scope, chat_id, user_id, language))
                if commands:
                    return commands
        return []

    def all(self) -> list[Json]:
        """Return every list with its scope and language."""
        return [
            {"scope": _scope(place), "language_code": place[3], "commands": commands}
            for place, commands in self._lists.items()
        ]


def _scopes_of(person: Person, chat: Chat) -> Iterator[tuple[str, int, int]]:
    """Iterate over the scopes that concern a person in a chat, the narrowest first."""
    if chat.type == "private":
        yield "chat", chat.id, 0
        yield "all_private_chats", 0, 0
    else:
        standing = chat.standing(person)
        is_admin = standing is not None and standing.is_admin
        yield "chat_member", chat.id, person.id
        if is_admin:
            yield "chat_administrators", chat.id, 0
        yield "chat", chat.id, 0
        if is_admin:
            yield "all_chat_administrators", 0, 0
        yield "all_group_chats", 0, 0
    yield "default", 0, 0


def _place(scope: Json, language: str) -> Place:
    kind = scope.get("type", "default")
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    ids = {key: int(scope.get(key) or 0) for key in ("chat_id", "user_id")}
    for key in _SCOPES[kind]:
        if not ids[key]:
            raise bad_request(f"can't parse BotCommandScope: can't find field \"{key}\"")
    return kind, ids["chat_id"], ids["user_id"], language


def _scope(place: Place) -> Json:
    kind, chat_id, user_id, _ = place
    scope: Json = {"type": kind}
    if chat_id:
        scope["chat_id"] = chat_id
    if user_id:
        scope["user_id"] = user_id
    return scope


def _checked(command: object, version: Version) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not _NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    kept: Json = {"command": name, "description": description}
    if version >= EPHEMERAL and command.get("is_ephemeral"):
        kept["is_ephemeral"] = True
    return kept
