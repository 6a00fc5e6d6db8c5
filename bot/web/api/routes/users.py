"""People: made, seen and changed."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api import people
from bot.web.api.calls import OPEN, CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.errors import forbidden
from bot.web.api.registration import new_password
from bot.web.api.routes.pieces import MOST_LISTED, After, Limit
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.groups import UserWithGroups
from bot.web.api.schemas.users import ChangedUser, NewUser, UserListed, UserShown
from bot.web.api.shown import groups as shown
from bot.web.api.shown.users import user_listed, user_shown
from bot.web.api.who import Caller, Known, Visitor
from ledger.accounts import acquaintance, registering, showing
from ledger.accounts.registering import KEPT
from ledger.core.accounts import Account, AccountId
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/users", tags=["Users"], route_class=CallRoute)


@router.post(
    "",
    summary="Create a user",
    status_code=201,
    response_model=Data[UserShown],
    openapi_extra=OPEN,
)
async def create(body: NewUser, api: Here, caller: Visitor, change: Once) -> Response:
    """Make an account."""
    password_hash = await new_password(api, caller, body.password)

    def register(tx: Transaction) -> Data[UserShown]:
        account = registering.register(
            tx, body.name, email=body.email, phone=body.phone, password_hash=password_hash
        )
        return Data(data=user_shown(account))

    return await change.run(register, status=201)


@router.get("", summary="List the users whom I share a group with")
async def listed(
    api: Here, caller: Known, limit: Limit = MOST_LISTED, cursor: After = None
) -> Data[list[UserListed]]:
    """Return whom I share a group with, and myself; a trusted backend is shown everybody."""

    def find(tx: Transaction) -> Data[list[UserListed]]:
        behind = AccountId(0) if cursor is None else people.seen(tx, caller, cursor).id
        if caller.account is None:
            found = registering.all_behind(tx, behind, limit)
        else:
            known = acquaintance.acquaintances(tx, caller.account)
            found = tuple(one for one in known if one.id > behind)[:limit]
        return Data(data=[user_listed(account) for account in found])

    return await api.threads.read(find)


@router.get("/{user_id}", summary="Get a user")
async def one(user_id: str, api: Here, caller: Known) -> Data[UserWithGroups]:
    """Return somebody, with those of their groups that I may see."""

    def find(tx: Transaction) -> Data[UserWithGroups]:
        account = people.seen(tx, caller, user_id)
        theirs = showing.my_cards(tx, account.user_id)
        if caller.account is not None and caller.account.id != account.id:
            mine = {card.public_id for card in showing.my_cards(tx, caller.account.user_id)}
            theirs = tuple(card for card in theirs if card.public_id in mine)
        return Data(data=shown.with_groups(account, theirs))

    return await api.threads.read(find)


@router.put("/{user_id}", summary="Change a user")
async def changed(user_id: str, body: ChangedUser, api: Here, caller: Known) -> Data[UserShown]:
    """Change what is said of me; `"phone": null` takes the number away."""

    def update(tx: Transaction) -> Data[UserShown]:
        account = people.seen(tx, caller, user_id)
        _require_own(caller, account)
        phone = body.phone if "phone" in body.model_fields_set else KEPT
        if body.name is not None or body.email is not None or phone is not KEPT:
            account = registering.update(tx, account, name=body.name, email=body.email, phone=phone)
        return Data(data=user_shown(account))

    return await api.threads.run(update)


def _require_own(caller: Caller, account: Account) -> None:
    if caller.account is not None and caller.account.id != account.id:
        raise forbidden("Everybody changes what is said of themselves.")
