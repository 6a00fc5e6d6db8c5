"""What opens the caller's account: their Telegram user, an e-mail address with a password, both."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.errors import conflict, forbidden
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.schemas.me import LinkCode, MadeLinkCode, Me
from bot.web.api.shown.me import my_page
from bot.web.api.who import Caller, Known
from ledger.accounts import linking
from ledger.core.accounts import Account
from ledger.storage import people_rows
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/me", tags=["Me"], route_class=CallRoute)


@router.post("/link", response_model=Data[Me], summary="Join my Telegram user")
async def link(body: LinkCode, caller: Known, change: Once) -> Response:
    """Join this account to the Telegram user who was given the code in private or the Mini App."""
    account = caller.require_person()

    def use_case(tx: Transaction) -> Data[Me]:
        return Data(data=my_page(tx, linking.link(tx, account, body.code)))

    return await change.run(use_case)


@router.post("/link-code", status_code=201, summary="Get a code to join an account of mine")
async def link_code(caller: Known, api: Here) -> Data[MadeLinkCode]:
    """Return a code for `POST /api/me/link`, called as the account that is to be joined.

    It is good for ten minutes, and the last one is void.
    """
    account = _in_telegram(caller)
    if account.has_login:
        raise conflict("already_linked", "This account has a login of its own already.")

    def use_case(tx: Transaction) -> Data[MadeLinkCode]:
        code = linking.new_link_code(tx, people_rows.person(tx.connection, account.user_id))
        return Data(data=MadeLinkCode(code=code, expires_at=tx.now + linking.CODE_LASTS))

    return await api.threads.run(use_case)


@router.delete("/login", summary="Let only Telegram open my account")
async def unlink(caller: Known, api: Here) -> Done:
    """Take away e-mail address, password and phone number, and end every login."""
    account = _in_telegram(caller)
    await api.threads.run(lambda tx: linking.unlink(tx, account))
    return Done(message="Only Telegram opens your account now")


def _in_telegram(caller: Caller) -> Account:
    account = caller.require_login()
    if not account.in_telegram:
        raise forbidden("This account has no Telegram user: /link in the bot's chat gives a code.")
    return account
