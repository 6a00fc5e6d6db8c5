"""Which version of the Bot API brought what, as far as this bot uses it.

https://core.telegram.org/bots/api-changelog. A server knows no method that is newer than it
is, passes over newer parameters and fields, and takes a button of a newer kind for one without
any: Telegram's own server reads no others (its `Client.cpp`).
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Version: TypeAlias = tuple[int, int]

NEWEST: Final[Version] = (10, 4)
OLDEST: Final[Version] = (0, 0)

STYLES: Final[Version] = (9, 4)
RETURN_BOTS: Final[Version] = (10, 0)
RICH_MESSAGES: Final[Version] = (10, 1)
EPHEMERAL: Final[Version] = (10, 2)
RICH_BLOCKS: Final[Version] = (10, 2)
"""From here on a bot sends blocks, which was markup alone before, and pictures among them."""
COMPACT_TABLES: Final[Version] = (10, 3)
EPHEMERAL_PARAMETERS: Final[Version] = (10, 3)
"""From here on in one parameter what were two, `receiver_user_id` and `callback_query_id`."""
FORCE_REPLY_BESIDE_BUTTONS: Final[Version] = (10, 3)
EPHEMERAL_BY_QUERY: Final[Version] = (10, 4)
"""From here on a press says by itself who is answered."""

METHODS: Final[dict[str, Version]] = {
    "setMessageReaction": (7, 0),
    "sendRichMessage": RICH_MESSAGES,
    "editEphemeralMessageText": EPHEMERAL,
    "editEphemeralMessageReplyMarkup": EPHEMERAL,
    "deleteEphemeralMessage": EPHEMERAL,
}
"""Methods that not every server knows; others are older than this bot."""
GETME_FIELDS: Final[dict[str, Version]] = {
    "has_topics_enabled": (9, 3),
    "allows_users_to_create_topics": (9, 4),
    "supports_guest_queries": (10, 0),
}
"""Likewise of what the bot is told of itself."""
BUTTON_KINDS: Final[dict[str, Version]] = {"copy_text": (7, 11), "disabled": (10, 3)}
"""Likewise of what a button does."""

_WRITTEN = re.compile(r"(\d{1,2})\.(\d{1,2})")


def read_version(written: str) -> Version:
    """Read "10.3". Raises ValueError for anything else, and for one that is not out yet."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise ValueError(f"a version of the Bot API is written 10.3, not {written}")
    version = int(match[1]), int(match[2])
    if version > NEWEST:
        raise ValueError(f"the newest Bot API known here is {NEWEST[0]}.{NEWEST[1]}")
    return version
