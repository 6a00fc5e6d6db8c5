"""Which line of whom a message of the bot's asks about, so that a reply can answer it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_12_03_open_questions"
down_revision = "2026_12_02_authors"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "open_questions",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_id", sa.BigInteger(), nullable=False),
        sa.Column("writer_id", sa.BigInteger(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_open_questions")),
    )
    op.create_index(
        op.f("ix_open_questions_chat_id_asked_id"), "open_questions", ["chat_id", "asked_id"]
    )
    op.create_index(op.f("ix_open_questions_writer_id"), "open_questions", ["writer_id"])


def downgrade() -> None:
    op.drop_table("open_questions")
