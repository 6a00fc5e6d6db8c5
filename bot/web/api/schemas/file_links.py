"""Links by which a file is fetched without a token."""

from __future__ import annotations

from bot.web.api.money import Moment
from bot.web.api.schemas.envelope import Shown


class FileLink(Shown):
    """Where a file can be fetched until a moment, by whoever has the link; and what it is called.

    Telegram's apps fetch it themselves (Mini Apps, `downloadFile`).
    """

    url: str
    name: str
    expires_at: Moment
