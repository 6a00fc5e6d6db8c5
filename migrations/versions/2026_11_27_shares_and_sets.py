"""Default shares, named sets of people, what is doubtful in an entry, and search without accents.

Only added to. Descriptions get new search keys: a process of the version before goes on to
write the old ones, whose accents are then looked for as they stand.
"""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_27_shares_and_sets"
down_revision = "2026_11_27_replied_commands"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT_ONCE = 10_000
"""How many entries are read at a time, so that a long book needs little memory."""
_UNSEEN = re.compile("[\u200c\u200d\ufe0e\ufe0f]")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def upgrade() -> None:
    op.add_column("entries", sa.Column("doubts", sa.Text(), nullable=True))
    op.add_column("members", sa.Column("weight", sa.BigInteger(), nullable=True))
    op.create_table(
        "member_sets",
        sa.Column("group_id", ROW_ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_member_sets_group_id_groups")
        ),
        sa.PrimaryKeyConstraint("group_id", "key", name=op.f("pk_member_sets")),
    )
    _search_by(_key)


def _search_by(key_of: object) -> None:
    """Write the search keys anew where they are others."""
    assert callable(key_of)
    connection = op.get_bind()
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
    last = connection.scalar(sa.select(sa.func.max(revisions.c.entry_id))) or 0
    for first in range(0, last + 1, _AT_ONCE):
        read = sa.select(*revisions.c).where(
            revisions.c.entry_id >= first, revisions.c.entry_id < first + _AT_ONCE
        )
        changed = []
        for row in connection.execute(read).all():
            key = key_of(row.description)
            stored = None if key == row.description else key
            if stored != row.search_key:
                changed.append({"of": row.entry_id, "at": row.number, "key": stored})
        if changed:
            connection.execute(keyed, changed)


def _key(text: str) -> str:
    """Return the search key as the program of this day makes it."""
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text).casefold()).translate(_LETTERS)
    kept = "".join(char for char in plain if unicodedata.combining(char) in (0, 8, 9))
    return unicodedata.normalize("NFKC", kept.casefold())


def _key_before(text: str) -> str:
    """Return the search key as the version before made it."""
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold().replace("i\u0307", "i")
    return unicodedata.normalize("NFKC", folded)


def downgrade() -> None:
    _search_by(_key_before)
    op.drop_table("member_sets")
    op.drop_column("members", "weight")
    op.drop_column("entries", "doubts")
