"""What joins the rows of one entry: its newest revision, and the shares of a revision."""

from __future__ import annotations

from typing import Final

from ledger.storage.tables import EntryRow, RevisionRow, ShareRow

IS_NEWEST: Final = (RevisionRow.entry_id == EntryRow.id) & (RevisionRow.number == EntryRow.revision)
"""The revision is the entry's newest, by which it counts."""

IS_SHARE: Final = (ShareRow.entry_id == RevisionRow.entry_id) & (
    ShareRow.revision == RevisionRow.number
)
"""The share is the revision's."""

IS_SHARE_NOW: Final = (ShareRow.entry_id == EntryRow.id) & (ShareRow.revision == EntryRow.revision)
"""The share is of the entry's newest revision, where nothing of that itself is wanted."""
