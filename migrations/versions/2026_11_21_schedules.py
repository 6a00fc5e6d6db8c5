"""Schedules and what falls due by them: summaries, reminders, recurring expenses."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_21_schedules"
down_revision = "2026_11_21_posted"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def word(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=16)


def upgrade() -> None:
    op.create_table(
        "schedules",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("group_id", ROW_ID, nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "kind",
            word("kind", "weekly", "private", "reminders", "reminder", "expense"),
            nullable=False,
        ),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("state", word("state", "active", "paused", "stopped"), nullable=False),
        sa.Column("author_id", ROW_ID, nullable=True),
        sa.Column("topic", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("unit", word("unit", "day", "week", "month", "year"), nullable=False),
        sa.Column("every", sa.BigInteger(), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("day", sa.BigInteger(), nullable=True),
        sa.Column("month", sa.BigInteger(), nullable=True),
        sa.Column("at_minute", sa.BigInteger(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("line", sa.Text(), nullable=True),
        sa.Column("limit_minor", sa.BigInteger(), nullable=True),
        sa.Column("limit_currency", sa.String(length=3), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_due", MOMENT, nullable=True),
        sa.CheckConstraint(
            "(group_id IS NULL) <> (user_id IS NULL)", name=op.f("ck_schedules_one_owner")
        ),
        sa.CheckConstraint("every > 0", name=op.f("ck_schedules_every")),
        sa.CheckConstraint(
            "at_minute >= 0 AND at_minute < 1440", name=op.f("ck_schedules_at_minute")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["members.id"], name=op.f("fk_schedules_author_id_members")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_schedules_group_id_groups")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_schedules_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint(
            "group_id", "kind", "number", name=op.f("uq_schedules_group_id_kind_number")
        ),
        sa.UniqueConstraint("source", name=op.f("uq_schedules_source")),
        sa.UniqueConstraint("user_id", name=op.f("uq_schedules_user_id")),
    )
    op.create_index(
        op.f("ix_schedules_next_due_group_id"),
        "schedules",
        ["next_due", "group_id"],
        unique=False,
    )

    op.create_table(
        "deliveries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("schedule_id", ROW_ID, nullable=False),
        sa.Column("purpose", word("purpose", "posting", "pause"), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("send_after", MOMENT, nullable=False),
        sa.Column(
            "stage",
            word("stage", "waiting", "sending", "sent", "nothing", "dropped", "failed"),
            nullable=False,
        ),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", ROW_ID, nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_deliveries_entry_id_entries")
        ),
        sa.ForeignKeyConstraint(
            ["schedule_id"], ["schedules.id"], name=op.f("fk_deliveries_schedule_id_schedules")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint(
            "schedule_id",
            "on_date",
            "purpose",
            name=op.f("uq_deliveries_schedule_id_on_date_purpose"),
        ),
    )
    op.create_index(op.f("ix_deliveries_entry_id"), "deliveries", ["entry_id"], unique=False)
    op.create_index(
        op.f("ix_deliveries_stage_due_at_place"),
        "deliveries",
        ["stage", "due_at", "place"],
        unique=False,
    )

    op.create_table(
        "reminded",
        sa.Column("member_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("last_source", sa.Text(), nullable=True),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_reminded_member_id_members")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_reminded")),
    )

    op.create_table(
        "leases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    _begin_summaries()
    # A summary adds up a week by date, however long the book is.
    op.create_index(
        op.f("ix_revisions_group_id_on_date"), "revisions", ["group_id", "on_date"], unique=False
    )


def _begin_summaries() -> None:
    """Let groups that have entries receive the weekly summary, as new ones will.

    The dates are computed by the first beat: `next_due` without `next_on` asks for it.
    """
    now = datetime.now(UTC)
    if op.get_bind().dialect.name == "sqlite":
        now = now.replace(tzinfo=None)
    op.get_bind().execute(
        sa.text(
            "INSERT INTO schedules (group_id, kind, number, state, made_at, unit, every, weekdays,"
            " at_minute, start_on, next_due)"
            " SELECT id, 'weekly', 1, 'active', :now, 'week', 1, '0', 540, :today, :now"
            " FROM groups WHERE entries > 0"
        ).bindparams(
            sa.bindparam("now", now, sa.DateTime()), sa.bindparam("today", now.date(), sa.Date())
        )
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_revisions_group_id_on_date"), table_name="revisions")
    op.drop_table("leases")
    op.drop_table("reminded")
    op.drop_index(op.f("ix_deliveries_stage_due_at_place"), table_name="deliveries")
    op.drop_index(op.f("ix_deliveries_entry_id"), table_name="deliveries")
    op.drop_table("deliveries")
    op.drop_index(op.f("ix_schedules_next_due_group_id"), table_name="schedules")
    op.drop_table("schedules")
