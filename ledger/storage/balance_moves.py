"""PostgreSQL's statements that move the running balances and read them in one round trip."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, CompoundSelect, bindparam, func, select, union_all

from ledger.core.balances import Owed
from ledger.core.members import MemberId
from ledger.storage.prepared import Prepared
from ledger.storage.tables import BalanceRow, DebtRow
from ledger.storage.upserts import inserting

NET_KEY = ("group_id", "currency", "member_id")
PAIR_KEY = ("group_id", "currency", "debtor_id", "creditor_id")

_NETS = select(BalanceRow.member_id, BalanceRow.net_minor).where(
    BalanceRow.group_id == bindparam("group_id"),
    BalanceRow.currency == bindparam("currency"),
    BalanceRow.net_minor != 0,
)
NETS = Prepared(_NETS)
"""The members' nets in a currency, zeros left out."""


def net_arrays(moved: Mapping[MemberId, int]) -> dict[str, list[int]]:
    """Return what is moved as the parameters of `moving_nets`."""
    return {"members": list(moved), "minors": list(moved.values())}


@cache
def moving_both() -> Prepared:
    """Return PostgreSQL's statement that adds to pairs as well as to nets."""
    columns = DebtRow.__table__.c
    names = ("debtor_id", "creditor_id", *Owed._fields)
    arrays = ("debtors", "creditors", *Owed._fields)
    rows = (
        func.unnest(
            *(
                bindparam(array, type_=ARRAY(columns[name].type))
                for array, name in zip(arrays, names, strict=True)
            )
        )
        .table_valued(*names, name="moved_pairs")
        .render_derived()
    )
    written = inserting("postgresql", DebtRow).from_select(
        ["group_id", "currency", *names],
        select(
            bindparam("group_id", type_=columns.group_id.type),
            bindparam("currency", type_=columns.currency.type),
            *(rows.c[name] for name in names),
        ),
    )
    owed = (
        written.on_conflict_do_update(
            index_elements=list(PAIR_KEY),
            set_={name: columns[name] + written.excluded[name] for name in Owed._fields},
        )
        .returning(DebtRow.debtor_id)
        .cte("owed")
    )
    return Prepared(_moving_nets().add_cte(owed))


@cache
def moving_nets() -> Prepared:
    """Return PostgreSQL's one statement that adds to nets and reads all of them."""
    return Prepared(_moving_nets())


def _moving_nets() -> CompoundSelect[Any]:
    """Return that statement.

    A SELECT beside a writing WITH sees the rows from before it, so it leaves out those that
    were written, whose new values the writing returns.
    """
    rows = (
        func.unnest(
            bindparam("members", type_=ARRAY(BalanceRow.__table__.c.member_id.type)),
            bindparam("minors", type_=ARRAY(BalanceRow.__table__.c.net_minor.type)),
        )
        .table_valued("member_id", "net_minor")
        .render_derived()
    )
    written = inserting("postgresql", BalanceRow).from_select(
        [*NET_KEY, "net_minor"],
        select(
            bindparam("group_id", type_=BalanceRow.__table__.c.group_id.type),
            bindparam("currency", type_=BalanceRow.__table__.c.currency.type),
            rows.c.member_id,
            rows.c.net_minor,
        ),
    )
    moved = (
        written.on_conflict_do_update(
            index_elements=list(NET_KEY),
            set_={"net_minor": BalanceRow.net_minor + written.excluded.net_minor},
        )
        .returning(BalanceRow.member_id, BalanceRow.net_minor)
        .cte("moved")
    )
    others = _NETS.where(BalanceRow.member_id.not_in(select(moved.c.member_id)))
    return union_all(select(moved.c.member_id, moved.c.net_minor), others)
