"""SQL of what opens an account: refresh tokens and personal tokens."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from ledger.core.accounts import AccountId, Scope
from ledger.storage.account_tables import ApiTokenRow, RefreshTokenRow
from ledger.storage.types import AnyRow, new_id

_REFRESH = select(
    RefreshTokenRow.family,
    RefreshTokenRow.account_id,
    RefreshTokenRow.expires_at,
    RefreshTokenRow.replaced_at,
).where(RefreshTokenRow.jti == bindparam("jti"))
_TOKENS = select(
    ApiTokenRow.id,
    ApiTokenRow.account_id,
    ApiTokenRow.name,
    ApiTokenRow.scope,
    ApiTokenRow.created_at,
    ApiTokenRow.last_used_at,
)
_OF_ACCOUNT = _TOKENS.where(ApiTokenRow.account_id == bindparam("account_id")).order_by(
    ApiTokenRow.id
)
_BY_HASH = _TOKENS.where(ApiTokenRow.hash == bindparam("hash"))
_USED = (
    update(ApiTokenRow)
    .where(ApiTokenRow.id == bindparam("token_id"))
    .values(last_used_at=bindparam("at"))
)


def add_refresh(
    connection: Connection, jti: str, family: str, account_id: AccountId, expires_at: datetime
) -> None:
    """Keep a refresh token that was given out."""
    connection.execute(
        insert(RefreshTokenRow),
        {"jti": jti, "family": family, "account_id": account_id, "expires_at": expires_at},
    )


def refresh(connection: Connection, jti: str) -> AnyRow | None:
    """Return a refresh token: `family`, `account_id`, `expires_at` and `replaced_at`."""
    return connection.execute(_REFRESH, {"jti": jti}).one_or_none()


def lock_refresh(connection: Connection, jti: str) -> AnyRow | None:
    """Return the same, locked until the transaction ends; its account is held before."""
    return connection.execute(_REFRESH.with_for_update(), {"jti": jti}).one_or_none()


def replace_refresh(connection: Connection, family: str, at: datetime) -> None:
    """Note that what one login had until now is good for no more."""
    still_good = RefreshTokenRow.family == family, RefreshTokenRow.replaced_at.is_(None)
    connection.execute(update(RefreshTokenRow).where(*still_good).values(replaced_at=at))


def last_replaced(connection: Connection, family: str) -> datetime | None:
    """Return when a token of one login was used last."""
    asked = select(func.max(RefreshTokenRow.replaced_at)).where(RefreshTokenRow.family == family)
    return connection.execute(asked).scalar_one()


def drop_family(connection: Connection, family: str) -> None:
    """Revoke all refresh tokens that came of one login."""
    connection.execute(delete(RefreshTokenRow).where(RefreshTokenRow.family == family))


def drop_refresh(
    connection: Connection, account_id: AccountId, *, expired_by: datetime | None = None
) -> None:
    """Revoke an account's refresh tokens, all or only those that have expired by a moment."""
    dropped = delete(RefreshTokenRow).where(RefreshTokenRow.account_id == account_id)
    if expired_by is not None:
        dropped = dropped.where(RefreshTokenRow.expires_at <= expired_by)
    connection.execute(dropped)


def add(
    connection: Connection,
    account_id: AccountId,
    hashed: str,
    name: str,
    scope: Scope,
    at: datetime,
) -> int:
    """Keep a personal token by its hash; return its number."""
    values = {"account_id": account_id, "hash": hashed, "name": name, "scope": scope}
    return new_id(connection.execute(insert(ApiTokenRow), {**values, "created_at": at}))


def count(connection: Connection, account_id: AccountId) -> int:
    """Return how many personal tokens an account has."""
    asked = select(func.count()).where(ApiTokenRow.account_id == account_id)
    return connection.execute(asked).scalar_one()


def of_account(connection: Connection, account_id: AccountId) -> list[AnyRow]:
    """Return an account's personal tokens, the oldest first."""
    return list(connection.execute(_OF_ACCOUNT, {"account_id": account_id}))


def by_hash(connection: Connection, hashed: str) -> AnyRow | None:
    """Return the personal token of a hash."""
    return connection.execute(_BY_HASH, {"hash": hashed}).one_or_none()


def note_use(connection: Connection, token_id: int, at: datetime) -> None:
    """Note when a personal token was used last."""
    connection.execute(_USED, {"token_id": token_id, "at": at})


def drop(connection: Connection, account_id: AccountId, token_id: int) -> bool:
    """Revoke an account's personal token; tell whether there was one."""
    dropped = delete(ApiTokenRow).where(
        ApiTokenRow.id == token_id, ApiTokenRow.account_id == account_id
    )
    return connection.execute(dropped).rowcount == 1


def move(connection: Connection, gone: AccountId, stays: AccountId) -> None:
    """Let all tokens of an account be another's."""
    for table in (RefreshTokenRow, ApiTokenRow):
        connection.execute(update(table).where(table.account_id == gone).values(account_id=stays))
