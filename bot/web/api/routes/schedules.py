"""Recurring expenses: made, listed, changed, skipped, paused and stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Path
from starlette.responses import Response

from bot.web.api.asked.changed_expense import Before, changed_line
from bot.web.api.asked.expense import expense_line
from bot.web.api.asked.schedule import rule_changed, rule_said
from bot.web.api.books import change_group, faces_of, finding, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.errors import bad_request
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.expenses import NewExpense
from bot.web.api.schemas.schedules import (
    ChangedSchedule,
    NewSchedule,
    ScheduleShown,
    StateShown,
)
from bot.web.api.shown.schedules import schedule as shown
from bot.web.api.topics import topic_of
from bot.web.api.who import Caller, Known
from ledger.book.open_book import Book
from ledger.core.answers.recurring_expenses import Recurring
from ledger.journal.resolution import active_ids
from ledger.schedules import recurring
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Recurring"], route_class=CallRoute)

_SAID: Final = NewExpense.model_fields.keys() - {"group_id", "date"}
"""What a recurring expense says as one does that is recorded at once."""
Number = Annotated[int, Path(ge=1, le=2**53)]


@router.get("/{group_id}/schedules", summary="List recurring expenses")
async def of_group(group_id: str, caller: Known, api: Here) -> Data[list[ScheduleShown]]:
    """Return the recurring expenses that go on or are paused, by number."""

    def use_case(tx: Transaction) -> Data[list[ScheduleShown]]:
        book = read_group(tx, caller, group_id)
        return Data(data=[_told(book, one) for one in recurring.listed(book)])

    return await api.threads.read(use_case)


@router.post(
    "/{group_id}/schedules",
    status_code=201,
    response_model=Data[ScheduleShown],
    summary="Let an expense recur",
)
async def make(group_id: str, body: NewSchedule, caller: Known, change: Once) -> Response:
    """Record an expense again and again, from the first date that is still to come."""

    def use_case(book: Book) -> Data[ScheduleShown]:
        said = _expense_of(body, group_id)
        actor = None if book.actor is None else book.actor.id
        find = finding(book, faces_of(book))
        line = expense_line(said, book.group.currency, actor, find, book.local_date)
        rule = rule_said(body, body.every, book.today)
        return Data(
            data=_told(book, recurring.make(book, rule, line, change.source, topic_of(book)))
        )

    paid_by = body.payers[0].user_id if body.payers else body.paid_by
    return await change.run(
        lambda tx: change_group(tx, caller, group_id, use_case, paid_by), status=201
    )


@router.patch(
    "/{group_id}/schedules/{number}",
    response_model=Data[ScheduleShown],
    summary="Change a recurring expense",
)
async def edit(
    group_id: str, number: Number, body: ChangedSchedule, caller: Known, change: Once
) -> Response:
    """Change it from its next date on, pause it, go on with it, or leave its next date out."""

    def use_case(book: Book) -> Data[ScheduleShown]:
        found = recurring.one(book, number)
        if body.model_fields_set - {"state", "skip"}:
            found = _edited(book, found, body)
        if body.skip is not None:
            found = recurring.skip(book, number, body.skip)
        if body.state is StateShown.PAUSED:
            found = recurring.pause(book, number)
        elif body.state is StateShown.RUNNING:
            found = recurring.resume(book, number)
        return Data(data=_told(book, found))

    return await change.run(lambda tx: _change(tx, caller, group_id, number, use_case))


@router.delete(
    "/{group_id}/schedules/{number}",
    response_model=Data[ScheduleShown],
    summary="Stop a recurring expense",
)
async def stop(group_id: str, number: Number, caller: Known, change: Once) -> Response:
    """Let it recur no more; what it has recorded stays."""

    def use_case(book: Book) -> Data[ScheduleShown]:
        return Data(data=_told(book, recurring.stop(book, number)))

    return await change.run(lambda tx: _change(tx, caller, group_id, number, use_case))


def _change(
    tx: Transaction,
    caller: Caller,
    group_id: str,
    number: int,
    use_case: Callable[[Book], Data[ScheduleShown]],
) -> Data[ScheduleShown]:
    """Change one of a group's; a trusted backend acts as whoever made it."""

    def acting(book: Book) -> Data[ScheduleShown]:
        author = recurring.one(book, number).schedule.author
        if caller.is_service and author is not None:
            book.actor = book.member(author)
        return use_case(book)

    return change_group(tx, caller, group_id, acting)


def _expense_of(body: NewSchedule, group_id: str) -> NewExpense:
    if body.amount is None:
        raise bad_request("amount is missing", "amount")
    return NewExpense.model_construct(
        **{
            name: value for name, value in dict(body).items() if name in _SAID and value is not None
        },
        group_id=group_id,
    )


def _edited(book: Book, found: Recurring, body: ChangedSchedule) -> Recurring:
    kept = found.kept
    before = Before(kept.amount, kept.terms, kept.description, kept.category, kept.note)
    find = finding(book, faces_of(book))
    line = changed_line(body, before, active_ids(book), find, book.local_date)
    rule = rule_changed(body, found.schedule.rule, kept, book.today)
    return recurring.edit(book, found.schedule.number, rule, replace(line, on=None))


def _told(book: Book, found: Recurring) -> ScheduleShown:
    author = found.schedule.author
    own = book.actor is not None and author is not None and book.member(author) == book.actor
    return shown(found, faces_of(book), may_change=book.is_admin or own)
