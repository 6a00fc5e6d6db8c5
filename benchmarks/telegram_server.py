"""A Bot API server that only measures: it feeds /split commands and counts the answers.

Run as `python -m benchmarks.telegram_server`; a process of its own, so that its work is not
on the bot's interpreter. It prints its port, waits for a bot, feeds a warm-up and then the
load, prints a `Result` as JSON when every command of the load has its answer, and goes on
answering until it is ended.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import unquote_plus

from benchmarks.light_http import BOT, Connection, plain_result

PEOPLE = ("asha", "bob", "chen", "dilip", "elif")
"""The people of each chat; names too far apart for a receipt to ask whether one was meant."""
BATCH = 100
"""How many updates one getUpdates brings at most: Telegram's own limit."""
SEED = 20240216

# In a form, as python-telegram-bot itself sends it, or in JSON.
_NUMBER = {
    key: re.compile(rf'\b{key}(?:=|": "?)(-?\d+)')
    for key in ("chat_id", "offset", "limit", "timeout")
}


@dataclass(frozen=True, slots=True)
class Result:
    """What the load showed; the moments are of the machine's monotonic clock, in seconds."""

    first_poll_at: float
    commands: int
    seconds: float
    """From the moment the load was there to be fetched until its last answer."""
    requests: dict[str, int]
    """How often each method was called, the warm-up included."""


def split_updates(count: int, chats: int) -> Iterator[dict[str, Any]]:
    """Yield `count` updates: a `/split` for three in each of `chats` groups by turns."""
    chance = random.Random(SEED)
    for index in range(count):
        chat = index % chats
        sender, *others = chance.sample(range(len(PEOPLE)), 3)
        names = [f"@{PEOPLE[other]}{chat}" for other in others]
        text = f"/split {chance.randint(100, 9999)} dinner {' '.join(names)}"
        yield {
            "update_id": 1000 + index,
            "message": {
                "message_id": 10 + index // chats,
                "date": int(time.time()),
                "chat": {"id": -1000000 - chat, "type": "supergroup", "title": f"Group {chat}"},
                "from": {
                    "id": 100000 + chat * len(PEOPLE) + sender,
                    "is_bot": False,
                    "first_name": PEOPLE[sender].title(),
                    "username": f"{PEOPLE[sender]}{chat}",
                    "language_code": "en",
                },
                "text": text,
                "entities": [
                    {"type": "bot_command", "offset": 0, "length": len("/split")},
                    *(
                        {"type": "mention", "offset": text.index(name), "length": len(name)}
                        for name in names
                    ),
                ],
            },
        }


@dataclass
class Load:
    """The commands to feed, in two phases, and how many of them wait for their answer.

    A message to a chat answers one of its commands; whoever reads the result compares the
    number of messages with the number of commands.
    """

    updates: list[dict[str, Any]]
    warm_up: int
    finished: Callable[[Result], None]
    available: int = 0
    waiting: Counter[int] = field(default_factory=Counter)
    """How many commands of each chat have no answer."""
    requests: Counter[str] = field(default_factory=Counter)
    first_poll_at: float = 0.0
    began_at: float = 0.0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def offer(self, until: int) -> None:
        """Let getUpdates bring the updates before the index `until`."""
        for update in self.updates[self.available : until]:
            self.waiting[update["message"]["chat"]["id"]] += 1
        self.available = until
        self.began_at = time.monotonic()
        self.arrived.set()
        self.arrived = asyncio.Event()

    def batch(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Return the updates from `offset` on that are on offer, as getUpdates does."""
        if not self.first_poll_at:
            self.first_poll_at = time.monotonic()
            self.offer(self.warm_up)
        begin = max(offset - self.updates[0]["update_id"], 0)
        return self.updates[begin : min(begin + min(limit, BATCH), self.available)]

    def answered(self, chat_id: int) -> None:
        """Count an answer; go on to the load, or report, when a phase has all of its answers."""
        if self.waiting[chat_id] > 1:
            self.waiting[chat_id] -= 1
            return
        del self.waiting[chat_id]
        if self.waiting:
            return
        if self.available < len(self.updates):
            self.offer(len(self.updates))
        elif self.began_at:
            commands = len(self.updates) - self.warm_up
            seconds = time.monotonic() - self.began_at
            self.began_at = 0.0
            self.finished(Result(self.first_poll_at, commands, seconds, dict(self.requests)))


class LoadConnection(Connection):
    """A connection over which the load is fetched; each call is answered after the delay."""

    def __init__(self, load: Load, delay_seconds: float) -> None:
        super().__init__()
        self._load = load
        self._delay_seconds = delay_seconds
        self._tasks: set[asyncio.Task[None]] = set()

    def called(self, method: str, body: bytes) -> None:
        """Count a call, and answer it with what a Bot API server would say."""
        self._load.requests[method] += 1
        said = unquote_plus(body.decode())
        if method == "getUpdates":
            task = asyncio.ensure_future(self._get_updates(said))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        elif self._delay_seconds:
            asyncio.get_running_loop().call_later(
                self._delay_seconds, self.answer, self._result(method, said)
            )
        else:
            self.answer(self._result(method, said))

    async def _get_updates(self, said: str) -> None:
        offset, limit = _number(said, "offset", 0), _number(said, "limit", BATCH)
        updates = self._load.batch(offset, limit)
        if not updates:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._load.arrived.wait(), _number(said, "timeout", 0))
            updates = self._load.batch(offset, limit)
        await asyncio.sleep(self._delay_seconds)
        self.answer(updates)

    def _result(self, method: str, said: str) -> object:
        if method != "sendMessage":
            return plain_result(method, len(PEOPLE))
        chat_id = _number(said, "chat_id", 0)
        self._load.answered(chat_id)
        return {
            "message_id": 1000000 + self._load.requests[method],
            "date": int(time.time()),
            "chat": {"id": chat_id, "type": "supergroup", "title": "Group"},
            "from": BOT,
            "text": "Recorded",
        }


def _number(body: str, key: str, default: int) -> int:
    found = _NUMBER[key].search(body)
    return int(found[1]) if found else default


def _say(line: str) -> None:
    print(line, flush=True)


async def _serve(delay_seconds: float, warm_up: int, commands: int, chats: int) -> None:
    load = Load(
        updates=list(split_updates(warm_up + commands, chats)),
        warm_up=warm_up,
        finished=lambda result: _say(json.dumps(asdict(result))),
    )
    server = await asyncio.get_running_loop().create_server(
        lambda: LoadConnection(load, delay_seconds), "127.0.0.1", 0
    )
    _say(str(server.sockets[0].getsockname()[1]))
    await server.serve_forever()


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay-ms", type=float, default=20.0)
    parser.add_argument("--warm-up", type=int, default=200)
    parser.add_argument("--commands", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=50)
    options = parser.parse_args()
    asyncio.run(_serve(options.delay_ms / 1000, options.warm_up, options.commands, options.chats))


if __name__ == "__main__":
    main()
