"""Indexes to find groups, members and entries by the UUIDs that HTTP shows."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_29_public_ids"
down_revision = "2026_11_29_accounts"
branch_labels = None
depends_on = None

_IS_SHOWN = sa.text("public_id IS NOT NULL")
_TABLES = ("groups", "members", "entries")


def upgrade() -> None:
    context = op.get_context()
    if context.config is None or not context.config.attributes.get("beside_writers"):
        for table in _TABLES:
            _create(table)
        return
    with context.autocommit_block():
        for table in _TABLES:
            # What an index that was broken off left behind is of no use, and in the way.
            op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS ix_{table}_public_id")
            _create(table, postgresql_concurrently=True)


def _create(table: str, **how: Any) -> None:
    op.create_index(
        f"ix_{table}_public_id",
        table,
        ["public_id"],
        unique=True,
        sqlite_where=_IS_SHOWN,
        postgresql_where=_IS_SHOWN,
        **how,
    )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_index(f"ix_{table}_public_id", table_name=table)
