"""Personal tokens of whoever calls: made, listed and revoked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from bot.web.api.calls import CallRoute
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.schemas.me import MadeToken, MyToken, NewToken
from bot.web.api.who import Known
from ledger.accounts import personal_tokens
from ledger.core.accounts import PersonalToken
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/me/tokens", tags=["Me"], route_class=CallRoute)

TokenId = Annotated[int, Path(ge=1, le=2**53)]


@router.get("", summary="List my personal tokens")
async def tokens(caller: Known, api: Here) -> Data[list[MyToken]]:
    """Return my tokens, but for their secrets."""
    account = caller.require_person()

    def use_case(tx: Transaction) -> Data[list[MyToken]]:
        found = personal_tokens.tokens_of(tx, account)
        return Data(data=[MyToken.model_validate(_columns(one)) for one in found])

    return await api.threads.read(use_case)


@router.post("", status_code=201, summary="Make a personal token")
async def make(body: NewToken, caller: Known, api: Here) -> Data[MadeToken]:
    """Make a token for a script; its secret is told this once, and kept nowhere.

    So there is no `Idempotency-Key`, and a personal token makes no others.
    """
    account = caller.require_login()

    def use_case(tx: Transaction) -> Data[MadeToken]:
        made, secret = personal_tokens.make(tx, account, body.name, body.scope)
        return Data(data=MadeToken.model_validate({**_columns(made), "secret": secret}))

    return await api.threads.run(use_case)


@router.delete("/{token_id}", summary="Revoke a personal token")
async def revoke(token_id: TokenId, caller: Known, api: Here) -> Done:
    """Revoke one of my tokens; it opens nothing from then on."""
    account = caller.require_person()
    await api.threads.run(lambda tx: personal_tokens.revoke(tx, account, token_id))
    return Done(message="Token revoked")


def _columns(token: PersonalToken) -> dict[str, object]:
    return {
        "id": token.id,
        "name": token.name,
        "scope": token.scope,
        "created_at": token.created_at,
        "last_used_at": token.last_used_at,
    }
