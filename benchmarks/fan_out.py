"""Ten thousand groups due at the same minute, against a server that enforces the limits.

The bot is a process that is killed half way and started again. Run alone as
`python -m benchmarks.fan_out --groups 1000`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import books
from benchmarks.contenders import ROOT, TOKEN
from benchmarks.table import Row, verdict
from ledger.book.open_book import Defaults, open_book
from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.groups import Place
from ledger.core.members import Name, Person, UserId
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule, Unit
from ledger.core.shares import EQUAL_PART
from ledger.journal import recording
from ledger.schedules import weekly_setting
from ledger.storage.database import Store

GROUPS = 10_000
DELAY_MS = 20.0
WANTED_RATE = (25.0, 30.0)
WANTED_WAIT_SECONDS = 1.0
_INR = Currency("INR")
_AT_ONCE = 200
_CATEGORIES = ("food", "travel", "home", "fun")

NOTE = (
    "Fan-out: the weekly summaries of all groups, with their pictures, fall due at the same "
    "minute. The server is a process of its own, answers after "
    f"{DELAY_MS:.0f} ms and refuses what is above Telegram's limits (30 messages a second, 20 a "
    "minute in a group, 1 a second in a chat); twice a second somebody writes `/balance` "
    "meanwhile. Half way the bot is killed (`SIGKILL`) and started again: a summary that was on "
    "its way at that moment may come twice, as nobody can know whether it arrived. The rate "
    "leaves the restart out."
)


def measure(groups: int = GROUPS) -> list[Row]:
    """Return the rows of the fan-out on each kind of database."""
    return [row for kind in books.kinds() for row in asyncio.run(_measure(kind, groups))]


async def _measure(kind: str, groups: int) -> list[Row]:
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        url = files.enter_context(books.kinds()[kind](directory, "fan_out"))
        address = url.render_as_string(hide_password=False)
        began = time.monotonic()
        _fill(address, groups)
        print(f"{kind}: {groups} groups in {time.monotonic() - began:.0f} s", file=sys.stderr)
        async with _server(directory) as server:
            seen = await _live_through(server, address, directory, groups)
    return _rows(kind, groups, seen)


def _rows(kind: str, groups: int, seen: dict[str, Any]) -> list[Row]:
    rate = seen["rate"]
    repeated, lost = seen["messages"] - seen["chats"], groups - seen["chats"]
    low, high = WANTED_RATE
    case = f"{kind}, {groups} groups due at once"
    return [
        Row(
            "Fan-out",
            f"{case}: messages a second",
            verdict(f"{rate:.1f}", low <= rate <= high),
            wanted=f"{low:.0f} to {high:.0f}",
        ),
        Row(
            "Fan-out",
            f"{case}: refusals (429)",
            verdict(str(seen["refused"]), not seen["refused"]),
            wanted="0",
        ),
        Row(
            "Fan-out",
            f"{case}: longest wait of {seen['asked']} commands meanwhile",
            verdict(f"{seen['longest_wait']:.2f} s", seen["longest_wait"] <= WANTED_WAIT_SECONDS),
            figure=f"median {seen['median_wait'] * 1000:.0f} ms",
            wanted="≤ 1 s",
        ),
        Row(
            "Fan-out",
            f"{case}: lost after a kill half way",
            verdict(str(lost), not lost),
            wanted="0",
        ),
        Row(
            "Fan-out",
            f"{case}: repeated after it",
            str(repeated),
            wanted="only what was on its way",
        ),
    ]


def _fill(address: str, groups: int) -> None:
    """Make groups with a few expenses each; their summaries are due in a moment."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    clock = MovableClock(now - timedelta(days=2))
    store = Store(address, clock)
    store.migrate()
    due = now + timedelta(minutes=1)
    rule = Rule(Unit.WEEK, due.time(), due.date(), weekdays=(due.weekday(),))
    asha = Person(UserId(77), "Asha", None, "asha", "en")
    for first in range(0, groups, _AT_ONCE):
        with store.transaction() as tx:
            for number in range(first, min(first + _AT_ONCE, groups)):
                place = Place(-1 - number, f"Group {number}")
                book = open_book(tx, place, asha, chat_admin=True, defaults=Defaults(_INR, "UTC"))
                for which, category in enumerate(_CATEGORIES[: 2 + number % 3]):
                    line = ExpenseLine(
                        Money(10_000 + 137 * number + 1000 * which, _INR),
                        "dinner",
                        ((Name("bob"), EQUAL_PART), (Name("chen"), EQUAL_PART)),
                        category=category,
                    )
                    recording.record_expense(book, line, Source(f"{number}/{which}"))
                weekly_setting.set_weekly(book, rule)
    store.dispose()


async def _live_through(
    server: _Strict, address: str, directory: Path, groups: int
) -> dict[str, Any]:
    """Run the bot until all are served, killed half way; return what the server has seen.

    `rate` is that of both halves, without the time that the restart took.
    """
    first = await _bot(server.url, address, directory)
    await _until_more(server, 0)
    half = await _until(server, groups // 2)
    first.send_signal(signal.SIGKILL)
    await first.wait()
    before = await server.seen("away")
    second = await _bot(server.url, address, directory)
    try:
        begun = await _until_more(server, before["messages"])
        began = time.monotonic()
        await _until(server, groups)
        seconds = half["seconds"] + time.monotonic() - began
        seen = await server.seen()
        seen["rate"] = (half["messages"] + seen["messages"] - begun["messages"]) / seconds
        await asyncio.sleep(3)
        return {**await server.seen(), "rate": seen["rate"]}
    finally:
        second.terminate()
        await second.wait()


async def _until(server: _Strict, chats: int) -> dict[str, Any]:
    """Wait until so many chats have their summary."""
    while True:
        seen = await server.seen()
        if seen["chats"] >= chats:
            return seen
        await asyncio.sleep(0.25)


async def _until_more(server: _Strict, messages: int) -> dict[str, Any]:
    """Wait until the bot sends; nobody asks anything before."""
    while True:
        seen = await server.seen("away")
        if seen["messages"] > messages:
            return seen
        await asyncio.sleep(0.05)


async def _bot(url: str, address: str, directory: Path) -> asyncio.subprocess.Process:
    with (directory / "bot.log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, str(ROOT / "main.py"), "run"),
            cwd=directory,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_URL": url,
                "DATABASE_URL": address,
                "COMMANDS_PER_MINUTE": "0",
            },
            stdout=log,
            stderr=log,
        )


class _Strict:
    """The server's process, seen from here."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self.url = f"http://127.0.0.1:{port}"

    async def seen(self, word: str = "") -> dict[str, Any]:
        """Return what the server has seen so far; `away`: and let nobody ask for a while."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{word}\n".encode())
        found: dict[str, Any] = json.loads(await self._process.stdout.readline())
        return found


@contextlib.asynccontextmanager
async def _server(directory: Path) -> AsyncIterator[_Strict]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.strict_server", "--delay-ms", str(DELAY_MS)),
        cwd=directory,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        yield _Strict(process, int(await process.stdout.readline()))
    finally:
        process.terminate()
        await process.wait()


def main() -> None:
    """Measure the fan-out alone and print its rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=GROUPS)
    for row in measure(parser.parse_args().groups):
        print(row.markdown())


if __name__ == "__main__":
    main()
