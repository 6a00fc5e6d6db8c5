"""Accounts as such: registering, finding and changing them; whoever is met may have one."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from enum import Enum
from typing import Final

from ledger.core.accounts import NAME_LENGTH, Account, AccountId, PublicId, email_key, parts_of
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import is_visible
from ledger.core.members import Person, UserId
from ledger.storage import account_rows, people_rows
from ledger.storage.database import Transaction


class _Kept(Enum):
    """What is to stay as it is, where None means that it goes."""

    KEPT = "kept"


KEPT: Final = _Kept.KEPT


def register(
    tx: Transaction,
    name: str,
    *,
    email: str | None,
    phone: str | None = None,
    password_hash: str | None = None,
) -> Account:
    """Make an account of somebody who is not in Telegram, or not yet known to be.

    E-mail address and phone number are kept as given, the password only as a hash. Raises
    LedgerError: NAME_MISSING; EMAIL_TAKEN.
    """
    connection = tx.connection
    _check_name(name)
    if email is not None and account_rows.by_email(connection, email) is not None:
        raise LedgerError(Code.EMAIL_TAKEN)
    kept = {"email": email, "phone": phone, "password_hash": password_hash}
    user_id = account_rows.add(connection, name, tx.now, **kept)
    return of_user(tx, user_id)


def by_id(tx: Transaction, account_id: AccountId) -> Account | None:
    """Return an account, or the one that it was joined to; None when it is gone."""
    row = account_rows.by_id(tx.connection, account_id)
    return None if row is None else account_rows.account(row)


def by_public_id(tx: Transaction, public_id: str) -> Account | None:
    """Return the account of a UUID, or the one that it was joined to."""
    return by_public_ids(tx, [public_id]).get(PublicId(public_id))


def by_public_ids(tx: Transaction, public_ids: Collection[str]) -> dict[PublicId, Account]:
    """Return the accounts of UUIDs in any writing, or those that they were joined to."""
    asked = {PublicId(given): canonical(given) for given in public_ids}
    wanted = {public for public in asked.values() if public is not None}
    found = account_rows.by_public_ids(tx.connection, wanted)
    return {
        given: account_rows.account(found[public])
        for given, public in asked.items()
        if public is not None and public in found
    }


def by_email(tx: Transaction, email: str) -> Account | None:
    """Return the account of an e-mail address, in whatever case it is written."""
    row = account_rows.by_email(tx.connection, email)
    return None if row is None else account_rows.account(row)


def password_of(tx: Transaction, email: str) -> tuple[Account, str | None] | None:
    """Return the account of an e-mail address with the hash of its password, if it has one."""
    row = account_rows.by_email(tx.connection, email)
    return None if row is None else (account_rows.account(row), row.password_hash)


def password_hash(tx: Transaction, account: Account) -> str | None:
    """Return the hash of an account's password, None where it has none."""
    row = account_rows.by_id(tx.connection, account.id)
    return None if row is None else row.password_hash


def set_password(tx: Transaction, account: Account, before: str | None, after: str) -> bool:
    """Keep another password's hash; tell whether it was still the one `before`."""
    account_rows.lock(tx.connection, account.id)
    if password_hash(tx, account) != before:
        return False
    account_rows.change(tx.connection, account.id, updated_at=tx.now, password_hash=after)
    return True


def of_user(tx: Transaction, user_id: UserId) -> Account:
    """Return the account of a user who is known; whoever has none gets one."""
    return of_users(tx, [user_id])[user_id]


def of_users(tx: Transaction, user_ids: Collection[UserId]) -> dict[UserId, Account]:
    """Return the accounts of users; whoever has none gets one. Those not known are left out."""
    found = account_rows.by_users(tx.connection, user_ids)
    missing = {*user_ids} - found.keys()
    if missing:
        tx.require_writing()
        account_rows.give(tx.connection, missing, tx.now)
        found |= account_rows.by_users(tx.connection, missing)
    return {user_id: account_rows.account(row) for user_id, row in found.items()}


def of_person(tx: Transaction, person: Person) -> Account:
    """Return the account of somebody whom Telegram vouches for, named as they are now."""
    people_rows.follow(tx.connection, [person])
    return of_user(tx, person.id)


def all_behind(tx: Transaction, after: AccountId, most: int) -> tuple[Account, ...]:
    """Return accounts in the order of their numbers, behind one of them; 0 begins."""
    return tuple(map(account_rows.account, account_rows.after(tx.connection, after, most)))


def update(
    tx: Transaction,
    account: Account,
    *,
    name: str | None = None,
    email: str | None = None,
    phone: str | _Kept | None = KEPT,
) -> Account:
    """Change what is said of an account's person; what is not given stays.

    Raises LedgerError: NAME_MISSING; NAME_FROM_TELEGRAM where a Telegram user would be called
    otherwise than there; EMAIL_TAKEN.
    """
    connection = tx.connection
    columns: dict[str, object] = {}
    if name is not None and " ".join(name.split()) != account.name:
        _check_name(name)
        if account.in_telegram:
            raise LedgerError(Code.NAME_FROM_TELEGRAM)
        first_name, last_name = parts_of(name)
        names = {"first_name": first_name, "last_name": last_name}
        people_rows.change_account(connection, account.user_id, **names)
    if email is not None:
        other = account_rows.by_email(connection, email)
        if other is not None and other.id != account.id:
            raise LedgerError(Code.EMAIL_TAKEN)
        columns |= {"email": email, "email_key": email_key(email)}
    if phone is not KEPT:
        columns["phone"] = phone
    account_rows.change(connection, account.id, updated_at=tx.now, **columns)
    return of_user(tx, account.user_id)


def set_language(tx: Transaction, account: Account, language: str | None) -> None:
    """Set a person's locale, in private chats as well; None for no choice."""
    people_rows.change_account(tx.connection, account.user_id, language=language)


def canonical(public_id: str) -> PublicId | None:
    """Return a UUID in its usual writing; None for what is none."""
    try:
        return PublicId(str(uuid.UUID(public_id)))
    except ValueError:
        return None


def _check_name(name: str) -> None:
    if not is_visible(name) or len(name) > NAME_LENGTH:
        raise LedgerError(Code.NAME_MISSING)
