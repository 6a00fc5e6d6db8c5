"""Accounts: people as they are known over HTTP, in Telegram or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from ledger.core.members import UserId

AccountId = NewType("AccountId", int)
"""An account's number; it is never given again."""
PublicId = NewType("PublicId", str)
"""A UUID (RFC 9562, version 4) in its usual writing, by which HTTP knows something."""

SERVICE: Final = AccountId(0)
"""Stands for a trusted service, which is nobody's account."""
STRANGER: Final = AccountId(-1)
"""Stands for whoever makes a call that needs no account."""

NAME_LENGTH: Final = 128
"""Characters of a name at most: as many as Telegram's first and last name have together."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person as HTTP shows them.

    `user_id` is who it is in the book: Telegram's number, or a negative one of somebody who is
    not in Telegram. `language` is a locale that the person chose, None for no choice.
    """

    id: AccountId
    public_id: PublicId
    user_id: UserId
    name: str
    email: str | None
    phone: str | None
    has_password: bool
    language: str | None
    created_at: datetime
    updated_at: datetime

    @property
    def has_login(self) -> bool:
        """Whether somebody may log in to it by e-mail address and password, or could."""
        return self.email is not None or self.has_password

    @property
    def in_telegram(self) -> bool:
        """Whether the person is a Telegram user."""
        return self.user_id > 0


class Scope(StrEnum):
    """What a personal token is good for."""

    READ = "read"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class PersonalToken:
    """A token as it is listed; the secret itself is nowhere."""

    id: int
    name: str
    scope: Scope
    created_at: datetime
    last_used_at: datetime | None


def parts_of(name: str) -> tuple[str, str | None]:
    """Return a name's first and last part, cut at its first space.

    >>> parts_of(" Alice  Johnson Updated ")
    ('Alice', 'Johnson Updated')
    """
    first, _, last = " ".join(name.split()).partition(" ")
    return first, last or None


def email_key(email: str) -> str:
    """Return what e-mail addresses are compared by: people write theirs in any case."""
    return email.strip().casefold()
