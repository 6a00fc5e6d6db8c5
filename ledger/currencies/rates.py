"""A group's own rates: `/rate EUR 90.5`, in place of the reference rates."""

from __future__ import annotations

from decimal import Decimal

from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.money import Currency
from ledger.storage import group_rows, rate_rows, running_balances


def known(book: Book) -> KnownRates:
    """Return the group's own rates, for the currencies in which anything is open."""
    home, connection = book.group.currency, book.tx.connection
    own = {rate.base: rate for rate in rate_rows.into(connection, book.group.id, home)}
    open_ones = sorted(running_balances.all_nets(connection, book.group.id))
    return KnownRates(home, own).using(*open_ones)


def set_rate(book: Book, base: Currency, value: Decimal) -> Rate:
    """Say what a unit of another currency is worth in the group's; anybody may.

    It changes nothing that is recorded: only totals, and what is converted from now on.

    Raises LedgerError: NOT_A_PERSON; BAD_RATE(written: str) beyond any currencies there are, or
    for the group's own currency.
    """
    book.require_actor()
    home = book.group.currency
    if base == home:
        raise LedgerError(Code.BAD_RATE, written=base)
    rate = Rate(base, home, value, RateSource.OWN, book.today)
    rate_rows.put(book.tx.connection, book.group.id, rate)
    group_rows.note_change(book.tx.connection, book.group.id, book.now)
    return rate


def drop_rate(book: Book, base: Currency) -> None:
    """Go back to the reference rate of a currency; raises NOT_A_PERSON."""
    book.require_actor()
    rate_rows.drop(book.tx.connection, book.group.id, base, book.group.currency)
    group_rows.note_change(book.tx.connection, book.group.id, book.now)
