"""Putting off: what takes long in a long book is found before the transaction that wants it.

It is found in many short transactions, between those of others, so that nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterator
from typing import Final, Protocol, TypeVar

from ledger.storage.database import Transaction

T = TypeVar("T")

ENTRIES_IN_PASSING: Final = 5_000
"""How many entries are looked at in one transaction, which others wait for."""


class Run(Protocol):
    """Whatever runs work in a transaction of its own."""

    async def __call__(self, work: Callable[[Transaction], T]) -> T:
        """Return what the work returns, once it is committed."""


class PutOff(Exception):  # noqa: N818 (nothing went wrong: it is to be run again)
    """A transaction wants something found before it.

    Nothing is written. Whoever runs it lets `find` find it, which holds up nobody, and runs it
    again with what came of it as `Transaction.ahead[key]`. What is recorded meanwhile is for
    the transaction that was put off.
    """

    def __init__(self, key: Hashable, find: Callable[[Run], Awaitable[object]]) -> None:
        super().__init__(key)
        self.key = key
        self.find = find


def stretches(last: int, at_once: int) -> Iterator[tuple[int, int]]:
    """Part the entries up to the number `last` into pieces, by their numbers, the newest before."""
    while last >= 1:
        first = max(1, last - at_once + 1)
        yield first, last
        last = first - 1
