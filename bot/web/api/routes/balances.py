"""Balances: the plan of a group, and what somebody owes and is owed."""

from __future__ import annotations

from fastapi import APIRouter

from bot.web.api.books import faces_of, finding, groups_in_common, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.context import Here
from bot.web.api.schemas.balances import GroupBalances, UserBalances, UserInGroup
from bot.web.api.schemas.envelope import Data
from bot.web.api.shown import balances as shown
from bot.web.api.who import Known
from ledger.reports import statements
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/balances", tags=["Balances"], route_class=CallRoute)


@router.get("/group/{group_id}", summary="Who should pay whom")
async def of_group(group_id: str, caller: Known, api: Here) -> Data[GroupBalances]:
    """Return the payments that make everybody in the group square."""

    def use_case(tx: Transaction) -> Data[GroupBalances]:
        book = read_group(tx, caller, group_id)
        sheet = statements.balance(book)
        return Data(data=shown.group_balances(book.group, sheet, faces_of(book)))

    return await api.threads.read(use_case)


@router.get("/user/{user_id}/group/{group_id}", summary="Where somebody stands in a group")
async def of_user_in_group(
    user_id: str, group_id: str, caller: Known, api: Here
) -> Data[UserInGroup]:
    """Return what somebody owes and is owed in a group, person by person."""

    def use_case(tx: Transaction) -> Data[UserInGroup]:
        book = read_group(tx, caller, group_id)
        faces = faces_of(book)
        member = finding(book, faces)(user_id, "userId")
        standing = statements.standing(book, member)
        return Data(data=shown.user_in_group(book.group, standing, faces))

    return await api.threads.read(use_case)


@router.get("/user/{user_id}", summary="Where somebody stands in all groups")
async def of_user(user_id: str, caller: Known, api: Here) -> Data[UserBalances]:
    """Return what somebody owes and is owed in each group that the caller is in, too."""

    def use_case(tx: Transaction) -> Data[UserBalances]:
        groups, standings = [], []
        for book, member in groups_in_common(tx, caller, user_id):
            standing = statements.standing(book, member)
            groups.append(shown.one_of_groups(book.group, standing, faces_of(book)))
            standings.append(standing)
        return Data(data=shown.user_balances(user_id, groups, standings))

    return await api.threads.read(use_case)
