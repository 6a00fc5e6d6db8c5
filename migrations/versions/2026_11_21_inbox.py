"""The inbox: updates accepted and not answered yet, and which process handles a chat's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_21_inbox"
down_revision = "2026_11_21_book"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("position", ROW_ID, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_inbox")),
        sa.UniqueConstraint("update_id", name=op.f("uq_inbox_update_id")),
    )
    op.create_index(op.f("ix_inbox_lane_position"), "inbox", ["lane", "position"], unique=False)

    op.create_table(
        "inbox_leases",
        sa.Column("lane", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_inbox_leases")),
    )
    op.create_index(op.f("ix_inbox_leases_holder"), "inbox_leases", ["holder"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_inbox_leases_holder"), table_name="inbox_leases")
    op.drop_table("inbox_leases")
    op.drop_index(op.f("ix_inbox_lane_position"), table_name="inbox")
    op.drop_table("inbox")
