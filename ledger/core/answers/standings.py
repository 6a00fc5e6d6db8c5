"""Where people stand: nets and plans, one person's debts, and who owes whom."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.core.entries import Entry
from ledger.core.gross_view import Gross
from ledger.core.groups import Group
from ledger.core.members import Member, MemberId, Roster
from ledger.core.money import Currency, Money
from ledger.core.settling import Payment


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
    `payable` are those among the plan's payees who said how they can be paid, where asked for.
    """

    roster: Roster
    currencies: tuple[CurrencySheet, ...]
    simplify: bool
    change: int
    payable: tuple[Member, ...] = ()


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
    against the debt. `origins` are the entries of the parts, where these were asked for.
    """

    debtor: MemberId
    creditor: MemberId
    net: Money
    parts: tuple[int, ...]
    earlier: int
    origins: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class PairSheet:
    """Who owes whom, one line a pair and currency: those of a page, which counts from 0."""

    roster: Roster
    lines: tuple[PairLine, ...]
    page: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class PairBalance:
    """What stands between two members: who owes whom, a line a currency; none if nobody does."""

    members: tuple[Member, Member]
    sheet: PairSheet


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """A person's nets in one group by currency, zeros left out; positive is owed to them."""

    group: Group
    nets: tuple[Money, ...]
