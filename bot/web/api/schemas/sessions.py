"""Logins under `/api`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.web.api.init_data import LONGEST
from bot.web.api.passwords import LONGEST as LONGEST_PASSWORD
from bot.web.api.schemas.envelope import Body, Shown
from bot.web.api.schemas.users import Password


class TelegramLogin(Body):
    """What Telegram hands a Mini App about who opened it, as it is."""

    init_data: str = Field(max_length=LONGEST)


class RefreshToken(Body):
    """A refresh token."""

    refresh_token: str = Field(max_length=2048)


class NewPassword(Body):
    """The password from now on, and the one until now, null where there was none."""

    old_password: Annotated[str, Field(max_length=LONGEST_PASSWORD)] | None = None
    new_password: Password


class Session(Shown):
    """Who is logged in, with the tokens; the access token is good for `expires_in` seconds.

    `reopened_at` is a link that opens the Mini App anew, null where there is none.
    """

    user_id: str
    name: str
    language: str
    access_token: str
    refresh_token: str
    expires_in: int
    reopened_at: str | None
