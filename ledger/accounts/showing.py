"""What HTTP shows of a book, by UUIDs, and whom or what a UUID means.

UUIDs are given when something is first shown. A share has none of its own: it is its entry
and its member.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence

from ledger.accounts import registering
from ledger.accounts.registering import canonical
from ledger.book.open_book import Book
from ledger.core.accounts import AccountId, PublicId
from ledger.core.answers.group_cards import GroupCard, ShownMember
from ledger.core.entries import Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId, Member, MemberId, UserId
from ledger.storage import card_rows, group_rows, public_id_rows
from ledger.storage.database import Transaction
from ledger.storage.tables import EntryRow, GroupRow, MemberRow


def shown(book: Book, members: Iterable[MemberId] | None = None) -> dict[MemberId, ShownMember]:
    """Return members of a book as HTTP shows them, all where none are named.

    By the ids that were asked for: that of somebody who was merged leads to who it is now.
    """
    asked = [one.id for one in book.roster] if members is None else [*members]
    who = {id_: book.member(id_) for id_ in asked}
    public = _given(book.tx, MemberRow, {one.id for one in who.values()})
    found = _shown(book.tx, {member.id: member for member in who.values()}.values(), public)
    return {id_: found[member.id] for id_, member in who.items()}


def _shown(
    tx: Transaction, members: Collection[Member], public: Mapping[int, PublicId]
) -> dict[MemberId, ShownMember]:
    users = {member.user_id for member in members if member.user_id is not None}
    accounts = registering.of_users(tx, users)
    return {
        member.id: ShownMember(
            member,
            public[member.id],
            None if member.user_id is None else accounts.get(member.user_id),
        )
        for member in members
    }


def _given(
    tx: Transaction, table: public_id_rows.Shown, ids: Collection[int]
) -> dict[int, PublicId]:
    """Return the UUIDs of rows; those that are first shown now get theirs."""
    found = public_id_rows.known(tx.connection, table, ids)
    missing = {*ids} - found.keys()
    if not missing:
        return found
    tx.require_writing()
    return found | public_id_rows.give(tx.connection, table, missing)


def members_of(book: Book, public_ids: Collection[str]) -> dict[str, Member]:
    """Return whom the UUIDs of persons or of memberships mean in a book.

    Raises LedgerError UNKNOWN_NAME(name: None) where any means nobody there.
    """
    found: dict[str, Member] = {}
    accounts = registering.by_public_ids(book.tx, public_ids)
    for said, account in accounts.items():
        member = book.people.of_user(account.user_id)
        if member is not None:
            found[said] = member
    left = {one: canonical(one) for one in public_ids if one not in found}
    rows = public_id_rows.members(
        book.tx.connection, book.group.id, [one for one in left.values() if one is not None]
    )
    for public_id, key in left.items():
        if key is None or key not in rows:
            raise LedgerError(Code.UNKNOWN_NAME, name=None)
        found[public_id] = book.member(rows[key])
    return found


def member_of(book: Book, public_id: str) -> Member:
    """Return whom a UUID means in a book. Raises LedgerError UNKNOWN_NAME(name: None)."""
    return members_of(book, [public_id])[public_id]


def member_of_account(book: Book, account_id: AccountId) -> Member:
    """Return whom an account's number means in a book; raises UNKNOWN_NAME(name: None)."""
    account = registering.by_id(book.tx, account_id)
    member = None if account is None else book.people.of_user(account.user_id)
    if member is None:
        raise LedgerError(Code.UNKNOWN_NAME, name=None)
    return member


def group_of(tx: Transaction, public_id: str) -> GroupId:
    """Return which group a UUID means; raises LedgerError NO_SUCH_GROUP.

    Whether the asker may know of it, `opening` tells.
    """
    key = canonical(public_id)
    found = None if key is None else public_id_rows.group(tx.connection, key)
    if found is None:
        raise LedgerError(Code.NO_SUCH_GROUP)
    return found


def groups_of(tx: Transaction, public_id: str) -> list[GroupId]:
    """Return the groups of the person or the membership that a UUID means, the oldest first."""
    account = registering.by_public_id(tx, public_id)
    if account is not None:
        found = {GroupId(row.id) for row in group_rows.of_user(tx.connection, account.user_id)}
        return sorted(found)
    key = canonical(public_id)
    group = None if key is None else public_id_rows.group_of_member(tx.connection, key)
    return [] if group is None else [group]


def entry_of(tx: Transaction, public_id: str) -> tuple[GroupId, int]:
    """Return the group of the entry that a UUID means, and the entry's number there.

    Raises LedgerError NO_SUCH_ENTRY.
    """
    key = canonical(public_id)
    found = None if key is None else public_id_rows.entry(tx.connection, key)
    if found is None:
        raise LedgerError(Code.NO_SUCH_ENTRY)
    return found


def ids_of_entries(tx: Transaction, entries: Iterable[Entry]) -> dict[int, PublicId]:
    """Return the UUIDs of entries by their ids (not their numbers)."""
    return _given(tx, EntryRow, {entry.id for entry in entries})


def ids_of_groups(tx: Transaction, group_ids: Collection[GroupId]) -> Mapping[int, PublicId]:
    """Return the UUIDs of groups."""
    return _given(tx, GroupRow, group_ids)


def id_of_share(entry: PublicId, member: PublicId) -> PublicId:
    """Return the UUID of what a member has to do with an entry; always the same."""
    return PublicId(str(uuid.uuid5(uuid.UUID(entry), member)))


def card(book: Book) -> GroupCard:
    """Return what HTTP shows of a group."""
    return _cards(book.tx, [book.group.id])[0]


def my_cards(tx: Transaction, user_id: UserId) -> tuple[GroupCard, ...]:
    """Return the groups that somebody is in, or has something open in, the oldest first."""
    return _cards(
        tx, sorted({GroupId(row.id) for row in group_rows.of_user(tx.connection, user_id)})
    )


def all_cards(tx: Transaction, after: GroupId, most: int) -> tuple[GroupCard, ...]:
    """Return groups in the order of their numbers, behind one of them; 0 begins."""
    return _cards(tx, card_rows.after(tx.connection, after, most))


def _cards(tx: Transaction, group_ids: Collection[GroupId]) -> tuple[GroupCard, ...]:
    if not group_ids:
        return ()
    connection = tx.connection
    people = card_rows.members(connection, group_ids)
    groups = public_id_rows.known(connection, GroupRow, group_ids)
    members = public_id_rows.known(connection, MemberRow, _ids(people))
    lacking = sorted(
        group_id
        for group_id in group_ids
        if group_id not in groups or any(one.id not in members for one in people.get(group_id, ()))
    )
    if lacking:
        tx.require_writing()
        for group_id in lacking:
            group_rows.lock(connection, group_id)
        people = card_rows.members(connection, group_ids)
        groups |= public_id_rows.give(connection, GroupRow, {*group_ids} - groups.keys())
        members |= public_id_rows.give(connection, MemberRow, _ids(people) - members.keys())
    found = _shown(tx, [one for of_group in people.values() for one in of_group], members)
    return tuple(
        GroupCard(
            group_rows.group(row),
            groups[row.id],
            row.description,
            row.made_at,
            row.updated_at or row.made_at,
            row.in_chat,
            tuple(found[member.id] for member in people.get(GroupId(row.id), ())),
        )
        for row in card_rows.groups(connection, group_ids)
    )


def _ids(people: Mapping[GroupId, Sequence[Member]]) -> set[MemberId]:
    return {one.id for of_group in people.values() for one in of_group}
