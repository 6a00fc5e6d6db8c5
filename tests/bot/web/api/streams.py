"""Streams of events as they come; httpx gives them only when they have ended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from bot.playground.journal import PATIENCE_SECONDS
from ledger.core.accounts import Account
from tests.bot.web.api.trip import Trip, token_of


class Stream:
    """A stream of events as it comes."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[bytes, bytes] = {}
        self.place = ""
        """The newest id that is no number."""
        self._parts: asyncio.Queue[str | None] = asyncio.Queue()
        self._rest = ""

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = dict(message["headers"])
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

    async def event(self) -> tuple[str, Any, int | None]:
        """Return the next event's name, data and number; comments are passed over."""
        while (block := await self.next()) is not None:
            said = dict(line.split(": ", 1) for line in block.split("\n"))
            number = int(said["id"]) if said.get("id", "").isdigit() else None
            if "id" in said and number is None:
                self.place = said["id"]
            if "event" in said:
                return said["event"], json.loads(said["data"]), number
        raise AssertionError("the stream has ended")

    async def change(self) -> tuple[int, Any]:
        """Return the next event, which is a change, with its number."""
        event, change, number = await self.event()
        assert event == "change"
        assert number is not None
        return number, change


@asynccontextmanager
async def listening(
    trip: Trip, who: Account, path: str | None = None, **headers: str
) -> AsyncIterator[Stream]:
    """Listen to what happens in the trip's group, or to another stream."""
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
        "path": path or f"/api/groups/{trip.group}/events",
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
