"""SQL of codes that are said once, by their hashes; and of answers that are given again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from ledger.core.accounts import AccountId
from ledger.core.members import GroupId, UserId
from ledger.storage.account_tables import IdempotencyRow, LinkCodeRow, StartCodeRow
from ledger.storage.types import AnyRow
from ledger.storage.upserts import upsert


def put_link_code(
    connection: Connection, user_id: UserId, hashed: str, expires_at: datetime
) -> None:
    """Keep a user's code, in place of the last one."""
    connection.execute(
        upsert(connection.dialect.name, LinkCodeRow, ("user_id",), replace=("hash", "expires_at")),
        {"user_id": user_id, "hash": hashed, "expires_at": expires_at},
    )


def link_code(connection: Connection, hashed: str, now: datetime) -> UserId | None:
    """Return whose code it is, where it is still good."""
    asked = select(LinkCodeRow.user_id).where(
        LinkCodeRow.hash == hashed, LinkCodeRow.expires_at > now
    )
    found = connection.scalar(asked)
    return None if found is None else UserId(found)


def drop_link_code(connection: Connection, user_id: UserId) -> bool:
    """Let a user's code be used; tell whether there was one."""
    return (
        connection.execute(delete(LinkCodeRow).where(LinkCodeRow.user_id == user_id)).rowcount == 1
    )


def put_start_code(
    connection: Connection, group_id: GroupId, hashed: str, expires_at: datetime
) -> None:
    """Keep a group's code, in place of the last one."""
    connection.execute(
        upsert(
            connection.dialect.name, StartCodeRow, ("group_id",), replace=("hash", "expires_at")
        ),
        {"group_id": group_id, "hash": hashed, "expires_at": expires_at},
    )


def start_code(connection: Connection, hashed: str, now: datetime) -> GroupId | None:
    """Return which group's code it is, where it is still good."""
    asked = select(StartCodeRow.group_id).where(
        StartCodeRow.hash == hashed, StartCodeRow.expires_at > now
    )
    found = connection.scalar(asked)
    return None if found is None else GroupId(found)


def claim_key(
    connection: Connection, account_id: AccountId, key: str, digest: str, at: datetime
) -> AnyRow:
    """Return what a caller's key stands for: `digest`, `status` and `body`; new ones for this.

    Where somebody writes with the same key just now, this waits until they are done.
    """
    connection.execute(
        upsert(connection.dialect.name, IdempotencyRow, ("account_id", "key")),
        {"account_id": account_id, "key": key, "digest": digest, "made_at": at},
    )
    asked = select(IdempotencyRow.digest, IdempotencyRow.status, IdempotencyRow.body).where(
        IdempotencyRow.account_id == account_id, IdempotencyRow.key == key
    )
    return connection.execute(asked).one()


def answer_key(
    connection: Connection, account_id: AccountId, key: str, status: int, body: str
) -> None:
    """Keep what a call with a key was answered."""
    connection.execute(
        update(IdempotencyRow)
        .where(IdempotencyRow.account_id == account_id, IdempotencyRow.key == key)
        .values(status=status, body=body)
    )


def drop_keys(connection: Connection, before: datetime) -> None:
    """Forget the keys of calls from before a moment."""
    connection.execute(delete(IdempotencyRow).where(IdempotencyRow.made_at < before))


def move_keys(connection: Connection, gone: AccountId, stays: AccountId) -> None:
    """Let an account's keys be another's, but for those that it has itself."""
    taken = select(IdempotencyRow.key).where(IdempotencyRow.account_id == stays)
    connection.execute(
        update(IdempotencyRow)
        .where(IdempotencyRow.account_id == gone, IdempotencyRow.key.not_in(taken))
        .values(account_id=stays)
    )
    connection.execute(delete(IdempotencyRow).where(IdempotencyRow.account_id == gone))
