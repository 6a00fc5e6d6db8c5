"""Two members who turn out to be one person."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.expense import member_name
from bot.web.api.books import change_group, faces_of, finding, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.sets import MergeChoices, MergedInto, PerhapsSame
from bot.web.api.schemas.settings import MemberSet
from bot.web.api.shown.people import Faces
from bot.web.api.shown.settings import member_set
from bot.web.api.who import Known
from ledger.book import membership
from ledger.book.open_book import Book
from ledger.core.members import Member, MemberKind
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Settings"], route_class=CallRoute)


@router.get("/{group_id}/members/{user_id}/merge", summary="Who a member may turn out to be")
async def choices(group_id: str, user_id: str, caller: Known, api: Here) -> Data[MergeChoices]:
    """Return the members whom a member may be merged with, and who of the two would stay."""

    def use_case(tx: Transaction) -> Data[MergeChoices]:
        book = read_group(tx, caller, group_id)
        faces = faces_of(book)
        member = book.member(finding(book, faces)(user_id, "userId"))
        may = membership.may_merge(book, member)
        others = _others(book, member, faces) if may else []
        return Data(data=MergeChoices(may=may, others=others))

    return await api.threads.run(use_case)


@router.post(
    "/{group_id}/members/{user_id}/merge",
    response_model=Data[MemberSet],
    summary="Let two members be one",
)
async def merge(
    group_id: str, user_id: str, body: MergedInto, caller: Known, change: Once
) -> Response:
    """Join a member with who they have turned out to be, and return who stays.

    Admins may, and whoever recorded the entry that brought the member along. Nothing takes it
    back.
    """

    def use_case(book: Book) -> Data[MemberSet]:
        faces = faces_of(book)
        find = finding(book, faces)
        gone, stays = find(user_id, "userId"), find(body.into, "into")
        merged = membership.merge(book, member_name(gone), member_name(stays))
        return Data(data=member_set(merged.stays, faces))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case, body.into))


def _others(book: Book, member: Member, faces: Faces) -> list[PerhapsSame]:
    """Return all but those with whom there would be two accounts."""
    has_account = member.kind is MemberKind.USER
    others = [one for one in book.roster.active if one.id != member.id]
    return [
        PerhapsSame(
            user_id=faces[one.id].user_id,
            name=faces[one.id].name,
            kind=one.kind,
            stays=faces[member.id if has_account else one.id].user_id,
        )
        for one in others
        if not (has_account and one.kind is MemberKind.USER)
    ]
