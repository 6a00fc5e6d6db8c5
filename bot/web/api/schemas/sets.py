"""Named sets of people, and members who turn out to be one."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bot.web.api.schemas.envelope import Body, Id, Shown
from bot.web.api.schemas.people import UserNamed
from ledger.core.bounds import MOST_NAMES
from ledger.core.member_sets import is_set_name
from ledger.core.members import MemberKind


def _set_name(value: str) -> str:
    if not is_set_name(value):
        raise ValueError("must be 2 to 32 letters, digits and _, and begin with a letter")
    return value


SetName = Annotated[
    str, Field(min_length=2, max_length=32, examples=["flat2"]), AfterValidator(_set_name)
]
"""What a set of people is called, without the @ that a line of the chat has before it."""
SetMembers = Annotated[tuple[Id, ...], Field(min_length=1, max_length=MOST_NAMES)]


class SetShown(Shown):
    """A few people under one name."""

    name: str
    members: list[UserNamed]


class NewSet(Body):
    """A name for a few people, by their ids."""

    name: SetName
    members: SetMembers


class ChangedSet(Body):
    """What is to be changed of a set; what is left out stays."""

    name: SetName | None = None
    members: SetMembers | None = None


class PerhapsSame(Shown):
    """Somebody whom a member may turn out to be, and who of the two would stay."""

    user_id: str
    name: str
    kind: MemberKind
    stays: str


class MergeChoices(Shown):
    """Who a member may turn out to be; nobody where that is not the caller's to say."""

    may: bool
    others: list[PerhapsSame]


class MergedInto(Body):
    """Who a member has turned out to be."""

    into: Id
