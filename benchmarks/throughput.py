"""/split commands a second through the whole bot, beside bare python-telegram-bots.

HTTP in, durable commit, HTTP out, against a server process that answers after 20 ms and
against one that answers at once; start-up and memory come from the same runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.books import count_entries
from benchmarks.contenders import ROOT, Contender, all_square, bare
from benchmarks.table import Row, verdict
from benchmarks.telegram_server import Result

CHATS = 50
WARM_UP = 200
COMMANDS = 1000
ROUNDS = 3
CONCURRENT_UPDATES = (8, 16, 32)
DELAY_MS = 20.0
WANTED_RATIOS = {"SQLite": 0.8, "PostgreSQL": 0.5}
WANTED_STARTUP_SECONDS = 1.0
WANTED_MEMORY_MIB = 95
ANSWERED_WITHIN_SECONDS = 180.0

NOTES = (
    (
        f"`/split` a second: {COMMANDS} commands from {CHATS} groups, all waiting to be fetched, "
        f"after {WARM_UP} to warm up; medians of {ROUNDS} interleaved runs, each with a new "
        "book. The Bot API server is a process of its own. All Square runs as `main.py run` with "
        "`TELEGRAM_LIMITS=off` and `COMMANDS_PER_MINUTE=0`; every command is committed durably "
        "in the inbox and in the book before it is answered, and the book's entries are counted "
        "afterwards."
    ),
    (
        "A bare bot is python-telegram-bot with one handler that answers a constant text and "
        "keeps no book."
    ),
    (
        "Over PostgreSQL a `/split` costs the process more than over SQLite: six round trips "
        "through driver and socket in place of calls into a library, all under one interpreter "
        "lock, beside a server that shares the machine's cores. Commands that wait share a "
        "transaction."
    ),
    (
        "Start-up is from the process, its modules and catalogues compiled as in the image, to "
        "its first getUpdates; memory is resident after the load."
    ),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one contender did in one run."""

    per_second: float
    startup_seconds: float
    memory_mib: float


@dataclass(frozen=True, slots=True)
class Runs:
    """A contender's runs against one server."""

    name: str
    runs: list[Run]

    @property
    def per_second(self) -> float:
        """The median of the commands a second."""
        return statistics.median(run.per_second for run in self.runs)

    @property
    def startup_seconds(self) -> float:
        """The median of the start-up times."""
        return statistics.median(run.startup_seconds for run in self.runs)

    @property
    def memory_mib(self) -> float:
        """The median of the memory after the load."""
        return statistics.median(run.memory_mib for run in self.runs)


def measure() -> list[Row]:
    """Return the rows of throughput, start-up and memory."""
    return asyncio.run(_measure())


async def _measure() -> list[Row]:
    contenders = all_square()
    ours, others = await _compare(contenders, [bare(n) for n in CONCURRENT_UPDATES], DELAY_MS)
    best = max(others, key=lambda other: other.per_second)
    rows = [*_throughput_rows(ours, best, f"{DELAY_MS:.0f} ms", WANTED_RATIOS)]
    rows += (
        Row("`/split` a second", f"the other bare bots, {DELAY_MS:.0f} ms", "", _beside(other))
        for other in others
        if other is not best
    )
    at_once, (sequential,) = await _compare(contenders, [bare(1)], 0.0)
    return [
        *rows,
        *_throughput_rows(at_once, sequential, "0 ms", {}),
        *_footprint_rows(ours, best),
    ]


def _beside(other: Runs) -> str:
    return f"{other.name}: {other.per_second:.0f}"


def _throughput_rows(
    ours: list[Runs], other: Runs, delay: str, wanted_ratios: Mapping[str, float]
) -> Iterator[Row]:
    for mine in ours:
        wanted = wanted_ratios.get(mine.name)
        ratio = mine.per_second / other.per_second
        yield Row(
            "`/split` a second",
            f"{mine.name}, a server that answers after {delay}",
            f"{mine.per_second:.0f}",
            _beside(other),
            verdict(f"{ratio:.2f}", wanted is None or ratio >= wanted),
            f"≥ {wanted}" if wanted else "",
        )


def _footprint_rows(ours: list[Runs], other: Runs) -> Iterator[Row]:
    for mine in ours:
        yield Row(
            "Start-up",
            f"{mine.name}, a new book",
            f"{mine.startup_seconds:.2f} s",
            f"{other.name}: {other.startup_seconds:.2f} s",
            verdict(
                f"{mine.startup_seconds:.2f} s", mine.startup_seconds <= WANTED_STARTUP_SECONDS
            ),
            f"≤ {WANTED_STARTUP_SECONDS:.1f} s",
        )
        yield Row(
            "Memory",
            f"{mine.name}, after {WARM_UP + COMMANDS} commands",
            f"{mine.memory_mib:.0f} MiB",
            f"{other.name}: {other.memory_mib:.0f} MiB",
            verdict(f"{mine.memory_mib:.0f} MiB", mine.memory_mib <= WANTED_MEMORY_MIB),
            f"≤ {WANTED_MEMORY_MIB} MiB",
        )


# ---- The runs ----


async def _compare(
    ours: list[Contender], others: list[Contender], delay_ms: float
) -> tuple[list[Runs], list[Runs]]:
    """Run everybody by turns, so that none has the quieter moments of the machine."""
    contenders = [*ours, *others]
    runs = [Runs(contender.name, []) for contender in contenders]
    for turn in range(ROUNDS):
        for contender, so_far in zip(contenders, runs, strict=True):
            run = await run_once(contender, delay_ms)
            so_far.runs.append(run)
            print(
                f"{delay_ms:.0f} ms, round {turn + 1}, {contender.name}: "
                f"{run.per_second:.0f}/s, started in {run.startup_seconds:.2f} s, "
                f"{run.memory_mib:.0f} MiB",
                file=sys.stderr,
            )
    return runs[: len(ours)], runs[len(ours) :]


async def run_once(contender: Contender, delay_ms: float, commands: int = COMMANDS) -> Run:
    """Measure a contender once; raise RuntimeError unless each command is in the book once."""
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        book = contender.new_book and files.enter_context(contender.new_book(directory, "load"))
        async with server(delay_ms, directory, commands=commands) as (api_url, results):
            environment = {"TELEGRAM_API_URL": api_url, **contender.environment}
            if book is not None:
                environment["DATABASE_URL"] = book.render_as_string(hide_password=False)
            began = time.monotonic()
            log = directory / "bot.log"
            async with process(contender.command(api_url), environment, log) as bot:
                result = await result_of(results, bot, log)
                memory_mib = _resident_mib(bot.pid)
        sent = result.requests["sendMessage"]
        recorded = sent if book is None else count_entries(book)
        if (sent, recorded) != (WARM_UP + commands, WARM_UP + commands):
            raise RuntimeError(f"{WARM_UP + commands} commands: {sent} answers, {recorded} entries")
    return Run(result.commands / result.seconds, result.first_poll_at - began, memory_mib)


@contextlib.asynccontextmanager
async def server(
    delay_ms: float, directory: Path, *, warm_up: int = WARM_UP, commands: int = COMMANDS
) -> AsyncIterator[tuple[str, asyncio.StreamReader]]:
    """Start the Bot API server; give its address and the stream it writes its result to."""
    command = [
        *(sys.executable, "-m", "benchmarks.telegram_server"),
        *("--delay-ms", str(delay_ms), "--chats", str(CHATS)),
        *("--warm-up", str(warm_up), "--commands", str(commands)),
    ]
    async with process(command, {}, directory / "server.log", piped=True) as started:
        assert started.stdout is not None
        port = int(await asyncio.wait_for(started.stdout.readline(), 10))
        yield f"http://127.0.0.1:{port}", started.stdout


async def result_of(
    results: asyncio.StreamReader, bot: asyncio.subprocess.Process, log: Path
) -> Result:
    """Wait until the load is answered; raise RuntimeError when the bot ends before, or hangs."""
    answered = asyncio.ensure_future(results.readline())
    ended = asyncio.ensure_future(bot.wait())
    await asyncio.wait(
        (answered, ended),
        timeout=ANSWERED_WITHIN_SECONDS,
        return_when=asyncio.FIRST_COMPLETED,
    )
    ended.cancel()
    if not answered.done():
        answered.cancel()
        raise RuntimeError(f"not every command was answered; the bot's log ends:\n{_end(log)}")
    return Result(**json.loads(answered.result()))


@contextlib.asynccontextmanager
async def process(
    command: list[str], environment: dict[str, str], log: Path, *, piped: bool = False
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a command until the block ends; its output goes to the log or, if piped, to us."""
    # From compiled files, as in the image: the first of the rounds compiles where it must.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with log.open("wb") as output:
        started = await asyncio.create_subprocess_exec(
            *command,
            cwd=log.parent,
            env={**kept, "PYTHONPATH": str(ROOT), **environment},
            stdout=asyncio.subprocess.PIPE if piped else output,
            stderr=output,
        )
        try:
            yield started
        finally:
            if started.returncode is None:
                started.terminate()
            await started.wait()


def _end(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-3000:]


def _resident_mib(pid: int) -> float:
    """Return the resident memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kib) / 1024
