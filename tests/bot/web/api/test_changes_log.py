"""The log of a group: asked for, and told as it grows."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from bot.playground.journal import PATIENCE_SECONDS
from bot.web.api.errors import ApiError
from ledger.accounts import joining, showing
from ledger.accounts.opening import Call
from ledger.core.accounts import Account
from ledger.core.members import GroupId
from tests.bot.web.api.trip import Trip, token_of


async def test_changes_are_told_in_their_order_and_from_where_one_knows_them(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    path = f"/api/expenses/{told['id']}"
    await trip.data("PUT", path, {"amount": 91}, trip.bob)
    await trip.data("DELETE", path, by=trip.bob)
    log = await trip.data("GET", f"/api/groups/{trip.group}/changes", by=trip.alice)
    assert [(one["change"], one["action"]) for one in log["changes"]] == [
        *((1, "record"), (2, "edit"), (3, "delete"))
    ]
    assert [one["entry"]["amount"] for one in log["changes"]] == ["90", "91", "91"]
    assert [one["entry"]["deleted"] for one in log["changes"]] == [False, False, True]
    assert log["changes"][0]["by"] == {"id": trip.bob.public_id, "name": "Bob Smith"}
    assert log["last"] == 3
    rest = await trip.data("GET", f"/api/groups/{trip.group}/changes?after=1&limit=1")
    assert [one["change"] for one in rest["changes"]] == [2]
    newest = await trip.data("GET", f"/api/groups/{trip.group}/changes?newest=true&limit=2")
    assert [one["change"] for one in newest["changes"]] == [2, 3]
    none = await trip.data("GET", f"/api/groups/{trip.group}/changes?after=99")
    assert (none["changes"], none["last"]) == ([], 3)


class Stream:
    """A stream of events as it comes; httpx gives it only when it has ended."""

    def __init__(self) -> None:
        self.status = 0
        self._parts: asyncio.Queue[str | None] = asyncio.Queue()
        self._rest = ""

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        self._parts.put_nowait(message.get("body", b"").decode())
        if not message.get("more_body"):
            self._parts.put_nowait(None)

    async def next(self) -> str | None:
        """Return the next block, None at the end."""
        while "\n\n" not in self._rest:
            part = await asyncio.wait_for(self._parts.get(), PATIENCE_SECONDS)
            if part is None:
                return None
            self._rest += part
        block, _, self._rest = self._rest.partition("\n\n")
        return block

    async def change(self) -> tuple[int, Any]:
        """Return the next change with its number, comments passed over."""
        while (block := await self.next()) is not None:
            if block.startswith("id: "):
                id_, event, data = block.split("\n")
                assert event == "event: change"
                return int(id_.removeprefix("id: ")), json.loads(data.removeprefix("data: "))
        raise AssertionError("the stream has ended")


@asynccontextmanager
async def listening(trip: Trip, who: Account, **headers: str) -> AsyncIterator[Stream]:
    application = trip.office.client._transport.app  # type: ignore[attr-defined]  # httpx's own
    assert isinstance(application, FastAPI)
    stream, gone = Stream(), asyncio.Event()
    given = {"authorization": f"Bearer {token_of(trip.office, who)}", **headers}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "method": "GET",
        "http_version": "1.1",
        "scheme": "http",
        "path": f"/api/groups/{trip.group}/events",
        "raw_path": b"",
        "root_path": "",
        "query_string": b"",
        "client": ("10.0.0.1", 1),
        "server": ("api.test", 80),
        "state": {},
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }

    async def receive() -> Any:
        await gone.wait()
        return {"type": "http.disconnect"}

    asked = asyncio.create_task(application(scope, receive, stream.send))
    try:
        assert await stream.next() == ": listening"
        yield stream
    finally:
        gone.set()
        await asyncio.wait_for(asked, PATIENCE_SECONDS)


async def test_a_change_is_told_to_whoever_listens(trip: Trip) -> None:
    await trip.record(1, trip.bob, trip.alice)
    async with listening(trip, trip.alice) as first, listening(trip, trip.bob) as second:
        await trip.record(2, trip.bob, trip.alice)
        for stream in (first, second):
            number, change = await stream.change()
            assert (number, change["entry"]["amount"]) == (2, "2")


async def test_whoever_comes_back_is_told_what_they_missed(trip: Trip) -> None:
    for amount in (1, 2, 3):
        await trip.record(amount, trip.bob, trip.alice)
    async with listening(trip, trip.alice, **{"last-event-id": "1"}) as stream:
        assert [(await stream.change())[0] for _ in range(2)] == [2, 3]


async def test_nobody_listens_for_ever_or_after_they_are_gone(trip: Trip) -> None:
    async with listening(trip, trip.alice) as stream:

        def remove(tx: Any) -> None:
            group = showing.group_of(tx, trip.group)
            book = Call(group, None, trusted=True).open(tx)
            joining.remove(book, showing.member_of(book, trip.alice.public_id).id)

        await trip.office.api.threads.run(remove)
        await trip.record(2, trip.bob, trip.charlie)
        assert await stream.next() is None
    async with listening(trip, trip.bob) as stream:
        trip.office.clock.move(timedelta(minutes=11))
        await trip.record(2, trip.bob, trip.charlie)
        await stream.change()
        assert await stream.next() is None


async def test_one_listens_only_so_often_at_once(trip: Trip) -> None:
    watch = trip.office.api.watch
    async with AsyncExitStack() as stack:
        for _ in range(20):
            await stack.enter_async_context(watch.listen(GroupId(1), "alice"))
        with pytest.raises(ApiError) as refused:
            await stack.enter_async_context(watch.listen(GroupId(1), "alice"))
        assert refused.value.status == 429
        await stack.enter_async_context(watch.listen(GroupId(1), "bob"))
    async with watch.listen(GroupId(1), "alice"):
        pass


@pytest.mark.parametrize("shown", ["x", "-1", "1.5"])
async def test_what_is_no_number_of_a_change_is_refused(trip: Trip, shown: str) -> None:
    path = f"/api/groups/{trip.group}/events"
    told = await trip.ask("GET", path, by=trip.alice, Last_Event_ID=shown)
    assert told.status_code == 400
