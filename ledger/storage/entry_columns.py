"""What rows of entries, revisions and shares are read as, whichever statement selects them.

Contents read here are as recorded, with the members' ids of then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ledger.core import terms_codec
from ledger.core.doubts import read_doubts
from ledger.core.entries import Contents, Entry, EntryKind, Revision, Source
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.shares import Part, Share
from ledger.core.split_terms import SplitTerms, inferred
from ledger.core.writing_context import read_context
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow
from ledger.storage.types import AnyRow

REVISION_COLUMNS = (
    RevisionRow.entry_id,
    RevisionRow.number,
    RevisionRow.change,
    RevisionRow.action,
    RevisionRow.author_id,
    RevisionRow.at,
    RevisionRow.amount_minor,
    RevisionRow.currency,
    RevisionRow.description,
    RevisionRow.category,
    RevisionRow.on_date,
    RevisionRow.note,
    RevisionRow.split_terms,
)

ENTRY_COLUMNS = (
    EntryRow.number.label("entry_number"),
    EntryRow.kind,
    EntryRow.source,
    EntryRow.author_id.label("entry_author_id"),
    EntryRow.recorded_at,
    EntryRow.attachment,
    EntryRow.context,
    EntryRow.doubts,
)

SHARE_COLUMNS = (
    ShareRow.entry_id,
    ShareRow.revision,
    ShareRow.member_id,
    ShareRow.paid_minor,
    ShareRow.owed_minor,
    ShareRow.part_kind,
    ShareRow.part_value,
)


def grouped_shares(rows: Iterable[AnyRow]) -> dict[tuple[int, int], tuple[Share, ...]]:
    """Return shares by entry and revision; the rows are in that order."""
    return {
        key: tuple(_share(row) for row in group)
        for key, group in groupby(rows, key=lambda row: (row.entry_id, row.revision))
    }


def _share(row: AnyRow) -> Share:
    part = None if row.part_kind is None else Part(row.part_kind, row.part_value)
    return Share(MemberId(row.member_id), row.paid_minor, row.owed_minor, part)


def revision(row: AnyRow, shares: Sequence[Share]) -> Revision:
    """Return the revision of a row of REVISION_COLUMNS with the entry's kind, and its shares."""
    contents = Contents(
        kind=EntryKind(row.kind),
        amount_minor=row.amount_minor,
        currency=Currency(row.currency),
        description=row.description,
        category=row.category,
        on=row.on_date,
        note=row.note,
        shares=tuple(shares),
        terms=_terms(row, shares),
    )
    return Revision(
        number=row.number,
        change=row.change,
        action=row.action,
        author=member_id(row.author_id),
        at=row.at,
        contents=contents,
    )


def entry(row: AnyRow, shares: Sequence[Share]) -> Entry:
    """Return the entry of a row of REVISION_COLUMNS and ENTRY_COLUMNS, and its shares."""
    return Entry(
        id=row.entry_id,
        number=row.entry_number,
        source=Source(row.source),
        author=member_id(row.entry_author_id),
        recorded_at=row.recorded_at,
        revision=revision(row, shares),
        attachment=row.attachment,
        written=None if row.context is None else read_context(row.context),
        doubts=read_doubts(row.doubts),
    )


def _terms(row: AnyRow, shares: Sequence[Share]) -> SplitTerms:
    """Return the terms, or what the shares tell of them where an earlier version wrote them."""
    return inferred(shares) if row.split_terms is None else terms_codec.read(row.split_terms)


def member_id(number: int | None) -> MemberId | None:
    """Return a column that may be empty as the member's id."""
    return None if number is None else MemberId(number)
