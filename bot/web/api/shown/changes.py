"""The log of a group as it is shown."""

from __future__ import annotations

from bot.web.api.schemas.changes import ChangeShown
from bot.web.api.shown.entries import entry as shown_entry
from bot.web.api.shown.people import Faces, named
from ledger.core.entries import Entry
from ledger.core.members import MemberId


def change(entry: Entry, faces: Faces, me: MemberId | None, *, may_change: bool) -> ChangeShown:
    """Return the change that left an entry like this."""
    revision = entry.revision
    return ChangeShown(
        change=revision.change,
        action=revision.action.value,
        at=revision.at,
        by=None if revision.author is None else named(faces[revision.author]),
        entry=shown_entry(entry, faces, me, may_change=may_change),
    )
