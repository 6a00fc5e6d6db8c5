"""A client that only measures: the same call over and over, on a few connections at once.

On bare asyncio, as it shares the machine with what it measures.
"""

from __future__ import annotations

import asyncio
import json
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.request import Request, urlopen

_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_PATIENCE_SECONDS = 120.0
_HEAD_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Calls:
    """How many calls were answered a second, and how long the slowest of a hundred took."""

    per_second: float
    p99_seconds: float


async def post_all(
    port: int, path: str, token: str, bodies: list[bytes], connections: int
) -> Calls:
    """Post every body, each connection the next one when it is answered.

    Raises RuntimeError for an answer that is not 201, and TimeoutError.
    """
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nContent-Length: "
    ).encode()
    requests = iter([head + b"%d" % len(body) + _HEAD_END + body for body in bodies])
    waited: list[float] = []
    loop = asyncio.get_running_loop()
    ended: list[asyncio.Future[None]] = [loop.create_future() for _ in range(connections)]
    began = time.perf_counter()
    for end in ended:
        await loop.create_connection(
            lambda end=end: _Caller(requests, waited, end),  # type: ignore[misc]  # bound here
            "127.0.0.1",
            port,
        )
    await asyncio.wait_for(asyncio.gather(*ended), _PATIENCE_SECONDS)
    seconds = time.perf_counter() - began
    return Calls(len(bodies) / seconds, statistics.quantiles(waited, n=100)[98])


class _Caller(asyncio.Protocol):
    """One keep-alive connection that takes its requests from what all of them share."""

    def __init__(
        self, requests: Iterator[bytes], waited: list[float], ended: asyncio.Future[None]
    ) -> None:
        self._requests = requests
        self._waited = waited
        self._ended = ended
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin with the first request."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """Fail where requests were left."""
        if not self._ended.done():
            self._ended.set_exception(exc or ConnectionResetError("the server hung up"))

    def data_received(self, data: bytes) -> None:
        """Count an answer that has come whole, and go on."""
        self._received += data
        head, found, rest = self._received.partition(_HEAD_END)
        length = _LENGTH.search(head)
        if not found or length is None or len(rest) < int(length[1]):
            return
        self._waited.append(time.perf_counter() - self._asked_at)
        self._received = b""
        if head.split(b" ", 2)[1] != b"201":
            self._ended.set_exception(RuntimeError((head + rest).decode()))
            self._transport.close()
            return
        self._ask()

    def _ask(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self._ended.set_result(None)
            self._transport.close()
            return
        self._asked_at = time.perf_counter()
        self._transport.write(request)


async def get_data(port: int, path: str, token: str) -> list[dict[str, object]]:
    """Return the data of a call under `/api`."""

    def get() -> list[dict[str, object]]:
        asked = Request(
            f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {token}"}
        )
        with urlopen(asked, timeout=10) as answer:
            data: list[dict[str, object]] = json.load(answer)["data"]
        return data

    return await asyncio.to_thread(get)


async def until_served(port: int) -> None:
    """Wait until somebody listens; raise TimeoutError when nobody does for 20 seconds."""
    async with asyncio.timeout(20):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
