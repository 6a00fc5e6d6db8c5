"""The people of one open book: who is known there, by which names, and who is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ledger.core.bounds import check_room
from ledger.core.folding import fold, name_key
from ledger.core.members import (
    GroupId,
    Member,
    MemberId,
    MemberKind,
    Person,
    Role,
    Roster,
    UserId,
    full_name,
    name_with_initial,
)
from ledger.storage import group_rows
from ledger.storage import people_rows as rows
from ledger.storage.database import Transaction

Account = tuple[str, str | None, str | None, str | None]
"""First name, last name, username and language of an account."""


@lru_cache(maxsize=4096)
def spelled_key(text: str) -> str:
    """Return what names are compared by where accents, emoji and marks do not matter either."""
    return fold(text).replace(" ", "_").strip("._")


def _names(person: Person) -> Account:
    return person.first_name, person.last_name, person.username, person.language


class People:
    """The members of one group within one transaction, read once and kept current.

    `merged` maps every member that was merged into another to the one that stayed.
    """

    def __init__(self, tx: Transaction, group_id: GroupId) -> None:
        self.tx = tx
        self.group_id = group_id
        self._followed: dict[UserId, Account] = {}
        self._is_noted = False
        self._load()

    def _load(self) -> None:
        self._members: dict[MemberId, Member] = {}
        self.merged: dict[MemberId, MemberId] = {}
        self._gone: dict[MemberId, Member] = {}
        self._aliases: dict[str, MemberId] = {}
        self._accounts: dict[UserId, Account] = {}
        self._by_user: dict[UserId, MemberId] = {}
        self._by_name: dict[str, dict[MemberId, None]] | None = None
        self._roster: Roster | None = None
        for member, language, stays in rows.members(self.tx.connection, self.group_id):
            self._take(member, language, stays)

    def _take(self, member: Member, language: str | None, stays: MemberId | None) -> None:
        if member.user_id is not None:
            self._by_user[member.user_id] = stays or member.id
            self._accounts[member.user_id] = (
                member.first_name,
                member.last_name,
                member.username,
                language,
            )
        if stays is None:
            self._members[member.id] = member
            if self._by_name is not None:
                self._index(self._by_name, member)
        else:
            self.merged[member.id] = stays
            self._gone[member.id] = member
            self._aliases[name_key(member.first_name)] = stays
        self._roster = None

    @staticmethod
    def _index(by_name: dict[str, dict[MemberId, None]], member: Member) -> None:
        first = name_key(member.first_name)
        full = name_key(full_name(member))
        initial = name_key(name_with_initial(member))
        keys = [first, first.partition("_")[0], name_key(member.username or ""), full, initial]
        spelled = [spelled_key(name) for name in (member.first_name, full, initial)]
        for key in dict.fromkeys((*keys, *spelled, spelled[0].partition("_")[0])):
            by_name.setdefault(key, {})[member.id] = None

    def called(self, key: str) -> list[Member]:
        """Return who has, or had within this transaction, a key as a name; it is to be checked.

        The key is that of a first name, of its first word, of a username, or of a first name
        with the last one or its initial, or of these however they are spelled. Members stand in
        the order of joining.
        """
        if self._by_name is None:
            self._by_name = {}
            for member in self._members.values():
                self._index(self._by_name, member)
        return [self._members[member] for member in sorted(self._by_name.get(key, ()))]

    def _read_again(self, member_id: MemberId) -> Member:
        """Read one member anew: all of them after each change would cost a crowd its square."""
        self._take(*rows.member(self.tx.connection, self.group_id, member_id))
        return self._members[member_id]

    @property
    def roster(self) -> Roster:
        """All members that are not merged into another, in the order of joining."""
        if self._roster is None:
            self._roster = Roster(tuple(self._members.values()))
        return self._roster

    def __iter__(self) -> Iterator[Member]:
        return iter(self._members.values())

    def __getitem__(self, member_id: MemberId) -> Member:
        """Return a member, or the one it was merged into; KeyError when not of this group."""
        return self._members[self.merged.get(member_id, member_id)]

    def before_merging(self, member_id: MemberId) -> Member | None:
        """Return a member who was merged into another as they were called, None for others."""
        return self._gone.get(member_id)

    def same_as(self, member: MemberId) -> list[MemberId]:
        """Return the member's id and those of all that were merged into it."""
        return [member, *(gone for gone, stays in self.merged.items() if stays == member)]

    def same_as_each(self, members: Iterable[Member]) -> dict[MemberId, MemberId]:
        """Return the ids that `same_as` has for each of these, with the one who each is now."""
        found = {member.id: member.id for member in members}
        found |= {gone: stays for gone, stays in self.merged.items() if stays in found}
        return found

    def of_user(self, user_id: UserId) -> Member | None:
        """Return the member that an account is here, if it is one."""
        member_id = self._by_user.get(user_id)
        return None if member_id is None else self._members[member_id]

    def alias(self, key: str) -> Member | None:
        """Return the member that somebody of this name was merged into."""
        member_id = self._aliases.get(key)
        return None if member_id is None else self._members[member_id]

    def placeholder(self, username: str) -> Member | None:
        """Return the placeholder that waits for a username."""
        key = name_key(username)
        for member in self._members.values():
            if member.kind is MemberKind.PLACEHOLDER and name_key(member.first_name) == key:
                return member
        return None

    def follow(self, *people: Person) -> None:
        """Let accounts' names be what they are now.

        Accounts that are followed together are locked in order; see `rows.follow`.
        """
        changed = [person for person in people if self._seen(person) != _names(person)]
        if not changed:
            return
        rows.follow(self.tx.connection, changed)
        self._followed.update((person.id, _names(person)) for person in changed)
        if any(person.id in self._by_user for person in changed):
            self._note_change()
        if any(self._has_username_of_another(person) for person in changed):
            self._load()
            return
        for person in changed:
            known = self._by_user.get(person.id)
            if known is not None:
                self._read_again(known)

    def _seen(self, person: Person) -> Account | None:
        """Return an account's names as stored, where this transaction knows them."""
        return self._followed.get(person.id) or self._accounts.get(person.id)

    def _has_username_of_another(self, person: Person) -> bool:
        key = None if person.username is None else person.username.lower()
        return key is not None and any(
            username is not None and username.lower() == key and user_id != person.id
            for user_id, (_, _, username, _) in self._accounts.items()
        )

    def add_user(self, user_id: UserId, *, acts: bool = False) -> Member:
        """Make an account, already followed, a member; `acts` where it is no one's word for it.

        Raises LedgerError BOOK_FULL(most), as do the others that add somebody.
        """
        return self._added(user_id=user_id, acts=acts)

    def add_placeholder(self, username: str, *, added: bool = False) -> Member:
        """Add somebody known by nothing but a username, named by a line or `added` by an admin.

        Raises LedgerError BOOK_FULL(most).
        """
        return self._added(username=username, added=added)

    def add_guest(self, name: str) -> Member:
        """Add somebody without an account. Raises LedgerError BOOK_FULL(most)."""
        return self._added(name=name, added=True)

    def _added(
        self,
        user_id: UserId | None = None,
        username: str | None = None,
        name: str | None = None,
        acts: bool = False,
        added: bool = False,
    ) -> Member:
        check_room(len(self._members), len(self.roster.active), acts=acts)
        tx = self.tx
        new = rows.add_member(
            *(tx.connection, self.group_id, tx.now),
            user_id=user_id,
            username=username,
            name=name,
            added=added,
        )
        self._note_change()
        return self._read_again(new)

    def claim(self, placeholder: Member, user_id: UserId) -> Member:
        """Let a placeholder be the account that it waited for."""
        assert placeholder.kind is MemberKind.PLACEHOLDER
        return self._change(placeholder.id, user_id=user_id, username=None)

    def hand_over(self, member: Member, user_id: UserId) -> Member:
        """Let a member be another account, which is no member here, with all its history."""
        return self._change(member.id, user_id=user_id)

    def leave_account(self, member: Member) -> Member:
        """Let a member be known by name alone, to be merged into who it turned out to be."""
        return self._change(member.id, user_id=None, name=full_name(member))

    def set_active(self, member: Member, active: bool) -> Member:
        """Let a member take part again, or no longer."""
        if member.active is active:
            return self._members[member.id]
        return self._change(member.id, active=active)

    def set_added(self, member: Member, *, added: bool) -> Member:
        """Let a member stay whatever names them, as an admin wants, or no longer."""
        rows.change_member(self.tx.connection, member.id, added=added)
        return self._read_again(member.id)

    def set_role(self, member: Member, role: Role) -> Member:
        """Give a member a role."""
        if member.role is role:
            return self._members[member.id]
        return self._change(member.id, role=role)

    def set_weight(self, member: Member, weight: int) -> Member:
        """Give a member a default share, in ten-thousandths."""
        if member.weight == weight:
            return self._members[member.id]
        return self._change(member.id, weight=weight)

    def point_to(self, gone: Member, stays: Member) -> None:
        """Let a member be another one from now on, with all that was recorded for it."""
        assert gone.id != stays.id
        rows.point_to(self.tx.connection, gone.id, stays.id)
        if gone.role is Role.ADMIN and stays.role is not Role.ADMIN:
            rows.change_member(self.tx.connection, stays.id, role=Role.ADMIN)
        if gone.active and not stays.active:
            rows.change_member(self.tx.connection, stays.id, active=True)
        self._note_change()
        self._load()

    def _change(self, member_id: MemberId, **columns: object) -> Member:
        rows.change_member(self.tx.connection, member_id, **columns)
        self._note_change()
        return self._read_again(member_id)

    def _note_change(self) -> None:
        """Have whoever watches the group see that its members are others; once is enough."""
        if not self._is_noted:
            group_rows.note_change(self.tx.connection, self.group_id, self.tx.now)
            self._is_noted = True
