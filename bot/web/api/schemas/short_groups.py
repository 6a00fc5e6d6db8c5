"""Groups in the short calls."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from bot.web.api.schemas.envelope import ShortBody, Title
from bot.web.api.schemas.short_expenses import ShortId
from ledger.core.bounds import MOST_NAMES


class CreateGroup(ShortBody):
    """A group, and the numbers of those who are in it beside whoever asks."""

    group_name: Title
    members: Annotated[tuple[ShortId, ...], Field(max_length=MOST_NAMES)] = ()


class CreatedGroup(BaseModel):
    """Which group was created, by number."""

    id: int


class GroupCreated(BaseModel):
    """The answer to `/createGroup`."""

    message: str = "Group Created successfully"
    data: CreatedGroup


class AddUserToGroup(ShortBody):
    """Who is to be in which group."""

    group_id: ShortId
    user_id: ShortId


class UserOfGroupAdded(BaseModel):
    """The answer to `/addUserToGroup`."""

    message: str = "User successfully added to group"
