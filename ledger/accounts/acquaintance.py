"""Who may know of whom over HTTP: people see those whom they share a group with."""

from __future__ import annotations

from ledger.accounts import registering
from ledger.core.accounts import Account
from ledger.storage import card_rows
from ledger.storage.database import Transaction


def acquaintances(tx: Transaction, account: Account) -> tuple[Account, ...]:
    """Return whom somebody sees, themselves among them, in the order of the accounts."""
    users = {account.user_id, *card_rows.acquainted(tx.connection, account.user_id)}
    found = registering.of_users(tx, users)
    return tuple(sorted(found.values(), key=lambda one: one.id))


def knows(tx: Transaction, account: Account, other: Account) -> bool:
    """Tell whether somebody sees another, who may be themselves."""
    if account.id == other.id:
        return True
    return other.user_id in card_rows.acquainted(tx.connection, account.user_id)
