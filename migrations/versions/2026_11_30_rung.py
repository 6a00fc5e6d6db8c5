"""Whom a reminder of several messages has rung before the process ended: they were rung again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_30_rung"
down_revision = "2026_11_30_news"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reminded", sa.Column("rung_source", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("reminded", "rung_source")
