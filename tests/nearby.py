"""A way from the bot to a local Telegram in the same process without a socket between them.

What the bot writes and reads is the same, and the local Telegram answers as over HTTP; only what
carries it is left out, which took a third of a dialogue's time. Files, and whatever is said while
a fault is arranged, go over HTTP.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit

import aiohttp
import pytest
from starlette.types import Message, Scope

from bot.intake import poller
from bot.playground.server import Playground
from bot.runtime import http_client

_FORM, _JSON = b"application/x-www-form-urlencoded", b"application/json"


class _Answer:
    """As much of `aiohttp.ClientResponse` as the bot asks for."""

    def __init__(self) -> None:
        self.status = 0
        self._body = b""

    async def take(self, message: Message) -> None:
        """Take a part of the answer (ASGI's `send`)."""
        self.status = message.get("status", self.status)
        self._body += message.get("body", b"")

    async def read(self) -> bytes:
        return self._body


@asynccontextmanager
async def _asked(
    playground: Playground, method: str, url: str, body: bytes, content_type: bytes
) -> AsyncIterator[_Answer]:
    address = urlsplit(url)
    scope: Scope = {
        "type": "http",
        "method": method,
        "path": address.path,
        "query_string": address.query.encode(),
        "headers": [(b"content-type", content_type)],
    }
    answer = _Answer()

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    # Whoever asked may give up; the server goes on, as it does where a connection ends.
    answering = asyncio.ensure_future(playground(scope, receive, answer.take))
    await asyncio.shield(answering)
    yield answer


def bring_near(playground: Playground, patch: pytest.MonkeyPatch) -> None:
    """Have all sessions of this process reach a local Telegram directly, while it is open."""

    def wrapped(far: Callable[..., Any], *said: str) -> Callable[..., Any]:
        def request(
            session: aiohttp.ClientSession, *given: Any, **named: Any
        ) -> AbstractAsyncContextManager[Any]:
            asked: tuple[Any, ...] = (*said, *given)
            method, url = asked
            data = named.get("data")
            is_near = (
                url.startswith(f"{playground.url}/bot")
                and playground.is_open
                and not playground.world.faults.are_set
                and (data is None or isinstance(data, bytes | dict))
            )
            if not is_near:
                return far(session, *given, **named)  # type: ignore[no-any-return]
            if isinstance(data, dict):
                return _asked(playground, method, url, urlencode(data).encode(), _FORM)
            return _asked(playground, method, url, data or b"", _JSON)

        return request

    sessions = aiohttp.ClientSession
    patch.setattr(sessions, "request", wrapped(sessions.request))
    patch.setattr(sessions, "post", wrapped(sessions.post, "POST"))
    for asking in (http_client, poller):
        # Whoever is in the same process is reached by no proxy; the environment is long to read.
        patch.setattr(asking, "proxy_for", lambda _url: None)
