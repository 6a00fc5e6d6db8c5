"""Whether a revision is of a refund stands in a column of its own, so that sums need no terms read.

Only added to: no version that people run has written refunds yet, so what one writes meanwhile
is rightly none. Those of before are found by their terms, once.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_27_spent_and_refunded"
down_revision = "2026_11_27_shares_and_sets"
branch_labels = None
depends_on = None

_revisions = sa.table("revisions", sa.column("split_terms"), sa.column("refund"))


def upgrade() -> None:
    op.add_column(
        "revisions",
        sa.Column("refund", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    # The terms hold no words of people, so that this can be nothing else there.
    op.execute(
        sa.update(_revisions)
        .where(_revisions.c.split_terms.like('%"refund":true%'))
        .values(refund=sa.true())
    )


def downgrade() -> None:
    op.drop_column("revisions", "refund")
