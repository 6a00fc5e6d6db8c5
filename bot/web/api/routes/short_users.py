"""The short calls about people: `/addUser` and `/login`."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from bot.web.api import sessions
from bot.web.api.calls import OPEN, CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.registration import new_password
from bot.web.api.schemas.short_users import AddedUser, AddUser, LoggedIn, Login, UserAdded
from bot.web.api.who import Visitor
from ledger.accounts import registering
from ledger.core.accounts import email_key
from ledger.storage.database import Transaction

router = APIRouter(tags=["Short calls"], route_class=CallRoute)


@router.post("/addUser", summary="Add a user", response_model=UserAdded, openapi_extra=OPEN)
async def add_user(body: AddUser, api: Here, caller: Visitor, change: Once) -> Response:
    """Make an account that can log in."""
    password_hash = await new_password(api, caller, body.password)

    def add(tx: Transaction) -> UserAdded:
        account = registering.register(
            tx, body.name, email=body.email, phone=body.mobile, password_hash=password_hash
        )
        shown = AddedUser(id=account.id, email=body.email, name=account.name, mobile=account.phone)
        return UserAdded(data=shown)

    return await change.run(add)


@router.post("/login", summary="Log in", openapi_extra=OPEN)
async def log_in(body: Login, api: Here, request: Request) -> LoggedIn:
    """Return tokens: one to call with for 15 minutes, one to get the next ones by for 30 days."""
    key = email_key(body.email)
    api.limits.count_login(request, key)
    account = await sessions.by_password(api, body.email, body.password)
    api.limits.forgive_login(request, key)
    pair = await sessions.begin(api, account.id)
    return LoggedIn(
        user_id=pair.account.id,
        email=pair.account.email or body.email,
        name=pair.account.name,
        refresh_token=pair.refresh,
        access_token=pair.access,
    )
