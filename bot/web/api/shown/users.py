"""People as they are shown."""

from __future__ import annotations

from typing import Any

from bot.web.api.schemas.users import UserListed, UserShown
from ledger.core.accounts import Account


def user_listed(account: Account) -> UserListed:
    """Return an account as lists show it."""
    return UserListed(**user_columns(account))


def user_shown(account: Account) -> UserShown:
    """Return an account as it is shown by itself."""
    return UserShown(**user_columns(account), updated_at=account.updated_at)


def user_columns(account: Account) -> dict[str, Any]:
    """Return what every answer about somebody has of them."""
    return {
        "id": account.public_id,
        "name": account.name,
        "email": account.email,
        "phone": account.phone,
        "created_at": account.created_at,
    }
