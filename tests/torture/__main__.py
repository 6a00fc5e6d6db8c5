"""`make torture`: the long form of everything here, and the table in docs/reliability.md.

`python -m tests.torture --scale 0.2` does a fifth of it.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import books
from benchmarks.table import machine, versions
from bot.runtime.logs import configure_logs
from bot.runtime.settings import READERS, LogFormat, LogLevel
from ledger.core.clock import SystemClock
from ledger.storage.database import Store
from tests.torture import load
from tests.torture.absence import behind_a_broken_line, disk_full, locked_by_another
from tests.torture.calls import call_storm
from tests.torture.kills import Size, kill_loop
from tests.torture.load import Throughput
from tests.torture.own_server import own_server, server_stopped
from tests.torture.report import Line, write
from tests.torture.two_machines import two_machines
from tests.torture.verdict import Verdict
from tests.torture.weather import bad_weather
from tests.torture.whole_bot import explore

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
SEED = 20240216

STEPS = 30


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything there is: all of it at scale 1."""

    scale: float = 1.0

    def of(self, whole: int) -> int:
        """Return a part of a number, at least 1."""
        return max(1, round(whole * self.scale))

    @property
    def kills(self) -> Size:
        """The loop of kills."""
        return Size(groups=12, commands=self.of(3000), kills=self.of(100))

    @property
    def calls(self) -> Size:
        """The loop of kills while programs call."""
        return Size(groups=12, commands=self.of(2000), kills=self.of(50))

    @property
    def storms(self) -> int:
        """How many storms there are, and so how many updates that nobody can read."""
        return self.of(20)

    @property
    def absences(self) -> int:
        """How often the database goes away."""
        return self.of(5)

    @property
    def examples(self) -> int:
        """How many sequences Hypothesis tries."""
        return self.of(150)


Run = Callable[[str, Path], Awaitable[Verdict]]
"""From a database's address and an empty directory to what came of it."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that happens to the bot, over one kind of database."""

    name: str
    kind: str
    run: Run
    aside: int = 0


def scenarios(sizes: Sizes) -> Iterator[Scenario]:
    """Yield everything but what needs a server of its own."""
    for kind in ("SQLite", "PostgreSQL"):
        yield Scenario(
            "`kill -9` at random moments",
            kind,
            lambda book, directory: kill_loop(book, directory, sizes.kills, SEED),
        )
        yield Scenario(
            "`kill -9` while programs call by HTTP",
            kind,
            lambda book, directory: call_storm(book, directory, sizes.calls, SEED),
        )
        yield Scenario(
            "Telegram refuses, cuts, stalls, repeats",
            kind,
            lambda book, _: bad_weather(book, 12, sizes.of(1200), sizes.storms, SEED),
            aside=sizes.storms,
        )
    yield Scenario(
        "Locked by another process",
        "SQLite",
        lambda book, _: locked_by_another(book, sizes.absences, sizes.of(600), SEED),
    )
    yield Scenario(
        "Disk full", "SQLite", lambda book, _: disk_full(book, sizes.absences, 5000, SEED)
    )
    yield Scenario(
        "Connections to the database break",
        "PostgreSQL",
        lambda book, _: behind_a_broken_line(book, sizes.absences, sizes.of(600), SEED),
    )
    yield Scenario(
        "Two processes, killed by turns",
        "PostgreSQL",
        lambda book, directory: two_machines(
            book, directory, 12, sizes.of(1500), sizes.of(10), SEED
        ),
    )


def main() -> int:
    """Run all, write the page, and return whether anything was not as promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of it: 1 is all")
    sizes = Sizes(parser.parse_args().scale)
    for name in READERS:
        os.environ.pop(name.upper(), None)
    configure_logs(LogLevel.ERROR, LogFormat.CONSOLE)
    logging.disable()  # What the bot meets here would fill pages.
    kinds = books.kinds()
    lines: list[Line] = []
    for number, scenario in enumerate(scenarios(sizes)):
        if scenario.kind not in kinds:
            _say(f"{scenario.name}: left out, as {scenario.kind} does not answer")
            continue
        with tempfile.TemporaryDirectory() as name:
            directory = Path(name)
            with kinds[scenario.kind](directory, f"torture_{number}") as url:
                book = url.render_as_string(hide_password=False)
                lines.append(_line(scenario, book, directory))
    lines += _on_a_server_of_ones_own(sizes)
    explored = _explore(sizes.examples)
    throughputs = _throughputs(kinds) if "PostgreSQL" in kinds else []
    write(PAGE, lines, [*_about(sizes), explored], throughputs)
    return 0 if all(line.is_sound for line in lines) else 1


def _line(scenario: Scenario, book: str, directory: Path) -> Line:
    began = time.monotonic()
    verdict = asyncio.run(_run(scenario, book, directory))
    line = Line(scenario.name, scenario.kind, verdict, scenario.aside)
    _say(f"{line.markdown()} {time.monotonic() - began:.0f} s")
    for detail in verdict.details[:20] if not line.is_sound else []:
        _say(f"    {detail}")
    return line


async def _run(scenario: Scenario, book: str, directory: Path) -> Verdict:
    return await scenario.run(book, directory)


def _on_a_server_of_ones_own(sizes: Sizes) -> Iterator[Line]:
    with own_server() as server:
        if server is None:
            _say("The server's crash is left out: PostgreSQL's programs are not installed")
            return
        stopping = Scenario(
            "The database server crashes",
            "PostgreSQL",
            lambda _book, _directory: server_stopped(server, sizes.absences, sizes.of(600), SEED),
        )
        yield _line(stopping, server.url, Path())


def _explore(examples: int) -> str:
    with tempfile.TemporaryDirectory() as name:
        book = Path(name) / "book.db"
        store = Store(f"sqlite:///{book}", SystemClock())
        store.migrate()
        store.dispose()
        explore(book, examples, STEPS)
    return (
        f"Hypothesis tried {examples} sequences of up to {STEPS} steps (talk, press, deliver "
        "again, migrate, restart) against the same model without finding a difference."
    )


def _throughputs(kinds: dict[str, books.NewBook]) -> list[Throughput]:
    found: list[Throughput] = []
    for bots in (1, 2, 1, 2, 1, 2):
        with tempfile.TemporaryDirectory() as name:
            directory = Path(name)
            with kinds["PostgreSQL"](directory, f"load_{len(found)}") as url:
                book = url.render_as_string(hide_password=False)
                found.append(asyncio.run(load.measure(book, directory, bots, load.COMMANDS)))
                _say(str(found[-1]))
    return found


def _about(sizes: Sizes) -> list[str]:
    return [
        f"Machine: {machine()}",
        f"Versions: {versions()}",
        f"Day: {datetime.now(UTC):%Y-%m-%d}, `{_command(sizes)}`, seed {SEED}",
    ]


def _command(sizes: Sizes) -> str:
    return "make torture" if sizes == Sizes() else f"python -m tests.torture --scale {sizes.scale}"


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
