"""Members: adding, removing, promoting and merging them."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.book import recognition
from ledger.book.lookup import find_guest, find_username, refuse_bot, resolve
from ledger.book.open_book import Book
from ledger.core.answers.member_changes import Added, Guest, MemberList, Merged
from ledger.core.bounds import check_names
from ledger.core.errors import Code, LedgerError
from ledger.core.members import (
    Member,
    MemberId,
    MemberKind,
    Name,
    Person,
    Role,
    Roster,
    UserId,
    Whom,
)
from ledger.core.money import Money
from ledger.core.news import Alteration
from ledger.storage import participation_rows, people_rows, running_balances


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
    refuse_bot(name)
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


def _nets(book: Book) -> dict[MemberId, tuple[Money, ...]]:
    nets: dict[MemberId, tuple[Money, ...]] = {}
    found = running_balances.all_nets(book.tx.connection, book.group.id)
    own = book.group.currency
    for currency, of_currency in sorted(found.items(), key=lambda it: (it[0] != own, it[0])):
        for member, minor in of_currency.items():
            nets[member] = (*nets.get(member, ()), Money(minor, currency))
    return nets
