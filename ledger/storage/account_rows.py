"""SQL of accounts: finding them, and giving one to whoever has none yet."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from ledger.core.accounts import (
    SERVICE,
    STRANGER,
    Account,
    AccountId,
    PublicId,
    email_key,
    parts_of,
)
from ledger.core.members import UserId
from ledger.storage.account_tables import (
    AccountRow,
    ApiTokenRow,
    IdempotencyRow,
    LinkCodeRow,
    RefreshTokenRow,
)
from ledger.storage.tables import UserRow
from ledger.storage.types import AnyRow, new_id
from ledger.storage.upserts import add_all

_Known = AccountRow.__table__.alias()
"""An account as somebody remembers it, perhaps joined to another since."""

_COLUMNS = (
    AccountRow.id,
    AccountRow.public_id,
    AccountRow.user_id,
    AccountRow.email,
    AccountRow.phone,
    AccountRow.password_hash,
    AccountRow.created_at,
    AccountRow.updated_at,
    UserRow.first_name,
    UserRow.last_name,
    UserRow.language,
)
_ACCOUNTS = select(*_COLUMNS).join_from(AccountRow, UserRow, AccountRow.user_id == UserRow.id)
_KNOWN = (
    select(*_COLUMNS, _Known.c.public_id.label("known_as"))
    .join_from(
        _Known, AccountRow, AccountRow.id == func.coalesce(_Known.c.merged_into, _Known.c.id)
    )
    .join(UserRow, AccountRow.user_id == UserRow.id)
)
_BY_ID = _KNOWN.where(_Known.c.id == bindparam("account_id"))
_BY_PUBLIC_IDS = _KNOWN.where(_Known.c.public_id.in_(bindparam("public_ids", expanding=True)))
_BY_EMAIL = _ACCOUNTS.where(AccountRow.email_key == bindparam("email_key"))
_BY_USERS = _ACCOUNTS.where(AccountRow.user_id.in_(bindparam("user_ids", expanding=True)))
_ALL = _ACCOUNTS.where(AccountRow.id > bindparam("after")).order_by(AccountRow.id)
_LOCK = (
    select(AccountRow.id)
    .where(AccountRow.id.in_(bindparam("account_ids", expanding=True)))
    .order_by(AccountRow.id)
    .with_for_update()
)
_HOLD = (
    select(AccountRow.id)
    .where(AccountRow.id == bindparam("account_id"))
    .with_for_update(read=True, key_share=True)
)
# Whoever is forgotten just now gets no account any more, and whoever gets one is not forgotten
# until the transaction ends.
_STILL_THERE = (
    select(UserRow.id)
    .where(UserRow.id.in_(bindparam("user_ids", expanding=True)))
    .order_by(UserRow.id)
    .with_for_update(read=True, key_share=True)
)


def account(row: AnyRow) -> Account:
    """Make the value of a row."""
    return Account(
        id=AccountId(row.id),
        public_id=PublicId(row.public_id),
        user_id=UserId(row.user_id),
        name=" ".join(filter(None, [row.first_name, row.last_name])),
        email=row.email,
        phone=row.phone,
        has_password=row.password_hash is not None,
        language=row.language,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def by_id(connection: Connection, account_id: AccountId) -> AnyRow | None:
    """Return an account, or the one that it was joined to."""
    return connection.execute(_BY_ID, {"account_id": account_id}).one_or_none()


def by_public_ids(
    connection: Connection, public_ids: Collection[PublicId]
) -> dict[PublicId, AnyRow]:
    """Return the accounts of these UUIDs, or those that they were joined to."""
    if not public_ids:
        return {}
    found = connection.execute(_BY_PUBLIC_IDS, {"public_ids": list(public_ids)})
    return {PublicId(row.known_as): row for row in found}


def by_email(connection: Connection, email: str) -> AnyRow | None:
    """Return the account of an e-mail address, in whatever case it is written."""
    return connection.execute(_BY_EMAIL, {"email_key": email_key(email)}).one_or_none()


def by_users(connection: Connection, user_ids: Collection[UserId]) -> dict[UserId, AnyRow]:
    """Return the accounts that users have."""
    if not user_ids:
        return {}
    found = connection.execute(_BY_USERS, {"user_ids": list(user_ids)})
    return {UserId(row.user_id): row for row in found}


def after(connection: Connection, account_id: AccountId, most: int) -> list[AnyRow]:
    """Return the accounts behind one in the order of their numbers."""
    return list(connection.execute(_ALL.limit(most), {"after": account_id}))


def lock(connection: Connection, *account_ids: AccountId) -> None:
    """Lock accounts until the transaction ends, before all that opens them."""
    connection.execute(_LOCK, {"account_ids": list(account_ids)})


def hold(connection: Connection, account_id: AccountId) -> bool:
    """Keep an account from being joined or erased until the transaction ends.

    Tell whether it is there.
    """
    return connection.scalar(_HOLD, {"account_id": account_id}) is not None


def give(connection: Connection, user_ids: Collection[UserId], at: datetime) -> None:
    """Give users an account each who have none; those who are not known get none."""
    known = connection.scalars(_STILL_THERE, {"user_ids": list(user_ids)}).all()
    rows = [{**_new(at), "user_id": user_id} for user_id in known]
    add_all(connection, AccountRow, ("user_id",), (), rows)


def add(
    connection: Connection,
    name: str,
    at: datetime,
    *,
    email: str | None,
    phone: str | None,
    password_hash: str | None,
) -> UserId:
    """Add an account of somebody who is not in Telegram; return who that is in the book."""
    kept = {"email": email, "phone": phone, "password_hash": password_hash}
    key = None if email is None else email_key(email)
    result = connection.execute(insert(AccountRow), {**_new(at), **kept, "email_key": key})
    account_id = AccountId(new_id(result))
    user_id = UserId(-account_id)
    first_name, last_name = parts_of(name)
    connection.execute(
        insert(UserRow),
        {"id": user_id, "first_name": first_name, "last_name": last_name, "started": False},
    )
    change(connection, account_id, user_id=user_id)
    return user_id


def change(connection: Connection, account_id: AccountId, **columns: object) -> None:
    """Set columns of one account's row."""
    connection.execute(
        update(AccountRow).where(AccountRow.id == bindparam("account_key")).values(**columns),
        {"account_key": account_id},
    )


def point_to(connection: Connection, gone: AccountId, stays: AccountId) -> None:
    """Mark an account, and all that were joined to it, as joined to the one that stays."""
    connection.execute(
        update(AccountRow)
        .where((AccountRow.id == gone) | (AccountRow.merged_into == gone))
        .values(user_id=None, phone=None, merged_into=stays)
    )


def erase(connection: Connection, user_id: UserId) -> None:
    """Erase a user's account with those that were joined to it, and all that opens it."""
    connection.execute(delete(LinkCodeRow).where(LinkCodeRow.user_id == user_id))
    found = by_users(connection, [user_id]).get(user_id)
    if found is None:
        return
    own = found.id
    lock(connection, own)
    joined = AccountRow.merged_into == own
    ids = [own, *connection.scalars(select(AccountRow.id).where(joined))]
    # What was answered to services and strangers may tell of the account, too.
    for told in filter(None, (found.public_id, found.email)):
        connection.execute(
            delete(IdempotencyRow).where(
                IdempotencyRow.account_id.in_((SERVICE, STRANGER)),
                IdempotencyRow.body.contains(told, autoescape=True),
            )
        )
    for table in (ApiTokenRow, RefreshTokenRow, IdempotencyRow):
        connection.execute(delete(table).where(table.account_id.in_(ids)))
    connection.execute(delete(AccountRow).where(joined))
    connection.execute(delete(AccountRow).where(AccountRow.id == own))


def _new(at: datetime) -> dict[str, object]:
    return {"public_id": str(uuid.uuid4()), "created_at": at, "updated_at": at}
