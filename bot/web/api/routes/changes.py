"""The log of a group, to be asked for."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query

from bot.web.api.books import read_group
from bot.web.api.calls import CallRoute
from bot.web.api.change_log import change_log
from bot.web.api.context import Here
from bot.web.api.schemas.changes import ChangeLog
from bot.web.api.schemas.envelope import Data
from bot.web.api.who import Known
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Changes"], route_class=CallRoute)

_MOST_AT_ONCE: Final = 100

After = Annotated[int, Query(ge=0, le=2**53, description="The last change that is known.")]
Limit = Annotated[int, Query(ge=1, le=_MOST_AT_ONCE)]
Newest = Annotated[bool, Query(description="Those up to the newest, not those that come next.")]


@router.get("/{group_id}/changes", summary="What has changed since")
async def changes(
    group_id: str,
    caller: Known,
    api: Here,
    after: After = 0,
    limit: Limit = _MOST_AT_ONCE,
    newest: Newest = False,  # of a query
) -> Data[ChangeLog]:
    """Return the changes of a group's entries behind a number, in their order."""

    def use_case(tx: Transaction) -> Data[ChangeLog]:
        book = read_group(tx, caller, group_id)
        behind = max(after, book.changes - limit) if newest else after
        return Data(data=change_log(book, caller, behind, limit))

    return await api.threads.read(use_case)
