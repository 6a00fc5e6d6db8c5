"""How a migration builds an index on a table that grows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alembic import op

from ledger.storage import migrating


def create_index(name: str, table: str, columns: Sequence[str], **how: Any) -> None:
    """Create an index as Alembic's operation of this name does, and hold up nobody meanwhile.

    Beside processes that write it is built with CONCURRENTLY, outside of a transaction: it
    waits for everybody who had begun before it, and nobody waits for it
    (postgresql.org/docs/current/sql-createindex.html). So it has all the time that a statement
    has: were it given up as what waits for a lock is, a backup or a report that takes long
    would keep a new version from starting.
    """
    context = op.get_context()
    if context.config is None or not context.config.attributes.get("beside_writers"):
        op.create_index(name, table, columns, **how)
        return
    with context.autocommit_block():
        op.execute("SET lock_timeout = 0")
        # What an index that was broken off left behind is of no use, and in the way.
        op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
        op.create_index(name, table, columns, postgresql_concurrently=True, **how)
        op.execute(f"SET lock_timeout = {migrating.LOCK_TIMEOUT_MS}")
