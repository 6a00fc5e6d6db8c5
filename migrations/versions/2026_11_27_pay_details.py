"""Pay details: where an account's money is to be sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_27_pay_details"
down_revision = "2026_11_26_wanted_indexes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pay_details",
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "scheme",
            sa.Enum(
                "upi",
                "iban",
                "pix",
                "promptpay",
                "link",
                name="scheme",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_pay_details_user_id_users"),
        sa.PrimaryKeyConstraint("user_id", "scheme", name="pk_pay_details"),
    )


def downgrade() -> None:
    op.drop_table("pay_details")
