"""Groups and their members under `/api`."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from bot.web.api.money import Moment
from bot.web.api.schemas.envelope import Body, Id, Shown, Title
from bot.web.api.schemas.expenses import Code, ListedExpense
from bot.web.api.schemas.people import UserOfGroup
from bot.web.api.schemas.users import UserShown
from ledger.core.bounds import MOST_NAMES
from ledger.core.members import Role

LONGEST_DESCRIPTION: Final = 1000


class NewGroup(Body):
    """A group without a chat; whoever is named first, or else asks, is its admin.

    `members` are people by their ids; `names` are what is said of others, as of `NewMember`.
    """

    name: Title
    description: Annotated[str, Field(max_length=LONGEST_DESCRIPTION)] | None = None
    members: Annotated[tuple[Id, ...], Field(max_length=MOST_NAMES)] = ()
    names: Annotated[tuple[Title, ...], Field(max_length=MOST_NAMES)] = ()
    currency: Code | None = None
    timezone: Annotated[str, Field(max_length=60, examples=["Asia/Kolkata"])] | None = None
    language: Annotated[str, Field(max_length=60, examples=["hi"])] | None = None


class NewMember(Body):
    """Somebody who is to be in a group: by their id, or by `name`.

    A name is a Telegram username with its @, of somebody who comes later perhaps, or what
    somebody without an account is called.
    """

    user_id: Id | None = None
    name: Title | None = None
    role: Role = Role.MEMBER


class Membership(Shown):
    """That somebody is in a group, and as what; `user_id` is the person, `id` this."""

    id: str
    user_id: str
    group_id: str
    role: Role
    created_at: Moment


class MemberShown(Membership):
    """Somebody in a group."""

    user: UserOfGroup


class GroupShown(Shown):
    """A group with whoever takes part, in the order of joining."""

    id: str
    name: str
    description: str | None
    created_at: Moment
    updated_at: Moment
    members: list[MemberShown]


class GroupWithExpenses(GroupShown):
    """A group with its expenses, the newest first."""

    expenses: list[ListedExpense]


class GroupNamed(Shown):
    """A group by name."""

    id: str
    name: str


class MembershipOfUser(Membership):
    """That somebody is in a group, told of the person."""

    group: GroupNamed


class UserWithGroups(UserShown):
    """Somebody, and the groups of theirs that the caller may see."""

    group_members: list[MembershipOfUser]
