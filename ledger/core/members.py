"""Who is in a group: accounts, members, placeholders and guests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

UserId = NewType("UserId", int)
"""A Telegram account's number: the identity that outlives every name."""
GroupId = NewType("GroupId", int)
"""Our own number of a group; its chat id may change."""
MemberId = NewType("MemberId", int)


ONE_SHARE: Final = 10_000
"""The default share of whoever has no other, in ten-thousandths."""


class Role(StrEnum):
    """What a member may do in the book."""

    ADMIN = "admin"
    MEMBER = "member"


class MemberKind(StrEnum):
    """How a member is known."""

    USER = "user"
    """A Telegram account we have met."""
    PLACEHOLDER = "placeholder"
    """An @username never seen yet, waiting for its person."""
    GUEST = "guest"
    """A plain name without a Telegram account."""


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram account as an update shows it now."""

    id: UserId
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A user, placeholder or guest in one group.

    `first_name` is the account's first name, the guest's name, or the placeholder's
    username without its @. `weight` is the default share in ten-thousandths: 2 for a couple.
    """

    id: MemberId
    kind: MemberKind
    first_name: str
    last_name: str | None
    username: str | None
    user_id: UserId | None
    role: Role
    active: bool
    joined_at: datetime
    weight: int = ONE_SHARE


def full_name(member: Member) -> str:
    """Return a member's first and last name."""
    return " ".join(filter(None, [member.first_name, member.last_name]))


def name_with_initial(member: Member) -> str:
    """Return a member's first name with the last one's initial, as namesakes are shown."""
    last = (member.last_name or "").strip()
    return f"{member.first_name} {last[0]}" if last else member.first_name


@dataclass(frozen=True, slots=True)
class Roster:
    """All members of one group, active and inactive, in the order of joining."""

    members: tuple[Member, ...]
    _by_id: dict[MemberId, Member] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {member.id: member for member in self.members})

    def __iter__(self) -> Iterator[Member]:
        return iter(self.members)

    def __getitem__(self, member_id: MemberId) -> Member:
        return self._by_id[member_id]

    @property
    def active(self) -> tuple[Member, ...]:
        """The members who share when nobody is named."""
        return tuple(member for member in self.members if member.active)


@dataclass(frozen=True, slots=True)
class Sender:
    """Whoever sent the line: `me`."""


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody as a line names them: the word without its @, and the account if marked.

    `person` is set by a text mention or a reply, where Telegram says who it is; `member` where
    the line was read with the group's names at hand.
    """

    text: str
    person: Person | None = None
    member: MemberId | None = None


Whom = Sender | Name
