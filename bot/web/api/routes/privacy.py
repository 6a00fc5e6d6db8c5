"""What is kept about whoever calls, to take along; and being forgotten."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from bot.conversation.forgetting import forget_person
from bot.language.catalogues import language
from bot.views.privacy_statement import RECORD_NAME
from bot.web.api.calls import CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.schemas.envelope import Done
from bot.web.api.who import Known
from ledger.core.accounts import Account
from ledger.upkeep.personal_record import personal_record, written

router = APIRouter(prefix="/api/me", tags=["Me"], route_class=CallRoute)


@router.get(
    "/export",
    summary="All that is kept about me",
    response_class=Response,
    responses={200: {"content": {"application/json": {}}}},
)
async def export(caller: Known, api: Here) -> Response:
    """Return the document that `/privacy` gives in the private chat, too."""
    return await own_record(api, caller.require_person())


async def own_record(api: Api, account: Account) -> Response:
    """Return all that is kept about somebody as a document to be saved."""
    user_id = account.user_id
    record = await api.threads.read(lambda tx: personal_record(tx, user_id))
    return Response(
        await asyncio.to_thread(written, record),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{RECORD_NAME}"'},
    )


@router.delete("", summary="Forget me")
async def forget(
    caller: Known,
    api: Here,
    confirm: Annotated[Literal["forget"], Query(description="So that nobody does it by a slip.")],
) -> Done:
    """Erase my account for good; in my groups I become a former member without a name."""
    account = caller.require_person()
    say = language(account.language or "en")
    await api.threads.run(lambda tx: forget_person(tx, account.user_id, say))
    return Done(message="You are forgotten")
