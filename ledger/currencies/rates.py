"""A group's own rates: `/rate EUR 90.5`, in place of the reference rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.standings import GroupStanding
from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.members import GroupId
from ledger.core.money import Currency
from ledger.core.news import Alteration
from ledger.storage import group_rows, rate_rows, running_balances
from ledger.storage.database import Transaction


def known(book: Book) -> KnownRates:
    """Return the group's own rates, for the currencies in which anything is open."""
    home, connection = book.group.currency, book.tx.connection
    own = {rate.base: rate for rate in rate_rows.into(connection, book.group.id, home)}
    open_ones = sorted(running_balances.all_nets(connection, book.group.id))
    return KnownRates(home, own).using(*open_ones)


def of_person(
    tx: Transaction, standings: Sequence[GroupStanding]
) -> dict[GroupId | None, KnownRates]:
    """Return the rates for what a person has open in several currencies.

    By the groups in which there are several; and under None, where there are several in all,
    into the currency that most of the groups have, in which nobody has set any.
    """
    found: dict[GroupId | None, KnownRates] = {}
    for one in standings:
        if len(one.nets) > 1:
            home, group_id = one.group.currency, one.group.id
            own = {rate.base: rate for rate in rate_rows.into(tx.connection, group_id, home)}
            found[group_id] = KnownRates(home, own).using(*(net.currency for net in one.nets))
    every = sorted({net.currency for one in standings for net in one.nets})
    if len(every) > 1:
        homes = Counter(one.group.currency for one in standings)
        found[None] = KnownRates(homes.most_common(1)[0][0], {}).using(*every)
    return found


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
    _note(book, base)
    return rate


def drop_rate(book: Book, base: Currency) -> None:
    """Go back to the reference rate of a currency; raises NOT_A_PERSON."""
    book.require_actor()
    if rate_rows.drop(book.tx.connection, book.group.id, base, book.group.currency):
        _note(book, base)


def _note(book: Book, base: Currency) -> None:
    """Note that a rate is another one, for whoever tells of it and whoever watches."""
    group_rows.note_change(book.tx.connection, book.group.id, book.now)
    book.altered.append(Alteration(rates=(base,)))
