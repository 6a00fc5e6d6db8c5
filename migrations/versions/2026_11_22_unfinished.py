"""Updates that are answered, and stay in the inbox until what people see is redrawn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_22_unfinished"
down_revision = "2026_11_22_searching"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "inbox", sa.Column("answered", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("inbox", "answered")
