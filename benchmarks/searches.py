"""What looks at every entry of a very long book takes, and what others wait for meanwhile."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator

from benchmarks.table import Row, verdict
from bot.runtime.ledger_threads import LedgerThreads
from ledger.book.open_book import Book, Defaults, open_book
from ledger.core.answers.entry_lists import Filter
from ledger.core.groups import Place
from ledger.core.members import Person
from ledger.reports.history import page
from ledger.reports.spending import spending
from ledger.reports.statements import balance
from ledger.storage.database import Store

ELSEWHERE = Place(-2000002, "Flat 13")
PAUSE_SECONDS = 0.02
WANTED_SECONDS = 0.2
WANTED_P99_SECONDS = 1.0

_USE_CASES: dict[str, Callable[[Book], object]] = {
    "`/history zebra`": lambda book: page(book, Filter(words="zebra")),
    "`/stats all`": lambda book: spending(book, None),
}

NOTE = (
    "`/history zebra` (which nothing is called) and `/stats all` in the longest book look at every "
    "entry, in short transactions between those of others. The figure is what somebody of another "
    f"group waits for `/balance` meanwhile, asked again {PAUSE_SECONDS * 1000:.0f} ms after each "
    "answer. So it is with every filter of `/history` but a period of few entries, with the lists "
    "of the API that have one, and with the document of all that is kept about a person."
)


def rows(
    kind: str, case: str, store: Store, place: Place, person: Person, defaults: Defaults
) -> Iterator[Row]:
    """Yield a row for each use case in the book of a chat, by somebody who is there."""
    for command, use_case in _USE_CASES.items():
        seconds, waits = asyncio.run(_measured(store, place, person, defaults, use_case))
        median = statistics.median(waits)
        p99 = sorted(waits)[min(len(waits) - 1, len(waits) * 99 // 100)]
        yield Row(
            command,
            f"{kind}, {case}",
            f"{seconds:.1f} s",
            figure=verdict(
                f"{len(waits)} of others: median {median * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms",
                median < WANTED_SECONDS and p99 < WANTED_P99_SECONDS,
            ),
            wanted=f"< {WANTED_SECONDS} s, p99 < {WANTED_P99_SECONDS:.0f} s",
        )


async def _measured(
    store: Store,
    place: Place,
    person: Person,
    defaults: Defaults,
    use_case: Callable[[Book], object],
) -> tuple[float, list[float]]:
    """Return the seconds that a use case takes, and those that others wait meanwhile."""
    threads = LedgerThreads(store)
    threads.start()

    async def look() -> None:
        await threads.run(lambda tx: use_case(open_book(tx, place, person, defaults=defaults)))

    async def ask() -> None:
        await threads.run(lambda tx: balance(open_book(tx, ELSEWHERE, person, defaults=defaults)))

    await ask()
    waits: list[float] = []
    looking = asyncio.create_task(_timed(look))
    while not looking.done():
        waits.append(await _timed(ask))
        await asyncio.sleep(PAUSE_SECONDS)
    seconds = await looking
    await threads.stop()
    return seconds, waits


async def _timed(work: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began
