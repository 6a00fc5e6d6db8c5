"""Chats that get another id: a basic group that becomes a supergroup keeps its book."""

from __future__ import annotations

from ledger.core.members import GroupId
from ledger.storage import group_rows
from ledger.storage.database import Transaction
from ledger.upkeep.joined_books import append_book


def follow_migration(tx: Transaction, old_chat_id: int, new_chat_id: int) -> None:
    """Let a chat's book be found by its new id as well; in either order, any number of times.

    Telegram tells of a migration in both chats. When a command in the new chat came before,
    there are two books: the old one stays, with what the new one has appended to it, unless
    only the new one has entries, which then keep their numbers.
    """
    connection = tx.connection
    group_rows.lock_chats(connection, (old_chat_id, new_chat_id))
    ids = _group_ids(tx, old_chat_id, new_chat_id)
    if ids == {None}:
        return  # Nobody has used the bot there; there is no book to keep.
    if len(ids) == 2 and None not in ids:
        _join(tx, old_chat_id, new_chat_id)
    elif len(ids) == 2:
        (group_id,) = (id_ for id_ in ids if id_ is not None)
        for chat_id in (old_chat_id, new_chat_id):
            group_rows.name_chat(connection, chat_id, group_id)
        if _group_ids(tx, old_chat_id, new_chat_id) != {group_id}:
            # Somebody wrote in the other chat just now, so that it has a book of its own.
            _join(tx, old_chat_id, new_chat_id)
    group_rows.mark_moved(connection, old_chat_id)


def _group_ids(tx: Transaction, *chat_ids: int) -> set[GroupId | None]:
    return {group_rows.id_by_chat(tx.connection, chat_id) for chat_id in chat_ids}


def _join(tx: Transaction, old_chat_id: int, new_chat_id: int) -> None:
    """Append one chat's book to the other's, and let both chats be of that one."""
    connection = tx.connection
    # The chats first and then their groups, each in the order of their numbers, so that no
    # two transactions wait for each other.
    group_rows.lock_chats(connection, (old_chat_id, new_chat_id))
    for group_id in sorted(id_ for id_ in _group_ids(tx, old_chat_id, new_chat_id) if id_):
        group_rows.lock(connection, group_id)
    old = group_rows.by_chat(connection, old_chat_id)
    new = group_rows.by_chat(connection, new_chat_id)
    assert old is not None
    assert new is not None
    if old.id == new.id:
        return
    stays, gone = (old, new) if old.entries or not new.entries else (new, old)
    append_book(tx, gone, stays)
