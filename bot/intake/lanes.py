"""Which updates must wait for one another: those of one chat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NewType

Lane = NewType("Lane", int)
"""A chat's id, or a person's where an update belongs to no chat; 0 where to neither."""


def lane_of(raw: Mapping[str, Any]) -> Lane:
    """Return the lane of an update, read from Telegram's JSON as far as it can be read.

    The two messages about a migration belong to the chat as it was, so that they wait for
    what was said there before.
    """
    for name, happening in raw.items():
        if name != "update_id" and isinstance(happening, dict):
            return _lane_of(happening)
    return Lane(0)


def _lane_of(happening: Mapping[str, Any]) -> Lane:
    moved_from = happening.get("migrate_from_chat_id")
    if isinstance(moved_from, int):
        return Lane(moved_from)
    pressed = happening.get("message")
    for holder in (happening, pressed if isinstance(pressed, dict) else {}):
        found = _id_in(holder, "chat")
        if found is not None:
            return Lane(found)
    for name in ("from", "user", "sender"):
        found = _id_in(happening, name)
        if found is not None:
            return Lane(found)
    return Lane(0)


def _id_in(holder: Mapping[str, Any], name: str) -> int | None:
    value = holder.get(name)
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, int) else None
