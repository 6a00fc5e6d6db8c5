"""What the server of the Bot API has: a restart had to ask it again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_29_server_features"
down_revision = "2026_11_29_public_ids"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "server_features",
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("able", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("server", "feature", name="pk_server_features"),
    )


def downgrade() -> None:
    op.drop_table("server_features")
