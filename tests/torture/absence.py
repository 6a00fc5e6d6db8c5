"""The database goes away while people talk, and comes back."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from random import Random

from sqlalchemy import make_url

from ledger.storage.database import Transaction
from tests.torture.broken_line import BrokenLine
from tests.torture.hearing import PATIENCE_SECONDS
from tests.torture.inside import Inside, living
from tests.torture.verdict import Verdict, judge

KEPT = "I can't reach the book right now"
"""What somebody is told whose command has waited for ten seconds."""
_GROUPS = 5
_BEFORE = 15
"""So many commands are about to be handled when the database goes."""
_PACE_SECONDS = 0.02

Absence = Callable[[Inside], AbstractAsyncContextManager[None]]
"""Has a database away for as long as the block lasts."""


async def go_through(book: str, away: Absence, absences: int, commands: int, seed: int) -> Verdict:
    """Let people talk before, during and after each absence, and judge the book at the end.

    Each lasts until somebody was told that a command is kept; at most `commands` are said
    until then, by turns.
    """
    async with living(book, _GROUPS, Random(seed)) as inside:
        for _ in range(absences):
            inside.town.speak(_BEFORE)
            await inside.world.more_calls(1, "sendMessage")
            await _be_away(inside, away, commands // absences)
            await _answered_again(inside)
        await inside.town.wind_up()
        await inside.service.stop()
        verdict = await asyncio.to_thread(judge, inside.town, inside.store)
    return verdict.after(f"{absences} times")


async def _be_away(inside: Inside, away: Absence, commands: int) -> None:
    before = _told_kept(inside)
    async with away(inside):
        talking = asyncio.create_task(_talk(inside, commands))
        await inside.world.until(lambda: _told_kept(inside) - before, PATIENCE_SECONDS)
        talking.cancel()
        told = _told_kept(inside) - before
    assert max(told.values()) == 1, f"told more than once: {told}"


async def _talk(inside: Inside, times: int) -> None:
    """Say one thing after the other, at a pace at which a town would.

    A command is first: the bot asks for no more while it can't keep what it has, and whoever
    only pressed a button is told without a reply, which is not counted here.
    """
    inside.town.spend()
    for _ in range(times):
        inside.town.speak()
        await asyncio.sleep(_PACE_SECONDS)


def _told_kept(inside: Inside) -> Counter[tuple[int, int]]:
    """Return how often each person was told in each chat that what they wrote is kept."""
    told: Counter[tuple[int, int]] = Counter()
    for chat in inside.town.groups:
        for heard in inside.world.heard[chat.id]:
            if heard.text.startswith(KEPT) and heard.reply_to is not None:
                author = chat.messages[heard.reply_to].author
                assert author is not None
                told[chat.id, author.id] += 1
    return told


async def _answered_again(inside: Inside) -> None:
    """Wait until the bot has found its database again, and is through with all that waited.

    Whoever was told that something is kept is told again only after waiting for nothing.
    """
    await inside.world.acknowledged(PATIENCE_SECONDS)
    await inside.service.settled()
    told = inside.service._intake._notices._told
    async with asyncio.timeout(PATIENCE_SECONDS):
        while told:  # noqa: ASYNC110  # nothing else to wait for
            await asyncio.sleep(_PACE_SECONDS)
    chat = inside.town.groups[0]
    await inside.world.ask(
        inside.town.of(chat)[0], chat, "/members", timeout_seconds=PATIENCE_SECONDS
    )


# The ways to be away


@asynccontextmanager
async def _line_cut(line: BrokenLine) -> AsyncIterator[None]:
    await line.cut()
    try:
        yield
    finally:
        await line.mend()


async def behind_a_broken_line(
    server_book: str, absences: int, commands: int, seed: int
) -> Verdict:
    """PostgreSQL: all connections break in the middle of what they do, and none can be made."""
    url = make_url(server_book)
    async with BrokenLine(url.host or "127.0.0.1", url.port or 5432) as line:
        through = url.set(host="127.0.0.1", port=line.port).render_as_string(hide_password=False)
        verdict = await go_through(through, lambda _: _line_cut(line), absences, commands, seed)
        return verdict.after(f"{absences} times, {line.broken} connections")


@asynccontextmanager
async def _locked(inside: Inside) -> AsyncIterator[None]:
    """Have another process hold SQLite's right to write."""
    hold = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
        "connection.execute('ROLLBACK')\n"
    )
    path = inside.store._engine.url.database
    assert path is not None
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", hold, path),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    await process.stdout.readline()
    try:
        yield
    finally:
        await process.communicate(b"")  # the end of what it reads lets go


async def locked_by_another(
    book: str, absences: int, commands: int, seed: int, wait_ms: int = 10_000
) -> Verdict:
    """SQLite: another process writes for long; ours waits for `wait_ms` each time it tries."""

    @asynccontextmanager
    async def locked(inside: Inside) -> AsyncIterator[None]:
        await _pragma(inside, f"busy_timeout = {wait_ms}")
        async with _locked(inside):
            yield

    return await go_through(book, locked, absences, commands, seed)


async def disk_full(book: str, absences: int, commands: int, seed: int) -> Verdict:
    """SQLite: the file may grow no more, which it says as for a disk without room."""

    @asynccontextmanager
    async def full(inside: Inside) -> AsyncIterator[None]:
        await inside.service.threads.run(_fill)
        try:
            yield
        finally:
            await _pragma(inside, "max_page_count = 1073741823")

    return await go_through(book, full, absences, commands, seed)


async def _pragma(inside: Inside, said: str) -> None:
    await inside.service.threads.run(lambda tx: tx.connection.exec_driver_sql(f"PRAGMA {said}"))


def _fill(tx: Transaction) -> None:
    """Use up the pages that are free, and let there be no more than there are."""
    execute = tx.connection.exec_driver_sql
    execute("CREATE TABLE IF NOT EXISTS ballast (bytes BLOB)")
    page_size = execute("PRAGMA page_size").scalar_one()
    free = execute("PRAGMA freelist_count").scalar_one()
    execute(f"INSERT INTO ballast VALUES (zeroblob({free * (page_size - 4)}))")
    execute("PRAGMA max_page_count = 1")
