"""How the Mini App opens from a group, and how a group that has no chat comes into one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from bot.conversation.app_links import group_of_ref
from bot.web.api.books import change_group, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.errors import ApiError, not_found
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.opening import AppStart, StartCode
from bot.web.api.who import Known
from ledger.accounts import joining, opening, showing
from ledger.book.open_book import Book
from ledger.core.errors import LedgerError
from ledger.core.members import GroupId
from ledger.storage.database import Transaction
from ledger.storage.group_rows import chat_id_of
from ledger.upkeep.taking_over import start_code

router = APIRouter(prefix="/api", tags=["Opening"], route_class=CallRoute)

Ref = Annotated[str, Query(max_length=512, pattern="^[A-Za-z0-9_-]+$")]


@router.get("/app/start", summary="What a link into the Mini App names")
async def start(ref: Ref, caller: Known, api: Here) -> Data[AppStart]:
    """Return the group of a link; whoever is in its chat, as Telegram says, becomes a member."""
    account = caller.require_person()
    group = group_of_ref(ref, api.settings.token)
    if group is None:
        raise not_found("group", "ref")

    def look(tx: Transaction) -> tuple[AppStart, bool, GroupId, int | None]:
        try:
            group_id = showing.group_of(tx, group)
            row = opening.row_of(tx, group_id)
        except LedgerError:
            raise not_found("group", "ref") from None
        try:
            actor = read_group(tx, caller, group).actor
        except ApiError:
            actor = None
        return (
            AppStart(group_id=group, name=row.title, member=actor is not None),
            actor is not None and actor.active,
            group_id,
            None if row.gone_at is not None else chat_id_of(tx, group_id),
        )

    told, active, group_id, chat_id = await api.threads.read(look)
    if active or chat_id is None or not account.in_telegram:
        return Data(data=told)
    if not await api.chats.has(chat_id, account.user_id):
        return Data(data=told)
    await api.threads.run(lambda tx: joining.join_from_chat(tx, group_id, account.user_id))
    return Data(data=told.model_copy(update={"member": True}))


@router.post(
    "/groups/{group_id}/startgroup",
    status_code=201,
    response_model=Data[StartCode],
    summary="Take a group into a chat",
)
async def start_group(group_id: str, caller: Known, change: Once, api: Here) -> Response:
    """Make a link that puts the bot into a chat, which takes the group's book over; for a day."""
    username = api.chats.bot_username

    def use_case(book: Book) -> Data[StartCode]:
        code, expires_at = start_code(book)
        url = None if username is None else f"https://t.me/{username}?startgroup={code}"
        return Data(data=StartCode(code=code, url=url, expires_at=expires_at))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case), status=201)
