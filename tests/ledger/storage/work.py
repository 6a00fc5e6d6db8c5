"""How much a database has to do for a use case, whatever else the machine does meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import text

from ledger.storage.database import Store, Transaction

_STEPS_AT_ONCE = 10
_ROWS_READ = text(
    "SELECT coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)"
    " FROM pg_stat_xact_user_tables WHERE schemaname = current_schema()"
)


def work(store: Store, use_case: Callable[[Transaction], object]) -> int:
    """Return the steps that SQLite's machine makes for a use case, or the rows PostgreSQL reads."""
    with store.transaction() as tx:
        if store.is_sqlite:
            return _steps(tx, use_case)
        # It would rather read a table of a thousand rows as a whole, and does not one of a million.
        tx.connection.execute(text("SET LOCAL enable_seqscan = off"))
        # A plan that was kept may be from when the book was short.
        tx.connection.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))
        before = _rows_read(tx)
        use_case(tx)
        return _rows_read(tx) - before


def _rows_read(tx: Transaction) -> int:
    """Return how many rows were read; those of the transactions before it may be among them."""
    return int(tx.connection.execute(_ROWS_READ).scalar_one())


def _steps(tx: Transaction, use_case: Callable[[Transaction], object]) -> int:
    driver: Any = tx.connection.connection.driver_connection
    calls = 0

    def count() -> int:
        nonlocal calls
        calls += 1
        return 0

    driver.set_progress_handler(count, _STEPS_AT_ONCE)
    try:
        use_case(tx)
    finally:
        driver.set_progress_handler(None, 0)
    return calls * _STEPS_AT_ONCE
