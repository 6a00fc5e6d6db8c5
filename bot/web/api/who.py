"""Who calls: a person by a token, or a trusted backend."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import Depends, Query
from starlette.requests import Request

from bot.web.api.context import Api
from bot.web.api.errors import bad_request, forbidden, unauthorized
from bot.web.api.tokens import TokenKind
from ledger.accounts import personal_tokens, registering
from ledger.core.accounts import SERVICE, Account, AccountId, Scope
from ledger.core.members import GroupId

_SCHEME: Final = "bearer"
_JWT_DOTS: Final = 2


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever shows a valid token.

    `account` is the person's, None for the service token, which may act for everybody;
    `by_token` is True of a personal token, for which `may_write` is False if it only reads.
    `runs` are groups whose chat the
    person runs, as Telegram says, of those that the call's address names. `acting` is the
    `userId` of the member whom the backend acts as, where it says so.
    """

    account: Account | None
    may_write: bool = True
    by_token: bool = False
    runs: frozenset[GroupId] = frozenset()
    acting: str | None = None

    @property
    def is_service(self) -> bool:
        """Whether it is the trusted backend, and no person."""
        return self.account is None

    @property
    def id(self) -> AccountId:
        """The account's number; for the backend one that no account has."""
        return SERVICE if self.account is None else self.account.id

    def require_person(self) -> Account:
        """Return the person's account; raise ApiError 403 where the backend calls."""
        if self.account is None:
            raise forbidden("This is a person's own: it needs a token of theirs.")
        return self.account

    def require_login(self) -> Account:
        """Return the person's account; raise ApiError 403 for a backend or a personal token.

        What outlives a token that is revoked, the token can't make.
        """
        if self.by_token:
            raise forbidden("A personal token can't do this: log in.")
        return self.require_person()


async def find_caller(request: Request, api: Api) -> Caller | None:
    """Return who calls; None without a token. Raises ApiError 401 for one that is not valid."""
    header = request.headers.get("authorization")
    if header is None:
        return None
    scheme, _, shown = header.partition(" ")
    shown = shown.strip()
    if scheme.lower() != _SCHEME or not shown:
        raise unauthorized()
    service = api.settings.api_service_token
    if service is not None and hmac.compare_digest(
        shown.encode("utf-8", "replace"), service.get_secret_value().encode()
    ):
        return Caller(None)
    caller = await (_signed if shown.count(".") == _JWT_DOTS else _personal)(api, shown)
    if caller is None:
        raise unauthorized("This token is not valid, or no longer.")
    return caller


async def _signed(api: Api, token: str) -> Caller | None:
    claims = api.tokens.read(token, TokenKind.ACCESS)
    if claims is None:
        return None
    account_id = AccountId(claims.user_id)
    account = await api.threads.read(lambda tx: registering.by_id(tx, account_id))
    return None if account is None else Caller(account)


async def _personal(api: Api, token: str) -> Caller | None:
    opened = await api.threads.run(lambda tx: personal_tokens.opened(tx, token))
    return None if opened is None else Caller(opened[0], opened[1] is Scope.FULL, by_token=True)


def caller_of(request: Request) -> Caller:
    """Return who calls, as the route has found out before the body was read."""
    caller: Caller = request.state.caller
    return caller


def visitor_of(request: Request) -> Caller | None:
    """Return who calls a route that needs no token; None for a stranger."""
    caller: Caller | None = request.state.caller
    return caller


Known = Annotated[Caller, Depends(caller_of)]
"""The caller of a route that nobody calls without a token."""


def acting_of(
    caller: Known,
    user_id: Annotated[
        str | None,
        Query(alias="userId", max_length=64, description="Whom a trusted backend acts as."),
    ] = None,
) -> Caller:
    """Return the caller, with whom a backend acts as; raise ApiError 400 for a person's word."""
    if user_id is not None and not caller.is_service:
        raise bad_request("is said by a trusted backend alone", "userId")
    return replace(caller, acting=user_id)


Acting = Annotated[Caller, Depends(acting_of)]
"""The caller of a route that takes a person: a backend says which member it acts as."""
Visitor = Annotated[Caller | None, Depends(visitor_of)]
"""The caller of a route that needs no token."""
