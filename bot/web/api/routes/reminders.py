"""Reminding somebody in the group's chat of what they owe."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.books import change_group, faces_of, finding, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.reminders import ReminderShown
from bot.web.api.shown.standings import reminder as shown
from bot.web.api.topics import topic_of
from bot.web.api.who import Known
from ledger.book.open_book import Book
from ledger.core.answers.reminding import Reminder
from ledger.core.members import Member
from ledger.schedules import outside_reminders
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Standings"], route_class=CallRoute)


@router.get("/{group_id}/members/{user_id}/reminder", summary="What a reminder would say")
async def foresee(group_id: str, user_id: str, caller: Known, api: Here) -> Data[ReminderShown]:
    """Return what somebody would be reminded of in the chat; refused where they can't be now."""

    def use_case(tx: Transaction) -> Data[ReminderShown]:
        return _of(read_group(tx, caller, group_id), user_id, outside_reminders.foreseen)

    return await api.threads.run(use_case)


@router.post(
    "/{group_id}/members/{user_id}/reminder",
    status_code=201,
    response_model=Data[ReminderShown],
    summary="Remind somebody",
)
async def remind(group_id: str, user_id: str, caller: Known, change: Once) -> Response:
    """Remind somebody in the chat of what they owe, at night in the morning; once a day."""

    def use_case(book: Book) -> Data[ReminderShown]:
        source, topic = change.source, topic_of(book)
        return _of(book, user_id, lambda it, who: outside_reminders.ask(it, who, source, topic))

    return await change.run(lambda tx: change_group(tx, caller, group_id, use_case), status=201)


def _of(
    book: Book, user_id: str, use_case: Callable[[Book, Member], Reminder]
) -> Data[ReminderShown]:
    faces = faces_of(book)
    member = book.member(finding(book, faces)(user_id, "userId"))
    return Data(data=shown(use_case(book, member), faces))
