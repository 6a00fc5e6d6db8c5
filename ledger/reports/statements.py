"""Statements: what the book says now about who is owed and who owes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ledger.book import settlement_plan
from ledger.book.open_book import Book
from ledger.core.balances import Gross, Then, gross, netted
from ledger.core.entries import Contents, Entry
from ledger.core.groups import Group
from ledger.core.members import GroupId, Member, MemberId, Roster, UserId, Whom
from ledger.core.money import Currency, Money
from ledger.core.pair_breakdown import newest_parts
from ledger.core.settling import Payment
from ledger.people.membership import resolve
from ledger.storage import entry_rows, group_rows, running_balances
from ledger.storage.database import Transaction

_ENTRIES_READ = 500
"""How many entries back the parts of pairs are looked for."""
_ENTRIES_AT_ONCE = 50
_CHANGES_READ = 500
"""How many changes back the same is looked for in entries that are older than these."""


@dataclass(frozen=True, slots=True)
class CurrencySheet:
    """One currency's nets, the most owed first and zeros left out, and the plan."""

    currency: Currency
    nets: tuple[tuple[MemberId, int], ...]
    plan: tuple[Payment, ...]


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """A group's balances; no currencies when everybody is square.

    The group's own currency comes first. `simplify` tells whether the plan is the fewest
    payments, or follows who owes whom. `change` is the number of the group's latest change.
    """

    roster: Roster
    currencies: tuple[CurrencySheet, ...]
    simplify: bool
    change: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One member's gross view by currency: what they owe and are owed, person by person."""

    member: Member
    roster: Roster
    currencies: tuple[tuple[Currency, Gross], ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Who owes whom how much, and the parts that it is made of in minor units, newest last.

    At most the last five; `earlier` counts those before. A part is negative where it counts
    against the debt.
    """

    debtor: MemberId
    creditor: MemberId
    net: Money
    parts: tuple[int, ...]
    earlier: int


@dataclass(frozen=True, slots=True)
class PairSheet:
    """Who owes whom, one line a pair and currency."""

    roster: Roster
    lines: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """A person's nets in one group by currency, zeros left out; positive is owed to them."""

    group: Group
    nets: tuple[Money, ...]


def balance(book: Book) -> BalanceSheet:
    """Return each member's net and the plan; costs the same however long the book is."""
    nets = running_balances.all_nets(book.tx.connection, book.group.id)
    planned = (
        settlement_plan.from_nets(nets) if book.group.simplify else settlement_plan.suggested(book)
    )
    return BalanceSheet(
        roster=book.roster,
        currencies=tuple(
            CurrencySheet(
                currency,
                tuple(sorted(nets[currency].items(), key=lambda net: (-net[1], net[0]))),
                planned.get(currency, ()),
            )
            for currency in _own_first(book, nets)
        ),
        simplify=book.group.simplify,
        change=book.changes,
    )


def standing(book: Book, whom: Whom | MemberId) -> Standing:
    """Return one member's gross view since everybody was last square.

    Raises LedgerError: UNKNOWN_NAME; NAME_AMBIGUOUS; NOT_A_PERSON.
    """
    member = resolve(book, whom, make=False)
    pairs = running_balances.pairs(book.tx.connection, book.group.id)
    views = {currency: gross(pairs[currency], member.id) for currency in _own_first(book, pairs)}
    return Standing(
        member=member,
        roster=book.roster,
        currencies=tuple((currency, view) for currency, view in views.items() if view != _NOTHING),
    )


_NOTHING = Gross((), (), (), ())


def pairs(book: Book) -> PairSheet:
    """Return who owes whom with the newest parts, since everybody was last square.

    Parts stand in the order of their entries' numbers. Only the group's newest entries are
    read, so that a long book costs no more than a short one: a pair that did nothing in them
    shows fewer parts, or none, and counts the others as earlier.
    """
    connection, group_id = book.tx.connection, book.group.id
    owed = running_balances.pairs(connection, group_id)
    squares = running_balances.squares(connection, group_id)
    moments = {currency: squares.get(currency, 0) for currency in owed}
    parts = newest_parts(owed, _newest_first(book, moments), book.people.merged)
    return PairSheet(
        book.roster,
        tuple(
            PairLine(*pair, Money(minor, currency), of_pair.newest, of_pair.earlier)
            for currency in _own_first(book, owed)
            for pair, minor in netted(owed[currency]).items()
            for of_pair in (parts[currency][pair],)
        ),
    )


def my_standing(tx: Transaction, user_id: UserId) -> tuple[GroupStanding, ...]:
    """Return a person's nets in every group that they are in, or have something open in."""
    found: dict[GroupId, GroupStanding] = {}
    for row in group_rows.of_user(tx.connection, user_id):
        of_group = found.setdefault(GroupId(row.id), GroupStanding(group_rows.group(row), ()))
        if row.net_minor:
            net = Money(row.net_minor, Currency(row.net_currency))
            found[GroupId(row.id)] = GroupStanding(of_group.group, (*of_group.nets, net))
    return tuple(found.values())


def _own_first(book: Book, currencies: Iterable[Currency]) -> list[Currency]:
    """Return currencies in order, the group's own before the others."""
    own = book.group.currency
    return sorted(currencies, key=lambda currency: (currency != own, currency))


def _newest_first(
    book: Book, moments: Mapping[Currency, int]
) -> Iterator[tuple[Then, Contents | None]]:
    """Yield entries, the highest number first, with what counted at each moment and counts now.

    Reads a few at a time, and never more than the newest. Behind these come older ones that
    were changed since, where the newest changes are all that there were.
    """
    connection, group_id, last = book.tx.connection, book.group.id, book.group.entries
    end = max(0, last - _ENTRIES_READ)
    while last > end:
        first = max(end, last - _ENTRIES_AT_ONCE) + 1
        yield from _then_and_now(
            book, entry_rows.numbered(connection, group_id, first, last), moments
        )
        last = first - 1
    moment = min(moments.values(), default=book.changes)
    if end and book.changes - moment <= _CHANGES_READ:
        changed = entry_rows.changes(connection, group_id, moment + 1, book.changes)
        older = {entry.id: entry for entry in changed if entry.number <= end}
        in_order = sorted(older.values(), key=lambda entry: -entry.number)
        yield from _then_and_now(book, in_order, moments)


def _then_and_now(
    book: Book, found: Sequence[Entry], moments: Mapping[Currency, int]
) -> Iterator[tuple[Then, Contents | None]]:
    """Yield what each entry counted at each moment, and what it counts now."""
    then = {
        currency: entry_rows.counted_at(
            book.tx.connection,
            [entry.id for entry in found if _was_changed(entry, moment)],
            moment,
        )
        for currency, moment in moments.items()
    }
    for entry in found:
        now = entry.revision.counted
        yield (
            {
                currency: now if entry.revision.change <= moment else then[currency].get(entry.id)
                for currency, moment in moments.items()
            },
            now,
        )


def _was_changed(entry: Entry, moment: int) -> bool:
    """Tell whether an entry changed since a moment and may have counted something at it."""
    return 0 < moment < entry.revision.change and entry.revision.number > 1
