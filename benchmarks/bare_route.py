"""The API to compare with: one FastAPI route that inserts a row and does nothing else.

It validates the same body as All Square's `POST /api/expenses` and commits it durably, through
connections that are set up as All Square's are. It knows no tokens, members, balances, receipts
or Idempotency-Keys, and adds nothing up.
"""

from __future__ import annotations

import argparse
import uuid
from typing import Any

import uvicorn
from fastapi import FastAPI
from sqlalchemy import Column, DateTime, MetaData, Table, Text, insert

from bot.web.api.schemas.expenses import NewExpense
from ledger.core.clock import SystemClock
from ledger.storage.database import Store

ROWS = Table(
    "bare_expenses",
    MetaData(),
    Column("id", Text, primary_key=True),
    Column("group_id", Text, nullable=False),
    Column("contents", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)


def application(store: Store) -> FastAPI:
    """Return the application over a database that has the table."""
    bare = FastAPI()

    @bare.post("/api/expenses", status_code=201)
    def record(body: NewExpense) -> dict[str, Any]:
        row = {
            "id": str(uuid.uuid4()),
            "group_id": str(body.group_id),
            "contents": body.model_dump_json(by_alias=True),
        }
        with store.transaction() as tx:
            tx.connection.execute(insert(ROWS), {**row, "created_at": tx.now})
        return {"success": True, "data": row}

    return bare


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database-url", required=True)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    store = Store(options.database_url, SystemClock())
    with store.transaction() as tx:
        ROWS.metadata.create_all(tx.connection)
    uvicorn.run(application(store), port=options.port, access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
