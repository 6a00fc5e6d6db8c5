"""Weekly summaries count a week's changes from the entries, and keep no nets of the one before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_22_weeks"
down_revision = "2026_11_22_unfinished"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("deliveries", "told")


def downgrade() -> None:
    op.add_column("deliveries", sa.Column("told", sa.Text(), nullable=True))
