"""What people do every day costs the database as much in a long book as in a short one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from sqlalchemy import text, update

from benchmarks.copied_entries import multiply
from ledger.book.open_book import Book, open_book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_lists import Filter
from ledger.core.errors import LedgerError
from ledger.core.members import Person
from ledger.journal import amending, categorising, corrections
from ledger.reports import history, statements
from ledger.reports.spending import spending
from ledger.reports.weekly_summary import summarise
from ledger.storage import participation_rows
from ledger.storage.database import Store, Transaction
from ledger.storage.tables import RevisionRow
from tests.ledger.chat import ASHA, BOB, CHEN, DEFAULTS, Chat, expense, new_source, rupees
from tests.ledger.storage.work import work
from tests.stores import opened

MARCH = (2026, 3)
RECORDED = 25
"""Entries of March; all that the book has besides are of another year."""
LONGER = 5
UseCase = Callable[[Book], object]

USE_CASES: dict[str, tuple[Person, UseCase]] = {
    "balance": (ASHA, statements.balance),
    "pairs": (ASHA, statements.pairs),
    "its last page": (ASHA, lambda book: history.page(book, page=10_000)),
    "a page in the middle": (ASHA, lambda book: history.page(book, page=book.group.entries // 20)),
    "the month that is longest ago": (ASHA, lambda book: history.page(book, Filter(period=MARCH))),
    "days that are longest ago": (
        ASHA,
        lambda book: history.behind(book, days=(date(2026, 3, 1), date(2026, 4, 1))),
    ),
    "what that month came to": (ASHA, lambda book: spending(book, MARCH)),
    "the summary of a week": (ASHA, lambda book: summarise(book, book.today)),
    "its first entry": (ASHA, lambda book: history.show(book, 1)),
    "changes long ago": (ASHA, lambda book: history.log(book, book.changes // 20)),
    "an edit of its first entry": (
        ASHA,
        lambda book: amending.amend(book, 1, Amendment(amount=rupees(77)), new_source()),
    ),
    "undo of whoever has recorded nothing": (
        CHEN,
        lambda book: corrections.undo_latest(book, new_source()),
    ),
    "who takes part": (
        ASHA,
        lambda book: participation_rows.in_live_entries(
            book.tx.connection, [member.id for member in book.roster]
        ),
    ),
    "what of that month is not sorted in": (
        ASHA,
        lambda book: categorising.sort_in(book, ["rent"], "home", MARCH, new_source()),
    ),
}


@pytest.fixture
def emptied_schema(own_schema: str) -> str:
    """A schema of this test's own: what others have deleted makes plans of small tables differ."""
    with opened(own_schema) as store:
        store.migrate()
    return own_schema


@pytest.fixture
def chat(chat: Chat) -> Chat:
    """A group that has recorded a few entries."""
    chat.join(ASHA, BOB, CHEN)
    for number in range(RECORDED):
        chat.split(ASHA if number % 2 else BOB, expense(10 + number, "dinner", "bob", "chen"))
    return chat


def _lengthen(store: Store) -> None:
    """Make the book some times as long, with entries of another year."""
    with store.transaction() as tx:
        multiply(tx.connection, LONGER)
        tx.connection.execute(
            update(RevisionRow)
            .where(RevisionRow.change > RECORDED)
            .values(on_date=date(2025, 1, 15))
        )
        if not store.is_sqlite:
            tx.connection.execute(text("ANALYZE"))


def _worked(chat: Chat, who: Person, use_case: UseCase) -> int:
    def opened(tx: Transaction) -> None:
        with suppress(LedgerError):
            use_case(open_book(tx, chat.place, who, defaults=DEFAULTS))

    return work(chat.store, opened)


def test_what_people_do_costs_no_more_in_a_long_book(chat: Chat) -> None:
    # All in one book, as making it long takes longer than everything that is asked of it.
    _lengthen(chat.store)
    short = {name: _worked(chat, *use_case) for name, use_case in USE_CASES.items()}
    _lengthen(chat.store)
    long = {name: _worked(chat, *use_case) for name, use_case in USE_CASES.items()}
    grown = {name: (short[name], long[name]) for name in short if long[name] > 1.2 * short[name]}
    assert grown == {}
