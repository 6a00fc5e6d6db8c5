"""Pictures of receipts that come over HTTP: the book keeps them until a chat does."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_12_01_pictures"
down_revision = "2026_11_30_shown_plans"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("entry_id", ROW_ID, nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_pictures_group_id_groups"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_pictures_entry_id_entries"),
        sa.PrimaryKeyConstraint("id", name="pk_pictures"),
    )
    op.create_index("ix_pictures_group_id", "pictures", ["group_id"])
    op.create_index("ix_pictures_entry_id", "pictures", ["entry_id"])


def downgrade() -> None:
    """Entries keep no word of a picture that is gone with the table."""
    op.execute("UPDATE entries SET attachment = NULL WHERE attachment LIKE 'kept:%'")
    op.drop_table("pictures")
