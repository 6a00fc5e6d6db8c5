"""What /balance, its pairs and /split cost in the ledger when a group has very many entries."""

from __future__ import annotations

import contextlib
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from operator import truediv
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, func, select, text

from benchmarks import books, searches
from benchmarks.books import NewBook
from benchmarks.copied_entries import multiply
from benchmarks.table import Row, verdict
from ledger.book.open_book import Book, Defaults, open_book
from ledger.core.clock import MovableClock, SystemClock
from ledger.core.entries import Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.groups import Place
from ledger.core.members import MemberId, Name, Person, UserId
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART
from ledger.journal.recording import record_expense, record_payment
from ledger.reports.statements import balance, pairs
from ledger.storage import audit_queries, group_rows, running_balances
from ledger.storage.database import Store
from ledger.storage.joins import IS_SHARE_NOW
from ledger.storage.tables import EntryRow, ShareRow
from ledger.upkeep.audit import audit

RECORDED = 100
SIZES = (RECORDED, 100 * RECORDED, 1000 * RECORDED, 10_000 * RECORDED)
AUDITED = 1000 * RECORDED
"""Up to so many entries the audit reads a book, at about a second for 10,000."""
TURNS = 400
WANTED_RATIO = 1.2
SEED = 20240216
RECORDED_AT = datetime(2024, 2, 16, 12, tzinfo=UTC)

INR = Currency("INR")
DEFAULTS = Defaults(INR, "Asia/Kolkata")
PLACE = Place(-1000001, "Flat 12")
PEOPLE = tuple(
    Person(UserId(number), name, username=name.lower())
    for number, name in enumerate(("Asha", "Bob", "Chen", "Dilip", "Elif", "Femi"), start=101)
)

NOTE = (
    "`/balance`, `/balance pairs` and `/split` in long books: the use case with its transaction, "
    "no chat around it, each size in a database of its own; all sizes come once in each of "
    f"{TURNS} turns, in any order. The milliseconds are the medians, and the figure is the median "
    "of what a size took to what the first one took in the same turn, so that what else the "
    f"machine does meanwhile meets both. The first {RECORDED} entries are recorded one by one and "
    f"copied with what is derived from them; the audit confirms the copies up to {AUDITED:,} "
    "entries, of more the database sums up every share and compares it with the balances. "
    "PostgreSQL then vacuums and analyses as it does by itself in a book that people wrote. "
    + searches.NOTE
)


def measure() -> list[Row]:
    """Return the rows for each kind of database, command and size."""
    return [row for kind, new_book in books.kinds().items() for row in _measure(kind, new_book)]


def _measure(kind: str, new_book: NewBook) -> Iterator[Row]:
    with contextlib.ExitStack() as files:
        directory = Path(files.enter_context(TemporaryDirectory()))
        stores: dict[int, Store] = {}
        for size in SIZES:
            url = files.enter_context(new_book(directory, f"of_{size}"))
            stores[size] = _filled(size, url.render_as_string(hide_password=False))
            files.callback(stores[size].dispose)
        for command, use in (
            ("`/balance`", _balance),
            ("`/balance pairs`", _pairs),
            ("`/split`", _split),
        ):
            yield from _rows(command, kind, _times(stores, use))
        longest = SIZES[-1]
        yield from searches.rows(
            *(kind, _case(longest), stores[longest], PLACE, PEOPLE[0], DEFAULTS)
        )


def _case(size: int) -> str:
    return f"a group with {size:,} entries"


def _times(
    stores: Mapping[int, Store], use: Callable[[Store, int], None]
) -> dict[int, list[float]]:
    """Return the milliseconds that the use took at each size, turn by turn."""
    times: dict[int, list[float]] = {size: [] for size in stores}
    order = random.Random(SEED)
    for turn in range(TURNS):
        # In one order a size would always come behind the same one, and what that left to do.
        for size in order.sample(SIZES, len(SIZES)):
            times[size].append(_time(stores[size], use, turn))
    return times


def _time(store: Store, use: Callable[[Store, int], None], turn: int) -> float:
    began = time.perf_counter()
    use(store, turn)
    return (time.perf_counter() - began) * 1000


def _rows(command: str, kind: str, times: Mapping[int, list[float]]) -> Iterator[Row]:
    first = times[SIZES[0]]
    for size in SIZES:
        median = statistics.median(times[size])
        row = Row(command, f"{kind}, {_case(size)}", f"{median:.2f} ms")
        if size == SIZES[0]:
            yield row
        else:
            ratio = statistics.median(map(truediv, times[size], first))
            yield replace(
                row,
                figure=verdict(f"{ratio:.2f} times the first", ratio <= WANTED_RATIO),
                wanted=f"≤ {WANTED_RATIO}",
            )


# ---- What is timed ----


@contextlib.contextmanager
def _opened(store: Store, person: Person) -> Iterator[Book]:
    with store.transaction() as tx:
        yield open_book(tx, PLACE, person, defaults=DEFAULTS)


def _balance(store: Store, _turn: int) -> None:
    with _opened(store, PEOPLE[0]) as book:
        balance(book)


def _pairs(store: Store, _turn: int) -> None:
    with _opened(store, PEOPLE[0]) as book:
        pairs(book)


def _split(store: Store, turn: int) -> None:
    with _opened(store, PEOPLE[0]) as book:
        record_expense(book, _line(random.Random(turn)), Source(f"timed:{turn}"))


# ---- The books ----


def _line(chance: random.Random) -> ExpenseLine:
    others = chance.sample(PEOPLE[1:], 2)
    return ExpenseLine(
        amount=Money(chance.randint(10_00, 9_999_00), INR),
        description="dinner",
        participants=tuple((Name(other.first_name, other), EQUAL_PART) for other in others),
        category=chance.choice(("food", "travel", None)),
    )


def _filled(entries: int, url: str) -> Store:
    """Fill a book with so many entries, long ago; raise RuntimeError if the audit objects."""
    past = Store(url, MovableClock(stopped_at=RECORDED_AT))
    past.migrate()
    _record(past)
    for factor in _factors(entries // RECORDED):
        with past.transaction() as tx:
            multiply(tx.connection, factor)
    _look_after(url)
    findings = audit(past) if entries <= AUDITED else _summed_up(past)
    past.dispose()
    if findings:
        raise RuntimeError(f"the copies are not sound: {findings[:3]}")
    print(f"A book of {entries} entries is filled and confirmed", file=sys.stderr)
    return Store(url, SystemClock())


def _look_after(url: str) -> None:
    """Have PostgreSQL do at once what it does by itself while people fill a book.

    Its statistics and visibility map are made by autovacuum, for which there was no time, and
    which a server that measurements are taken on may have switched off.
    """
    if url.startswith("postgresql"):
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("VACUUM (ANALYZE)"))
        engine.dispose()


def _summed_up(store: Store) -> Sequence[object]:
    """Return what is not as it should be: entries that don't add up, and balances like that."""
    with store.transaction() as tx:
        row = group_rows.all_groups(tx.connection)[0]
        broken = audit_queries.broken_entries(tx.connection, row.id)
        if (row.entries, row.changes) != audit_queries.counts(tx.connection, row.id):
            broken.append((row.entries, (), ()))
        moved = func.sum(ShareRow.paid_minor - ShareRow.owed_minor)
        nets = (
            select(ShareRow.member_id, moved)
            .join_from(ShareRow, EntryRow, IS_SHARE_NOW)
            .group_by(ShareRow.member_id)
        )
        summed = {MemberId(member): int(net) for member, net in tx.connection.execute(nets) if net}
        stored = running_balances.nets(tx.connection, row.id, INR)
    return [*broken, *(() if summed == stored else ((summed, stored),))]


def _record(store: Store) -> None:
    """Record the first entries as people do, a payment after every nine expenses."""
    chance = random.Random(SEED)
    for person in PEOPLE:
        with _opened(store, person):
            pass
    for number in range(1, RECORDED + 1):
        source = Source(f"recorded:{number}")
        with _opened(store, chance.choice(PEOPLE[:3])) as book:
            if number % 10:
                record_expense(book, _line(chance), source)
            else:
                payer, payee = book.roster.members[:2]
                record_payment(book, payer.id, payee.id, Money(250_00, INR), source)


def _factors(times: int) -> Iterator[int]:
    """Yield tens whose product is `times`: copies of copies make the statements few."""
    while times > 1:
        yield 10
        times //= 10
