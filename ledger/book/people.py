"""The people of one open book: who is known there, by which names, and who is new."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ledger.core.members import GroupId, Member, MemberId, MemberKind, Person, Role, Roster, UserId
from ledger.storage import people_rows as rows
from ledger.storage.database import Transaction

Account = tuple[str, str | None, str | None, str | None]
"""First name, last name, username and language of an account."""


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """Return what names are compared by: any case, `_` for spaces, one way of writing accents.

    Apostrophes are the same straight and curly: phones write `O’Brien`.
    """
    plain = unicodedata.normalize("NFKC", text).replace("_", " ").replace("’", "'").casefold()
    return "_".join(plain.split())


class People:
    """The members of one group within one transaction, read once and kept current.

    `merged` maps every member that was merged into another to the one that stayed.
    """

    def __init__(self, tx: Transaction, group_id: GroupId) -> None:
        self.tx = tx
        self.group_id = group_id
        self._load()

    def _load(self) -> None:
        self._members: dict[MemberId, Member] = {}
        self.merged: dict[MemberId, MemberId] = {}
        self._aliases: dict[str, MemberId] = {}
        self._accounts: dict[UserId, Account] = {}
        self._by_user: dict[UserId, MemberId] = {}
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
        else:
            self.merged[member.id] = stays
            self._aliases[name_key(member.first_name)] = stays
        self._roster = None

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

    def same_as(self, member: MemberId) -> list[MemberId]:
        """Return the member's id and those of all that were merged into it."""
        return [member, *(gone for gone, stays in self.merged.items() if stays == member)]

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

    def follow(self, person: Person) -> None:
        """Let an account's names be what they are now."""
        seen: Account = (person.first_name, person.last_name, person.username, person.language)
        if self._accounts.get(person.id) == seen:
            return
        rows.follow(self.tx.connection, person)
        known = self._by_user.get(person.id)
        if self._has_username_of_another(person):
            self._load()
        elif known is not None:
            self._read_again(known)

    def _has_username_of_another(self, person: Person) -> bool:
        key = None if person.username is None else person.username.lower()
        return key is not None and any(
            username is not None and username.lower() == key and user_id != person.id
            for user_id, (_, _, username, _) in self._accounts.items()
        )

    def add_user(self, user_id: UserId) -> Member:
        """Make an account, already followed, a member."""
        return self._added(user_id=user_id)

    def add_placeholder(self, username: str) -> Member:
        """Add somebody known by nothing but a username."""
        return self._added(username=username)

    def add_guest(self, name: str) -> Member:
        """Add somebody without an account."""
        return self._added(name=name)

    def _added(
        self,
        user_id: UserId | None = None,
        username: str | None = None,
        name: str | None = None,
    ) -> Member:
        tx = self.tx
        new = rows.add_member(
            tx.connection, self.group_id, tx.now, user_id=user_id, username=username, name=name
        )
        return self._read_again(new)

    def claim(self, placeholder: Member, user_id: UserId) -> Member:
        """Let a placeholder be the account that it waited for."""
        assert placeholder.kind is MemberKind.PLACEHOLDER
        return self._change(placeholder.id, user_id=user_id, username=None)

    def set_active(self, member: Member, active: bool) -> Member:
        """Let a member take part again, or no longer."""
        if member.active is active:
            return self._members[member.id]
        return self._change(member.id, active=active)

    def set_role(self, member: Member, role: Role) -> Member:
        """Give a member a role."""
        if member.role is role:
            return self._members[member.id]
        return self._change(member.id, role=role)

    def point_to(self, gone: Member, stays: Member) -> None:
        """Let a member be another one from now on, with all that was recorded for it."""
        assert gone.id != stays.id
        rows.point_to(self.tx.connection, gone.id, stays.id)
        if gone.role is Role.ADMIN and stays.role is not Role.ADMIN:
            rows.change_member(self.tx.connection, stays.id, role=Role.ADMIN)
        if gone.active and not stays.active:
            rows.change_member(self.tx.connection, stays.id, active=True)
        self._load()

    def _change(self, member_id: MemberId, **columns: object) -> Member:
        rows.change_member(self.tx.connection, member_id, **columns)
        return self._read_again(member_id)
