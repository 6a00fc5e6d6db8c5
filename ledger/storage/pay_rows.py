"""SQL of pay details: where accounts want their money to be sent."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from ledger.core.members import UserId
from ledger.core.paying.details import PayDetail, Scheme
from ledger.storage.tables import PayDetailRow
from ledger.storage.upserts import upsert

_OF = (
    select(PayDetailRow.user_id, PayDetailRow.scheme, PayDetailRow.value)
    .where(PayDetailRow.user_id.in_(bindparam("user_ids", expanding=True)))
    .order_by(PayDetailRow.user_id, PayDetailRow.scheme)
)


def of(connection: Connection, user_ids: Collection[UserId]) -> Sequence[tuple[UserId, PayDetail]]:
    """Return the details of some accounts, in the order of their schemes."""
    if not user_ids:
        return ()
    found = connection.execute(_OF, {"user_ids": list(user_ids)})
    return [(UserId(row.user_id), PayDetail(row.scheme, row.value)) for row in found]


def put(connection: Connection, user_id: UserId, detail: PayDetail) -> None:
    """Keep a detail, in place of the account's last one of that scheme."""
    connection.execute(
        upsert(connection.dialect.name, PayDetailRow, ("user_id", "scheme"), replace=("value",)),
        {"user_id": user_id, "scheme": detail.scheme, "value": detail.value},
    )


def move(connection: Connection, gone: UserId, stays: UserId) -> None:
    """Let an account's details be another's, where it has none of their scheme."""
    taken = select(PayDetailRow.scheme).where(PayDetailRow.user_id == stays)
    connection.execute(
        update(PayDetailRow)
        .where(PayDetailRow.user_id == gone, PayDetailRow.scheme.not_in(taken))
        .values(user_id=stays)
    )


def drop(connection: Connection, user_id: UserId, scheme: Scheme | None = None) -> None:
    """Forget an account's detail of a scheme, without one all of them."""
    dropped = delete(PayDetailRow).where(PayDetailRow.user_id == user_id)
    if scheme is not None:
        dropped = dropped.where(PayDetailRow.scheme == scheme)
    connection.execute(dropped)
