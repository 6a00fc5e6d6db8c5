"""Entries of all kinds: a group's, piece by piece, and one with all its versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from bot.web.api.books import faces_of, finding, me_in, read_entry, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.errors import bad_request
from bot.web.api.etags import etag
from bot.web.api.guessing import guessing
from bot.web.api.routes.pieces import DayAsked
from bot.web.api.schemas.entries import EntryPage, EntryShown, EntryVersion
from bot.web.api.schemas.envelope import Data
from bot.web.api.shown import entries as shown
from bot.web.api.who import Known
from ledger.book.entry_lookup import may_change
from ledger.book.open_book import Book
from ledger.core.answers.entry_lists import Filter
from ledger.core.entries import Entry
from ledger.reports import history
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api", tags=["Entries"], route_class=CallRoute)

_WITHOUT: Final = "none"
_READ_AT_ONCE: Final = 200
"""Entries that are read to find those whose words speak of a category."""

Limit = Annotated[int, Query(ge=1, le=100)]
Cursor = Annotated[str | None, Query(pattern="^[0-9]{1,15}$")]
Words = Annotated[str | None, Query(max_length=200)]
Category = Annotated[
    str | None, Query(max_length=60, description="A category; `none` is of those without one.")
]
Guessed = Annotated[
    str | None,
    Query(
        max_length=60,
        description="Of the expenses without a category, those whose words speak of this one;"
        " `none` is of those whose words speak of none.",
    ),
]
Since = Annotated[DayAsked | None, Query(alias="from")]
Until = Annotated[DayAsked | None, Query(alias="to", description="The last day that is listed.")]
UserId = Annotated[str | None, Query(alias="userId", max_length=64)]


@router.get("/groups/{group_id}/entries", summary="List a group's entries")
async def of_group(
    group_id: str,
    caller: Known,
    api: Here,
    limit: Limit = 30,
    cursor: Cursor = None,
    search: Words = None,
    since: Since = None,
    until: Until = None,
    category: Category = None,
    guessed: Guessed = None,
    user_id: UserId = None,
) -> Data[EntryPage]:
    """Return the live entries that fit everything that is asked for, the newest first."""
    days = None
    if since is not None or until is not None:
        if until is not None and until == date.max:
            raise bad_request("must be before 9999-12-31", "to")
        end = date.max if until is None else until + timedelta(days=1)
        days = (date.min if since is None else since, end)

    without = category == _WITHOUT

    def find(tx: Transaction) -> tuple[Book, Filter]:
        book = read_group(tx, caller, group_id)
        member = None
        if user_id is not None:
            member = finding(book, faces_of(book))(user_id, "userId")
        return book, Filter(member=member, words=search, category=None if without else category)

    def shown_page(book: Book, found: Sequence[Entry]) -> Data[EntryPage]:
        me, listed = me_in(book, caller), found[:limit]
        faces = faces_of(book, listed)
        page = EntryPage(
            entries=[
                shown.entry(one, faces, me, may_change=may_change(book, one)) for one in listed
            ],
            next_cursor=str(listed[-1].number) if len(found) > limit else None,
        )
        return Data(data=page)

    def use_case(tx: Transaction) -> Data[EntryPage]:
        book, which = find(tx)
        found = history.behind(
            book, which, below=below, most=limit + 1, days=days, uncategorised=without
        )
        return shown_page(book, found)

    def unsorted(below: int | None, tx: Transaction) -> tuple[Sequence[Entry], list[Entry]]:
        """Return the next expenses without a category, and which of them speak of the one."""
        book, which = find(tx)
        read = history.behind(
            book, which, below=below, most=_READ_AT_ONCE, days=days, uncategorised=True
        )
        guess, kind = guessing(api, book), None if guessed == _WITHOUT else guessed
        return read, [one for one in read if guess(one.contents.description) == kind]

    below = None if cursor is None else int(cursor)
    if guessed is None:
        return await api.threads.read(use_case)
    fitting = await _fitting(api, unsorted, below, limit + 1)
    return await api.threads.read(lambda tx: shown_page(find(tx)[0], fitting))


async def _fitting(
    api: Api,
    unsorted: Callable[[int | None, Transaction], tuple[Sequence[Entry], list[Entry]]],
    below: int | None,
    most: int,
) -> list[Entry]:
    """Return the first expenses whose words fit; others are answered between its pieces."""
    found: list[Entry] = []
    while len(found) < most:
        read, fitting = await api.threads.read(partial(unsorted, below))
        found += fitting
        if len(read) < _READ_AT_ONCE:
            break
        below = read[-1].number
    return found[:most]


@router.get("/entries/{entry_id}", summary="Show an entry")
async def show(entry_id: str, caller: Known, api: Here, response: Response) -> Data[EntryShown]:
    """Return an entry, deleted or not, with its version as `ETag`."""

    def use_case(tx: Transaction) -> tuple[EntryShown, Entry]:
        book, entry = read_entry(tx, caller, entry_id)
        allowed = may_change(book, entry)
        faces = faces_of(book, [entry])
        return shown.entry(entry, faces, me_in(book, caller), may_change=allowed), entry

    data, entry = await api.threads.read(use_case)
    response.headers.update(etag(entry))
    return Data(data=data)


@router.get("/entries/{entry_id}/history", summary="Show an entry's versions")
async def versions(entry_id: str, caller: Known, api: Here) -> Data[list[EntryVersion]]:
    """Return who recorded, changed, deleted and restored an entry, the first version first."""

    def use_case(tx: Transaction) -> Data[list[EntryVersion]]:
        book, entry = read_entry(tx, caller, entry_id)
        story = history.show(book, entry.number)
        faces, me = faces_of(book, [entry]), me_in(book, caller)
        return Data(data=shown.versions(story, faces, me, may_change=may_change(book, entry)))

    return await api.threads.read(use_case)
