"""News: what was changed outside a group's chat and is still to be told there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_30_news"
down_revision = "2026_11_30_kept_secrets"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "news",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=True),
        sa.Column("altered", sa.Text(), nullable=True),
        sa.Column("author_id", ROW_ID, nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("send_after", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "stage IN ('waiting', 'sending', 'sent', 'nothing', 'dropped', 'failed')",
            name=op.f("ck_news_stage"),
        ),
        sa.CheckConstraint(
            "(change IS NULL) <> (altered IS NULL)", name=op.f("ck_news_one_subject")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_news_group_id_groups")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["members.id"], name=op.f("fk_news_author_id_members")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news")),
        sa.UniqueConstraint("group_id", "change", name=op.f("uq_news_group_id_change")),
    )
    op.create_index(op.f("ix_news_stage_send_after"), "news", ["stage", "send_after"], unique=False)
    op.create_index(op.f("ix_news_author_id"), "news", ["author_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_news_author_id"), table_name="news")
    op.drop_index(op.f("ix_news_stage_send_after"), table_name="news")
    op.drop_table("news")
