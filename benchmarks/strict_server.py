"""A Bot API server that enforces Telegram's limits, and asks the bot something now and then.

Run as `python -m benchmarks.strict_server`; a process of its own. It prints its port; for
each line on its standard input it prints what it has seen so far as JSON; after `away` nobody
asks anything until the next line.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import re
import sys
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from benchmarks.light_http import BOT, Connection, plain_result

OVERALL = (30, 1.0)
PER_GROUP = (20, 60.0)
PER_CHAT = (4, 4.0)
"""Messages within seconds: Telegram's published limits (core.telegram.org/bots/faq)."""
ASKING_CHATS = 40
ASKS_A_SECOND = 2.0
FIRST_ASKING_CHAT = -900_000_000

_CHAT = re.compile(rb'(?:"chat_id": "?|name="chat_id"\r\n\r\n)(-?\d+)')
_OFFSET = re.compile(rb"\boffset=(\d+)")


@dataclass
class Seen:
    """What the server has seen; times in seconds."""

    refused: int = 0
    posted: Counter[int] = field(default_factory=Counter)
    """Messages to each chat that nobody asks in."""
    first_at: float = 0.0
    last_at: float = 0.0
    busiest_second: int = 0
    out_of_order: int = 0
    """How far, at most, a chat was served before one with a lower number."""
    waited: list[float] = field(default_factory=list)
    """From each command's being there to be fetched until its answer."""

    def told(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        waited = sorted(self.waited)
        return {
            "refused": self.refused,
            "chats": len(self.posted),
            "messages": sum(self.posted.values()),
            "seconds": self.last_at - self.first_at,
            "busiest_second": self.busiest_second,
            "out_of_order": self.out_of_order,
            "asked": len(waited),
            "median_wait": waited[len(waited) // 2] if waited else 0.0,
            "longest_wait": waited[-1] if waited else 0.0,
        }


class Server:
    """The limits, the questions, and what is seen."""

    def __init__(self) -> None:
        self.seen = Seen()
        self._passed: defaultdict[tuple[str, int], deque[float]] = defaultdict(deque)
        self._updates: list[dict[str, Any]] = []
        self._asked_at: dict[int, float] = {}
        self._new = asyncio.Event()
        self._highest = 0
        self.asks = True

    def retry_after(self, chat_id: int) -> int:
        """Count a message; return the seconds to wait where it is refused, else 0."""
        now = time.monotonic()
        windows = (
            (("all", 0), OVERALL),
            (("chat", chat_id), PER_CHAT),
            (("group", chat_id), PER_GROUP),
        )
        for key, (most, seconds) in windows:
            passed = self._passed[key]
            while passed and passed[0] <= now - seconds:
                passed.popleft()
            if len(passed) >= most:
                self.seen.refused += 1
                return int(passed[0] + seconds - now) + 1
        for key, _ in windows:
            self._passed[key].append(now)
        self.seen.busiest_second = max(self.seen.busiest_second, len(self._passed["all", 0]))
        return 0

    def arrived(self, chat_id: int) -> None:
        """Note a message that was let through."""
        now = time.monotonic()
        asked_at = self._asked_at.pop(chat_id, None)
        if asked_at is not None:
            self.seen.waited.append(now - asked_at)
        elif chat_id > FIRST_ASKING_CHAT:
            seen = self.seen
            seen.first_at = seen.first_at or now
            seen.last_at = now
            seen.posted[chat_id] += 1
            self._highest = max(self._highest, -chat_id)
            seen.out_of_order = max(seen.out_of_order, self._highest + chat_id)

    async def ask(self) -> None:
        """Let people write /balance, each in their own chat by turns."""
        number = 0
        while True:
            await asyncio.sleep(1 / ASKS_A_SECOND)
            if not self.asks:
                self._asked_at.clear()
                continue
            chat_id = FIRST_ASKING_CHAT - number % ASKING_CHATS
            number += 1
            self._asked_at[chat_id] = time.monotonic()
            self._updates.append(_question(number, chat_id))
            self._new.set()
            self._new = asyncio.Event()

    async def updates(self, offset: int) -> list[dict[str, Any]]:
        """Return the questions from an offset on; wait for one for a while."""
        for _ in range(2):
            found = [update for update in self._updates if update["update_id"] >= offset][:100]
            if found:
                return found
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._new.wait(), 5)
        return []


def _question(number: int, chat_id: int) -> dict[str, Any]:
    return {
        "update_id": 1000 + number,
        "message": {
            "message_id": 10 + number,
            "date": int(time.time()),
            "chat": {"id": chat_id, "type": "supergroup", "title": "Asking"},
            "from": {"id": 77, "is_bot": False, "first_name": "Asha", "language_code": "en"},
            "text": "/balance",
            "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
        },
    }


class StrictConnection(Connection):
    """A connection that is answered after a delay, or refused what is above the limits."""

    def __init__(self, server: Server, delay_seconds: float) -> None:
        super().__init__()
        self._server = server
        self._delay_seconds = delay_seconds
        self._tasks: set[asyncio.Task[None]] = set()

    def called(self, method: str, body: bytes) -> None:
        """Deal with a call in a task of its own."""
        task = asyncio.ensure_future(self._deal_with(method, body))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deal_with(self, method: str, body: bytes) -> None:
        if method == "getUpdates":
            found = _OFFSET.search(body)
            self.answer(await self._server.updates(int(found[1]) if found else 0))
            return
        await asyncio.sleep(self._delay_seconds)
        if not method.startswith("send"):
            self.answer(plain_result(method, people=3))
            return
        found = _CHAT.search(body)
        assert found is not None, body[:200]
        chat_id = int(found[1])
        if wait := self._server.retry_after(chat_id):
            self.refuse(wait)
            return
        self._server.arrived(chat_id)
        self.answer(_message(chat_id))


def _message(chat_id: int) -> dict[str, Any]:
    return {
        "message_id": int(time.monotonic() * 1000),
        "date": int(time.time()),
        "chat": {"id": chat_id, "type": "supergroup", "title": "Group"},
        "from": BOT,
        "text": "…",
    }


async def _serve(delay_seconds: float) -> None:
    server = Server()
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(
        lambda: StrictConnection(server, delay_seconds), "127.0.0.1", 0
    )
    print(listening.sockets[0].getsockname()[1], flush=True)
    asking = asyncio.ensure_future(server.ask())
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        server.asks = line != b"away\n"
        print(json.dumps(server.seen.told()), flush=True)
    asking.cancel()


def main() -> None:
    """Serve until the standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay-ms", type=float, default=20.0)
    asyncio.run(_serve(parser.parse_args().delay_ms / 1000))


if __name__ == "__main__":
    main()
