"""Two books become one: what one of them has is appended to the other."""

from __future__ import annotations

from dataclasses import replace

from ledger.book import projection
from ledger.book.people import People
from ledger.core.folding import name_key
from ledger.core.members import Member, MemberId, MemberKind, Role
from ledger.storage import (
    group_merge,
    group_rows,
    import_rows,
    news_rows,
    people_rows,
    picture_rows,
    rate_rows,
    running_balances,
    schedule_rows,
    set_rows,
)
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow


def append_book(tx: Transaction, gone: AnyRow, stays: AnyRow) -> None:
    """Append all of a group to another, both of them locked, and let its chats be of that one.

    Entries and changes get numbers behind those that are there. What both have a setting of
    their own for is as in the one that stays.
    """
    connection = tx.connection
    _join_people(tx, gone, stays)
    group_merge.move_lines(connection, gone.id, stays.id, stays.entries, stays.changes)
    group_merge.move_chats(connection, gone.id, stays.id)
    group_merge.move_public_id(connection, gone.id, stays.id)
    schedule_rows.move(connection, gone.id, stays.id)
    news_rows.move(connection, gone.id, stays.id, stays.changes)
    picture_rows.move(connection, gone.id, stays.id)
    set_rows.move(connection, gone.id, stays.id)
    rate_rows.move(connection, gone.id, stays.id)
    import_rows.move(connection, gone.id, stays.id)
    changes = stays.changes + gone.changes
    group_rows.count_up(connection, gone.id, 0, 0)
    group_rows.count_up(connection, stays.id, stays.entries + gone.entries, changes)
    group_rows.change(connection, gone.id, gone_at=tx.now)
    running_balances.replace(connection, gone.id, {})
    projection.rebuild(tx, stays.id, changes, People(tx, stays.id).merged)


def _join_people(tx: Transaction, gone: AnyRow, stays: AnyRow) -> None:
    """Move the members over; those of accounts and names that are there already are merged."""
    theirs, ours = People(tx, gone.id), People(tx, stays.id)
    known = {key: member for member in ours for key in _identities(member)}
    became: dict[MemberId, MemberId] = {}
    names: dict[MemberId, str] = {}
    changed: dict[MemberId, Member] = {}
    for member in theirs:
        twin = next((known[key] for key in _identities(member) if key in known), None)
        if twin is None:
            continue
        became[member.id] = twin.id
        names[member.id] = member.first_name
        changed[twin.id] = _joined(changed.get(twin.id, twin), member)
    # Before the others are merged, as these are merged themselves by then.
    group_merge.follow_merged(tx.connection, became)
    group_merge.merge_members(tx.connection, names, became)
    people_rows.change_identities(tx.connection, changed)
    group_merge.move_members(tx.connection, gone.id, stays.id)


def _joined(twin: Member, member: Member) -> Member:
    """Return who stays, with what only the one who is merged into them was."""
    if member.user_id is not None and twin.kind is MemberKind.PLACEHOLDER:
        twin = replace(twin, kind=MemberKind.USER, user_id=member.user_id)
    return replace(
        twin,
        active=twin.active or member.active,
        role=Role.ADMIN if member.role is Role.ADMIN else twin.role,
    )


def _identities(member: Member) -> list[tuple[str, object]]:
    """Return what tells that two members are the same, the surest first."""
    keys: list[tuple[str, object]] = []
    if member.user_id is not None:
        keys.append(("user", member.user_id))
    if member.username is not None:
        keys.append(("username", name_key(member.username)))
    if member.kind is MemberKind.GUEST:
        keys.append(("guest", name_key(member.first_name)))
    return keys
