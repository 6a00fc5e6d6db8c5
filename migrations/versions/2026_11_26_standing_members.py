"""Whether an admin added a member, who then stays when no entry names them any more.

Not known of those who are there already: what brought them along tells it for them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_26_standing_members"
down_revision = "2026_11_26_split_terms"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("added", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("members", "added")
