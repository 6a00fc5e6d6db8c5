"""What a use case asks of the database: its statements, caught as they are executed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import event

from ledger.storage.database import Store


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with the values that it was executed with."""

    sql: str
    values: Any


@contextmanager
def caught(store: Store) -> Iterator[list[Statement]]:
    """Collect what is executed meanwhile; many rows given to one statement count once."""
    found: list[Statement] = []

    def catch(
        _connection: Any, _cursor: Any, sql: str, values: Any, _context: Any, many: bool
    ) -> None:
        found.append(Statement(sql, values[0] if many else values))

    engine = store._engine
    event.listen(engine, "before_cursor_execute", catch)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", catch)
