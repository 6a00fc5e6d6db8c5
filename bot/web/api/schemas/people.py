"""People as answers about something else name them."""

from __future__ import annotations

from bot.web.api.schemas.envelope import Shown


class UserNamed(Shown):
    """Somebody by name."""

    id: str
    name: str


class UserOfGroup(UserNamed):
    """Somebody with their e-mail address, null where they have no account or said none."""

    email: str | None
