"""The secret that signs the API's tokens where the book is on a server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_30_kept_secrets"
down_revision = "2026_11_29_server_features"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_secrets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_kept_secrets"),
    )


def downgrade() -> None:
    op.drop_table("kept_secrets")
