"""People as calls name them, and whom a caller may see and name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.web.api.errors import not_found
from bot.web.api.who import Caller
from ledger.accounts import acquaintance, registering
from ledger.core.accounts import Account, AccountId, PublicId
from ledger.core.members import UserId
from ledger.storage.database import Transaction


def seen(tx: Transaction, caller: Caller, user_id: str) -> Account:
    """Return whose UUID it is; raise ApiError 404 where the caller may not see them."""
    account = registering.by_public_id(tx, user_id)
    if account is None or not _sees(tx, caller, account):
        raise not_found("user")
    return account


def named(tx: Transaction, user_ids: Sequence[str], field: str) -> list[UserId]:
    """Return who UUIDs name; raise ApiError 404 where one is nobody's.

    Whoever has a person's UUID was given it, so they may name whom they do not see.
    """
    found = registering.by_public_ids(tx, user_ids)
    accounts = [found.get(PublicId(user_id)) for user_id in user_ids]
    return [_there(account, field).user_id for account in accounts]


def numbered(tx: Transaction, caller: Caller, numbers: Sequence[int], field: str) -> list[UserId]:
    """Return who accounts' numbers name; raise ApiError 404 where one is nobody's.

    Anybody can guess a number. Whoever registered over HTTP is in its directory; whom the bot
    knows from Telegram may be named only by those who share a group with them.
    """
    accounts = [registering.by_id(tx, AccountId(number)) for number in numbers]
    return [
        _there(account if account and _is_listed(tx, caller, account) else None, field).user_id
        for account in accounts
    ]


def _is_listed(tx: Transaction, caller: Caller, account: Account) -> bool:
    return not account.in_telegram or _sees(tx, caller, account)


def _sees(tx: Transaction, caller: Caller, account: Account) -> bool:
    return caller.account is None or acquaintance.knows(tx, caller.account, account)


def _there(account: Account | None, field: str) -> Account:
    if account is None:
        raise not_found("user", field)
    return account
