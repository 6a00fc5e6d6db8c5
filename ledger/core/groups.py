"""A group: one chat's book and its settings."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.core.members import GroupId
from ledger.core.money import Currency


@dataclass(frozen=True, slots=True)
class Place:
    """The chat a command came from: its number and its title as they are now."""

    chat_id: int
    title: str


@dataclass(frozen=True, slots=True)
class Group:
    """One chat's book with its settings.

    `timezone` is an IANA name; `language` a locale such as `en` or `en_IN`, or None while
    nobody has chosen one; `simplify` is False where payments follow who-owes-whom pairs;
    `entries` counts the entries so far, so the next entry's number is one more.
    """

    id: GroupId
    title: str
    currency: Currency
    timezone: str
    language: str | None
    simplify: bool
    entries: int
