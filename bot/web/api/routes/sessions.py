"""Logging in from Telegram, staying logged in, and logging out."""

from __future__ import annotations

import structlog
from fastapi import APIRouter

from bot.conversation.app_links import AppLinks
from bot.language.offered import best_offered
from bot.web.api import sessions
from bot.web.api.calls import OPEN, CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.errors import unauthorized
from bot.web.api.init_data import InitDataError, read_init_data
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.schemas.sessions import RefreshToken, Session, TelegramLogin
from bot.web.api.tokens import ACCESS_LASTS

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
