"""Members: finding them by what people write, adding, removing, promoting and merging them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ledger.book import recognition
from ledger.book.open_book import Book
from ledger.book.people import name_key
from ledger.core.errors import Code, LedgerError
from ledger.core.members import (
    Member,
    MemberId,
    MemberKind,
    Name,
    Person,
    Role,
    Roster,
    Sender,
    UserId,
    Whom,
)
from ledger.core.money import Money
from ledger.storage import entry_rows, people_rows, running_balances

_BOT = re.compile(r"_bot\Z|_BOT\Z|[a-z0-9]Bot\Z")
"""How bots' usernames end (Telegram, BotFather); "Talbot" is perhaps a person's name."""

_LOOKS_ALIKE = 0.75
"""How alike two names are, from 0 to 1, where one is perhaps a slip for the other."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A plain name to be added, of somebody without an account."""

    text: str


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: new members, those who were there, those who are back."""

    added: tuple[Member, ...]
    already: tuple[Member, ...]
    came_back: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Two members joined: the one who is gone, as it was, and the one who stays."""

    gone: Member
    stays: Member


@dataclass(frozen=True, slots=True)
class MemberList:
    """The members worth showing, and what each is owed (+) or owes (-) by currency."""

    roster: Roster
    nets: Mapping[MemberId, tuple[Money, ...]]


def resolve(book: Book, whom: Whom | MemberId, *, make: bool) -> Member:
    """Return the member that somebody means.

    A word is looked up as a username, then as a guest (`Aunt_May` for "Aunt May"), then as
    the only first name of that kind among active members, then as a name that was merged
    away. Whoever was taken away with all their entries is unknown like a name never seen.
    With `make` somebody unknown becomes a placeholder, or a member where the text
    marks an account, and a placeholder or guest that was taken away is back.

    Raises LedgerError: NOT_A_PERSON when the sender is none; NAME_AMBIGUOUS(name: Name,
    members) for a first name of several; UNKNOWN_NAME(name: Name, or None for a member's
    number of another group; near: the member perhaps meant, or None); IS_A_BOT(name: Name)
    instead of a placeholder.
    """
    if isinstance(whom, int):
        return book.member(whom)
    if isinstance(whom, Sender):
        return book.require_actor()
    found = _marked(book, whom.person, make=make) if whom.person else _named(book, whom)
    if found is not None and not make and _taken_away(book, found):
        found = None
    if found is None and make and whom.person is None:
        _refuse_bot(whom)
        found = book.people.add_placeholder(whom.text)
        book.newcomers.append(found.id)
    if found is None:
        near = None if whom.person else lookalike(book.roster, whom.text)
        raise LedgerError(Code.UNKNOWN_NAME, name=whom, near=near)
    if make and not found.active and found.kind is not MemberKind.USER:
        found = book.people.set_active(found, active=True)
        book.newcomers.append(found.id)
    return found


def _taken_away(book: Book, member: Member) -> bool:
    """Tell whether a placeholder or guest went with all its entries: nobody any more."""
    is_there = member.active or member.kind is MemberKind.USER
    return not is_there and not _counts(book, member)


def _refuse_bot(name: Name) -> None:
    if _BOT.search(name.text):
        raise LedgerError(Code.IS_A_BOT, name=name)


def _marked(book: Book, person: Person, *, make: bool) -> Member | None:
    """Return the member whom Telegram itself marked in the text."""
    met = recognition.recognise(book.people, person, book.changes)
    if met is not None:
        return met.member
    return book.people.add_user(person.id) if make else None


def _named(book: Book, name: Name) -> Member | None:
    key = name_key(name.text)
    return (
        find_username(book, name)
        or find_guest(book, name.text)
        or _with_first_name(book, name)
        or book.people.alias(key)
    )


def find_username(book: Book, name: Name) -> Member | None:
    """Return the member of a username; an account goes before a placeholder."""
    key = name_key(name.text)
    found = [
        member
        for member in book.people
        if member.username is not None and name_key(member.username) == key
    ]
    accounts = [member for member in found if member.kind is MemberKind.USER]
    return next(iter(accounts or found), None)


def find_guest(book: Book, text: str) -> Member | None:
    """Return the guest of a name, an active one before one who was removed."""
    key = name_key(text)
    found = [
        member
        for member in book.people
        if member.kind is MemberKind.GUEST and name_key(member.first_name) == key
    ]
    return next(iter(sorted(found, key=lambda member: not member.active)), None)


def _with_first_name(book: Book, name: Name) -> Member | None:
    key = name_key(name.text)
    known = {
        member: name_key(member.first_name)
        for member in book.people
        if member.active and member.kind is MemberKind.USER
    }
    # "Maria José" is Maria to her friends, unless somebody is just Maria.
    found = tuple(member for member, first in known.items() if first == key) or tuple(
        member for member, first in known.items() if first.partition("_")[0] == key
    )
    if len(found) > 1:
        raise LedgerError(Code.NAME_AMBIGUOUS, name=name, members=found)
    return found[0] if found else None


def lookalike(roster: Roster, text: str) -> Member | None:
    """Return the member whom a new name was perhaps meant to be, a slip of the finger away.

    The closest of usernames, first names and guests' names by Ratcliff and Obershelp's
    measure (difflib), when it is close enough.
    """
    key = name_key(text)
    best, best_ratio = None, _LOOKS_ALIKE
    for member in roster.active:
        names = {name_key(member.first_name), name_key(member.username or member.first_name)}
        if key in names and member.kind is MemberKind.PLACEHOLDER:
            continue
        for name in names:
            ratio = SequenceMatcher(None, key, name).ratio()
            if ratio >= best_ratio and (best is None or ratio > best_ratio):
                best, best_ratio = member, ratio
    return best


def lookalikes(roster: Roster, newcomers: Sequence[Member]) -> tuple[tuple[Member, Member], ...]:
    """Return each new placeholder that looks like a member, with that member."""
    new = {member.id for member in newcomers}
    known = Roster(tuple(member for member in roster if member.id not in new))
    pairs = ((member, lookalike(known, member.first_name)) for member in newcomers)
    return tuple((member, meant) for member, meant in pairs if meant is not None)


def leave(book: Book, user_id: UserId) -> Member | None:
    """Make an account that left the chat inactive; None when it was no member."""
    member = book.people.of_user(user_id)
    return None if member is None else book.people.set_active(member, active=False)


def add_members(book: Book, names: Sequence[Name | Guest]) -> Added:
    """Add members by username, by mark in the text, or as guests.

    A username is never taken for somebody's first name here, as whoever types it means an
    account. Raises LedgerError: ADMINS_ONLY; NAME_MISSING when there are no names; IS_A_BOT(name).
    """
    book.require_admin()
    if not names or any(not name.text.strip() and not _person(name) for name in names):
        raise LedgerError(Code.NAME_MISSING)
    added: dict[MemberId, Member] = {}
    already: dict[MemberId, Member] = {}
    came_back: dict[MemberId, Member] = {}
    for name in names:
        found = _known(book, name)
        if found is None:
            new = _new(book, name)
            added[new.id] = new
        elif found.active:
            already.setdefault(found.id, found)
        else:
            came_back[found.id] = book.people.set_active(found, active=True)
    fresh = {*added, *came_back}
    return Added(
        tuple(added.values()),
        tuple(member for member in already.values() if member.id not in fresh),
        tuple(came_back.values()),
    )


def _person(name: Name | Guest) -> Person | None:
    return name.person if isinstance(name, Name) else None


def _known(book: Book, name: Name | Guest) -> Member | None:
    if isinstance(name, Guest):
        return find_guest(book, name.text)
    if name.person is not None:
        met = recognition.recognise(book.people, name.person, book.changes)
        return None if met is None else met.member
    return find_username(book, name)


def _new(book: Book, name: Name | Guest) -> Member:
    if isinstance(name, Guest):
        return book.people.add_guest(" ".join(name.text.split()))
    if name.person is not None:
        return book.people.add_user(name.person.id)
    _refuse_bot(name)
    return book.people.add_placeholder(name.text)


def remove_member(book: Book, whom: Whom | MemberId) -> Member:
    """Make a member inactive; balances and history stay.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME; BALANCE_OPEN(member, nets: tuple of Money)
    while something is open.
    """
    book.require_admin()
    member = resolve(book, whom, make=False)
    nets = _nets(book).get(member.id, ())
    if nets:
        raise LedgerError(Code.BALANCE_OPEN, member=member, nets=nets)
    return book.people.set_active(member, active=False)


def set_role(book: Book, whom: Whom | MemberId, role: Role) -> Member:
    """Give a member a role. Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME."""
    book.require_admin()
    return book.people.set_role(resolve(book, whom, make=False), role)


def merge(book: Book, source: Whom | MemberId, target: Whom | MemberId) -> Merged:
    """Join two members into one, history included.

    The target stays, but an account stays before a placeholder or guest, as only an account
    can act. Admins may, and whoever recorded the entry that brought the placeholder along.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME; SAME_PERSON(member); TWO_ACCOUNTS(members)
    because two people with accounts are two people.
    """
    gone = resolve(book, source, make=False)
    stays = resolve(book, target, make=False)
    if gone.id == stays.id:
        raise LedgerError(Code.SAME_PERSON, member=gone)
    if gone.kind is MemberKind.USER and stays.kind is MemberKind.USER:
        raise LedgerError(Code.TWO_ACCOUNTS, members=(gone, stays))
    if not book.is_admin and not _brought_along(book, gone):
        raise LedgerError(Code.ADMINS_ONLY)
    if gone.kind is MemberKind.USER:
        gone, stays = stays, gone
    return Merged(gone, recognition.merge(book.people, gone, stays, book.changes))


def _brought_along(book: Book, member: Member) -> bool:
    """Tell whether it is a placeholder that an entry of the actor's brought along."""
    if book.actor is None or member.kind is not MemberKind.PLACEHOLDER:
        return False
    brought = people_rows.brought_by(book.tx.connection, member.id)
    own = set(book.people.same_as(book.actor.id))
    return not own.isdisjoint(brought.values()) and not entry_rows.is_in_entries(
        book.tx.connection, [member.id], but_entries=brought
    )


def members(book: Book) -> MemberList:
    """List all members except those of no consequence: names taken away with their entries."""
    nets = _nets(book)
    shown = tuple(member for member in book.roster if not _taken_away(book, member))
    return MemberList(Roster(shown), nets)


def _counts(book: Book, member: Member) -> bool:
    ids = book.people.same_as(member.id)
    return entry_rows.is_in_live_entries(book.tx.connection, ids)


def _nets(book: Book) -> dict[MemberId, tuple[Money, ...]]:
    nets: dict[MemberId, tuple[Money, ...]] = {}
    found = running_balances.all_nets(book.tx.connection, book.group.id)
    own = book.group.currency
    for currency, of_currency in sorted(found.items(), key=lambda it: (it[0] != own, it[0])):
        for member, minor in of_currency.items():
            nets[member] = (*nets.get(member, ()), Money(minor, currency))
    return nets
