"""How many /split a second one and two bots do over one PostgreSQL, by webhook."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from benchmarks.books import count_entries
from benchmarks.contenders import TOKEN
from tests.ports import free_port
from tests.torture.bot_process import ROOT, BotProcess
from tests.torture.hearing import PATIENCE_SECONDS
from tests.torture.webhook_driver import SECRET

CHATS = 50
WARM_UP = 300
COMMANDS = 2000
DELAY_MS = 20.0


@dataclass(frozen=True, slots=True)
class Throughput:
    """What some bots did together."""

    bots: int
    commands: int
    per_second: float


async def measure(server_book: str, directory: Path, bots: int, commands: int) -> Throughput:
    """Have bots answer a load; raise AssertionError unless each command is in the book once."""
    ports = [free_port() for _ in range(bots)]
    async with AsyncExitStack() as running:
        driver = await running.enter_async_context(_driver(ports, commands))
        assert driver.stdout is not None
        api_port = int(await driver.stdout.readline())
        for port in ports:
            bot = BotProcess(
                directory,
                f"http://127.0.0.1:{api_port}",
                server_book,
                telegram_bot_token=TOKEN,
                webhook_url=f"http://127.0.0.1:{port}",
                webhook_secret=SECRET,
                port=port,
                api=False,
            )
            await (await running.enter_async_context(bot)).start()
        async with asyncio.timeout(PATIENCE_SECONDS):
            result = json.loads(await driver.stdout.readline())
    recorded = await asyncio.to_thread(count_entries, make_url(server_book))
    assert recorded == result["requests"]["sendMessage"] == WARM_UP + commands
    return Throughput(bots, commands, commands / result["seconds"])


@asynccontextmanager
async def _driver(ports: list[int], commands: int) -> AsyncIterator[asyncio.subprocess.Process]:
    sizes = {"delay-ms": DELAY_MS, "warm-up": WARM_UP, "commands": commands, "chats": CHATS}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.torture.webhook_driver"),
        *("--ports", *map(str, ports)),
        *(f"--{name}={value}" for name, value in sizes.items()),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        await process.wait()
