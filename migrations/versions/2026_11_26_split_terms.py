"""What was said of who shares and who paid is kept with every revision, and its context.

Only added to: a process of the version before goes on, and what it writes meanwhile is read by
its shares. Books of before are carried over from that version's own writing of the terms, where
the shares agree with it, else from the shares' parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

# Named by date and slug, the same as the file; the last name is the newest revision.
revision = "2026_11_26_split_terms"
down_revision = "2026_11_26_chat_memory"
branch_labels = None
depends_on = None

_AT_ONCE = 2_000
"""How many entries are read at a time, so that a long book needs little memory."""
_PART = re.compile(r"m(\d+)=([a-z]+)(-?\d+)")
_MEMBER = re.compile(r"m(\d+)(?:=(\d+))?(?=,|\Z)")

_revisions = sa.table(
    "revisions", *(sa.column(name) for name in ("entry_id", "number", "terms", "split_terms"))
)
_entries = sa.table("entries", *(sa.column(name) for name in ("id", "number")))
_members = sa.table("members", *(sa.column(name) for name in ("id", "merged_into")))
_SHARE = ("entry_id", "revision", "member_id", "paid_minor", "owed_minor", "part_kind")
_shares = sa.table("shares", *(sa.column(name) for name in (*_SHARE, "part_value")))


def upgrade() -> None:
    op.add_column("revisions", sa.Column("split_terms", sa.Text(), nullable=True))
    op.add_column("entries", sa.Column("context", sa.Text(), nullable=True))
    connection = op.get_bind()
    merged = {
        row.id: row.merged_into
        for row in connection.execute(
            sa.select(_members.c.id, _members.c.merged_into).where(
                _members.c.merged_into.is_not(None)
            )
        )
    }
    keep = (
        sa.update(_revisions)
        .where(
            _revisions.c.entry_id == sa.bindparam("of"), _revisions.c.number == sa.bindparam("at")
        )
        .values(split_terms=sa.bindparam("kept"))
    )
    last = connection.scalar(sa.select(sa.func.max(_entries.c.id))) or 0
    for first in range(0, last + 1, _AT_ONCE):
        rows = _read(connection, first)
        if rows:
            kept = [
                {"of": row.entry_id, "at": row.number, "kept": _kept(row, shares, merged)}
                for row, shares in rows
            ]
            connection.execute(keep, kept)


def _read(connection: sa.Connection, first: int) -> list[tuple[Any, list[Any]]]:
    """Return revisions with their entry's number, and their shares."""
    span = (first, first + _AT_ONCE - 1)
    shares = connection.execute(
        sa.select(*_shares.c)
        .where(_shares.c.entry_id.between(*span))
        .order_by(_shares.c.entry_id, _shares.c.revision, _shares.c.member_id)
    )
    by_revision = {
        key: list(group) for key, group in groupby(shares, key=lambda s: (s.entry_id, s.revision))
    }
    rows = connection.execute(
        sa.select(
            _revisions.c.entry_id,
            _revisions.c.number,
            _revisions.c.terms,
            _entries.c.number.label("rotation"),
        )
        .join_from(_revisions, _entries, _entries.c.id == _revisions.c.entry_id)
        .where(_revisions.c.entry_id.between(*span))
    )
    return [(row, by_revision.get((row.entry_id, row.number), [])) for row in rows]


def _kept(row: Any, shares: Sequence[Any], merged: Mapping[int, int]) -> str:
    found = None if row.terms is None else _from_terms(row.terms, shares, merged)
    if found is None:
        found = _from_shares(shares)
    whole = {"v": 1, **found, "rotation": row.rotation, "inferred": True}
    return json.dumps(whole, separators=(",", ":"))


def _from_shares(shares: Sequence[Any]) -> dict[str, Any]:
    parts = _parts(shares)
    paid = [[s.member_id, s.paid_minor] for s in shares if s.paid_minor]
    paying = {who for who, _ in paid}
    shown = [who for who in parts if who not in paying or parts[who] != ("equal", 0)]
    return {
        "named": [[who, *parts[who]] for who in shown or parts],
        "left_out": sorted(paying - parts.keys()),
        "payers": [[paid[0][0], None]] if len(paid) == 1 else paid,
        "everyone": False,
        "sharers": sorted(parts),
    }


def _parts(shares: Sequence[Any]) -> dict[int, tuple[str, int]]:
    return {
        s.member_id: ("equal", 0) if s.part_kind is None else (s.part_kind, s.part_value)
        for s in shares
        if s.part_kind is not None or s.owed_minor
    }


def _from_terms(
    written: str, shares: Sequence[Any], merged: Mapping[int, int]
) -> dict[str, Any] | None:
    """Read the terms as the version before wrote them; None where the shares say otherwise.

    `120000INR;*m1=equal0,m2=exact500;m3;m1=700,m2`: amount; who takes part; who not; who paid.
    """
    there = {s.member_id for s in shares}

    def now(member: str) -> int:
        # Terms kept the ids of before a merge where shares were written after it.
        number = int(member)
        return number if number in there else merged.get(number, number)

    amount, taking_part, out, paid = written.split(";")
    typed = [(now(who), kind, int(value)) for who, kind, value in _PART.findall(taking_part)]
    left_out = [now(who) for who, _ in _MEMBER.findall(out)]
    payers = [(now(who), int(minor) if minor else None) for who, minor in _MEMBER.findall(paid)]
    named = {who: (kind, value) for who, kind, value in typed}
    paid_by = dict(payers)
    if len(named) < len(typed) or len(paid_by) < len(payers):
        return None
    fixed = {s.member_id: s.paid_minor for s in shares if s.paid_minor}
    rest = [who for who, minor in payers if minor is None]
    said = {who: minor for who, minor in payers if minor}
    if {who: minor for who, minor in fixed.items() if who not in rest} != said:
        return None
    parts = _parts(shares)
    if any(named.get(who, ("equal", 0)) != part for who, part in parts.items()):
        return None
    # Shares of 0 had no row: whoever is missing has one, or has pressed "I'm out" since.
    everyone = taking_part.startswith("*")
    minor = int(re.match(r"\d+", amount)[0])  # type: ignore[index]  # it begins with the amount
    meant = {*named, *([] if everyone else paid_by)}.difference(left_out)
    few = minor < len(meant | parts.keys())
    nothing = {who for who in meant if few or named.get(who, ("equal", 0))[0] != "equal"}
    return {
        "named": [[who, kind, value] for who, kind, value in typed],
        "left_out": [who for who in left_out if who not in parts],
        "payers": [list(payer) for payer in payers],
        "everyone": everyone,
        "sharers": sorted(parts.keys() | nothing),
    }


def downgrade() -> None:
    op.drop_column("entries", "context")
    op.drop_column("revisions", "split_terms")
