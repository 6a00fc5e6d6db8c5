"""The bot's messages that it must know again: receipts and questions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_21_posted"
down_revision = "2026_11_21_inbox"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "posted",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint(
            "purpose IN ('receipt', 'question', 'explained')", name=op.f("ck_posted_purpose")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_posted_entry_id_entries")
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_posted")),
    )
    op.create_index(op.f("ix_posted_entry_id"), "posted", ["entry_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_posted_entry_id"), table_name="posted")
    op.drop_table("posted")
