"""Totals: what the expenses of some days come to, however many there are."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Final, TypeVar

from ledger.book import searching
from ledger.book.open_book import Book
from ledger.book.putting_off import ENTRIES_IN_PASSING, PutOff, Run, stretches
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage import period_totals
from ledger.storage.database import Transaction
from ledger.storage.period_totals import Numbers, Total

K = TypeVar("K")
Pair = tuple[int, int]

_ADDED_AT_ONCE: Final = 2_000
"""Entries that are added up in one of many transactions: all their shares are read as well."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What expenses come to, in minor units; refunds are taken off but in `of_days`.

    `of_days` is by currency, category, day, and whether money came back; `described` the money
    and the number of those without a category, by currency and words; `of_members` what each
    paid and consumed. Where they were read by numbers, `last` is the highest.
    """

    last: int
    of_days: dict[tuple[Currency, str | None, date, bool], int] = field(default_factory=dict)
    described: dict[tuple[Currency, str], Pair] = field(default_factory=dict)
    of_members: dict[tuple[Currency, MemberId], Pair] = field(default_factory=dict)

    def by_category(self) -> Iterable[Total]:
        """Return what was spent, and apart from it what came back."""
        return (Total(*key, minor) for key, minor in self.of_days.items())

    def add(self, more: Totals) -> None:
        """Add what other expenses come to."""
        for key, minor in more.of_days.items():
            self.of_days[key] = self.of_days.get(key, 0) + minor
        for words, sums in more.described.items():
            _add(self.described, words, sums)
        for member, moved in more.of_members.items():
            _add(self.of_members, member, moved)


def _add(sums: dict[K, Pair], key: K, more: Pair) -> None:
    before = sums.get(key, (0, 0))
    sums[key] = before[0] + more[0], before[1] + more[1]


def totals(book: Book, since: date, until: date) -> Totals:
    """Return what the expenses from `since` to `until` come to.

    Very many are added up before the transaction, where it may be put off: each counts once, as
    it was at some moment since.
    """
    last, group_id = book.group.entries, book.group.id
    key = "totals", group_id, since, until
    ahead: Totals | None = book.tx.ahead.get(key)
    if ahead is not None:
        found = _read(book.tx, group_id, since, until, (ahead.last + 1, last))
        found.add(ahead)
        return found
    if book.tx.may_put_off and are_many(book, since, until):
        raise PutOff(key, partial(_add_up, group_id, since, until, last))
    return _read(book.tx, group_id, since, until)


def are_many(book: Book, since: date, until: date) -> bool:
    """Tell whether more entries are of some days than are added up in passing."""
    if book.group.entries <= ENTRIES_IN_PASSING:
        return False
    return until == date.max or not searching.are_few(book, (since, until + timedelta(days=1)))


async def _add_up(group_id: GroupId, since: date, until: date, last: int, run: Run) -> Totals:
    found = Totals(last)
    for numbers in stretches(last, _ADDED_AT_ONCE):
        piece = await run(
            partial(_read, group_id=group_id, since=since, until=until, numbers=numbers)
        )
        # Beside the event loop: a book may have as many descriptions as entries.
        await asyncio.to_thread(found.add, piece)
    return found


def _read(
    tx: Transaction, group_id: GroupId, since: date, until: date, numbers: Numbers | None = None
) -> Totals:
    """Return what the expenses from `since` to `until` come to, or those of some numbers."""
    where = (tx.connection, group_id, since, until, numbers)
    return Totals(
        last=0 if numbers is None else numbers[1],
        of_days={total[:-1]: total.minor for total in period_totals.by_category(*where)},
        described={
            (currency, words): (minor, entries)
            for currency, words, minor, entries in period_totals.described(*where)
        },
        of_members={
            (currency, member): (paid, consumed)
            for currency, member, paid, consumed in period_totals.by_member(*where)
        },
    )
