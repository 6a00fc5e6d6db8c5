"""Who is in a group, as its admins have it over HTTP: people by their accounts."""

from __future__ import annotations

from ledger.accounts.opening import Call
from ledger.book import membership, recognition
from ledger.book.open_book import Book
from ledger.core.answers.member_changes import Guest
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import is_visible
from ledger.core.members import GroupId, Member, MemberId, MemberKind, Name, Role, UserId
from ledger.storage import group_rows, people_rows
from ledger.storage.database import Transaction


def join_from_chat(tx: Transaction, group_id: GroupId, user_id: UserId) -> Member:
    """Make somebody a member of whom Telegram says that they are in the group's chat.

    Raises LedgerError: NO_SUCH_GROUP; BOOK_FULL(most).
    """
    book = Call(group_id, None, trusted=True).open(tx)
    found = book.people.of_user(user_id)
    if found is None:
        return book.people.add_user(user_id, acts=True)
    return book.people.set_active(found, active=True)


def add(book: Book, user_id: UserId, role: Role = Role.MEMBER) -> Member:
    """Make somebody with an account a member, or have them back.

    A placeholder that waits for them is that person. Raises LedgerError: ADMINS_ONLY;
    ALREADY_A_MEMBER(member); BOOK_FULL(most).
    """
    book.require_admin()
    found = book.people.of_user(user_id)
    if found is not None and found.active:
        raise LedgerError(Code.ALREADY_A_MEMBER, member=found)
    person = people_rows.person(book.tx.connection, user_id)
    met = recognition.recognise(book.people, person, book.changes)
    found = book.people.add_user(user_id) if met is None else met.member
    return book.people.set_role(book.people.set_active(found, active=True), role)


def add_named(book: Book, name: str, role: Role = Role.MEMBER) -> Member:
    """Add somebody by what they are called: a username with its @, or a guest's name.

    Raises LedgerError: ADMINS_ONLY; NAME_MISSING; ALREADY_A_MEMBER(member); IS_A_BOT(name);
    BOOK_FULL(most).
    """
    words = " ".join(name.split())
    asked = Name(words[1:]) if words.startswith("@") else Guest(words)
    if not is_visible(words.lstrip("@")) or (isinstance(asked, Name) and " " in words):
        raise LedgerError(Code.NAME_MISSING)
    came = membership.add_members(book, [asked])
    if came.already:
        raise LedgerError(Code.ALREADY_A_MEMBER, member=came.already[0])
    (member,) = (*came.added, *came.came_back)
    return book.people.set_role(member, role)


def remove(book: Book, member_id: MemberId) -> Member:
    """Make a member inactive, who is no admin any more; their history stays.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME; BALANCE_OPEN(member, nets: tuple of Money);
    LAST_ADMIN(member).
    """
    book.require_admin()
    _keep_an_admin(book, book.member(member_id))
    return book.people.set_role(membership.remove_member(book, member_id), Role.MEMBER)


def leave(book: Book) -> Member:
    """Let the actor go out of a group by themselves; their history stays.

    Raises LedgerError: NOT_A_PERSON; BALANCE_OPEN(member, nets: tuple of Money);
    LAST_ADMIN(member).
    """
    actor = book.require_actor()
    _keep_an_admin(book, actor)
    return book.people.set_role(membership.set_aside(book, actor), Role.MEMBER)


def readmit(book: Book, member_id: MemberId) -> Member:
    """Have back whoever was removed or left, with all their history.

    Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME; ALREADY_A_MEMBER(member).
    """
    book.require_admin()
    member = book.member(member_id)
    if member.active:
        raise LedgerError(Code.ALREADY_A_MEMBER, member=member)
    back = book.people.set_active(member, active=True)
    return book.people.set_added(back, added=True)


def set_role(book: Book, member_id: MemberId, role: Role) -> Member:
    """Give a member a role. Raises LedgerError: ADMINS_ONLY; UNKNOWN_NAME; LAST_ADMIN(member)."""
    book.require_admin()
    if role is not Role.ADMIN:
        _keep_an_admin(book, book.member(member_id))
    return membership.set_role(book, member_id, role)


def _keep_an_admin(book: Book, member: Member) -> None:
    """Refuse to let the only admin go of a group that is no chat's, while others are in it.

    A chat's own admins may do there what admins may.
    """
    if member.role is not Role.ADMIN or not member.active:
        return
    others = [one for one in book.roster.active if one.id != member.id]
    people = [one for one in others if one.kind is MemberKind.USER]
    if not people or any(one.role is Role.ADMIN for one in people):
        return
    if not group_rows.chat_ids(book.tx.connection, book.group.id):
        raise LedgerError(Code.LAST_ADMIN, member=member)
