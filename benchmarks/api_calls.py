"""Expenses a second over HTTP through the whole service, beside a bare FastAPI route.

Also what the API costs the chat while nobody calls it. Run alone as
`python -m benchmarks.api_calls --expenses 100 --commands 100 --rounds 1`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import socket
import statistics
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.engine import URL

from benchmarks.bare_route import ROWS as BARE_ROWS
from benchmarks.books import count_entries, kinds
from benchmarks.contenders import Contender, all_square
from benchmarks.http_calls import Calls, get_data, post_all, until_served
from benchmarks.table import Row, verdict
from benchmarks.throughput import process, result_of, run_once, server

EXPENSES = 200
WARM_UP = 50
CONNECTIONS = 8
ROUNDS = 3
TYPED = 50
"""Commands that make the groups and people, before anybody calls."""
COMMANDS = 300
DELAY_MS = 20.0
WANTED_RATIO = 0.95
SERVICE_TOKEN = "the-service-token-of-the-benchmarks"
SEED = 20261126
_PATH = "/api/expenses"

NOTE = (
    f"`POST {_PATH}`: {EXPENSES} expenses of three people, {CONNECTIONS} calls at a time after "
    f"{WARM_UP} to warm up, in groups whose chats the bot is in, so that each is told there as "
    "a receipt meanwhile; a trusted backend calls, which has no limit. All Square runs as "
    f"`main.py run` with `PORT`; medians of {ROUNDS} interleaved runs, each with a new book, "
    "whose entries are counted afterwards. The p99 is what the slowest of a hundred calls takes "
    "with as many at a time. The bare route is FastAPI with the same body validated and one "
    "row inserted, durably and through connections set up alike, in a process and a database of "
    "its own: it knows no tokens, members, balances or receipts. The chat beside the API: "
    f"{COMMANDS} `/split` commands as in the rows of `/split` a second, by turns with `PORT` "
    "set and nobody calling, and with `API=off` and no `PORT`, where nothing is served."
)


def measure(expenses: int = EXPENSES, commands: int = COMMANDS, rounds: int = ROUNDS) -> list[Row]:
    """Return the rows of the calls and of the chat beside them."""
    return asyncio.run(_measure(expenses, commands, rounds))


async def _measure(expenses: int, commands: int, rounds: int) -> list[Row]:
    called: dict[str, list[tuple[Calls, Calls]]] = {kind: [] for kind in kinds()}
    for turn in range(rounds):
        for contender in all_square():
            both = (await _ours(contender, expenses), await _bare(contender.name, expenses))
            called[contender.name].append(both)
            _tell(f"round {turn + 1}, {contender.name}: {both}")
    return [
        *(row for kind, runs in called.items() for row in _call_rows(kind, runs)),
        await _chat_row(commands, rounds),
    ]


def _call_rows(kind: str, runs: list[tuple[Calls, Calls]]) -> Iterator[Row]:
    ours, bare = (
        Calls(
            statistics.median(run[side].per_second for run in runs),
            statistics.median(run[side].p99_seconds for run in runs),
        )
        for side in (0, 1)
    )
    yield Row(
        f"`POST {_PATH}` a second",
        f"{kind}, {CONNECTIONS} at a time",
        f"{ours.per_second:.0f}",
        f"bare route: {bare.per_second:.0f}",
        f"{ours.per_second / bare.per_second:.2f}",
    )
    yield Row(
        f"`POST {_PATH}`, p99",
        f"{kind}, {CONNECTIONS} at a time",
        f"{ours.p99_seconds * 1000:.0f} ms",
        f"bare route: {bare.p99_seconds * 1000:.0f} ms",
        f"{ours.p99_seconds / bare.p99_seconds:.1f} times",
    )


async def _chat_row(commands: int, rounds: int) -> Row:
    """Compare the chat with the API served to nobody and without it, by turns, on SQLite."""
    contender = next(one for one in all_square() if one.name == "SQLite")
    served: list[float] = []
    alone: list[float] = []
    for turn in range(rounds):
        for rates, environment in ((served, served_on(free_port())), (alone, {"API": "off"})):
            run = await run_once(_with(contender, environment), DELAY_MS, commands)
            rates.append(run.per_second)
        _tell(f"round {turn + 1}: {served[-1]:.0f}/s with the API, {alone[-1]:.0f}/s without")
    ratio = statistics.median(served) / statistics.median(alone)
    return Row(
        "`/split` a second, the API served",
        f"SQLite, a server that answers after {DELAY_MS:.0f} ms",
        f"{statistics.median(served):.0f}",
        f"without it: {statistics.median(alone):.0f}",
        verdict(f"{ratio:.2f}", ratio >= WANTED_RATIO),
        f"≥ {WANTED_RATIO}",
    )


# ---- The runs ----


async def _ours(contender: Contender, expenses: int) -> Calls:
    """Measure All Square once; raise RuntimeError unless each expense is in the book once."""
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        assert contender.new_book is not None
        book = files.enter_context(contender.new_book(directory, "api"))
        async with serving(contender, book, directory) as port:
            groups = await get_data(port, "/api/groups", SERVICE_TOKEN)
            calls = await _load(port, bodies(groups, WARM_UP + expenses))
        recorded = count_entries(book)
    if recorded != 2 * TYPED + WARM_UP + expenses:
        raise RuntimeError(f"{WARM_UP + expenses} expenses were posted: {recorded} entries in all")
    return calls


async def _bare(kind: str, expenses: int) -> Calls:
    """Measure the bare route once; raise RuntimeError unless each expense has its row."""
    # Ids as ours are, of nobody: the bare route looks none of them up.
    groups = [{"id": _id(n), "members": [{"userId": _id(m)} for m in range(3)]} for n in range(50)]
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        book = files.enter_context(kinds()[kind](directory, "bare"))
        address, port = book.render_as_string(hide_password=False), free_port()
        command = [sys.executable, "-m", "benchmarks.bare_route", "--database-url", address]
        log = directory / "bare.log"
        async with process([*command, "--port", str(port)], {}, log):
            await until_served(port)
            calls = await _load(port, bodies(groups, WARM_UP + expenses))
        recorded = count_entries(book, BARE_ROWS.name)
    if recorded != WARM_UP + expenses:
        raise RuntimeError(f"{WARM_UP + expenses} expenses were posted: {recorded} rows")
    return calls


async def _load(port: int, posted: list[bytes]) -> Calls:
    await post_all(port, _PATH, SERVICE_TOKEN, posted[:WARM_UP], CONNECTIONS)
    return await post_all(port, _PATH, SERVICE_TOKEN, posted[WARM_UP:], CONNECTIONS)


@contextlib.asynccontextmanager
async def serving(contender: Contender, book: URL, directory: Path) -> AsyncIterator[int]:
    """Run All Square with the API, its book begun by commands of 50 groups; give its port."""
    port = free_port()
    async with server(DELAY_MS, directory, warm_up=TYPED, commands=TYPED) as (api_url, results):
        environment = {
            "TELEGRAM_API_URL": api_url,
            "DATABASE_URL": book.render_as_string(hide_password=False),
            **_with(contender, served_on(port)).environment,
        }
        log = directory / "bot.log"
        async with process(contender.command(api_url), environment, log) as bot:
            await result_of(results, bot, log)
            await until_served(port)
            yield port


def bodies(groups: list[dict[str, Any]], count: int) -> list[bytes]:
    """Return bodies of expenses by turns in each group, which three of it share."""
    chance = random.Random(SEED)
    made: list[bytes] = []
    for number in range(count):
        group = groups[number % len(groups)]
        people = [member["userId"] for member in group["members"][:3]]
        said = {
            "groupId": group["id"],
            "paidBy": people[0],
            "amount": chance.randint(100, 9999),
            "description": "dinner",
            "splitType": "EQUAL",
            "splits": [{"userId": person} for person in people],
        }
        made.append(json.dumps(said).encode())
    return made


def served_on(port: int) -> Mapping[str, str]:
    """Return the settings with which `run` serves the API."""
    return {"PORT": str(port), "API": "on", "API_SERVICE_TOKEN": SERVICE_TOKEN}


def _with(contender: Contender, environment: Mapping[str, str]) -> Contender:
    return replace(contender, environment={**contender.environment, **environment})


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def main() -> None:
    """Measure the API alone and print its rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--expenses", type=int, default=EXPENSES)
    parser.add_argument("--commands", type=int, default=COMMANDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    for row in measure(asked.expenses, asked.commands, asked.rounds):
        print(row.markdown())


if __name__ == "__main__":
    main()
