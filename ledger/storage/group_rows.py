"""SQL of groups and the chats that they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ledger.core.groups import Group
from ledger.core.members import GroupId, UserId
from ledger.core.money import Currency
from ledger.storage import group_rows
from ledger.storage.database import Transaction
from ledger.storage.import_tables import ImportRow
from ledger.storage.prepared import Prepared
from ledger.storage.tables import BalanceRow, ChatRow, GroupRow, MemberRow
from ledger.storage.types import AnyRow, new_id
from ledger.storage.upserts import upsert

COLUMNS = (
    GroupRow.id,
    GroupRow.title,
    GroupRow.currency,
    GroupRow.timezone,
    GroupRow.language,
    GroupRow.simplify,
    GroupRow.entries,
    GroupRow.changes,
    GroupRow.gone_at,
)
# The chat's row is locked as well, so that a group that was just joined to another in a
# migration is not found by its old chat. SQLite leaves FOR UPDATE out: it locks as a whole.
_BY_CHAT = Prepared(
    select(*COLUMNS)
    .join_from(ChatRow, GroupRow, ChatRow.group_id == GroupRow.id)
    .where(ChatRow.chat_id == bindparam("chat_id"))
    .with_for_update()
)
_ID_BY_CHAT = select(ChatRow.group_id).where(ChatRow.chat_id == bindparam("chat_id"))
_LOCK_CHATS = (
    select(ChatRow.chat_id)
    .where(
        ChatRow.chat_id.in_(bindparam("chat_ids", expanding=True))
        | ChatRow.group_id.in_(
            select(ChatRow.group_id).where(
                ChatRow.chat_id.in_(bindparam("chat_ids", expanding=True))
            )
        )
    )
    .order_by(ChatRow.chat_id)
    .with_for_update()
)
_BY_ID = select(*COLUMNS).where(GroupRow.id == bindparam("group_id"))
_LOCK = _BY_ID.with_for_update()
_OF_USER = (
    select(
        *COLUMNS,
        BalanceRow.currency.label("net_currency"),
        BalanceRow.net_minor,
    )
    .join_from(MemberRow, GroupRow, MemberRow.group_id == GroupRow.id)
    .join(
        BalanceRow,
        (BalanceRow.group_id == GroupRow.id)
        & (BalanceRow.member_id == MemberRow.id)
        & (BalanceRow.net_minor != 0),
        isouter=True,
    )
    .where(
        MemberRow.user_id == bindparam("user_id"),
        MemberRow.active | BalanceRow.net_minor.is_not(None),
    )
    .order_by(GroupRow.id, BalanceRow.currency)
)
_ADD_GROUP = insert(GroupRow)
_COUNT_UP = Prepared(
    update(GroupRow)
    .where(GroupRow.id == bindparam("group_id"))
    .values(entries=bindparam("entries_now"), changes=bindparam("changes_now"))
)


def group(row: AnyRow) -> Group:
    """Make the value of a row."""
    return Group(
        id=GroupId(row.id),
        title=row.title,
        currency=Currency(row.currency),
        timezone=row.timezone,
        language=row.language,
        simplify=row.simplify,
        entries=row.entries,
    )


def by_chat(connection: Connection, chat_id: int) -> AnyRow | None:
    """Return a chat's group and lock it until the transaction ends."""
    row: AnyRow | None = _BY_CHAT.first(connection, {"chat_id": chat_id})
    if row is None and connection.dialect.name != "sqlite":
        # The row may have changed hands while we waited for its lock: look again.
        row = _BY_CHAT.first(connection, {"chat_id": chat_id})
    return row


def lock_chats(connection: Connection, chat_ids: Sequence[int]) -> None:
    """Lock chats, and all others of their groups, until the transaction ends."""
    connection.execute(_LOCK_CHATS, {"chat_ids": list(chat_ids)})


def id_by_chat(connection: Connection, chat_id: int) -> GroupId | None:
    """Return the number of a chat's group, without locking anything."""
    found = connection.scalar(_ID_BY_CHAT, {"chat_id": chat_id})
    return None if found is None else GroupId(found)


def by_id(connection: Connection, group_id: GroupId) -> AnyRow:
    """Return a group, without locking anything: for what only reads."""
    return connection.execute(_BY_ID, {"group_id": group_id}).one()


def lock(connection: Connection, group_id: GroupId) -> AnyRow:
    """Return a group and lock it until the transaction ends."""
    return connection.execute(_LOCK, {"group_id": group_id}).one()


def add(
    connection: Connection,
    chat_id: int,
    title: str,
    currency: Currency,
    timezone: str,
    at: datetime,
) -> None:
    """Add a chat with an empty book, unless another transaction has just done so."""
    new = add_hidden(connection, title, currency, timezone, at)
    if not name_chat(connection, chat_id, new):
        connection.execute(delete(GroupRow).where(GroupRow.id == new))


def add_hidden(
    connection: Connection,
    title: str,
    currency: Currency,
    timezone: str,
    at: datetime,
    gone_at: datetime | None = None,
) -> GroupId:
    """Add a group that is no chat's yet; with `gone_at` nobody finds it over HTTP either."""
    result = connection.execute(
        _ADD_GROUP,
        {
            "title": title,
            "currency": currency,
            "timezone": timezone,
            "language": None,
            "simplify": True,
            "entries": 0,
            "changes": 0,
            "made_at": at,
            "gone_at": gone_at,
        },
    )
    return GroupId(new_id(result))


def name_chat(connection: Connection, chat_id: int, group_id: GroupId) -> bool:
    """Let a chat that is not known yet be a group's; tell whether it was not known."""
    result = connection.execute(
        upsert(connection.dialect.name, ChatRow, ("chat_id",)),
        {"chat_id": chat_id, "group_id": group_id, "moved": False},
        execution_options={"preserve_rowcount": True},
    )
    return result.rowcount == 1


def change(connection: Connection, group_id: GroupId, **columns: object) -> None:
    """Set columns of one group's row."""
    connection.execute(
        update(GroupRow).where(GroupRow.id == bindparam("group_key")).values(**columns),
        {"group_key": group_id},
    )


def note_change(connection: Connection, group_id: GroupId, at: datetime) -> None:
    """Note when something else of a group than its entries was changed, for those who watch it."""
    change(connection, group_id, updated_at=at)


def count_up(connection: Connection, group_id: GroupId, entries: int, changes: int) -> None:
    """Say how many entries and changes the group has now."""
    _COUNT_UP.write(
        connection, {"group_id": group_id, "entries_now": entries, "changes_now": changes}
    )


def chat_ids(connection: Connection, group_id: GroupId) -> Sequence[int]:
    """Return the chat ids of a group, the present one first."""
    return connection.scalars(
        select(ChatRow.chat_id)
        .where(ChatRow.group_id == bindparam("group_id"))
        .order_by(ChatRow.moved, ChatRow.chat_id),
        {"group_id": group_id},
    ).all()


def mark_moved(connection: Connection, chat_id: int) -> None:
    """Note that a chat has another id now."""
    connection.execute(update(ChatRow).where(ChatRow.chat_id == chat_id).values(moved=True))


def of_user(connection: Connection, user_id: UserId) -> Sequence[AnyRow]:
    """Return the groups in which an account is active or has something open.

    One row for each open currency, with `net_currency` and `net_minor`; both are None in the
    one row of a group where nothing is open.
    """
    return connection.execute(_OF_USER, {"user_id": user_id}).all()


def all_groups(connection: Connection) -> Sequence[AnyRow]:
    """Return all groups by id, without locking them; those of unfinished imports are none yet."""
    staging = select(ImportRow.staging_id).where(ImportRow.staging_id.is_not(None))
    asked = select(*COLUMNS).where(GroupRow.id.not_in(staging)).order_by(GroupRow.id)
    return connection.execute(asked).all()


def chat_id_of(tx: Transaction, group_id: GroupId) -> int | None:
    """Return the present chat id of a group, to write to it; None where it has no chat."""
    return next(iter(group_rows.chat_ids(tx.connection, group_id)), None)
