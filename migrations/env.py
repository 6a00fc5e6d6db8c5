"""How Alembic reaches the database and the tables that it compares.

The store runs migrations in a connection of its own; `alembic` on the command line takes
DATABASE_URL.
"""

from __future__ import annotations

import importlib
import os

from alembic import context
from sqlalchemy import Connection

from ledger.core.clock import SystemClock
from ledger.storage.database import Store

EVERY_TABLE = importlib.import_module("migrations.every_table").EVERY_TABLE


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=EVERY_TABLE,
        compare_server_default=True,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=bool(context.config.attributes.get("beside_writers")),
    )
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database only: see `main.py migrate`.")

given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    store = Store(os.environ.get("DATABASE_URL", "sqlite:///all_square.db"), SystemClock())
    with store.transaction() as transaction:
        run(transaction.connection)
    store.dispose()
