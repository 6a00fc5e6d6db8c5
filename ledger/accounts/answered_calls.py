"""Calls with a key of their caller's: the same call again is answered the same.

What is kept belongs into the transaction that writes what the call asks for, so that there is
either both or nothing, whenever the process dies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ledger.accounts.hashed_secrets import hashed
from ledger.core.accounts import AccountId
from ledger.core.errors import Code, LedgerError
from ledger.storage import code_rows
from ledger.storage.database import Transaction

KEPT: Final = timedelta(days=1)
"""How long the same key says the same."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a call was answered before: an HTTP status and a body of JSON."""

    status: int
    body: str


def begin(tx: Transaction, caller: AccountId, key: str, *asked: str) -> Answered | None:
    """Return what a call with this key was answered; None where it is to be answered now.

    `asked` is all that the call says: method, path and body. Where the same call is being
    answered just now, this waits for it. Raises LedgerError KEY_REUSED where the key has
    stood for another call.
    """
    code_rows.drop_keys(tx.connection, tx.now - KEPT)
    digest = hashed("\n".join(asked))
    found = code_rows.claim_key(tx.connection, caller, key, digest, tx.now)
    if found.digest != digest:
        raise LedgerError(Code.KEY_REUSED)
    return None if found.status is None else Answered(found.status, found.body)


def finish(tx: Transaction, caller: AccountId, key: str, answer: Answered) -> None:
    """Keep what the call is answered. It must not have a secret in it."""
    code_rows.answer_key(tx.connection, caller, key, answer.status, answer.body)
