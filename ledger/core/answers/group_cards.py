"""A group and its members as HTTP shows them, by UUIDs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ledger.core.accounts import Account, PublicId
from ledger.core.groups import Group
from ledger.core.members import Member, full_name


@dataclass(frozen=True, slots=True)
class ShownMember:
    """A member by the UUID of their membership; `account` is None of whoever has no account."""

    member: Member
    public_id: PublicId
    account: Account | None

    @property
    def user_id(self) -> PublicId:
        """The UUID of the person; of somebody without an account it is the membership's."""
        return self.public_id if self.account is None else self.account.public_id

    @property
    def name(self) -> str:
        """What the person is called."""
        return full_name(self.member)

    @property
    def email(self) -> str | None:
        """The person's e-mail address."""
        return None if self.account is None else self.account.email


@dataclass(frozen=True, slots=True)
class GroupCard:
    """What a group is and who is in it.

    `in_chat` tells whether it is a chat's in which the bot is. `updated_at` is when
    title, description, settings, members or recurring expenses last changed. `members` are the
    active ones in the order of joining.
    """

    group: Group
    public_id: PublicId
    description: str | None
    made_at: datetime
    updated_at: datetime
    in_chat: bool
    members: tuple[ShownMember, ...]
