"""The states that an entry has been in."""

from __future__ import annotations

from ledger.core.answers.entry_lists import EntryStory
from ledger.core.entries import Revision


def states(story: EntryStory) -> tuple[Revision, ...]:
    """Return the states that a story tells of, the first one first."""
    recorded = () if story.recorded is None else (story.recorded,)
    return (*recorded, *story.revisions)
