"""The short calls about groups: `/createGroup` and `/addUserToGroup`."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api import people
from bot.web.api.books import changed, read_group_by_number
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.new_groups import new_group
from bot.web.api.schemas.short_groups import (
    AddUserToGroup,
    CreatedGroup,
    CreateGroup,
    GroupCreated,
    UserOfGroupAdded,
)
from bot.web.api.who import Known
from ledger.accounts import joining
from ledger.book.open_book import Book
from ledger.core.members import GroupId
from ledger.storage.database import Transaction

router = APIRouter(tags=["Short calls"], route_class=CallRoute)


@router.post("/createGroup", summary="Create a group", response_model=GroupCreated)
async def create(body: CreateGroup, api: Here, caller: Known, change: Once) -> Response:
    """Make a group without a chat. I am its admin; of a trusted backend's, whoever is first."""

    def found(tx: Transaction) -> GroupCreated:
        members = people.numbered(tx, caller, body.members, "members")
        book = new_group(tx, api, caller, body.group_name, None, members)
        return GroupCreated(data=CreatedGroup(id=book.group.id))

    return await change.run(found)


@router.post("/addUserToGroup", summary="Add a user to a group", response_model=UserOfGroupAdded)
async def add(body: AddUserToGroup, api: Here, caller: Known, change: Once) -> Response:
    """Make somebody a member of a group; admins may."""
    if caller.account is not None:
        group_id = GroupId(body.group_id)
        runs = await api.chat_admins.group_run_by(caller.account, group_id)
        caller = replace(caller, runs=runs)

    def join(book: Book) -> UserOfGroupAdded:
        book.require_admin()
        (user_id,) = people.numbered(book.tx, caller, [body.user_id], "user_id")
        joining.add(book, user_id)
        return UserOfGroupAdded()

    return await change.run(
        lambda tx: changed(
            read_group_by_number(tx, caller, body.group_id, "group_id"), caller, join
        )
    )
