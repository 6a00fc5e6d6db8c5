"""The table of pictures that the book keeps itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary

from ledger.storage.columns import ROW_ID
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base


class PictureRow(Base):
    """A JPEG that somebody sent over HTTP, until its group's chat has it.

    `entry_id` is the entry that it is of; None for a while, until one is recorded with it.
    """

    __tablename__ = "pictures"
    __table_args__ = (Index(None, "group_id"), Index(None, "entry_id"))

    id: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    entry_id: Mapped[int | None] = mapped_column(ROW_ID, ForeignKey("entries.id"))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime]
