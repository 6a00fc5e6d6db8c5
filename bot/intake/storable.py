"""What no database takes: letters of an update that nobody meant are mended before it is read."""

from __future__ import annotations

import re
from typing import Any, Final

_NO_DATABASE: Final = re.compile("[\0\ud800-\udfff]")
"""PostgreSQL takes no NUL, and neither SQLite nor it half a character (a lone surrogate)."""


def storable(text: str) -> str:
    """Return a text that every database takes, as long as it was in UTF-16.

    Telegram counts in UTF-16 units where a mark begins. Half a character is shown as one that
    can't be read (U+FFFD); a NUL, of which nobody sees anything, becomes a space of no width.
    """
    return _NO_DATABASE.sub(lambda found: "\u200b" if found[0] == "\0" else "\ufffd", text)


def storable_update(raw: Any) -> Any:  # JSON
    """Return an update with all its texts `storable`."""
    if isinstance(raw, str):
        return storable(raw)
    if isinstance(raw, dict):
        return {name: storable_update(value) for name, value in raw.items()}
    if isinstance(raw, list):
        return [storable_update(value) for value in raw]
    return raw
