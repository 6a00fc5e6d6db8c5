"""The log of a group: asked for, or told as it grows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Header, Query
from starlette.responses import StreamingResponse

from bot.web.api.books import faces_of, me_in, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.errors import ApiError, bad_request
from bot.web.api.schemas.changes import ChangeLog
from bot.web.api.schemas.envelope import Data
from bot.web.api.shown import changes as shown
from bot.web.api.who import Caller, Known
from ledger.book.entry_lookup import may_change
from ledger.book.open_book import Book
from ledger.core.members import GroupId
from ledger.reports import history
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Changes"], route_class=CallRoute)

_MOST_AT_ONCE: Final = 100
_COMMENT_SECONDS: Final = 15.0
"""How often something is said where nothing happens, so that nobody takes the line for dead."""
_LASTS: Final = timedelta(minutes=10)
"""How long a stream goes on; whoever listens asks again, and shows again who they are."""

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
        return Data(data=_log(book, caller, _behind(book, after, limit, newest=newest), limit))

    return await api.threads.run(use_case)


@router.get(
    "/{group_id}/events",
    summary="What changes, as it happens",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}}},
)
async def events(
    group_id: str,
    caller: Known,
    api: Here,
    after: Annotated[int | None, Query(ge=0, le=2**53)] = None,
    last_event_id: Annotated[str | None, Header()] = None,
) -> StreamingResponse:
    """Stream the changes of a group as server-sent events, whose `id` is the change's number.

    It begins behind `Last-Event-ID`, else behind `after`, else with what comes from now on.
    """
    if last_event_id is not None and not (last_event_id.isascii() and last_event_id.isdigit()):
        raise bad_request("Last-Event-ID must be the number of a change.")
    known = after if not last_event_id else int(last_event_id[:15])

    def use_case(tx: Transaction) -> tuple[GroupId, int]:
        book = read_group(tx, caller, group_id)
        return book.group.id, book.changes

    group, last = await api.threads.run(use_case)
    stream = _stream(api, caller, group_id, group, last if known is None else known)
    return StreamingResponse(
        stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _stream(
    api: Api, caller: Caller, group_id: str, group: GroupId, begin: int
) -> AsyncIterator[str]:
    until = api.clock.now() + _LASTS
    at = begin
    async with api.watch.listen(group, str(caller.id)):
        yield ": listening\n\n"
        while api.clock.now() < until:
            if not await api.watch.moved(group, at, _COMMENT_SECONDS):
                yield ": still here\n\n"
                continue
            try:
                log = await api.threads.run(
                    lambda tx, at=at: _log(  # type: ignore[misc]  # bound at once
                        read_group(tx, caller, group_id), caller, at, _MOST_AT_ONCE
                    )
                )
            except ApiError:
                return  # Whoever listens is not in the group any more.
            for change in log.changes:
                at = change.change
                yield f"id: {at}\nevent: change\ndata: {change.model_dump_json(by_alias=True)}\n\n"
            at = max(at, log.last) if not log.changes else at


def _behind(book: Book, after: int, limit: int, *, newest: bool) -> int:
    return max(after, book.changes - limit) if newest else after


def _log(book: Book, caller: Caller, after: int, limit: int) -> ChangeLog:
    found = history.changes_behind(book, after, limit)
    faces, me = faces_of(book, found), me_in(book, caller)
    return ChangeLog(
        changes=[
            shown.change(entry, faces, me, may_change=may_change(book, entry)) for entry in found
        ],
        last=book.changes,
    )
