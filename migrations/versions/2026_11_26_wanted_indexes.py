"""Indexes for what is asked by member: whom others were merged into, balances, and schedules."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ledger.storage.index_building import create_index

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_26_wanted_indexes"
down_revision = "2026_11_26_standing_members"
branch_labels = None
depends_on = None

_IS_MERGED = sa.text("merged_into IS NOT NULL")
_INDEXES = (
    ("ix_members_merged_into", "members", "merged_into"),
    ("ix_balances_member_id", "balances", "member_id"),
    ("ix_schedules_author_id", "schedules", "author_id"),
)


def upgrade() -> None:
    for name, table, column in _INDEXES:
        where = _IS_MERGED if column == "merged_into" else None
        create_index(name, table, [column], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name, table, _ in _INDEXES:
        op.drop_index(name, table_name=table)
