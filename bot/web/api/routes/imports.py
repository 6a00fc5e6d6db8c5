"""Files of other apps: shown first, then written whole or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, File, Path, Query, UploadFile

from bot.conversation.import_run import run_import, undo_import
from bot.runtime.file_reader import read_file
from bot.web.api.books import acting_member, change_group, faces_of, finding, read_group
from bot.web.api.calls import TAKES_FILES, CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Here
from bot.web.api.errors import bad_request
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.imports import ConfirmedImport, ImportDone, ImportPreview
from bot.web.api.shown import imports as shown
from bot.web.api.shown.people import Faces
from bot.web.api.who import Known
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency
from ledger.exchange import proposing
from ledger.exchange.foreign_book import NotReadable, unpacked
from ledger.exchange.preview import summed_up
from ledger.exchange.proposing import Waiting
from ledger.storage.database import Transaction

T = TypeVar("T")

router = APIRouter(prefix="/api/groups", tags=["Files"], route_class=CallRoute)

ImportId = Annotated[int, Path(ge=1, le=2**53)]
UserId = Annotated[str | None, Query(alias="userId", max_length=64)]


@router.post(
    "/{group_id}/imports",
    status_code=201,
    summary="Show what is in a file",
    openapi_extra=TAKES_FILES,
)
async def propose(
    group_id: str,
    file: Annotated[UploadFile, File()],
    caller: Known,
    api: Here,
    change: Once,
    user_id: UserId = None,
) -> Data[ImportPreview]:
    """Read the export of another app, or of this one; nothing is written before a yes.

    A file may have 20 MB. A trusted backend says whose import it is.
    """
    if user_id is not None and not caller.is_service:
        raise bad_request("is said by a trusted backend alone", "userId")

    def opened(tx: Transaction) -> Book:
        book = read_group(tx, caller, group_id)
        if caller.is_service:
            if user_id is None:
                raise bad_request("must say whose import it is", "userId")
            book.actor = acting_member(book, user_id, "userId")
        return book

    def home(tx: Transaction) -> Currency:
        return opened(tx).group.currency

    currency = await api.threads.read(home)
    try:
        packed = await read_file(await file.read(), currency)
    except NotReadable as error:
        raise LedgerError(Code.FILE_UNREADABLE, why=error.why, row=error.row) from None
    foreign = await asyncio.to_thread(unpacked, packed)

    def wait(tx: Transaction) -> tuple[Waiting, Faces]:
        book = opened(tx)
        return proposing.propose(book, foreign, packed, change.source), faces_of(book)

    waiting, faces = await api.threads.run(wait)
    summary = await asyncio.to_thread(summed_up, foreign, waiting.known)
    stored = waiting.stored
    return Data(data=shown.preview(stored.id, summary, stored.members, faces))


@router.post("/{group_id}/imports/{import_id}/confirm", summary="Import a file")
async def confirm(
    group_id: str, import_id: ImportId, body: ConfirmedImport, caller: Known, api: Here
) -> Data[ImportDone]:
    """Write a file that waits, all of it or nothing; the same again changes nothing more."""

    async def ask(use_case: Callable[[Book], T], /) -> T:
        return await api.threads.run(lambda tx: change_group(tx, caller, group_id, use_case))

    await ask(lambda book: _choose(book, import_id, body))
    return Data(data=shown.done(await run_import(ask, api.threads, import_id)))


@router.post("/{group_id}/imports/{import_id}/undo", summary="Take an import back")
async def undo(group_id: str, import_id: ImportId, caller: Known, api: Here) -> Data[ImportDone]:
    """Let nothing of a file count any more; by whoever imported it, or an admin."""

    async def ask(use_case: Callable[[Book], T], /) -> T:
        return await api.threads.run(lambda tx: change_group(tx, caller, group_id, use_case))

    return Data(data=shown.done(await undo_import(ask, api.threads, import_id)))


def _choose(book: Book, import_id: int, body: ConfirmedImport) -> None:
    """Let each person of the file be who is said."""
    if body.people is None or proposing.outcome(book, import_id) is not None:
        return
    members = proposing.imported_by(book, import_id).members
    if len(body.people) != len(members):
        raise bad_request("must have somebody or null for each person of the file", "people")
    find = finding(book, faces_of(book))
    for place, user_id in enumerate(body.people):
        chosen = None if user_id is None else find(user_id, f"people.{place}")
        if chosen != members[place]:
            proposing.choose(book, import_id, place, chosen)
