"""Imports: files that wait for a yes, and which entries they have written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_27_pulled_in"
down_revision = "2026_11_27_pay_details"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("author_id", ROW_ID, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=True),
        sa.Column("members", sa.Text(), nullable=False),
        sa.Column("staging_id", ROW_ID, nullable=True),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'writing', 'done', 'undone', 'cancelled')",
            name=op.f("ck_imports_state"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["members.id"], name=op.f("fk_imports_author_id_members")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_imports_group_id_groups")
        ),
        sa.ForeignKeyConstraint(
            ["staging_id"], ["groups.id"], name=op.f("fk_imports_staging_id_groups")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sa.UniqueConstraint("source", name=op.f("uq_imports_source")),
    )
    op.create_index(op.f("ix_imports_group_id"), "imports", ["group_id"], unique=False)
    op.create_table(
        "imported_entries",
        sa.Column("import_id", ROW_ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry_id", ROW_ID, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_imported_entries_entry_id_entries")
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_imported_entries_import_id_imports")
        ),
        sa.PrimaryKeyConstraint("import_id", "key", name=op.f("pk_imported_entries")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_imported_entries_entry_id"), "imported_entries", ["entry_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_imported_entries_entry_id"), table_name="imported_entries")
    op.drop_table("imported_entries")
    op.drop_index(op.f("ix_imports_group_id"), table_name="imports")
    op.drop_table("imports")
