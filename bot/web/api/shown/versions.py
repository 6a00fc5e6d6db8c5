"""The states that an entry has been in."""

from __future__ import annotations

from ledger.core.answers.entry_lists import EntryStory
from ledger.core.entries import Action, Revision


def says_the_same(before: Revision | None, revision: Revision) -> bool:
    """Tell whether an edit says what was said before, as one of the picture alone does."""
    if before is None or revision.action is not Action.EDIT:
        return False
    return revision.contents.is_exactly(before.contents)


def states(story: EntryStory) -> tuple[Revision, ...]:
    """Return the states that a story tells of, the first one first."""
    recorded = () if story.recorded is None else (story.recorded,)
    return (*recorded, *story.revisions)
