"""Rates: what a group says that other currencies are worth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_28_rates"
down_revision = "2026_11_27_spent_and_refunded"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "rates",
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("base", sa.String(3), nullable=False),
        sa.Column("quote", sa.String(3), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name="fk_rates_group_id_groups"),
        sa.PrimaryKeyConstraint("group_id", "base", "quote", name="pk_rates"),
    )


def downgrade() -> None:
    op.drop_table("rates")
