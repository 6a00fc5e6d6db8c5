"""A file of ten thousand rows is imported, and how long another group waits meanwhile.

Run alone as `python -m benchmarks.long_import --rows 10000`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import books
from benchmarks.fairness import answered, ask, running_bot
from benchmarks.table import Row, verdict
from bot.playground.people import Chat, Message, Person
from bot.playground.server import Playground
from bot.playground.wire import Upload
from bot.playground.world import World
from ledger.core.clock import SystemClock

ROWS = 10_000
PEOPLE = 6
WANTED_SECONDS = 10.0
WANTED_WAIT_SECONDS = 0.5
_ASKING = 12
_PATIENCE_SECONDS = 120.0

NOTE = (
    f"Import: a Splitwise file of {ROWS:,} rows and {PEOPLE} people is sent with `/import`, and "
    "*Import* is pressed. Measured are the time to the preview, the time from the press to the "
    "answer that all is imported, and what people of another group wait for `/balance`, asked "
    "four times a second all the while."
)


def measure(rows: int = ROWS) -> list[Row]:
    """Return the rows of each kind of database."""
    return [row for kind in books.kinds() for row in asyncio.run(_measure(kind, rows))]


async def _measure(kind: str, rows: int) -> list[Row]:
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        url = files.enter_context(books.kinds()[kind](directory, "import"))
        address = url.render_as_string(hide_password=False)
        async with (
            Playground(World(SystemClock())) as playground,
            running_bot(playground, address, directory),
        ):
            shown, written, waited = await _live_through(playground.world, rows)
    return list(_rows(kind, rows, shown, written, waited))


def _rows(kind: str, rows: int, shown: float, written: float, waited: list[float]) -> Iterator[Row]:
    case = f"{kind}, {rows:,} rows"
    yield Row("Import", f"{case}: to the preview", f"{shown:.1f} s")
    yield Row(
        "Import",
        f"{case}: from the press to the end",
        verdict(f"{written:.1f} s", shown + written < WANTED_SECONDS),
        wanted="< 10 s together",
    )
    yield Row(
        "Import",
        f"{case}: longest wait of {len(waited)} others meanwhile",
        verdict(f"{max(waited) * 1000:.0f} ms", max(waited) < WANTED_WAIT_SECONDS),
        figure=f"median {statistics.median(waited) * 1000:.0f} ms",
        wanted="< 0.5 s",
    )


async def _live_through(world: World, rows: int) -> tuple[float, float, list[float]]:
    """Return the seconds to the preview, those to the end, and what others waited."""
    asking = [world.add_person(f"Guest {n}", f"guest_{n}") for n in range(_ASKING)]
    other = world.new_group("Other", asking, announce=False)
    await answered(world, asking[0], other, "/split 1200 dinner @dia")
    mira = world.add_person("Mira", "mira")
    flat = world.new_group("Flat", [mira], announce=False)
    await answered(world, mira, flat, "/currency EUR")
    others: list[float] = []
    beside = asyncio.create_task(_keep_asking(world, asking, other, others))
    try:
        began = time.monotonic()
        preview = await _sent(world, mira, flat, _file(rows))
        shown = time.monotonic() - began
        began = time.monotonic()
        world.press_button(mira, preview, f"Import {rows:,} entries")
        await world.until(lambda: "are imported" in preview.text, _PATIENCE_SECONDS)
        written = time.monotonic() - began
    finally:
        beside.cancel()
    return shown, written, others


async def _keep_asking(world: World, people: list[Person], chat: Chat, waited: list[float]) -> None:
    while True:
        waited += await ask(world, people, chat, 1.0)


async def _sent(world: World, who: Person, chat: Chat, content: bytes) -> Message:
    said = world.say(who, chat, "/import", document=Upload(content, "export.csv"))
    return await world.until(
        lambda: next((answer for answer in chat.bot_messages if answer.id > said.id), None),
        _PATIENCE_SECONDS,
    )


def _file(rows: int) -> bytes:
    """Return a file laid out as Splitwise's, of several years and some of it paid back."""
    dice = random.Random(7)
    names = [f"Person {n}" for n in range(PEOPLE)]
    lines = [f"Date,Description,Category,Cost,Currency,{','.join(names)}", ""]
    totals = [0] * PEOPLE
    for number in range(rows):
        day = date(2020, 1, 1) + timedelta(days=number // 6)
        payer, cost = dice.randrange(PEOPLE), dice.randrange(100, 20_000)
        nets = [0] * PEOPLE
        sharing = dice.sample(range(PEOPLE), dice.randint(2, PEOPLE))
        for place, who in enumerate(sharing):
            nets[who] -= cost // len(sharing) + (place < cost % len(sharing))
        nets[payer] += cost
        totals = [total + net for total, net in zip(totals, nets, strict=True)]
        cells = ",".join(f"{net / 100:.2f}" for net in nets)
        lines.append(f"{day},Thing {number},General,{cost / 100:.2f},EUR,{cells}")
    lines += ["", f"2026-01-01,Total balance, , ,EUR,{','.join(f'{n / 100:.2f}' for n in totals)}"]
    return "\n".join(lines).encode()


def main() -> None:
    """Measure an import alone and print its rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    for row in measure(parser.parse_args().rows):
        print(row.markdown())


if __name__ == "__main__":
    main()
