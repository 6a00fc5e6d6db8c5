"""An index by which an author's newest entry is found, however long the book is."""

from __future__ import annotations

from alembic import op

from ledger.storage.index_building import create_index

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_12_02_authors"
down_revision = "2026_12_01_pictures"
branch_labels = None
depends_on = None

_NAME = "ix_entries_author_id_number"


def upgrade() -> None:
    create_index(_NAME, "entries", ["author_id", "number"])


def downgrade() -> None:
    op.drop_index(_NAME, table_name="entries")
