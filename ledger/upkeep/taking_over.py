"""A group that was made over HTTP comes into a chat: the chat takes its book over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from ledger.accounts.hashed_secrets import hashed, new_start_code
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Group, Place
from ledger.core.members import GroupId
from ledger.storage import code_rows, group_rows, schedule_rows
from ledger.storage.database import Transaction
from ledger.upkeep.joined_books import append_book

CODE_LASTS: Final = timedelta(days=1)


def start_code(book: Book) -> tuple[str, datetime]:
    """Return a code that puts the group's book into a chat, and until when; the last is void.

    Raises LedgerError: ADMINS_ONLY; IN_CHAT_ALREADY.
    """
    book.require_admin()
    connection, group_id = book.tx.connection, book.group.id
    if group_rows.chat_ids(connection, group_id):
        raise LedgerError(Code.IN_CHAT_ALREADY)
    code, expires_at = new_start_code(), book.now + CODE_LASTS
    code_rows.put_start_code(connection, group_id, hashed(code), expires_at)
    return code, expires_at


def take_over(tx: Transaction, place: Place, code: str) -> Group:
    """Let a chat's book be the group's whose code it is; the same code again changes nothing.

    The group keeps its members, entries and ids; whoever is known in the chat already is a
    member, too, and others are met when they act. Raises LedgerError: BAD_CODE;
    CHAT_HAS_BOOK where something is recorded in the chat already.
    """
    connection = tx.connection
    wanted = code_rows.start_code(connection, hashed(code), tx.now)
    if wanted is None:
        raise LedgerError(Code.BAD_CODE)
    # The chat first and then the groups, in the order of their numbers, as everywhere.
    is_new = group_rows.name_chat(connection, place.chat_id, wanted)
    group_rows.lock_chats(connection, [place.chat_id])
    own = group_rows.id_by_chat(connection, place.chat_id)
    assert own is not None
    for group_id in sorted({wanted, own}):
        group_rows.lock(connection, group_id)
    others = {*group_rows.chat_ids(connection, wanted)} - {place.chat_id}
    if others and (is_new or own != wanted):
        raise LedgerError(Code.BAD_CODE)  # Another chat was quicker.
    if own != wanted:
        _join(tx, own, wanted)
    schedule_rows.look_again(connection, wanted, tx.now)
    return group_rows.group(group_rows.by_id(connection, wanted))


def _join(tx: Transaction, own: GroupId, wanted: GroupId) -> None:
    gone = group_rows.lock(tx.connection, own)
    stays = group_rows.lock(tx.connection, wanted)
    if gone.entries:
        raise LedgerError(Code.CHAT_HAS_BOOK)
    append_book(tx, gone, stays)
    if stays.language is None:
        group_rows.change(tx.connection, wanted, language=gone.language)
