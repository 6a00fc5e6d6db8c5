"""How the Mini App opens, and how a group comes into a chat."""

from __future__ import annotations

from bot.web.api.money import Moment
from bot.web.api.schemas.envelope import Shown


class AppStart(Shown):
    """The group that a link into the Mini App names; `member` if it is the caller's to see."""

    group_id: str
    name: str
    member: bool


class StartCode(Shown):
    """What puts a group's book into a chat: a code for `?startgroup=`, and the whole link.

    The link is null while the bot is not connected to Telegram.
    """

    code: str
    url: str | None
    expires_at: Moment
