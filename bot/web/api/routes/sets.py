"""Named sets of a group's people: listed, made, changed and taken away; by every member."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.expense import Finding, member_name
from bot.web.api.books import change_group, faces_of, finding, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.schemas.sets import ChangedSet, NewSet, SetShown
from bot.web.api.shown.people import Faces, named
from bot.web.api.who import Acting, Known
from ledger.book import member_sets
from ledger.book.open_book import Book
from ledger.core.member_sets import MemberSet
from ledger.core.members import Name
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Settings"], route_class=CallRoute)


@router.get("/{group_id}/sets", summary="Names for several people")
async def listed(group_id: str, caller: Known, api: Here) -> Data[list[SetShown]]:
    """Return a group's sets by name, their members as who they are now."""

    def use_case(tx: Transaction) -> Data[list[SetShown]]:
        book = read_group(tx, caller, group_id)
        faces = faces_of(book)
        return Data(data=[_shown(one, faces) for one in member_sets.sets_of(book)])

    return await api.threads.run(use_case)


@router.post(
    "/{group_id}/sets", status_code=201, response_model=Data[SetShown], summary="Name a set"
)
async def make(group_id: str, body: NewSet, caller: Acting, change: Once) -> Response:
    """Let a name mean a few people, in the chat's lines as well: `@flat2`."""

    def use_case(book: Book) -> Data[SetShown]:
        faces = faces_of(book)
        people = _people(body.members, finding(book, faces))
        return Data(data=_shown(member_sets.name_set(book, body.name, people), faces))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case), status=201)


@router.patch("/{group_id}/sets/{name}", response_model=Data[SetShown], summary="Change a set")
async def edit(
    group_id: str, name: str, body: ChangedSet, caller: Acting, change: Once
) -> Response:
    """Let a set have another name or other people; what is recorded stays as it was."""

    def use_case(book: Book) -> Data[SetShown]:
        faces = faces_of(book)
        people = None if body.members is None else _people(body.members, finding(book, faces))
        return Data(data=_shown(member_sets.change_set(book, name, body.name, people), faces))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case))


@router.delete("/{group_id}/sets/{name}", response_model=Done, summary="Take a set away")
async def end(group_id: str, name: str, caller: Acting, change: Once) -> Response:
    """Let a name mean nobody any more; what is recorded stays as it was."""

    def use_case(book: Book) -> Done:
        member_sets.end_set(book, name)
        return Done(message="Set taken away")

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case))


def _people(ids: tuple[str, ...], find: Finding) -> list[Name]:
    return [member_name(find(one, f"members.{place}")) for place, one in enumerate(ids)]


def _shown(one: MemberSet, faces: Faces) -> SetShown:
    return SetShown(name=one.name, members=[named(faces[member]) for member in one.members])
