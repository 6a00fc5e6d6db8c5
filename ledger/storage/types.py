"""Rows and statements as the queries hand them on, whatever their columns."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import CursorResult, Row, Select

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]


def new_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    """Return the number that the database gave the row of an INSERT."""
    key = result.inserted_primary_key
    assert key is not None
    number: int = key[0]
    return number
