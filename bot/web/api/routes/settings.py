"""Settings of a group, and its members' roles and default shares."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.settings import apply, apply_to_member
from bot.web.api.books import change_group, faces_of, finding, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.settings import ChangedMember, ChangedSettings, GroupSettings, MemberSet
from bot.web.api.shown import settings as shown
from bot.web.api.who import Known
from ledger.accounts import showing
from ledger.book import membership
from ledger.book.open_book import Book
from ledger.schedules.overview import overview
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Settings"], route_class=CallRoute)


@router.get("/{group_id}/settings", summary="How a group is set")
async def show(group_id: str, caller: Known, api: Here) -> Data[GroupSettings]:
    """Return a group's settings, and its members' roles and default shares."""

    def use_case(tx: Transaction) -> Data[GroupSettings]:
        return _settings(read_group(tx, caller, group_id))

    return await api.threads.read(use_case)


@router.patch("/{group_id}/settings", response_model=Data[GroupSettings], summary="Set a group")
async def change(group_id: str, body: ChangedSettings, caller: Known, change: Once) -> Response:
    """Set what is said, all of it or nothing; by admins. A chat's name is the chat's own."""

    def use_case(book: Book) -> Data[GroupSettings]:
        apply(book, body)
        return _settings(book)

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case))


@router.patch(
    "/{group_id}/members/{user_id}", response_model=Data[MemberSet], summary="Set a member"
)
async def change_member(
    group_id: str, user_id: str, body: ChangedMember, caller: Known, change: Once
) -> Response:
    """Set a member's role or have them back, as admins may, or their default share."""

    def use_case(book: Book) -> Data[MemberSet]:
        faces = faces_of(book)
        member = finding(book, faces)(user_id, "userId")
        apply_to_member(book, member, body)
        return Data(data=shown.member_set(book.member(member), faces))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case, user_id))


def _settings(book: Book) -> Data[GroupSettings]:
    card, faces, former = showing.card(book), faces_of(book), membership.former(book)
    set_so = shown.settings(card, overview(book), faces, former, may_change=book.is_admin)
    return Data(data=set_so)
