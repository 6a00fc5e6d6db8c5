"""Five people who send the heaviest lines they may, and how long another group waits meanwhile.

Run alone as `python -m benchmarks.fairness --seconds 10`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import books
from benchmarks.contenders import ROOT
from benchmarks.table import Row, verdict
from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.world import World
from ledger.core.bounds import MOST_CELLS, MOST_NAMES, MOST_PAYERS, MOST_PRESENT
from ledger.core.clock import SystemClock

ABUSERS = 5
SECONDS = 60.0
A_MINUTE = 30
"""Commands and presses that one person may send in a minute (COMMANDS_PER_MINUTE)."""
ASKS_A_SECOND = 4.0
ASKING = 12
"""People who ask by turns, as each has a limit too."""
WANTED_MEDIAN_SECONDS = 0.2
WANTED_P99_SECONDS = 1.0
_PATIENCE_SECONDS = 120.0

NOTE = (
    f"Fairness: {ABUSERS} people, each in a group of {MOST_PRESENT} names, send {A_MINUTE} "
    f"commands and presses a minute, as many as they may: expenses with {MOST_NAMES} names and "
    f"up to {MOST_PAYERS} payers, for everybody or for names never seen, balances, pairs, plans "
    "and pages, and presses of the buttons below the answers: in and out of an expense of "
    "everybody, pages turned, what may be changed. Meanwhile people of another group ask for "
    "the balance four times a second; what they wait is measured from the message to its answer, "
    "through `main.py run` and a Bot API server in the process that measures."
)


def measure(seconds: float = SECONDS) -> list[Row]:
    """Return the rows of each kind of database."""
    return [row for kind in books.kinds() for row in asyncio.run(_measure(kind, seconds))]


async def _measure(kind: str, seconds: float) -> list[Row]:
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        url = files.enter_context(books.kinds()[kind](directory, "fairness"))
        address = url.render_as_string(hide_password=False)
        async with (
            Playground(World(SystemClock())) as playground,
            running_bot(playground, address, directory),
        ):
            alone, waited = await _live_through(playground.world, seconds)
    return list(_rows(kind, alone, waited))


def _rows(kind: str, alone: list[float], waited: list[float]) -> Iterator[Row]:
    p99 = statistics.quantiles(waited, n=100)[98]
    median = statistics.median(waited)
    case = f"{kind}, `/balance` beside {ABUSERS} who send all they may"
    yield Row(
        "Fairness",
        f"{case}: median of {len(waited)}",
        verdict(f"{median * 1000:.0f} ms", median < WANTED_MEDIAN_SECONDS),
        figure=f"alone {statistics.median(alone) * 1000:.0f} ms",
        wanted="< 0.2 s",
    )
    yield Row(
        "Fairness",
        f"{case}: 99th percentile",
        verdict(f"{p99 * 1000:.0f} ms", p99 < WANTED_P99_SECONDS),
        figure=f"longest {max(waited) * 1000:.0f} ms",
        wanted="< 1 s",
    )


async def _live_through(world: World, seconds: float) -> tuple[list[float], list[float]]:
    """Return what others waited before the flood and in it, in seconds."""
    asking = [world.add_person(f"Guest {n}", f"guest_{n}") for n in range(ASKING)]
    other = world.new_group("Other", asking, announce=False)
    await answered(world, asking[0], other, "/split 1200 dinner @dia")
    alone = await ask(world, asking, other, 3.0)
    crowds = []
    for number in range(ABUSERS):
        abuser = world.add_person(f"Abuser {number}", f"abuser_{number}")
        crowds.append(Crowd(world, abuser, world.new_group(f"Crowd {number}", [abuser])))
    await asyncio.gather(*(crowd.fill() for crowd in crowds))
    print("the crowds are there", file=sys.stderr)
    await asyncio.sleep(60)  # What filled them counted towards the limit.
    floods = [asyncio.create_task(crowd.flood()) for crowd in crowds]
    await asyncio.sleep(2)
    waited = await ask(world, asking, other, seconds)
    for flood in floods:
        flood.cancel()
    for ended in await asyncio.gather(*floods, return_exceptions=True):
        if not isinstance(ended, asyncio.CancelledError):
            raise AssertionError("somebody has stopped sending") from ended
    lines, presses = (sum(of) for of in zip(*((c.said, c.pressed) for c in crowds), strict=True))
    print(f"heavy: {lines} lines and {presses} presses in all", file=sys.stderr)
    return alone, waited


@dataclass(frozen=True, slots=True)
class Press:
    """A press of the button with these words below the newest message that has it."""

    button: str


class Crowd:
    """A group of as many names as a book takes, and one who sends all that is allowed."""

    def __init__(self, world: World, abuser: Person, chat: Chat) -> None:
        self.world = world
        self.abuser = abuser
        self.chat = chat
        self.said = 0
        self.pressed = 0

    async def fill(self) -> None:
        """Fill the book with names, in lines that are allowed."""
        for first in range(0, MOST_PRESENT - 1, MOST_NAMES):
            names = _names(first, min(MOST_NAMES, MOST_PRESENT - 1 - first))
            await answered(self.world, self.abuser, self.chat, f"/split {7919 + first} a {names}")

    async def flood(self) -> None:
        """Send at the allowed rate, whether or not answers come."""
        began = time.monotonic()
        for number, heavy in enumerate(self.heavy()):
            await asyncio.sleep(max(0.0, began + number * 60 / A_MINUTE - time.monotonic()))
            self.send(heavy)

    def send(self, heavy: str | Press) -> None:
        """Write a line, or press a button; ask for the balance where there is no such button."""
        if isinstance(heavy, Press):
            for message in reversed(self.chat.bot_messages):
                with contextlib.suppress(LookupError):
                    self.world.press_button(self.abuser, message, heavy.button)
                    self.pressed += 1
                    return
        self.world.say(self.abuser, self.chat, heavy if isinstance(heavy, str) else "/balance")
        self.said += 1

    def heavy(self) -> Iterator[str | Press]:
        """Yield the heaviest lines and presses that are known, for ever."""
        for number in itertools.count(1):
            start = number * 37 % (MOST_PRESENT - MOST_NAMES)
            paid = _names(start, MOST_PAYERS, " 97.31")
            both = _names(start, MOST_CELLS // MOST_PRESENT, " 97.31")
            yield f"/split {97.31 * (MOST_CELLS // MOST_PRESENT):.2f} feast @all paid {both}"
            yield Press("I'm in / out")
            yield "/balance pairs"
            yield Press("›")
            yield f"/split 1000.01 feast {_names(start, MOST_NAMES)}"
            yield Press("Change")
            yield "/balance"
            rest = MOST_NAMES - MOST_PAYERS
            yield f"/split {97.31 * MOST_PAYERS:.2f} x {_names(start + 20, rest)} paid {paid}"
            yield "/settle"
            yield Press("›")
            yield f"/split 55 y {' '.join(f'@sombody_{number}_{n}' for n in range(MOST_NAMES))}"
            yield "/members"
            yield Press("›")
            yield f"/split 1000.01 feast {_names(0, MOST_NAMES + 200)}"
            yield "/history"
            yield Press("Details")


def _names(first: int, count: int, part: str = "") -> str:
    return " ".join(f"@somebody_{number}{part}" for number in range(first, first + count))


async def ask(world: World, people: list[Person], chat: Chat, seconds: float) -> list[float]:
    """Ask so many times a second, by turns, whether or not answers come; return the waits."""
    began, answers = time.monotonic(), _balances(chat)
    asked = []
    for number in range(int(seconds * ASKS_A_SECOND)):
        await asyncio.sleep(max(0.0, began + number / ASKS_A_SECOND - time.monotonic()))
        # A chat's answers come in the order of its questions.
        waiting = _wait(world, people[number % len(people)], chat, answers + number + 1)
        asked.append(asyncio.create_task(waiting))
    return await asyncio.gather(*asked)


async def _wait(world: World, person: Person, chat: Chat, answers: int) -> float:
    began = time.monotonic()
    world.say(person, chat, "/balance")
    await world.until(lambda: _balances(chat) >= answers, _PATIENCE_SECONDS)
    return time.monotonic() - began


def _balances(chat: Chat) -> int:
    return sum(message.text.startswith("Balances") for message in chat.bot_messages)


async def answered(world: World, person: Person, chat: Chat, text: str) -> None:
    """Write, and wait for an answer."""
    said = world.say(person, chat, text)
    await world.until(
        lambda: any(message.id > said.id for message in chat.bot_messages) or None,
        _PATIENCE_SECONDS,
    )


@contextlib.asynccontextmanager
async def running_bot(playground: Playground, address: str, directory: Path) -> AsyncIterator[None]:
    """Run the bot beside this process, against a local Telegram."""
    with (directory / "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(ROOT / "main.py"), "run"),
            cwd=directory,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TELEGRAM_BOT_TOKEN": playground.world.token,
                "TELEGRAM_API_URL": playground.url,
                "DATABASE_URL": address,
                "TELEGRAM_LIMITS": "off",
                "COMMANDS_PER_MINUTE": str(A_MINUTE),
            },
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()


def main() -> None:
    """Measure the waits alone and print their rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    for row in measure(parser.parse_args().seconds):
        print(row.markdown())


if __name__ == "__main__":
    main()
