"""Preferences: a group's settings, a person's language, and where the bot may write."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from ledger.book import scheduling
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Group
from ledger.core.members import Person, UserId
from ledger.core.money import currency, is_currency
from ledger.storage import group_rows, people_rows
from ledger.storage.database import Transaction

_CLOSE = 0.7
"""How alike two names are, from 0 to 1, where one is perhaps a slip for the other (difflib)."""


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of a person apart from any group.

    `language` is the person's choice, None where none was made; `telegram_language` what
    their Telegram speaks. `started` tells whether the bot may write to them in private.
    """

    language: str | None
    telegram_language: str | None
    started: bool


def set_currency(book: Book, code: str) -> Group:
    """Set the currency of amounts without one; entries keep theirs.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_CURRENCY(text).
    """
    book.require_admin()
    if not is_currency(code.strip().upper()):
        raise LedgerError(Code.UNKNOWN_CURRENCY, text=code)
    return book.change_group(currency=currency(code.strip().upper()))


def set_timezone(book: Book, name: str) -> Group:
    """Set the group's wall clock by an IANA name, or by its city alone; any case.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_TIMEZONE(name, nearest: tuple of str).
    """
    book.require_admin()
    zones = _zones()
    key = _zone_key(name)
    if key not in zones:
        close = get_close_matches(key, zones, n=3, cutoff=_CLOSE)
        nearest = tuple(dict.fromkeys(zones[match] for match in close))
        raise LedgerError(Code.UNKNOWN_TIMEZONE, name=name, nearest=nearest)
    book.change_group(timezone=zones[key])
    scheduling.wake(book)
    return book.group


def set_simplify(book: Book, simplify: bool) -> Group:
    """Choose between the fewest payments and settling who owes whom; raises ADMINS_ONLY."""
    book.require_admin()
    return book.change_group(simplify=simplify)


def set_language(book: Book, language: str | None) -> Group:
    """Set the group's locale, None for no choice; raises ADMINS_ONLY."""
    book.require_admin()
    return book.change_group(language=language)


def begin_with_language(book: Book, language: str) -> Group:
    """Let a group whose language nobody has chosen begin with one."""
    return book.group if book.group.language else book.change_group(language=language)


def set_my_language(tx: Transaction, person: Person, language: str | None) -> None:
    """Set a person's locale in private chats, None for no choice."""
    people_rows.follow(tx.connection, [person])
    people_rows.change_account(tx.connection, person.id, language=language)


def start_private(tx: Transaction, person: Person) -> None:
    """Note that a person talks with the bot in private, so that it may write to them."""
    people_rows.follow(tx.connection, [person])
    people_rows.change_account(tx.connection, person.id, started=True)


def stop_private(tx: Transaction, user_id: UserId) -> None:
    """Note that the bot may not write to a person any more."""
    people_rows.change_account(tx.connection, user_id, started=False)


def account(tx: Transaction, user_id: UserId) -> Account | None:
    """Return what is known of a person, None when they were never met."""
    row = people_rows.account(tx.connection, user_id)
    return None if row is None else Account(row.language, row.telegram_language, row.started)


def leave_chat(tx: Transaction, chat_id: int) -> None:
    """Note that the bot is not in a chat any more; the book stays.

    It is back when the book is opened there again. A chat that has become another one is
    left by everybody, and its book lives on in that one.
    """
    row = group_rows.by_chat(tx.connection, chat_id)
    if row is None or row.gone_at is not None:
        return
    if group_rows.chat_ids(tx.connection, row.id)[0] == chat_id:
        group_rows.change(tx.connection, row.id, gone_at=tx.now)


@cache
def _zones() -> dict[str, str]:
    """Return IANA names by what people may type: the whole name, or the city when unique."""
    names = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
    cities: dict[str, list[str]] = {}
    for name in names:
        if not name.startswith(("posix", "right", "Etc/", "SystemV")):
            cities.setdefault(_zone_key(name.rsplit("/", 1)[-1]), []).append(name)
    by_city = {city: zones[0] for city, zones in cities.items() if len(zones) == 1}
    return by_city | {_zone_key(name): name for name in names}


def _zone_key(name: str) -> str:
    return "_".join(name.casefold().split())
