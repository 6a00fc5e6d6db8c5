"""Books as calls reach them: opened for the caller, by the ids that are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from bot.web.api.asked.expense import Finding
from bot.web.api.asked.short_expense import FindingNumber
from bot.web.api.errors import not_found
from bot.web.api.shown.people import Faces
from bot.web.api.who import Caller
from ledger.accounts import opening, registering, showing
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.accounts import AccountId
from ledger.core.entries import Entry, EntryKind
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId, Member, MemberId
from ledger.schedules.news import told_in_chat
from ledger.storage.database import Transaction

T = TypeVar("T")

_KINDS = {EntryKind.EXPENSE: "expense", EntryKind.PAYMENT: "settlement"}


def read_group(tx: Transaction, caller: Caller, group_id: str) -> Book:
    """Open a group's book with the caller as its actor.

    Raises ApiError 404 where there is no such group, or none that is the caller's to see.
    """
    try:
        return _opened(tx, caller, showing.group_of(tx, group_id))
    except LedgerError as error:
        raise _nowhere(error, "group", "groupId") from None


def read_group_by_number(tx: Transaction, caller: Caller, number: int, field: str) -> Book:
    """Open a group's book by its number, as the short calls have it. Raises ApiError 404."""
    try:
        return _opened(tx, caller, GroupId(number))
    except LedgerError as error:
        raise _nowhere(error, "group", field) from None


def change_group(
    tx: Transaction,
    caller: Caller,
    group_id: str,
    use_case: Callable[[Book], T],
    acting: str | None = None,
    *,
    may_have_left: bool = False,
) -> T:
    """Let a use case change a group's book.

    A trusted backend acts as the member whom it says to act as, else as whom `acting` names.
    Whoever left the group and has something open there may look, but only do what they
    `may_have_left` for. Raises ApiError 404, and what the use case raises.
    """
    book = read_group(tx, caller, group_id)
    if caller.acting is not None:
        book.actor = acting_member(book, caller.acting, "userId")
    elif caller.is_service and acting is not None:
        book.actor = acting_member(book, acting)
    return changed(book, caller, use_case, may_have_left=may_have_left)


def read_entry(
    tx: Transaction, caller: Caller, entry_id: str, kind: EntryKind | None = None
) -> tuple[Book, Entry]:
    """Open the book of an entry, and return both. Raises ApiError 404."""
    what = "entry" if kind is None else _KINDS[kind]
    try:
        group_id, number = showing.entry_of(tx, entry_id)
        book = _opened(tx, caller, group_id)
        entry = find(book, number)
    except LedgerError as error:
        raise _nowhere(error, what) from None
    if kind is not None and entry.contents.kind is not kind:
        raise not_found(what)
    return book, entry


def entry_of_group(book: Book, entry_id: str, field: str = "cursor") -> Entry:
    """Return an entry of a book by its id; raise ApiError 404, with the field that has it."""
    try:
        group_id, number = showing.entry_of(book.tx, entry_id)
    except LedgerError as error:
        raise _nowhere(error, "entry", field) from None
    if group_id != book.group.id:
        raise not_found("entry", field)
    return find(book, number)


def change_entry(
    tx: Transaction,
    caller: Caller,
    entry_id: str,
    use_case: Callable[[Book, Entry], T],
    kind: EntryKind | None = None,
) -> T:
    """Let a use case change an entry.

    A trusted backend acts as the entry's author. Raises ApiError 404, and what the use case
    raises.
    """
    book, entry = read_entry(tx, caller, entry_id, kind)
    if caller.is_service and entry.author is not None:
        book.actor = book.member(entry.author)
    return changed(book, caller, lambda book: use_case(book, entry))


def groups_in_common(
    tx: Transaction, caller: Caller, user_id: str
) -> Iterator[tuple[Book, MemberId]]:
    """Yield the books in which somebody is and the caller, too, with who they are there.

    A trusted backend sees all of theirs. Raises ApiError 404 where nobody has the id, or the
    caller shares no group with them.
    """
    account = registering.by_public_id(tx, user_id)
    shared = showing.groups_of(tx, user_id)
    seen = False
    for group_id in shared:
        try:
            book = _opened(tx, caller, group_id)
        except LedgerError:
            continue
        seen = True
        yield book, showing.member_of(book, user_id).id
    itself = account is not None and (caller.account is None or caller.account.id == account.id)
    if not seen and not itself:
        raise not_found("user", "userId")


def me_in(book: Book, caller: Caller) -> MemberId | None:
    """Return who the caller is in a book; None of a trusted backend."""
    return None if caller.is_service or book.actor is None else book.actor.id


def faces_of(book: Book, entries: Iterable[Entry] = ()) -> Faces:
    """Return how a book's members, and some entries, are shown."""
    group_id = book.group.id
    members = showing.shown(book)
    public = showing.ids_of_groups(book.tx, [group_id])[group_id]
    return Faces(public, book.group.timezone, members, showing.ids_of_entries(book.tx, entries))


def with_entries(book: Book, faces: Faces, entries: Iterable[Entry]) -> Faces:
    """Return faces with the ids of further entries."""
    return replace(faces, entries={**faces.entries, **showing.ids_of_entries(book.tx, entries)})


def finding(book: Book, faces: Faces) -> Finding:
    """Return what tells which member an id means; it raises ApiError 404 for nobody's."""
    known = {shown.user_id: member for member, shown in faces.members.items()}
    known |= {shown.public_id: member for member, shown in faces.members.items()}

    def find_member(public_id: str, field: str) -> MemberId:
        key = registering.canonical(public_id)
        if key in known:
            return known[key]
        try:
            return showing.member_of(book, public_id).id
        except LedgerError as error:
            raise _nowhere(error, "member of the group", field) from None

    return find_member


def finding_numbers(book: Book) -> FindingNumber:
    """Return what tells which member an account's number means; it raises ApiError 404."""

    def find_member(number: int, field: str) -> MemberId:
        try:
            return showing.member_of_account(book, AccountId(number)).id
        except LedgerError as error:
            raise _nowhere(error, "member of the group", field) from None

    return find_member


def _opened(tx: Transaction, caller: Caller, group_id: GroupId) -> Book:
    if caller.account is None:
        return opening.Call(group_id, None, trusted=True).open(tx)
    user_id, runs = caller.account.user_id, group_id in caller.runs
    return opening.Call(group_id, user_id, chat_admin=runs).open(tx)


def acting_member(book: Book, public_id: str, field: str | None = None) -> Member:
    """Return the member whom a trusted backend acts as; raise ApiError 404 for nobody."""
    try:
        return showing.member_of(book, public_id)
    except LedgerError as error:
        raise _nowhere(error, "member of the group", field) from None


def changed(
    book: Book, caller: Caller, use_case: Callable[[Book], T], *, may_have_left: bool = False
) -> T:
    """Let a use case change an open book, and have its chat told of it.

    Raises ApiError 404 for whoever left the group, unless they `may_have_left` for this.
    """
    if not (caller.is_service or may_have_left or (book.actor is not None and book.actor.active)):
        raise not_found("group", "groupId")
    try:
        return told_in_chat(use_case)(book)
    except LedgerError as error:
        raise named_in(book, error) from None


def named_in(book: Book, error: LedgerError) -> LedgerError:
    """Return a refusal with a name for the member that it is about: arithmetic knows none."""
    member = error.details.get("member")
    if isinstance(member, int):
        error.details["member"] = book.member(MemberId(member))
    return error


def _nowhere(error: LedgerError, what: str, field: str | None = None) -> Exception:
    """Return the refusal of what is not there, or not for this caller to see: both alike."""
    if error.code in {Code.NO_SUCH_GROUP, Code.NO_SUCH_ENTRY, Code.UNKNOWN_NAME}:
        return not_found(what, field)
    return error
