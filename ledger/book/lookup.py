"""Looking members up: whom people mean by what they write."""

from __future__ import annotations

import re
from collections.abc import Callable

from ledger.book import recognition
from ledger.book.open_book import Book
from ledger.book.people import spelled_key
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import name_key
from ledger.core.members import (
    Member,
    MemberId,
    MemberKind,
    Name,
    Person,
    Sender,
    Whom,
    full_name,
    name_with_initial,
)
from ledger.core.slips import perhaps_called
from ledger.storage import participation_rows

_BOT = re.compile(r"_bot\Z|_BOT\Z|[a-z0-9]Bot\Z")
"""How bots' usernames end (Telegram, BotFather); "Talbot" is perhaps a person's name."""


def resolve(book: Book, whom: Whom | MemberId, *, make: bool) -> Member:
    """Return the member that somebody means.

    A word is looked up as a username, then as a guest (`Aunt_May` for "Aunt May"), then as
    the only first name of that kind among active members, then as the name by which one of
    them is shown (`Alex_S`) or the full one (`Alex_Stone`), then as a name that was merged
    away. Whoever was taken away with all their entries is unknown like a name never seen.
    With `make` somebody unknown becomes a placeholder, or a member where the text
    marks an account, and a placeholder or guest that was taken away is back.

    Raises LedgerError: NOT_A_PERSON when the sender is none; NAME_AMBIGUOUS(name: Name,
    members) for a first name of several; UNKNOWN_NAME(name: Name, or None for a member's
    number of another group; near: the member perhaps meant, or None); IS_A_BOT(name: Name)
    instead of a placeholder; BOOK_FULL(most).
    """
    if isinstance(whom, int):
        return book.member(whom)
    if isinstance(whom, Sender):
        return book.require_actor()
    if whom.member is not None:
        return book.member(whom.member)
    found = _marked(book, whom.person, make=make) if whom.person else _named(book, whom)
    if found is not None and not make and _taken_away(book, found):
        found = None
    if found is None and make and whom.person is None:
        refuse_bot(whom)
        found = book.people.add_placeholder(whom.text)
        book.newcomers.append(found.id)
    if found is None:
        near = None if whom.person else perhaps_called(book.roster, whom.text)
        raise LedgerError(Code.UNKNOWN_NAME, name=whom, near=near)
    if make and not found.active and found.kind is not MemberKind.USER:
        found = book.people.set_active(found, active=True)
        book.newcomers.append(found.id)
    return found


def _taken_away(book: Book, member: Member) -> bool:
    """Tell whether a placeholder or guest went with all its entries: nobody any more."""
    is_there = member.active or member.kind is MemberKind.USER
    return not is_there and not _counts(book, member)


def _counts(book: Book, member: Member) -> bool:
    ids = book.people.same_as(member.id)
    return participation_rows.is_in_live_entries(book.tx.connection, ids)


def refuse_bot(name: Name) -> None:
    """Raise IS_A_BOT(name) for a username that is clearly a bot's."""
    if _BOT.search(name.text):
        raise LedgerError(Code.IS_A_BOT, name=name)


def _marked(book: Book, person: Person, *, make: bool) -> Member | None:
    """Return the member whom Telegram itself marked in the text."""
    met = recognition.recognise(book.people, person, book.changes)
    if met is not None:
        return met.member
    return book.people.add_user(person.id) if make else None


def _named(book: Book, name: Name) -> Member | None:
    account = find_username(book, name)
    if account is not None and (account.active or account.kind is MemberKind.USER):
        return account
    # A placeholder that was undone or removed stands back behind whoever is here.
    other = _otherwise_named(book, name)
    return other if other is not None and (other.active or account is None) else account


def _otherwise_named(book: Book, name: Name) -> Member | None:
    key = name_key(name.text)
    return (
        find_guest(book, name.text)
        or _only(book, name, _first_names(book, key))
        or _only(book, name, _shown_names(book, key))
        or _only(book, name, _spelled_otherwise(book, spelled_key(name.text)))
        or book.people.alias(key)
    )


def find_username(book: Book, name: Name) -> Member | None:
    """Return the member of a username; an account goes before a placeholder."""
    key = name_key(name.text)
    found = [
        member
        for member in book.people.called(key)
        if member.username is not None and name_key(member.username) == key
    ]
    accounts = [member for member in found if member.kind is MemberKind.USER]
    return next(iter(accounts or found), None)


def find_guest(book: Book, text: str) -> Member | None:
    """Return the guest of a name, an active one before one who was removed."""
    key = name_key(text)
    found = [
        member
        for member in book.people.called(key)
        if member.kind is MemberKind.GUEST and name_key(member.first_name) == key
    ]
    return next(iter(sorted(found, key=lambda member: not member.active)), None)


def _first_names(book: Book, key: str) -> tuple[Member, ...]:
    known = {member: name_key(member.first_name) for member in _accounts(book, key)}
    # "Maria José" is Maria to her friends, unless somebody is just Maria.
    return tuple(member for member, first in known.items() if first == key) or tuple(
        member for member, first in known.items() if first.partition("_")[0] == key
    )


def _shown_names(book: Book, key: str) -> tuple[Member, ...]:
    """Return whom a key names in full, or as namesakes are told apart: `Alex_S`."""
    known = _accounts(book, key)
    return tuple(member for member in known if name_key(full_name(member)) == key) or tuple(
        member
        for member in known
        if name_key(name_with_initial(member)) == key and _has_namesake(book, member)
    )


def _spelled_otherwise(book: Book, key: str) -> tuple[Member, ...]:
    """Return whom a key names but for accents, emoji and marks: `@zoe` is Zoë."""
    known = [
        member
        for member in book.people.called(key)
        if key and member.active and member.kind is not MemberKind.PLACEHOLDER
    ]
    for name_of in (_first_name, full_name, _initial_if_shown(book), _first_word):
        found = tuple(member for member in known if spelled_key(name_of(member)) == key)
        if found:
            return found
    return ()


def _first_name(member: Member) -> str:
    return member.first_name


def _first_word(member: Member) -> str:
    return member.first_name.partition(" ")[0]


def _initial_if_shown(book: Book) -> Callable[[Member], str]:
    def name_of(member: Member) -> str:
        return name_with_initial(member) if _has_namesake(book, member) else ""

    return name_of


def _accounts(book: Book, key: str) -> list[Member]:
    return [
        member
        for member in book.people.called(key)
        if member.active and member.kind is MemberKind.USER
    ]


def _has_namesake(book: Book, member: Member) -> bool:
    first = name_key(member.first_name)
    return any(
        other.id != member.id and name_key(other.first_name) == first
        for other in book.people.called(first)
    )


def _only(book: Book, name: Name, found: tuple[Member, ...]) -> Member | None:
    """Return the only one of a name, or the one who was said to be meant of several."""
    if len(found) > 1:
        found = tuple(member for member in found if member.id in book.meant) or found
    if len(found) > 1:
        raise LedgerError(Code.NAME_AMBIGUOUS, name=name, members=found)
    return found[0] if found else None
