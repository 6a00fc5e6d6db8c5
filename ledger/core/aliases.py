"""Entries as they read after members were merged: who was one all along is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ledger.core.entries import Contents, Entry, EntryKind, Revision
from ledger.core.members import MemberId
from ledger.core.merged_terms import after_merge
from ledger.core.shares import Share


def merged_entry(entry: Entry, merged: Mapping[MemberId, MemberId]) -> Entry:
    """Return an entry with every member replaced by the one it was merged into."""
    if not merged:
        return entry
    return replace(
        entry,
        author=_merged_id(entry.author, merged),
        revision=merged_revision(entry.revision, merged),
        doubts=entry.doubts.merged(merged),
    )


def merged_revision(revision: Revision, merged: Mapping[MemberId, MemberId]) -> Revision:
    """Return a revision with every member replaced by the one it was merged into."""
    if not merged:
        return revision
    return replace(
        revision,
        author=_merged_id(revision.author, merged),
        contents=merged_contents(revision.contents, merged),
    )


def merged_contents(contents: Contents, merged: Mapping[MemberId, MemberId]) -> Contents:
    """Return contents in which two shares of one person are added together."""
    if not any(share.member in merged for share in contents.shares):
        return contents
    terms = after_merge(contents.split, merged, contents.shares)
    is_expense = contents.kind is EntryKind.EXPENSE
    parts = terms.parts if is_expense else {}
    shares: dict[MemberId, Share] = {}
    for share in contents.shares:
        member = merged.get(share.member, share.member)
        other = shares.get(member, Share(member, 0, 0))
        shares[member] = Share(
            member,
            other.paid_minor + share.paid_minor,
            other.owed_minor + share.owed_minor,
            parts.get(member),
        )
    ordered = tuple(shares[member] for member in sorted(shares))
    return replace(contents, shares=ordered, terms=terms)


def _merged_id(member: MemberId | None, merged: Mapping[MemberId, MemberId]) -> MemberId | None:
    return None if member is None else merged.get(member, member)
