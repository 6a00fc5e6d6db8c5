"""Members: finding them by what people write, adding, removing, promoting and merging them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ledger.book import recognition
from ledger.book.open_book import Book
from ledger.book.people import spelled_key
from ledger.core.answers.member_changes import Added, Guest, MemberList, Merged
from ledger.core.bounds import check_names
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import name_key
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
    full_name,
    name_with_initial,
)
from ledger.core.money import Money
from ledger.core.news import Alteration
from ledger.core.slips import perhaps_called
from ledger.storage import participation_rows, people_rows, running_balances

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
        _refuse_bot(whom)
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


def leave(book: Book, user_id: UserId) -> Member | None:
    """Make an account that left the chat inactive; None when it was no member."""
    member = book.people.of_user(user_id)
    return None if member is None else book.people.set_active(member, active=False)


def add_members(book: Book, names: Sequence[Name | Guest]) -> Added:
    """Add members by username, by mark in the text, or as guests.

    A username is never taken for somebody's first name here, as whoever types it means an
    account. Raises LedgerError: ADMINS_ONLY; NAME_MISSING when there are no names; IS_A_BOT(name);
    LINE_CROWDED(most); BOOK_FULL(most).
    """
    book.require_admin()
    check_names(names)
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
            already.setdefault(found.id, book.people.set_added(found, added=True))
        else:
            back = book.people.set_active(found, active=True)
            came_back[found.id] = book.people.set_added(back, added=True)
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
    return book.people.add_placeholder(name.text, added=True)


def remove_member(book: Book, whom: Whom | MemberId) -> Member:
    """Make a member inactive; balances and history stay.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME; BALANCE_OPEN(member, nets: tuple of Money)
    while something is open.
    """
    book.require_admin()
    return set_aside(book, resolve(book, whom, make=False))


def set_aside(book: Book, member: Member) -> Member:
    """Make a member inactive, whoever may ask for it; raises BALANCE_OPEN as `remove_member`."""
    nets = _nets(book).get(member.id, ())
    if nets:
        raise LedgerError(Code.BALANCE_OPEN, member=member, nets=nets)
    return book.people.set_active(book.people.set_added(member, added=False), active=False)


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
    if not may_merge(book, gone):
        raise LedgerError(Code.ADMINS_ONLY)
    if gone.kind is MemberKind.USER:
        gone, stays = stays, gone
    book.altered.append(Alteration(merged=(gone.id,)))
    return Merged(gone, recognition.merge(book.people, gone, stays, book.changes))


def may_merge(book: Book, gone: Member) -> bool:
    """Tell whether it is the actor's to say that a member is somebody else here."""
    return book.is_admin or _brought_along(book, gone)


def _brought_along(book: Book, member: Member) -> bool:
    """Tell whether it is a placeholder that an entry of the actor's brought along."""
    if book.actor is None or member.kind is not MemberKind.PLACEHOLDER:
        return False
    brought = people_rows.brought_by(book.tx.connection, member.id)
    own = set(book.people.same_as(book.actor.id))
    return not own.isdisjoint(brought.values()) and not participation_rows.is_in_entries(
        book.tx.connection, [member.id], but_entries=brought
    )


def members(book: Book) -> MemberList:
    """List all members except those of no consequence: names taken away with their entries."""
    nets = _nets(book)
    gone = _of_no_consequence(book)
    shown = tuple(member for member in book.roster if member.id not in gone)
    return MemberList(Roster(shown), nets)


def former(book: Book) -> tuple[Member, ...]:
    """Return those who left or were removed, without names taken away with their entries."""
    gone = _of_no_consequence(book)
    return tuple(one for one in book.roster if not one.active and one.id not in gone)


def _of_no_consequence(book: Book) -> set[MemberId]:
    away = [m for m in book.roster if not m.active and m.kind is not MemberKind.USER]
    if not away:
        return set()
    same = book.people.same_as_each(away)
    counting = participation_rows.in_live_entries(book.tx.connection, list(same))
    still = {same[id_] for id_ in counting}
    return {member.id for member in away} - still


def _counts(book: Book, member: Member) -> bool:
    ids = book.people.same_as(member.id)
    return participation_rows.is_in_live_entries(book.tx.connection, ids)


def _nets(book: Book) -> dict[MemberId, tuple[Money, ...]]:
    nets: dict[MemberId, tuple[Money, ...]] = {}
    found = running_balances.all_nets(book.tx.connection, book.group.id)
    own = book.group.currency
    for currency, of_currency in sorted(found.items(), key=lambda it: (it[0] != own, it[0])):
        for member, minor in of_currency.items():
            nets[member] = (*nets.get(member, ()), Money(minor, currency))
    return nets
