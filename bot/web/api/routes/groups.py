"""Groups: made, listed, and who is in them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api import people
from bot.web.api.asked.settings import language_of
from bot.web.api.books import change_group, faces_of, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.errors import bad_request, not_found
from bot.web.api.new_groups import new_group
from bot.web.api.routes.pieces import MOST_LISTED, After, Limit
from bot.web.api.schemas.envelope import Data, Done
from bot.web.api.schemas.groups import (
    GroupShown,
    GroupWithExpenses,
    MemberShown,
    NewGroup,
    NewMember,
)
from bot.web.api.shown import groups as shown
from bot.web.api.shown.expenses import listed_expense
from bot.web.api.who import Known
from ledger.accounts import joining, showing
from ledger.book.open_book import Book
from ledger.core.entries import EntryKind
from ledger.core.errors import LedgerError
from ledger.core.members import GroupId, Member
from ledger.reports import history
from ledger.storage.database import Transaction
from ledger.upkeep import group_settings

router = APIRouter(prefix="/api/groups", tags=["Groups"], route_class=CallRoute)


@router.post("", status_code=201, response_model=Data[GroupShown], summary="Create a group")
async def create(body: NewGroup, api: Here, caller: Known, change: Once) -> Response:
    """Make a group without a chat. I am its admin; of a trusted backend's, whoever is first."""

    def found(tx: Transaction) -> Data[GroupShown]:
        members = people.named(tx, body.members, "members")
        book = new_group(tx, api, caller, body.name, body.description, members)
        if body.currency is not None:
            group_settings.set_currency(book, body.currency)
        if body.timezone is not None:
            group_settings.set_timezone(book, body.timezone)
        if body.language is not None:
            group_settings.set_language(book, language_of(body.language))
        for name in body.names:
            joining.add_named(book, name)
        return Data(data=shown.group(showing.card(book)))

    return await change.run(found, status=201)


@router.get("", summary="List my groups")
async def listed(
    api: Here, caller: Known, limit: Limit = MOST_LISTED, cursor: After = None
) -> Data[list[GroupShown]]:
    """Return my groups, the oldest first; a trusted backend is shown all."""

    def find(tx: Transaction) -> Data[list[GroupShown]]:
        behind = GroupId(0) if cursor is None else read_group(tx, caller, cursor).group.id
        if caller.account is None:
            cards = showing.all_cards(tx, behind, limit)
        else:
            mine = showing.my_cards(tx, caller.account.user_id)
            cards = tuple(card for card in mine if card.group.id > behind)[:limit]
        return Data(data=[shown.group(card) for card in cards])

    return await api.threads.read(find)


@router.get("/{group_id}", summary="Get a group")
async def one(group_id: str, api: Here, caller: Known) -> Data[GroupWithExpenses]:
    """Return a group with its latest expenses; `/api/expenses/group/…` has all of them."""

    def find(tx: Transaction) -> Data[GroupWithExpenses]:
        book = read_group(tx, caller, group_id)
        latest = history.behind(book, below=None, most=MOST_LISTED, kind=EntryKind.EXPENSE)
        faces = faces_of(book, latest)
        expenses = [listed_expense(entry, faces) for entry in latest]
        columns = shown.group_columns(showing.card(book))
        return Data(data=GroupWithExpenses(**columns, expenses=expenses))

    return await api.threads.read(find)


@router.post(
    "/{group_id}/members",
    status_code=201,
    response_model=Data[MemberShown],
    summary="Add a member",
)
async def add_member(group_id: str, body: NewMember, caller: Known, change: Once) -> Response:
    """Make somebody a member, or have them back; admins may."""
    if (body.user_id is None) is (body.name is None):
        raise bad_request("say userId or name", "userId")

    def add(book: Book) -> Data[MemberShown]:
        book.require_admin()
        if body.user_id is not None:
            (user_id,) = people.named(book.tx, [body.user_id], "userId")
            return Data(data=_shown(book, joining.add(book, user_id, body.role)))
        return Data(data=_shown(book, joining.add_named(book, body.name or "", body.role)))

    return await change.run(lambda tx: change_group(tx, caller, group_id, add), status=201)


@router.delete("/{group_id}/members/{user_id}", summary="Remove a member")
async def remove_member(group_id: str, user_id: str, api: Here, caller: Known) -> Done:
    """Take somebody out of a group, whose balance must be zero: admins may, or they themselves."""

    def remove(book: Book) -> None:
        if _is_actor(book, user_id):
            joining.leave(book)
            return
        book.require_admin()
        joining.remove(book, _active(book, user_id).id)

    await api.threads.run(lambda tx: change_group(tx, caller, group_id, remove))
    return Done(message="Member removed successfully")


def _is_actor(book: Book, user_id: str) -> bool:
    """Tell whether an id is the caller's own; who others are, only admins are told here."""
    try:
        return book.actor is not None and showing.member_of(book, user_id).id == book.actor.id
    except LedgerError:
        return False


def _active(book: Book, user_id: str) -> Member:
    member = showing.member_of(book, user_id)
    if not member.active:
        raise not_found("member of the group")
    return member


def _shown(book: Book, member: Member) -> MemberShown:
    public = showing.ids_of_groups(book.tx, [book.group.id])[book.group.id]
    return shown.member(showing.shown(book, [member.id])[member.id], public)
