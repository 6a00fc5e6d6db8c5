"""Which payments were made below which plan: one that was undone stayed marked as made there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_30_shown_plans"
down_revision = "2026_11_30_rung"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "plan_payments",
        sa.Column("entry_id", ROW_ID, nullable=False, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name="fk_plan_payments_entry_id_entries"
        ),
        sa.PrimaryKeyConstraint("entry_id", name="pk_plan_payments"),
    )
    op.create_index(
        "ix_plan_payments_chat_id_message_id", "plan_payments", ["chat_id", "message_id"]
    )


def downgrade() -> None:
    op.drop_table("plan_payments")
