"""Pictures that the book keeps itself: of entries that came from elsewhere than a chat.

What an entry came with in a chat stays with Telegram, and so does what the bot has posted there.
"""

from __future__ import annotations

from typing import Final, NewType

PictureId = NewType("PictureId", str)
"""A picture's UUID."""

_KEPT: Final = "kept:"


def kept_as(picture: PictureId) -> str:
    """Return what an entry has as its attachment whose picture the book keeps."""
    return f"{_KEPT}{picture}"


def kept_picture(attachment: str | None) -> PictureId | None:
    """Return which picture of the book an entry has; None where it has none of those."""
    if attachment is None or not attachment.startswith(_KEPT):
        return None
    return PictureId(attachment.removeprefix(_KEPT))
