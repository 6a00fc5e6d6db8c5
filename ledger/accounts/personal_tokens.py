"""Personal tokens: made in the private chat, shown once, and kept as hashes."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from ledger.accounts import registering
from ledger.accounts.hashed_secrets import hashed, new_token
from ledger.core.accounts import Account, AccountId, PersonalToken, Scope
from ledger.core.errors import Code, LedgerError
from ledger.storage import account_rows, token_rows
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow

MOST_TOKENS: Final = 20
NAME_LENGTH: Final = 64
_LAST_USE: Final = timedelta(minutes=1)
"""How exactly is known when a token was used last, so that not every call writes."""


def make(tx: Transaction, account: Account, name: str, scope: Scope) -> tuple[PersonalToken, str]:
    """Make a token, and return it with the secret, which nobody can tell again.

    Raises LedgerError: NAME_MISSING for a blank name or one that is too long;
    TOO_MANY_TOKENS(most).
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= NAME_LENGTH:
        raise LedgerError(Code.NAME_MISSING)
    account_rows.lock(tx.connection, account.id)
    if token_rows.count(tx.connection, account.id) >= MOST_TOKENS:
        raise LedgerError(Code.TOO_MANY_TOKENS, most=MOST_TOKENS)
    secret = new_token()
    new = token_rows.add(tx.connection, account.id, hashed(secret), name, scope, tx.now)
    return PersonalToken(new, name, scope, tx.now, None), secret


def tokens_of(tx: Transaction, account: Account) -> tuple[PersonalToken, ...]:
    """Return an account's tokens, the oldest first."""
    return tuple(map(_token, token_rows.of_account(tx.connection, account.id)))


def revoke(tx: Transaction, account: Account, token_id: int) -> None:
    """Revoke one of an account's tokens at once. Raises LedgerError NO_SUCH_TOKEN."""
    if not token_rows.drop(tx.connection, account.id, token_id):
        raise LedgerError(Code.NO_SUCH_TOKEN)


def opened(tx: Transaction, secret: str) -> tuple[Account, Scope] | None:
    """Return whose a token is and what it is good for; None for one that is not valid."""
    found = token_rows.by_hash(tx.connection, hashed(secret))
    if found is None:
        return None
    account = registering.by_id(tx, AccountId(found.account_id))
    if account is None:
        return None
    if found.last_used_at is None or found.last_used_at + _LAST_USE <= tx.now:
        token_rows.note_use(tx.connection, found.id, tx.now)
    return account, found.scope


def _token(row: AnyRow) -> PersonalToken:
    return PersonalToken(row.id, row.name, row.scope, row.created_at, row.last_used_at)
