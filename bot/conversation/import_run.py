"""A file written into a group's book and taken back: all of it or nothing, and nobody waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final, Protocol, TypeVar

from bot.runtime.ledger_threads import LedgerThreads
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.exchange import importing, proposing, taking_back
from ledger.exchange.foreign_book import unpacked
from ledger.exchange.importing import Line, Writing
from ledger.exchange.preview import Imported
from ledger.exchange.taking_back import TakingBack

T = TypeVar("T")

_ATTEMPTS: Final = 5


class Asking(Protocol):
    """Whoever runs a use case on the group's book, with whoever imports as its actor."""

    async def __call__(self, use_case: Callable[[Book], T], /) -> T:
        """Return what the use case returns, once it is committed."""


async def _nobody_waits() -> None:
    """Where nobody looks at a clock."""


async def run_import(
    ask: Asking,
    threads: LedgerThreads,
    import_id: int,
    *,
    began: Callable[[], Awaitable[None]] = _nobody_waits,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Imported:
    """Write a file that waits; the same import again is answered with what came of it.

    `began` is called once it is clear that it can be written, `told` with how many entries of
    how many are written. Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author);
    BOOK_FULL(most).
    """
    done = await ask(lambda book: proposing.outcome(book, import_id))
    if done is not None:
        return done
    waiting = await ask(lambda book: proposing.waiting(book, import_id))
    if waiting.packed is None:
        raise LedgerError(Code.NO_SUCH_IMPORT)
    foreign = await asyncio.to_thread(unpacked, waiting.packed)
    writing = await ask(lambda book: importing.start(book, import_id, foreign))
    await began()
    lines = await asyncio.to_thread(importing.lines, foreign, waiting.known, writing.members)
    await _write(threads, writing, lines, told)
    for _ in range(_ATTEMPTS):
        before = await threads.run(lambda tx: importing.standing(tx, writing.group_id))
        balances = await asyncio.to_thread(importing.added_up, before, lines)
        use_case = partial(importing.finish, writing=writing, before=before, balances=balances)
        if (done := await ask(use_case)) is not None:
            return done
    raise RuntimeError("the book did not stay as it was for long enough")


async def undo_import(ask: Asking, threads: LedgerThreads, import_id: int) -> Imported:
    """Take back all that an import has written; the same again is answered the same.

    Raises LedgerError: NO_SUCH_IMPORT; NOT_YOUR_IMPORT(author).
    """
    for _ in range(_ATTEMPTS):
        taking = await ask(lambda book: taking_back.taking_back(book, import_id))
        if taking is None:
            done = await ask(lambda book: proposing.outcome(book, import_id))
            if done is None:
                raise LedgerError(Code.NO_SUCH_IMPORT)
        else:
            done = await _taken_back(ask, threads, taking)
        if done is not None:
            return done
    raise RuntimeError("the book did not stay as it was for long enough")


async def _taken_back(ask: Asking, threads: LedgerThreads, taking: TakingBack) -> Imported | None:
    counted = taking_back.Counted({}, {})
    for first in range(0, len(taking.entries), importing.PIECE):
        ids = taking.entries[first : first + importing.PIECE]
        counted.add(
            await threads.run(partial(taking_back.counted, group_id=taking.group_id, entry_ids=ids))
        )
    balances = await asyncio.to_thread(taking_back.without, taking, counted)
    return await ask(partial(taking_back.take_back, taking=taking, balances=balances))


async def _write(
    threads: LedgerThreads,
    writing: Writing,
    lines: tuple[Line, ...],
    told: Callable[[int, int], None],
) -> None:
    """Write a file's entries some at a time."""
    for written in range(writing.written, len(lines), importing.PIECE):
        piece = lines[written : written + importing.PIECE]
        await threads.run(
            partial(importing.write_piece, writing=writing, written=written, these=piece)
        )
        told(written + len(piece), len(lines))
