"""Making an account by HTTP, for both contracts."""

from __future__ import annotations

from bot.runtime.settings import Registration
from bot.web.api.context import Api
from bot.web.api.errors import forbidden
from bot.web.api.who import Caller


async def new_password(api: Api, caller: Caller | None, password: str | None) -> str | None:
    """Return the hash of a newcomer's password, None without one.

    Raises ApiError 403 where only the trusted backend may make accounts.
    """
    is_service = caller is not None and caller.is_service
    if api.settings.api_registration is Registration.CLOSED and not is_service:
        raise forbidden("Accounts are made by whoever runs this bot.")
    return None if password is None else await api.passwords.hash(password)
