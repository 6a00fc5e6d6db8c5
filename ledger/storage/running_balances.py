"""SQL of the derived rows: balances, debts between two, and when all were last square."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import (
    Connection,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
)

from ledger.core.balances import Balances, Effect, Owed, Pair, together
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage.balance_moves import (
    NET_KEY,
    NETS,
    PAIR_KEY,
    moving_both,
    moving_nets,
    net_arrays,
)
from ledger.storage.tables import BalanceRow, BaselineRow, DebtRow
from ledger.storage.types import AnyRow
from ledger.storage.upserts import add_all, insert_all, upsert

_IS_USED = (
    select(BalanceRow.member_id)
    .where(
        BalanceRow.group_id == bindparam("group_id"), BalanceRow.currency == bindparam("currency")
    )
    .limit(1)
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
_OF_MEMBER = _PAIRS.where(
    (DebtRow.debtor_id == bindparam("member_id")) | (DebtRow.creditor_id == bindparam("member_id"))
)
_AMONG = _PAIRS.where(
    DebtRow.debtor_id.in_(bindparam("members", expanding=True)),
    DebtRow.creditor_id.in_(bindparam("members", expanding=True)),
)
_FORWARD = DebtRow.debtor_id < DebtRow.creditor_id
_OWED_MINOR = DebtRow.expenses_minor + DebtRow.payments_minor
_BY_TWO = (
    select(
        DebtRow.currency,
        case((_FORWARD, DebtRow.debtor_id), else_=DebtRow.creditor_id).label("lower"),
        case((_FORWARD, DebtRow.creditor_id), else_=DebtRow.debtor_id).label("higher"),
        func.sum(case((_FORWARD, _OWED_MINOR), else_=-_OWED_MINOR)).label("minor"),
    )
    .where(DebtRow.group_id == bindparam("group_id"))
    .group_by("currency", "lower", "higher")
    .subquery("by_two")
)
_DEBTOR = case((_BY_TWO.c.minor > 0, _BY_TWO.c.lower), else_=_BY_TWO.c.higher)
_CREDITOR = case((_BY_TWO.c.minor > 0, _BY_TWO.c.higher), else_=_BY_TWO.c.lower)
_NETTED = (
    select(_BY_TWO.c.currency, _DEBTOR, _CREDITOR, func.abs(_BY_TWO.c.minor))
    .where(_BY_TWO.c.minor != 0)
    .order_by(_BY_TWO.c.currency != bindparam("first"), _BY_TWO.c.currency, _DEBTOR, _CREDITOR)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_ALL = 2**31 - 1
_COUNT_NETTED = select(func.count()).select_from(_BY_TWO).where(_BY_TWO.c.minor != 0)
_BASELINES = select(BaselineRow.currency, BaselineRow.change).where(
    BaselineRow.group_id == bindparam("group_id")
)
_END_PAIRS = delete(DebtRow).where(
    DebtRow.group_id == bindparam("group_id"), DebtRow.currency == bindparam("currency")
)
_FORGET = tuple(
    delete(row).where(row.group_id == bindparam("group_id"))
    for row in (BalanceRow, DebtRow, BaselineRow)
)


def nets(connection: Connection, group_id: GroupId, currency: Currency) -> dict[MemberId, int]:
    """Return the members' nets in a currency, zeros left out."""
    rows = NETS.all(connection, {"group_id": group_id, "currency": currency})
    return {MemberId(member): net for member, net in rows}


def is_used(connection: Connection, group_id: GroupId, currency: Currency) -> bool:
    """Tell whether anything was ever recorded in a currency that anybody owed or paid."""
    used = connection.execute(_IS_USED, {"group_id": group_id, "currency": currency})
    return used.first() is not None


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
    return _read_pairs(connection.execute(_PAIRS, {"group_id": group_id}))


def pairs_of(
    connection: Connection, group_id: GroupId, member: MemberId
) -> dict[Currency, dict[Pair, Owed]]:
    """Return of `pairs` those that a member is one of."""
    return _read_pairs(connection.execute(_OF_MEMBER, {"group_id": group_id, "member_id": member}))


def pairs_among(
    connection: Connection, group_id: GroupId, members: Collection[MemberId]
) -> dict[Currency, dict[Pair, Owed]]:
    """Return of `pairs` those between some members."""
    among = {"group_id": group_id, "members": sorted(members)}
    return _read_pairs(connection.execute(_AMONG, among))


def _read_pairs(rows: Iterable[AnyRow]) -> dict[Currency, dict[Pair, Owed]]:
    found: dict[Currency, dict[Pair, Owed]] = {}
    for currency, debtor, creditor, *owed in rows:
        pair = (MemberId(debtor), MemberId(creditor))
        found.setdefault(Currency(currency), {})[pair] = Owed(*owed)
    return found


def count_netted(connection: Connection, group_id: GroupId) -> int:
    """Return how many pairs are not even, each currency apart."""
    return connection.execute(_COUNT_NETTED, {"group_id": group_id}).scalar_one()


def netted(
    connection: Connection,
    group_id: GroupId,
    first: Currency,
    most: int = _ALL,
    skipped: int = 0,
) -> list[tuple[Currency, Pair, int]]:
    """Return who owes whom (minor units > 0), as `core.balances.netted` has it, all or some.

    In the order of currencies, the `first` before the others, then of ids.
    """
    asked = {"group_id": group_id, "first": first, "most": most, "skipped": skipped}
    return [
        (Currency(currency), (MemberId(debtor), MemberId(creditor)), int(minor))
        for currency, debtor, creditor, minor in connection.execute(_NETTED, asked)
    ]


def baselines(connection: Connection, group_id: GroupId) -> dict[Currency, int]:
    """Return the change after which all were last square, for currencies where they were."""
    rows = connection.execute(_BASELINES, {"group_id": group_id})
    return {Currency(currency): change for currency, change in rows}


def stored(connection: Connection, group_id: GroupId) -> dict[Currency, Balances]:
    """Return all derived rows of a group as values."""
    of_nets = all_nets(connection, group_id)
    of_pairs = pairs(connection, group_id)
    of_baselines = baselines(connection, group_id)
    return {
        currency: Balances(
            of_nets.get(currency, {}), of_pairs.get(currency, {}), of_baselines.get(currency, 0)
        )
        for currency in sorted({*of_nets, *of_pairs, *of_baselines})
    }


def add(
    connection: Connection, group_id: GroupId, currency: Currency, effect: Effect, change: int
) -> dict[MemberId, int]:
    """Add an effect to the rows and return the nets after it; see `core.balances.effects`."""
    at_once = connection.dialect.name != "sqlite" and effect.nets and effect.pairs
    after = (
        _move_at_once(connection, group_id, currency, effect)
        if at_once
        else _move_nets(connection, group_id, currency, effect.nets)
    )
    assert sum(after.values()) == 0, (group_id, currency, after)
    if not after:
        # The pairs that were just added to go with all others.
        _begin_pairs(connection, group_id, currency, change)
    elif effect.pairs and not at_once:
        rows = _pair_rows(group_id, currency, effect.pairs)
        add_all(connection, DebtRow, PAIR_KEY, Owed._fields, rows)
    return after


def add_each(
    connection: Connection,
    group_id: GroupId,
    currency: Currency,
    effects: Sequence[tuple[int, Effect]],
) -> None:
    """Add the effects of several changes, each with its number, as `add` does one by one."""
    before = nets(connection, group_id, currency)
    moved = together(before, effects)
    steps = {
        member: moved.nets.get(member, 0) - before.get(member, 0)
        for member in (*before, *moved.nets)
    }
    after = _move_nets(
        connection, group_id, currency, {member: step for member, step in steps.items() if step}
    )
    assert after == moved.nets, (group_id, currency, after)
    if moved.baseline:
        _begin_pairs(connection, group_id, currency, moved.baseline)
    rows = _pair_rows(group_id, currency, moved.pairs)
    add_all(connection, DebtRow, PAIR_KEY, Owed._fields, rows)


def _begin_pairs(
    connection: Connection, group_id: GroupId, currency: Currency, change: int
) -> None:
    """Let pairs count from a change after which all were square."""
    connection.execute(_END_PAIRS, {"group_id": group_id, "currency": currency})
    connection.execute(
        upsert(connection.dialect.name, BaselineRow, ("group_id", "currency"), replace=("change",)),
        {"group_id": group_id, "currency": currency, "change": change},
    )


def _move_nets(
    connection: Connection, group_id: GroupId, currency: Currency, moved: Mapping[MemberId, int]
) -> dict[MemberId, int]:
    """Add to the nets and return those after it, zeros left out."""
    of = {"group_id": group_id, "currency": currency}
    if connection.dialect.name == "sqlite" or not moved:
        rows = _net_rows(group_id, currency, moved)
        add_all(connection, BalanceRow, NET_KEY, ("net_minor",), rows)
        return nets(connection, group_id, currency)
    found = moving_nets().all(connection, {**of, **net_arrays(moved)})
    return {MemberId(member): net for member, net in found if net}


def _move_at_once(
    connection: Connection, group_id: GroupId, currency: Currency, effect: Effect
) -> dict[MemberId, int]:
    """Add to nets and pairs in one round trip and return the nets after it, zeros left out."""
    pairs, owed = list(effect.pairs), list(effect.pairs.values())
    values = {
        "group_id": group_id,
        "currency": currency,
        **net_arrays(effect.nets),
        "debtors": [debtor for debtor, _ in pairs],
        "creditors": [creditor for _, creditor in pairs],
        **{name: [getattr(one, name) for one in owed] for name in Owed._fields},
    }
    found = moving_both().all(connection, values)
    return {MemberId(member): net for member, net in found if net}


def replace(
    connection: Connection, group_id: GroupId, balances: Mapping[Currency, Balances]
) -> None:
    """Write all derived rows of a group anew."""
    for statement in _FORGET:
        connection.execute(statement, {"group_id": group_id})
    for currency, of_currency in balances.items():
        insert_all(connection, BalanceRow, _net_rows(group_id, currency, of_currency.nets))
        insert_all(connection, DebtRow, _pair_rows(group_id, currency, of_currency.pairs))
        if of_currency.baseline:
            row = {"group_id": group_id, "currency": currency, "change": of_currency.baseline}
            connection.execute(insert(BaselineRow), row)


def _net_rows(
    group_id: GroupId, currency: Currency, of_members: Mapping[MemberId, int]
) -> list[dict[str, object]]:
    return [
        {"group_id": group_id, "currency": currency, "member_id": member, "net_minor": minor}
        for member, minor in of_members.items()
    ]


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
