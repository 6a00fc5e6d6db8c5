"""SQL of the rates that groups have set."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import Connection, bindparam, delete, insert, select

from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.members import GroupId
from ledger.core.money import Currency
from ledger.storage.tables import RateRow
from ledger.storage.upserts import upsert

_INTO = (
    select(RateRow.base, RateRow.quote, RateRow.value, RateRow.on_date)
    .where(RateRow.group_id == bindparam("group_id"), RateRow.quote == bindparam("quote"))
    .order_by(RateRow.base)
)


def into(connection: Connection, group_id: GroupId, quote: Currency) -> Sequence[Rate]:
    """Return a group's own rates into a currency, by the other ones."""
    found = connection.execute(_INTO, {"group_id": group_id, "quote": quote})
    return [
        Rate(
            Currency(row.base), Currency(row.quote), Decimal(row.value), RateSource.OWN, row.on_date
        )
        for row in found
    ]


def put(connection: Connection, group_id: GroupId, rate: Rate) -> None:
    """Keep a rate, in place of the last one between the two currencies."""
    connection.execute(
        upsert(
            connection.dialect.name,
            RateRow,
            ("group_id", "base", "quote"),
            replace=("value", "on_date"),
        ),
        {
            "group_id": group_id,
            "base": rate.base,
            "quote": rate.quote,
            "value": rate.written(),
            "on_date": rate.on,
        },
    )


def drop(connection: Connection, group_id: GroupId, base: Currency, quote: Currency) -> bool:
    """Forget a rate; return whether there was one."""
    gone = connection.execute(
        delete(RateRow).where(
            RateRow.group_id == group_id, RateRow.base == base, RateRow.quote == quote
        )
    )
    return bool(gone.rowcount)


def move(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let a group that took another one's book in use its rates, where it has none itself."""
    taken = select(RateRow.base, RateRow.quote).where(RateRow.group_id == stays)
    known = {(row.base, row.quote) for row in connection.execute(taken)}
    theirs = connection.execute(
        select(RateRow.base, RateRow.quote, RateRow.value, RateRow.on_date).where(
            RateRow.group_id == gone
        )
    )
    new = [
        {**row._mapping, "group_id": stays}  # noqa: SLF001  # public by its documentation
        for row in theirs
        if (row.base, row.quote) not in known
    ]
    if new:
        connection.execute(insert(RateRow), new)
    connection.execute(delete(RateRow).where(RateRow.group_id == gone))
