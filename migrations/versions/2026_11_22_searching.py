"""What descriptions are searched by: databases lower the letters of other scripts or don't."""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_22_searching"
down_revision = "2026_11_21_schedules"
branch_labels = None
depends_on = None

_AT_ONCE = 10_000
"""How many entries are read at a time, so that a long book needs little memory."""
_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f]")


def upgrade() -> None:
    op.add_column("revisions", sa.Column("search_key", sa.Text(), nullable=True))
    revisions = sa.table(
        "revisions",
        *(sa.column(name) for name in ("entry_id", "number", "description", "search_key")),
    )
    keyed = (
        sa.update(revisions)
        .where(
            revisions.c.entry_id == sa.bindparam("of"),
            revisions.c.number == sa.bindparam("at"),
        )
        .values(search_key=sa.bindparam("key"))
    )
    last = op.get_bind().scalar(sa.select(sa.func.max(revisions.c.entry_id))) or 0
    for first in range(0, last + 1, _AT_ONCE):
        read = sa.select(revisions.c.entry_id, revisions.c.number, revisions.c.description).where(
            revisions.c.entry_id >= first, revisions.c.entry_id < first + _AT_ONCE
        )
        changed = [
            {"of": row.entry_id, "at": row.number, "key": key}
            for row in op.get_bind().execute(read).all()
            if (key := _key(row.description)) != row.description
        ]
        if changed:
            op.get_bind().execute(keyed, changed)


def _key(text: str) -> str:
    """Return the search key as the program of this day makes it."""
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold().replace("i\u0307", "i")
    return unicodedata.normalize("NFKC", folded)


def downgrade() -> None:
    op.drop_column("revisions", "search_key")
