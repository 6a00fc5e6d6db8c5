"""Whoever calls: their own account, groups and pay details."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import APIRouter
from starlette.responses import Response

from bot.language.offered import named
from bot.runtime.reference import completed
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.me import ChangedMe, Me, MyPayDetail, NewPayDetail
from bot.web.api.shown.me import me, my_page
from bot.web.api.who import Known
from ledger.accounts import registering, showing
from ledger.book import pay_details
from ledger.core.accounts import Account
from ledger.core.answers.group_cards import GroupCard
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.standings import GroupStanding
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId
from ledger.core.paying.details import Scheme
from ledger.currencies import rates
from ledger.reports.statements import my_standing
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/me", tags=["Me"], route_class=CallRoute)

Found = tuple[Sequence[GroupCard], Sequence[GroupStanding], Mapping[GroupId | None, KnownRates]]
"""Somebody's groups, their nets in each, and what other currencies are worth there."""


@router.get("", summary="Who am I")
async def show(caller: Known, api: Here) -> Data[Me]:
    """Return the caller, their groups, and what they are owed or owe in each."""
    account = caller.require_person()
    cards, standings, known = await api.threads.read(lambda tx: _found(tx, account))
    known = {group: await completed(rates_there) for group, rates_there in known.items()}
    return Data(data=me(account, cards, standings, known))


@router.patch("", response_model=Data[Me], summary="Choose a language")
async def choose(body: ChangedMe, caller: Known, change: Once) -> Response:
    """Choose the language of the bot's private messages and of the Mini App."""
    account = caller.require_person()
    code = None
    if body.language is not None:
        code = named(body.language)
        if code is None:
            raise LedgerError(Code.UNKNOWN_LANGUAGE, name=body.language)

    def use_case(tx: Transaction) -> Data[Me]:
        if "language" in body.model_fields_set:
            registering.set_language(tx, account, code)
        return Data(data=my_page(tx, registering.of_user(tx, account.user_id)))

    return await change.run(use_case)


def _found(tx: Transaction, account: Account) -> Found:
    standings = my_standing(tx, account.user_id)
    return showing.my_cards(tx, account.user_id), standings, rates.of_person(tx, standings)


@router.get("/payinfo", summary="How people can pay me")
async def pay_info(caller: Known, api: Here) -> Data[list[MyPayDetail]]:
    """Return where the caller's money is to be sent; the people of their groups see it."""
    account = caller.require_person()
    return await api.threads.read(lambda tx: _details(tx, account))


@router.put(
    "/payinfo/{scheme}", response_model=Data[list[MyPayDetail]], summary="Say how to pay me"
)
async def keep_pay_info(
    scheme: Scheme, body: NewPayDetail, caller: Known, change: Once
) -> Response:
    """Keep the caller's detail of a scheme, in place of the last one; return all they have."""
    account = caller.require_person()
    # Here and not above: it loads the numbers of all countries' phones and banks.
    from ledger.core.paying.checks import pay_detail

    detail = pay_detail(scheme, body.value)

    def use_case(tx: Transaction) -> Data[list[MyPayDetail]]:
        pay_details.keep_own(tx, account.user_id, detail)
        return _details(tx, account)

    return await change.run(use_case)


@router.delete(
    "/payinfo/{scheme}", response_model=Data[list[MyPayDetail]], summary="Take back how to pay me"
)
async def drop_pay_info(scheme: Scheme, caller: Known, change: Once) -> Response:
    """Forget the caller's detail of a scheme; return what is left."""
    account = caller.require_person()

    def use_case(tx: Transaction) -> Data[list[MyPayDetail]]:
        pay_details.drop_detail(tx, account.user_id, scheme)
        return _details(tx, account)

    return await change.run(use_case)


def _details(tx: Transaction, account: Account) -> Data[list[MyPayDetail]]:
    found = pay_details.details_of(tx, account.user_id)
    return Data(
        data=[MyPayDetail(scheme=detail.scheme.value, value=detail.value) for detail in found]
    )
