"""Waiting in a test until a session of a PostgreSQL schema is where the test wants it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final

from sqlalchemy import text

from ledger.storage.database import Store

PATIENCE_SECONDS: Final = 120
"""Long past what a busy machine takes: only a test that hangs meets it."""

# Sessions bear their schema's name (tests/stores.py): other workers' are no concern of a test.
A_SESSION_WAITS: Final = (
    "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    " AND application_name = current_setting('application_name')"
)
"""Whether a session of this schema waits for a lock."""


def until(condition: Callable[[], object], works: Future[Any]) -> None:
    """Wait until something is so; raise what the thread beside met, if it ends before."""
    patience_ends = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if works.done():
            works.result()
            raise AssertionError("it ended, and this was never so")
        assert time.monotonic() < patience_ends, "this is not so after a long time"


def until_it_waits(store: Store, works: Future[Any], query: str = A_SESSION_WAITS) -> None:
    """Wait until the thread beside waits for a lock, or until a query of one's own says yes."""

    def waits() -> bool:
        with store.transaction() as tx:
            return bool(tx.connection.scalar(text(query)))

    until(waits, works)
