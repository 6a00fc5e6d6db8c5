"""Indexes to find groups, members and entries by the UUIDs that HTTP shows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ledger.storage.index_building import create_index

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_29_public_ids"
down_revision = "2026_11_29_accounts"
branch_labels = None
depends_on = None

_IS_SHOWN = sa.text("public_id IS NOT NULL")
_TABLES = ("groups", "members", "entries")


def upgrade() -> None:
    for table in _TABLES:
        create_index(
            f"ix_{table}_public_id",
            table,
            ["public_id"],
            unique=True,
            sqlite_where=_IS_SHOWN,
            postgresql_where=_IS_SHOWN,
        )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_index(f"ix_{table}_public_id", table_name=table)
