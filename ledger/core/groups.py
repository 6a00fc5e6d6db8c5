"""A group: one book, mostly a chat's, and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ledger.core.members import GroupId
from ledger.core.money import Currency

TITLE_LENGTH: Final = 128
"""Characters of a title at most, as in Telegram (core.telegram.org/bots/api#setchattitle)."""


@dataclass(frozen=True, slots=True)
class Place:
    """The chat a command came from: its number and its title as they are now."""

    chat_id: int
    title: str


@dataclass(frozen=True, slots=True)
class Group:
    """One book with its settings; its chat, where it has one, is no part of it.

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
