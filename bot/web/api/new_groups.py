"""Making a group by HTTP, for both contracts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.web.api.context import Api
from bot.web.api.errors import ApiError
from bot.web.api.who import Caller
from ledger.accounts import founding
from ledger.book.open_book import Book, Defaults
from ledger.core.members import UserId
from ledger.storage.database import Transaction


def new_group(
    tx: Transaction,
    api: Api,
    caller: Caller,
    title: str,
    description: str | None,
    members: Sequence[UserId],
) -> Book:
    """Make a group and return its book.

    A person's own group has them as its first member, who is its admin; of a backend's, whoever
    is named first is. Raises ApiError 422 where nobody is named and nobody asks.
    """
    if caller.account is not None:
        members = [caller.account.user_id, *members]
    if not members:
        message = "A group needs a member."
        raise ApiError(422, "members_missing", message, fields={"members": [message]})
    defaults = Defaults(api.settings.default_currency, api.settings.default_timezone)
    return founding.found_group(tx, title, description, members, defaults)
