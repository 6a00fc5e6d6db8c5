"""Chats that get another id: a basic group that becomes a supergroup keeps its book."""

from __future__ import annotations

from ledger.book import projection
from ledger.book.people import People, name_key
from ledger.core.members import GroupId, Member, MemberId, MemberKind, Role
from ledger.storage import group_merge, group_rows, running_balances, schedule_rows
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow


def follow_migration(tx: Transaction, old_chat_id: int, new_chat_id: int) -> None:
    """Let a chat's book be found by its new id as well; in either order, any number of times.

    Telegram tells of a migration in both chats. When a command in the new chat came before,
    there are two books: the old one stays, with what the new one has appended to it, unless
    only the new one has entries, which then keep their numbers.
    """
    connection = tx.connection
    ids = _group_ids(tx, old_chat_id, new_chat_id)
    if ids == {None}:
        return  # Nobody has used the bot there; there is no book to keep.
    if len(ids) == 2 and None not in ids:
        _join(tx, old_chat_id, new_chat_id)
    elif len(ids) == 2:
        (group_id,) = (id_ for id_ in ids if id_ is not None)
        for chat_id in (old_chat_id, new_chat_id):
            group_rows.name_chat(connection, chat_id, group_id)
    group_rows.mark_moved(connection, old_chat_id)


def chat_id_of(tx: Transaction, group_id: GroupId) -> int:
    """Return the present chat id of a group, to write to it."""
    return group_rows.chat_ids(tx.connection, group_id)[0]


def _group_ids(tx: Transaction, *chat_ids: int) -> set[GroupId | None]:
    return {group_rows.id_by_chat(tx.connection, chat_id) for chat_id in chat_ids}


def _join(tx: Transaction, old_chat_id: int, new_chat_id: int) -> None:
    """Append one chat's book to the other's, and let both chats be of that one."""
    connection = tx.connection
    # In the order of their numbers, so that two transactions never wait for each other.
    for group_id in sorted(id_ for id_ in _group_ids(tx, old_chat_id, new_chat_id) if id_):
        group_rows.lock(connection, group_id)
    old = group_rows.by_chat(connection, old_chat_id)
    new = group_rows.by_chat(connection, new_chat_id)
    assert old is not None
    assert new is not None
    if old.id == new.id:
        return
    stays, gone = (old, new) if old.entries or not new.entries else (new, old)
    _join_people(tx, gone, stays)
    group_merge.move_lines(connection, gone.id, stays.id, stays.entries, stays.changes)
    group_merge.move_chats(connection, gone.id, stays.id)
    schedule_rows.move(connection, gone.id, stays.id)
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
    for member in theirs:
        twin = next((known[key] for key in _identities(member) if key in known), None)
        if twin is None:
            group_merge.move_member(tx.connection, member.id, stays.id)
            continue
        became[member.id] = twin.id
        group_merge.merge_member(tx.connection, member.id, member.first_name, stays.id, twin.id)
        if member.user_id is not None and twin.kind is MemberKind.PLACEHOLDER:
            twin = ours.claim(twin, member.user_id)
        if member.active:
            twin = ours.set_active(twin, active=True)
        if member.role is Role.ADMIN:
            ours.set_role(twin, Role.ADMIN)
    for merged, target in theirs.merged.items():
        group_merge.move_merged(tx.connection, merged, stays.id, became.get(target, target))


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
