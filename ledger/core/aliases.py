"""Entries as they read after members were merged: who was one all along is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ledger.core.entries import EQUAL_PART, Contents, Entry, Part, PartKind, Revision, Share
from ledger.core.members import MemberId

_TWO_SHARES = Part(PartKind.SHARES, 20_000)
_ADDABLE = {PartKind.EXACT, PartKind.PERCENT, PartKind.SHARES}


def merged_entry(entry: Entry, merged: Mapping[MemberId, MemberId]) -> Entry:
    """Return an entry with every member replaced by the one it was merged into."""
    if not merged:
        return entry
    return replace(
        entry,
        author=_merged_id(entry.author, merged),
        revision=merged_revision(entry.revision, merged),
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
    shares: dict[MemberId, Share] = {}
    for share in contents.shares:
        own = replace(share, member=merged.get(share.member, share.member))
        other = shares.get(own.member)
        shares[own.member] = own if other is None else _added(other, own)
    ordered = tuple(shares[member] for member in sorted(shares))
    return replace(contents, shares=ordered)


def _merged_id(member: MemberId | None, merged: Mapping[MemberId, MemberId]) -> MemberId | None:
    return None if member is None else merged.get(member, member)


def _added(one: Share, other: Share) -> Share:
    owed_minor = one.owed_minor + other.owed_minor
    return Share(
        one.member,
        one.paid_minor + other.paid_minor,
        owed_minor,
        _added_part(one.part, other.part, owed_minor),
    )


def _added_part(one: Part | None, other: Part | None, owed_minor: int) -> Part | None:
    """Say two parts of one person as one part, which gives the same when divided again."""
    if one is None or other is None:
        return one or other
    if one == other == EQUAL_PART:
        return _TWO_SHARES
    if one.kind is other.kind and one.kind in _ADDABLE:
        return Part(one.kind, one.value + other.value)
    return Part(PartKind.EXACT, owed_minor)
