"""The tables of imports: what was read and waits for a yes, and what came of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint

from ledger.storage.columns import ROW_ID, by_value
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.per_dialect import ROWS_BY_KEY
from ledger.storage.tables import Base


class ImportState(StrEnum):
    """How far an import has come."""

    WAITING = "waiting"
    """Shown, and nothing of it written."""
    WRITING = "writing"
    """Being written into a book of its own, which nobody sees."""
    DONE = "done"
    UNDONE = "undone"
    CANCELLED = "cancelled"


class ImportRow(Base):
    """A file that somebody sent to be imported.

    `source` is the message that asked for it. `packed` is the file as read
    (`ForeignBook.packed`), until it is done or cancelled. `members` lists, in JSON, who each
    person of the file is here: a member's id, or null for somebody new. `staging_id` is the
    hidden group that the entries are written into first. `entries` counts those written.
    """

    __tablename__ = "imports"
    __table_args__ = (UniqueConstraint("source"), Index(None, "group_id"))

    id: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    source: Mapped[str]
    state: Mapped[ImportState] = mapped_column(by_value(ImportState, "state"))
    format: Mapped[str]
    made_at: Mapped[datetime]
    packed: Mapped[bytes | None] = mapped_column(LargeBinary)
    members: Mapped[str]
    staging_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    entries: Mapped[int]


class ImportedRow(Base):
    """An entry that an import has written; `key` is what it is known by in files of its app.

    `content` tells whether it still says in a later file what it said in this one.
    """

    __tablename__ = "imported_entries"
    __table_args__ = (Index(None, "entry_id"), ROWS_BY_KEY)

    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"))
    content: Mapped[str]
