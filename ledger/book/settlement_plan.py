"""Plans: the payments suggested for a book as it is, one plan a currency."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.book.open_book import Book
from ledger.core.balances import Pair
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.settling import Payment, plan, plan_along_pairs
from ledger.storage import running_balances


def suggested(book: Book) -> dict[Currency, tuple[Payment, ...]]:
    """Return the suggested payments by currency; currencies that are square are left out.

    The fewest payments, or where the group does not simplify, one for each pair of members.
    """
    connection, group = book.tx.connection, book.group
    if not group.simplify:
        owed: dict[Currency, dict[Pair, int]] = {}
        for currency, pair, minor in running_balances.netted(connection, group.id, group.currency):
            owed.setdefault(currency, {})[pair] = minor
        return {currency: plan_along_pairs(of_pairs) for currency, of_pairs in owed.items()}
    return from_nets(running_balances.all_nets(connection, group.id))


def from_nets(
    nets: Mapping[Currency, Mapping[MemberId, int]],
) -> dict[Currency, tuple[Payment, ...]]:
    """Return the fewest payments by currency for the nets of each."""
    return {currency: plan(of_currency) for currency, of_currency in nets.items()}
