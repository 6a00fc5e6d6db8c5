"""The book: groups and their members, entries, and what is derived from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_21_book"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "groups",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("simplify", sa.Boolean(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("changes", sa.BigInteger(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.CheckConstraint("entries >= 0 AND changes >= entries", name=op.f("ck_groups_counts")),
        sa.CheckConstraint("length(currency) = 3", name=op.f("ck_groups_currency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )

    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=True),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("username_key", sa.Text(), nullable=True),
        sa.Column("telegram_language", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("started", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )
    op.create_index(op.f("ix_users_username_key"), "users", ["username_key"], unique=False)

    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_chats_group_id_groups")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chats")),
    )
    op.create_index(op.f("ix_chats_group_id"), "chats", ["group_id"], unique=False)

    op.create_table(
        "members",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "admin", "member", name="role", native_enum=False, create_constraint=True, length=16
            ),
            nullable=False,
        ),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("merged_into", ROW_ID, nullable=True),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN user_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN username IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN name IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_members_one_identity"),
        ),
        sa.CheckConstraint("merged_into <> id", name=op.f("ck_members_merged_into_another")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_members_group_id_groups")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["members.id"], name=op.f("fk_members_merged_into_members")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_members_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("user_id", "group_id", name=op.f("uq_members_user_id_group_id")),
    )
    op.create_index(op.f("ix_members_group_id"), "members", ["group_id"], unique=False)

    op.create_table(
        "squares",
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_squares_group_id_groups")
        ),
        sa.PrimaryKeyConstraint("group_id", "currency", name=op.f("pk_squares")),
        sqlite_with_rowid=False,
    )

    op.create_table(
        "balances",
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("net_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_balances_group_id_groups")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_balances_member_id_members")
        ),
        sa.PrimaryKeyConstraint("group_id", "currency", "member_id", name=op.f("pk_balances")),
        sqlite_with_rowid=False,
    )

    op.create_table(
        "debts",
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("debtor_id", ROW_ID, nullable=False),
        sa.Column("creditor_id", ROW_ID, nullable=False),
        sa.Column("expenses_minor", sa.BigInteger(), nullable=False),
        sa.Column("payments_minor", sa.BigInteger(), nullable=False),
        sa.Column("parts", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("debtor_id <> creditor_id", name=op.f("ck_debts_two_members")),
        sa.ForeignKeyConstraint(
            ["creditor_id"], ["members.id"], name=op.f("fk_debts_creditor_id_members")
        ),
        sa.ForeignKeyConstraint(
            ["debtor_id"], ["members.id"], name=op.f("fk_debts_debtor_id_members")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_debts_group_id_groups")),
        sa.PrimaryKeyConstraint(
            "group_id", "currency", "debtor_id", "creditor_id", name=op.f("pk_debts")
        ),
        sqlite_with_rowid=False,
    )

    op.create_table(
        "entries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "expense",
                "payment",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("author_id", ROW_ID, nullable=True),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("attachment", sa.Text(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_entries_number")),
        sa.CheckConstraint("revision > 0", name=op.f("ck_entries_revision")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["members.id"], name=op.f("fk_entries_author_id_members")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_entries_group_id_groups")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("group_id", "number", name=op.f("uq_entries_group_id_number")),
        sa.UniqueConstraint("source", name=op.f("uq_entries_source")),
    )

    op.create_table(
        "newcomers",
        sa.Column("entry_id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_newcomers_entry_id_entries")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_newcomers_member_id_members")
        ),
        sa.PrimaryKeyConstraint("entry_id", "member_id", name=op.f("pk_newcomers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_newcomers_member_id"), "newcomers", ["member_id"], unique=False)

    op.create_table(
        "revisions",
        sa.Column("entry_id", ROW_ID, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column(
            "action",
            sa.Enum(
                "record",
                "edit",
                "delete",
                "restore",
                name="action",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("author_id", ROW_ID, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "amount_minor > 0 AND amount_minor <= 10000000000000", name=op.f("ck_revisions_amount")
        ),
        sa.CheckConstraint("length(currency) = 3", name=op.f("ck_revisions_currency")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["members.id"], name=op.f("fk_revisions_author_id_members")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_revisions_entry_id_entries")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_revisions_group_id_groups")
        ),
        sa.PrimaryKeyConstraint("entry_id", "number", name=op.f("pk_revisions")),
        sa.UniqueConstraint("group_id", "change", name=op.f("uq_revisions_group_id_change")),
        sa.UniqueConstraint("source", name=op.f("uq_revisions_source")),
    )
    op.create_index(
        op.f("ix_revisions_group_id"),
        "revisions",
        ["group_id"],
        unique=False,
        sqlite_where=sa.text("action = 'delete'"),
        postgresql_where=sa.text("action = 'delete'"),
    )

    op.create_table(
        "shares",
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("paid_minor", sa.BigInteger(), nullable=False),
        sa.Column("owed_minor", sa.BigInteger(), nullable=False),
        sa.Column(
            "part_kind",
            sa.Enum(
                "equal",
                "exact",
                "percent",
                "shares",
                "adjust",
                name="part_kind",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=True,
        ),
        sa.Column("part_value", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(part_kind IS NULL) = (part_value IS NULL)", name=op.f("ck_shares_whole_part")
        ),
        sa.CheckConstraint(
            "paid_minor >= 0 AND owed_minor >= 0", name=op.f("ck_shares_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id", "revision"],
            ["revisions.entry_id", "revisions.number"],
            name=op.f("fk_shares_entry_id_revision_revisions"),
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_shares_member_id_members")
        ),
        sa.PrimaryKeyConstraint("entry_id", "revision", "member_id", name=op.f("pk_shares")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_shares_member_id"), "shares", ["member_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_shares_member_id"), table_name="shares")
    op.drop_table("shares")
    op.drop_index(op.f("ix_revisions_group_id"), table_name="revisions")
    op.drop_table("revisions")
    op.drop_index(op.f("ix_newcomers_member_id"), table_name="newcomers")
    op.drop_table("newcomers")
    op.drop_table("entries")
    op.drop_table("debts")
    op.drop_table("balances")
    op.drop_table("squares")
    op.drop_index(op.f("ix_members_group_id"), table_name="members")
    op.drop_table("members")
    op.drop_index(op.f("ix_chats_group_id"), table_name="chats")
    op.drop_table("chats")
    op.drop_index(op.f("ix_users_username_key"), table_name="users")
    op.drop_table("users")
    op.drop_table("groups")
