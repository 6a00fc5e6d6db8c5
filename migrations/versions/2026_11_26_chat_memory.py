"""What the bot remembers of a chat: its topics, who added it, bots, answers not given yet.

A remembered message also keeps its topic, as Telegram does not tell that of an old one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_26_chat_memory"
down_revision = "2026_11_26_boards"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chat_topics",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("thread_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "thread_id", name=op.f("pk_chat_topics")),
    )
    op.create_table(
        "chat_accounts",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.CheckConstraint("part IN ('adder', 'bot')", name=op.f("ck_chat_accounts_part")),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name=op.f("pk_chat_accounts")),
    )
    op.create_table(
        "kept_answers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("buttons", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_answers")),
        sa.UniqueConstraint("chat_id", "entry_id", name=op.f("uq_kept_answers_chat_id_entry_id")),
    )
    op.create_index(op.f("ix_kept_answers_chat_id"), "kept_answers", ["chat_id"], unique=False)
    op.add_column("posted", sa.Column("thread_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("posted", "thread_id")
    op.drop_index(op.f("ix_kept_answers_chat_id"), table_name="kept_answers")
    for table in ("kept_answers", "chat_accounts", "chat_topics"):
        op.drop_table(table)
