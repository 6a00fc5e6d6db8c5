"""Who owes whom by the page: the same as all at once, and bounded in what it computes."""

from __future__ import annotations

import pytest

from ledger.core import pair_breakdown
from ledger.core.balances import netted
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.reports import statements
from ledger.reports.statements import PAIRS_A_PAGE
from ledger.storage import running_balances
from tests.ledger.chat import ASHA, BOB, INR, Chat, expense, rupees


def test_pages_together_are_all_pairs(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(900, "feast", *(f"name{number}" for number in range(40))))
    chat.split(BOB, expense(800, "tea", *(f"name{number}" for number in range(10, 30))))
    chat.split(BOB, expense(Money(900, Currency("EUR")), "wine", "asha", "name1", "name2"))
    chat.settle(ASHA, "asha", "name3", rupees(500))
    chat.settle(ASHA, "name4", "asha", rupees(22))
    with chat.open() as book:
        everybody = statements.pairs(book)
        count = statements.pairs(book, 0).pages
        pages = [statements.pairs(book, page) for page in range(count)]
        owed = running_balances.pairs(book.tx.connection, book.group.id)
    assert len(everybody.lines) > 2 * PAIRS_A_PAGE
    assert [(line.debtor, line.creditor, line.net) for line in everybody.lines] == [
        (*pair, Money(minor, currency))
        for currency in (INR, Currency("EUR"))
        for pair, minor in netted(owed[currency]).items()
    ]
    assert sum((page.lines for page in pages), ()) == everybody.lines
    assert [(page.page, page.pages) for page in pages] == [
        (number, count) for number in range(count)
    ]
    with chat.open() as book:
        assert statements.pairs(book, 99) == pages[-1]


def test_parts_that_take_too_long_to_compute_count_as_earlier(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.join(ASHA, BOB)
    for _ in range(3):
        line = expense(100, "tea", "zoe", "yan", payers=((Name("asha"), 6000), (Name("bob"), 4000)))
        chat.split(ASHA, line)
    assert {earlier for *_, earlier in chat.pairs()} == {0}
    monkeypatch.setattr(pair_breakdown, "CELLS_COMPUTED", 10)
    assert {earlier for *_, earlier in chat.pairs()} == {2}


def test_entries_of_a_crowd_are_read_until_there_are_enough_shares(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(90, "wine", "zoe"))
    for _ in range(12):
        chat.split(ASHA, expense(30, "tea", "bob", "yan"))
    assert {(debtor, earlier) for debtor, _, _, _, earlier in chat.pairs()} == {
        ("Bob", 7),
        ("yan", 7),
        ("zoe", 0),
    }
    monkeypatch.setattr(statements, "_SHARES_READ", 20)
    zoe = next(line for line in chat.pairs() if line[0] == "zoe")
    assert zoe == ("zoe", "Asha", 4500, (), 1)
