"""Logins: refresh tokens, each good for once, until one is used a second time.

Whoever uses a token that was used before has stolen it, or was stolen from: nobody knows
which, so the whole login ends (RFC 9700, 4.14.2, refresh token rotation). But for a moment: an
answer that is lost on its way, as where a page is loaded anew meanwhile, is asked for again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from ledger.accounts import registering
from ledger.core.accounts import Account, AccountId
from ledger.storage import account_rows, token_rows
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow

LEEWAY: Final = timedelta(seconds=30)
"""How long a token that was used is good once more, as long as what came of it was not used."""


class Refused(StrEnum):
    """Why a refresh token opens nothing."""

    UNKNOWN = "unknown"
    """Never given out, expired, or revoked."""
    REUSED = "reused"
    """Used before; its login has ended now."""


def begin(tx: Transaction, account_id: AccountId, jti: str, expires_at: datetime) -> None:
    """Keep the first refresh token of a login; the account's expired ones go."""
    account_rows.hold(tx.connection, account_id)
    token_rows.drop_refresh(tx.connection, account_id, expired_by=tx.now)
    token_rows.add_refresh(tx.connection, jti, jti, account_id, expires_at)


def rotate(tx: Transaction, jti: str, new_jti: str, expires_at: datetime) -> Account | Refused:
    """Take another refresh token in place of one, and return whose it is.

    What came before of a token that is asked for again is good for nothing any more. A refusal
    is returned and not raised, because a login that ends is to be written.
    """
    known = token_rows.refresh(tx.connection, jti)
    if known is None or not account_rows.hold(tx.connection, AccountId(known.account_id)):
        return Refused.UNKNOWN
    found = token_rows.lock_refresh(tx.connection, jti)
    if found is None or found.expires_at <= tx.now:
        return Refused.UNKNOWN
    if found.replaced_at is not None and not _was_lost(tx, found):
        token_rows.drop_family(tx.connection, found.family)
        return Refused.REUSED
    account = registering.by_id(tx, AccountId(found.account_id))
    if account is None:
        return Refused.UNKNOWN
    token_rows.replace_refresh(tx.connection, found.family, found.replaced_at or tx.now)
    token_rows.add_refresh(tx.connection, new_jti, found.family, account.id, expires_at)
    return account


def _was_lost(tx: Transaction, used: AnyRow) -> bool:
    """Tell whether the answer to a token that was used may have been lost on its way."""
    latest = token_rows.last_replaced(tx.connection, used.family)
    return bool(used.replaced_at == latest and tx.now - used.replaced_at <= LEEWAY)


def end_all(tx: Transaction, account_id: AccountId) -> None:
    """End every login of an account."""
    token_rows.drop_refresh(tx.connection, account_id)


def end(tx: Transaction, jti: str) -> None:
    """End the login of a refresh token, of whichever of its tokens; an unknown one is none."""
    found = token_rows.refresh(tx.connection, jti)
    if found is not None:
        token_rows.drop_family(tx.connection, found.family)
