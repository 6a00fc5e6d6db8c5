"""SQL of the derived rows: balances, debts between two, and when all were last square."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from ledger.core.balances import Balances, Effect, Owed, Pair
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage.tables import BalanceRow, DebtRow, SquareRow
from ledger.storage.upserts import upsert

_NETS = select(BalanceRow.member_id, BalanceRow.net_minor).where(
    BalanceRow.group_id == bindparam("group_id"),
    BalanceRow.currency == bindparam("currency"),
    BalanceRow.net_minor != 0,
)
_UNEQUAL_ELSEWHERE = (
    select(BalanceRow.member_id)
    .where(
        BalanceRow.group_id == bindparam("group_id"),
        BalanceRow.currency != bindparam("currency"),
        BalanceRow.net_minor != 0,
    )
    .distinct()
)
_ALL_NETS = (
    select(BalanceRow.currency, BalanceRow.member_id, BalanceRow.net_minor)
    .where(BalanceRow.group_id == bindparam("group_id"), BalanceRow.net_minor != 0)
    .order_by(BalanceRow.currency, BalanceRow.member_id)
)
_PAIRS = (
    select(
        DebtRow.currency,
        DebtRow.debtor_id,
        DebtRow.creditor_id,
        DebtRow.expenses_minor,
        DebtRow.payments_minor,
        DebtRow.parts,
    )
    .where(
        DebtRow.group_id == bindparam("group_id"),
        (DebtRow.expenses_minor != 0) | (DebtRow.payments_minor != 0) | (DebtRow.parts != 0),
    )
    .order_by(DebtRow.currency, DebtRow.debtor_id, DebtRow.creditor_id)
)
_SQUARES = select(SquareRow.currency, SquareRow.change).where(
    SquareRow.group_id == bindparam("group_id")
)
_END_PAIRS = delete(DebtRow).where(
    DebtRow.group_id == bindparam("group_id"), DebtRow.currency == bindparam("currency")
)
_FORGET = tuple(
    delete(row).where(row.group_id == bindparam("group_id"))
    for row in (BalanceRow, DebtRow, SquareRow)
)
_NET_KEY = ("group_id", "currency", "member_id")
_PAIR_KEY = ("group_id", "currency", "debtor_id", "creditor_id")


def nets(connection: Connection, group_id: GroupId, currency: Currency) -> dict[MemberId, int]:
    """Return the members' nets in a currency, zeros left out."""
    rows = connection.execute(_NETS, {"group_id": group_id, "currency": currency})
    return {MemberId(member): net for member, net in rows}


def unequal_elsewhere(
    connection: Connection, group_id: GroupId, currency: Currency
) -> frozenset[MemberId]:
    """Return the members who are not square in some other currency."""
    rows = connection.execute(_UNEQUAL_ELSEWHERE, {"group_id": group_id, "currency": currency})
    return frozenset(MemberId(member) for member in rows.scalars())


def all_nets(connection: Connection, group_id: GroupId) -> dict[Currency, dict[MemberId, int]]:
    """Return the members' nets by currency; currencies in which all are square are left out."""
    found: dict[Currency, dict[MemberId, int]] = {}
    for currency, member, net in connection.execute(_ALL_NETS, {"group_id": group_id}):
        found.setdefault(Currency(currency), {})[MemberId(member)] = net
    return found


def pairs(connection: Connection, group_id: GroupId) -> dict[Currency, dict[Pair, Owed]]:
    """Return what each owes each since all were last square, by currency."""
    found: dict[Currency, dict[Pair, Owed]] = {}
    for currency, debtor, creditor, *owed in connection.execute(_PAIRS, {"group_id": group_id}):
        pair = (MemberId(debtor), MemberId(creditor))
        found.setdefault(Currency(currency), {})[pair] = Owed(*owed)
    return found


def squares(connection: Connection, group_id: GroupId) -> dict[Currency, int]:
    """Return the change after which all were last square, for currencies where they were."""
    rows = connection.execute(_SQUARES, {"group_id": group_id})
    return {Currency(currency): change for currency, change in rows}


def stored(connection: Connection, group_id: GroupId) -> dict[Currency, Balances]:
    """Return all derived rows of a group as values."""
    of_nets = all_nets(connection, group_id)
    of_pairs = pairs(connection, group_id)
    of_squares = squares(connection, group_id)
    return {
        currency: Balances(
            of_nets.get(currency, {}), of_pairs.get(currency, {}), of_squares.get(currency, 0)
        )
        for currency in sorted({*of_nets, *of_pairs, *of_squares})
    }


def add(
    connection: Connection, group_id: GroupId, currency: Currency, effect: Effect, change: int
) -> dict[MemberId, int]:
    """Add an effect to the rows and return the nets after it; see `balances.effects`."""
    dialect = connection.dialect.name
    if effect.nets:
        connection.execute(
            upsert(dialect, BalanceRow, _NET_KEY, add=("net_minor",)),
            [
                {
                    "group_id": group_id,
                    "currency": currency,
                    "member_id": member,
                    "net_minor": minor,
                }
                for member, minor in effect.nets.items()
            ],
        )
    after = nets(connection, group_id, currency)
    assert sum(after.values()) == 0, (group_id, currency, after)
    if not after:
        connection.execute(_END_PAIRS, {"group_id": group_id, "currency": currency})
        connection.execute(
            upsert(dialect, SquareRow, ("group_id", "currency"), replace=("change",)),
            {"group_id": group_id, "currency": currency, "change": change},
        )
    elif effect.pairs:
        connection.execute(
            upsert(dialect, DebtRow, _PAIR_KEY, add=Owed._fields),
            _pair_rows(group_id, currency, effect.pairs),
        )
    return after


def replace(
    connection: Connection, group_id: GroupId, balances: Mapping[Currency, Balances]
) -> None:
    """Write all derived rows of a group anew."""
    for statement in _FORGET:
        connection.execute(statement, {"group_id": group_id})
    for currency, of_currency in balances.items():
        of = {"group_id": group_id, "currency": currency}
        if of_currency.nets:
            connection.execute(
                insert(BalanceRow),
                [
                    {**of, "member_id": member, "net_minor": minor}
                    for member, minor in of_currency.nets.items()
                ],
            )
        if of_currency.pairs:
            rows = _pair_rows(group_id, currency, of_currency.pairs)
            connection.execute(insert(DebtRow), rows)
        if of_currency.square_change:
            connection.execute(insert(SquareRow), {**of, "change": of_currency.square_change})


def _pair_rows(
    group_id: GroupId, currency: Currency, of_pairs: Mapping[Pair, Owed]
) -> list[dict[str, object]]:
    return [
        {
            "group_id": group_id,
            "currency": currency,
            "debtor_id": debtor,
            "creditor_id": creditor,
            "expenses_minor": owed.expenses_minor,
            "payments_minor": owed.payments_minor,
            "parts": owed.parts,
        }
        for (debtor, creditor), owed in of_pairs.items()
    ]
