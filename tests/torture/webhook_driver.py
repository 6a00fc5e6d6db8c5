"""A Bot API server that only measures: posts /split to webhooks by turns, counts the answers.

Run as `python -m tests.torture.webhook_driver`; a process of its own, and one connection's
worth of parsing, so that it takes little of the machine from the bots. It prints its port,
waits until every bot has set its webhook, posts a warm-up and then the load, at most
`IN_FLIGHT` at a time to each bot as Telegram does, and prints a `Result` as JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict

from benchmarks.telegram_server import Load, LoadConnection, Result, split_updates
from bot.web.endpoints import SECRET_HEADER

SECRET = "load"
IN_FLIGHT = 40


class Poster:
    """Posts the load's updates as far as they are offered, each to the next bot."""

    def __init__(self, load: Load, ports: list[int]) -> None:
        self._load = load
        self._ports = ports
        self._next = 0

    async def work(self) -> None:
        """Post until cancelled."""
        await asyncio.gather(*(self._post(port) for port in self._ports * IN_FLIGHT))

    async def _post(self, port: int) -> None:
        while True:
            # Anew for each phase: a server closes connections that are idle for long.
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            for update in self._offered():
                body = json.dumps(update).encode()
                writer.write(_head(port, len(body)) + body)
                await _read_answer(reader)
            arrived = self._load.arrived
            writer.close()
            await arrived.wait()

    def _offered(self) -> Iterator[dict[str, object]]:
        while self._next < self._load.available:
            self._next += 1
            yield self._load.updates[self._next - 1]


def _head(port: int, length: int) -> bytes:
    return (
        f"POST /telegram HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{SECRET_HEADER}: {SECRET}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


async def _read_answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            await reader.readexactly(int(line.partition(b":")[2]))


async def _serve(ports: list[int], delay_seconds: float, load: Load) -> None:
    server = await asyncio.get_running_loop().create_server(
        lambda: LoadConnection(load, delay_seconds), "127.0.0.1", 0
    )
    _say(str(server.sockets[0].getsockname()[1]))
    while load.requests["setWebhook"] < len(ports):  # noqa: ASYNC110  # nothing else to wait for
        await asyncio.sleep(0.02)
    load.offer(load.warm_up)
    await Poster(load, ports).work()


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # to whoever started it


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ports", type=int, nargs="+", required=True)
    parser.add_argument("--delay-ms", type=float, required=True)
    parser.add_argument("--warm-up", type=int, required=True)
    parser.add_argument("--commands", type=int, required=True)
    parser.add_argument("--chats", type=int, required=True)
    given = parser.parse_args()

    def finished(result: Result) -> None:
        _say(json.dumps(asdict(result)))

    updates = list(split_updates(given.warm_up + given.commands, given.chats))
    load = Load(updates=updates, warm_up=given.warm_up, finished=finished)
    asyncio.run(_serve(given.ports, given.delay_ms / 1000, load))


if __name__ == "__main__":
    main()
