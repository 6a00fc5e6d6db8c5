"""What happens, as it happens: streams of server-sent events, of a group and of all one's groups.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel
from starlette.responses import StreamingResponse

from bot.web.api import event_places
from bot.web.api.books import read_group
from bot.web.api.calls import CallRoute
from bot.web.api.change_log import change_log
from bot.web.api.context import Api, Here
from bot.web.api.errors import ApiError, bad_request
from bot.web.api.schemas.changes import ChangeLog, GroupMove, GroupMoved, GroupSet
from bot.web.api.watching import GroupsOf, OneGroup, Watched, states_of
from bot.web.api.who import Caller, Known
from ledger.accounts import showing
from ledger.core.accounts import AccountId
from ledger.core.answers.group_states import GroupState, States
from ledger.core.members import GroupId
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api", tags=["Changes"], route_class=CallRoute)

_MOST_AT_ONCE: Final = 100
_COMMENT_SECONDS: Final = 15.0
"""How often something is said where nothing happens, so that nobody takes the line for dead."""
_LASTS: Final = timedelta(minutes=10)
"""How long a stream goes on; whoever listens asks again, and shows again who they are."""
_AS_IT_COMES: Final = {"X-Accel-Buffering": "no"}
"""A proxy would keep events back until it has many (nginx.org, `proxy_buffering`)."""
_STREAMS: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {"text/event-stream": {}}}}


@router.get(
    "/groups/{group_id}/events",
    summary="What changes, as it happens",
    response_class=StreamingResponse,
    responses=_STREAMS,
)
async def of_group(
    group_id: str,
    caller: Known,
    api: Here,
    after: Annotated[int | None, Query(ge=0, le=2**53)] = None,
    last_event_id: Annotated[str | None, Header()] = None,
) -> StreamingResponse:
    """Stream what changes in a group as server-sent events.

    Each change of an entry is a `change`, whose `id` is its number; they begin behind
    `Last-Event-ID`, else behind `after`, else with what comes from now on. When something else
    has changed (title, settings, members, recurring expenses), that is a `settings`.
    """
    if last_event_id is not None and not (last_event_id.isascii() and last_event_id.isdigit()):
        raise bad_request("Last-Event-ID must be the number of a change.")
    asked = after if not last_event_id else int(last_event_id[:15])

    def use_case(tx: Transaction) -> tuple[GroupId, GroupState]:
        group = read_group(tx, caller, group_id).group.id
        return group, states_of(tx, [OneGroup(group)])[OneGroup(group)][group]

    group, now = await api.threads.read(use_case)
    known = now if asked is None else GroupState(asked, now.updated_at)
    told = _ToldOfGroup(api, caller, group_id, group, known)
    return _streamed(api, caller, OneGroup(group), {group: known}, told)


@router.get(
    "/me/events",
    summary="Which of my groups change, as it happens",
    response_class=StreamingResponse,
    responses=_STREAMS,
)
async def of_me(
    caller: Known, api: Here, last_event_id: Annotated[str | None, Header()] = None
) -> StreamingResponse:
    """Stream which of my groups change, as server-sent events named `group`.

    Each has the `groupId` and a `kind`: `entries`, `settings` (title, settings, members, recurring
    expenses), `joined` or `left`. They begin behind `Last-Event-ID`, which this stream gave within
    30 days, else with what comes from now on; what happened meanwhile to one group is told once.
    """
    account = caller.require_person()
    mine = GroupsOf(account.user_id)
    if last_event_id:
        before = event_places.read(api.tokens, account.id, last_event_id)
        if before is None:
            raise bad_request("Last-Event-ID must be one that this stream has given.")
        known = before
    else:
        known = await api.threads.read(lambda tx: states_of(tx, [mine])[mine])
    told = _ToldOfMine(api, account.id, known)
    return _streamed(api, caller, mine, known, told, told.place(known))


class _ToldOfGroup:
    """Tells what a group's new state is made of, as whoever listens may read it."""

    def __init__(
        self, api: Api, caller: Caller, group_id: str, group: GroupId, known: GroupState
    ) -> None:
        self._api = api
        self._caller = caller
        self._group_id = group_id
        self._group = group
        self._at = known.changes
        self._set_at = known.updated_at

    async def __call__(self, states: States) -> AsyncIterator[str]:
        """Yield the events behind the last ones; raise ApiError once they may not be read."""
        more = True
        while more:
            log = await self._api.threads.read(self._log)
            for change in log.changes:
                self._at = change.change
                yield _event("change", change, self._at)
            more = bool(log.changes) and self._at < log.last
        state = states.get(self._group)
        if state is not None and state.updated_at not in {None, self._set_at}:
            self._set_at = state.updated_at
            yield _event("settings", GroupSet(updated_at=state.updated_at))

    def _log(self, tx: Transaction) -> ChangeLog:
        book = read_group(tx, self._caller, self._group_id)
        return change_log(book, self._caller, self._at, _MOST_AT_ONCE)


class _ToldOfMine:
    """Tells which of somebody's groups have come further, come or gone."""

    def __init__(self, api: Api, account: AccountId, known: States) -> None:
        self._api = api
        self._account = account
        self._known = known

    async def __call__(self, states: States) -> AsyncIterator[str]:
        """Yield what has become of each group; the last one says how far that is."""
        moved = list(_between(self._known, states))
        self._known = states
        groups = {group for group, _ in moved}
        public = await self._api.threads.read(lambda tx: showing.ids_of_groups(tx, groups))
        for group, kind in moved:
            is_last = (group, kind) == moved[-1]
            place = self.place(states) if is_last else None
            yield _event("group", GroupMoved(group_id=public[group], kind=kind), place)

    def place(self, states: States) -> str | None:
        """Return the id by which whoever listens comes back behind these states."""
        return event_places.written(self._api.tokens, self._account, states)


def _between(before: States, after: States) -> Iterator[tuple[GroupId, GroupMove]]:
    for group in sorted({*before, *after}):
        was, now = before.get(group), after.get(group)
        if was is None or now is None:
            yield group, "left" if now is None else "joined"
            continue
        if was.changes != now.changes:
            yield group, "entries"
        if was.updated_at != now.updated_at:
            yield group, "settings"


Told = Callable[[States], AsyncIterator[str]]


def _streamed(
    api: Api,
    caller: Caller,
    watched: Watched,
    known: States,
    told: Told,
    place: str | None = None,
) -> StreamingResponse:
    """Answer with a stream, whose first id is its `place`, if it has one.

    Raises ApiError 429 where too much is listened to.
    """
    api.watch.require_room(str(caller.id))
    return StreamingResponse(
        _stream(api, caller, watched, known, told, place),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", **_AS_IT_COMES},
    )


async def _stream(
    api: Api, caller: Caller, watched: Watched, known: States, told: Told, place: str | None
) -> AsyncIterator[str]:
    until = api.clock.now() + _LASTS
    async with api.watch.listen(watched, str(caller.id), known) as listener:
        yield ": listening\n\n"
        if place is not None:
            # Without data it is no event, and whoever is cut off before the first comes back here.
            yield f"id: {place}\n\n"
        while api.clock.now() < until:
            states = await listener.moved(_COMMENT_SECONDS)
            if states is None:
                yield ": still here\n\n"
                continue
            try:
                async for event in told(states):
                    yield event
            except ApiError:
                return  # Whoever listens is not in the group any more.


def _event(name: str, data: BaseModel, id_: int | str | None = None) -> str:
    numbered = "" if id_ is None else f"id: {id_}\n"
    return f"{numbered}event: {name}\ndata: {data.model_dump_json(by_alias=True)}\n\n"
