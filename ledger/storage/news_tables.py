"""The table of what was changed outside a group's chat and is not told there yet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint

from ledger.core.schedule import Stage
from ledger.storage.columns import ROW_ID, by_value
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base


class NewsRow(Base):
    """One change that a chat is to be told; written with the change, and gone once it is told.

    `change` is the number of the group's revision, None where something else was changed: then
    `altered` says what (`ledger.core.news`), and `author_id` who did it. `send_after` is later
    than `made_at` where a failure put it off. Of the stages only waiting, sending and failed
    occur.
    """

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("group_id", "change"),
        Index(None, "stage", "send_after"),
        CheckConstraint("(change IS NULL) <> (altered IS NULL)", name="one_subject"),
    )

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    change: Mapped[int | None]
    altered: Mapped[str | None]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    made_at: Mapped[datetime]
    send_after: Mapped[datetime]
    stage: Mapped[Stage] = mapped_column(by_value(Stage, "stage"))
    attempts: Mapped[int]
