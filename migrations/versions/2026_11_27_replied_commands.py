"""Which commands were answered, so that one that a message is changed into is answered once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_27_replied_commands"
down_revision = "2026_11_27_pulled_in"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answered_commands",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_answered_commands")),
    )


def downgrade() -> None:
    op.drop_table("answered_commands")
