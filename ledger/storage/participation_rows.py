"""SQL that tells who takes part in entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, literal, select

from ledger.core.entries import Action
from ledger.core.members import MemberId
from ledger.storage.joins import IS_NEWEST, IS_SHARE_NOW
from ledger.storage.tables import EntryRow, MemberRow, RevisionRow, ShareRow

_SHARED_ELSEWHERE = (
    select(ShareRow.entry_id)
    .where(
        ShareRow.member_id.in_(bindparam("member_ids", expanding=True)),
        ShareRow.entry_id.not_in(bindparam("but_entries", expanding=True)),
    )
    .limit(1)
)

_IN_LIVE_ENTRY = (
    select(ShareRow.entry_id)
    .join_from(ShareRow, EntryRow, IS_SHARE_NOW)
    .join(RevisionRow, IS_NEWEST)
    .where(
        ShareRow.member_id.in_(bindparam("member_ids", expanding=True)),
        ShareRow.entry_id != bindparam("but_entry"),
        RevisionRow.action != Action.DELETE,
    )
    .limit(1)
)

_MEMBERS_IN_LIVE_ENTRIES = (
    select(MemberRow.id)
    .where(MemberRow.id.in_(bindparam("member_ids", expanding=True)))
    .where(
        # One for each member, by the index of their shares: asked whether there are any,
        # PostgreSQL would join all shares of a long book.
        select(literal(1))
        .select_from(ShareRow)
        .join(EntryRow, IS_SHARE_NOW)
        .join(RevisionRow, IS_NEWEST)
        .where(ShareRow.member_id == MemberRow.id, RevisionRow.action != Action.DELETE)
        .limit(1)
        .scalar_subquery()
        .is_not(None)
    )
)


def is_in_entries(
    connection: Connection, member_ids: Iterable[MemberId], *, but_entries: Iterable[int] = ()
) -> bool:
    """Tell whether any of these has ever had a share in an entry, other than some."""
    values = {"member_ids": list(member_ids), "but_entries": list(but_entries)}
    return connection.execute(_SHARED_ELSEWHERE, values).first() is not None


def is_in_live_entries(
    connection: Connection, member_ids: Iterable[MemberId], *, but_entry: int = 0
) -> bool:
    """Tell whether any of these has a share in an entry that counts, other than one."""
    values = {"member_ids": list(member_ids), "but_entry": but_entry}
    return connection.execute(_IN_LIVE_ENTRY, values).first() is not None


def in_live_entries(connection: Connection, member_ids: Sequence[MemberId]) -> frozenset[MemberId]:
    """Return those of the members who have a share in an entry that counts."""
    if not member_ids:
        return frozenset()
    found = connection.scalars(_MEMBERS_IN_LIVE_ENTRIES, {"member_ids": list(member_ids)})
    return frozenset(map(MemberId, found))
