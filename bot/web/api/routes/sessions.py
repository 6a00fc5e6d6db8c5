"""Logging in from Telegram, staying logged in, and logging out."""

from __future__ import annotations

import structlog
from fastapi import APIRouter
from starlette.requests import Request

from bot.conversation.app_links import AppLinks
from bot.language.offered import best_offered
from bot.web.api import sessions
from bot.web.api.calls import OPEN, CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.errors import conflict, unauthorized
from bot.web.api.init_data import InitDataError, read_init_data
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.schemas.sessions import NewPassword, RefreshToken, Session, TelegramLogin
from bot.web.api.tokens import ACCESS_LASTS
from bot.web.api.who import Known
from ledger.core.accounts import email_key

_log = structlog.get_logger(__name__)

router = APIRouter(prefix="/api", tags=["Logging in"], route_class=CallRoute)


@router.post("/auth/telegram", summary="Log in from a Mini App", openapi_extra=OPEN)
async def from_telegram(body: TelegramLogin, api: Here) -> Data[Session]:
    """Log in whoever opened the Mini App, by the `initData` that Telegram signed."""
    try:
        said = read_init_data(body.init_data, api.settings.token, api.clock.now())
    except InitDataError as error:
        _log.info("init_data_refused", reason=str(error))
        raise unauthorized("Telegram does not vouch for this, or no longer.") from None
    pair = await sessions.begin_from_telegram(api, said.person)
    return _session(api, pair)


@router.post("/auth/refresh", summary="Get the next tokens", openapi_extra=OPEN)
async def refresh(body: RefreshToken, api: Here) -> Data[Session]:
    """Return new tokens for a refresh token, which is good for once."""
    return _session(api, await sessions.go_on(api, body.refresh_token))


@router.post("/auth/logout", summary="Log out", openapi_extra=OPEN)
async def log_out(body: RefreshToken, api: Here) -> Done:
    """End a login: no more tokens come of it. The last access token ends by itself."""
    await sessions.end(api, body.refresh_token)
    return Done(message="Logged out")


@router.put("/me/password", summary="Change my password")
async def change_password(
    body: NewPassword, caller: Known, api: Here, request: Request
) -> Data[Session]:
    """Log in with another password from now on: every other login ends, and here are new tokens.

    What was made with `/token` stays until it is revoked.
    """
    account = caller.require_login()
    if account.email is None:
        raise conflict("no_email", "This account has no e-mail address to log in with.")
    key = email_key(account.email)
    api.limits.count_login(request, key)
    pair = await sessions.change_password(api, account, body.old_password, body.new_password)
    api.limits.forgive_login(request, key)
    return _session(api, pair)


def _session(api: Api, pair: sessions.Pair) -> Data[Session]:
    account = pair.account
    return Data(
        data=Session(
            user_id=account.public_id,
            name=account.name,
            language=best_offered(account.language or pair.spoken),
            access_token=pair.access,
            refresh_token=pair.refresh,
            expires_in=int(ACCESS_LASTS.total_seconds()),
            reopened_at=AppLinks(api.settings).anew(api.chats.bot_username),
        )
    )
