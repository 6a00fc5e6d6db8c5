"""One entry turned into the group's own currency, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from bot.runtime.reference import completed
from bot.web.api.books import change_entry, faces_of, me_in, read_entry
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Change, Once
from bot.web.api.context import Api, Here
from bot.web.api.etags import IfSeen, etag
from bot.web.api.schemas.currencies import EntryConversion
from bot.web.api.schemas.entries import EntryShown
from bot.web.api.schemas.envelope import Data
from bot.web.api.shown.currencies import entry_conversion
from bot.web.api.shown.entries import entry as shown
from bot.web.api.who import Caller, Known
from ledger.book.entry_lookup import may_change
from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.entries import Entry
from ledger.currencies import conversion, rates
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/entries", tags=["Currencies"], route_class=CallRoute)


@router.get("/{entry_id}/conversion", summary="What converting an entry would be")
async def preview(entry_id: str, caller: Known, api: Here) -> Data[EntryConversion]:
    """Return what an entry would be in the group's currency, by the rate of its day."""
    entry, known = await _looked_up(api, caller, entry_id)
    rate = conversion.rate_of(known, entry.contents.currency)
    after = conversion.converted(entry.contents, rate)
    return Data(data=entry_conversion(entry.contents.amount, after.amount, rate))


@router.post("/{entry_id}/conversion", response_model=Data[EntryShown], summary="Convert an entry")
async def convert(entry_id: str, caller: Known, api: Here, change: Once, seen: IfSeen) -> Response:
    """Let an entry be in the group's currency; by its author, who paid, or an admin."""
    _, known = await _looked_up(api, caller, entry_id)

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        return conversion.convert_entry(book, entry.number, known, change.source).entry

    return await _change(entry_id, caller, change, use_case)


@router.delete(
    "/{entry_id}/conversion", response_model=Data[EntryShown], summary="Take a conversion back"
)
async def take_back(entry_id: str, caller: Known, change: Once, seen: IfSeen) -> Response:
    """Let an entry be as it was before its currency was changed, the last thing done to it."""

    def use_case(book: Book, entry: Entry) -> Entry:
        seen.check(entry)
        return conversion.unconvert_entry(book, entry.number, change.source).entry

    return await _change(entry_id, caller, change, use_case)


async def _looked_up(api: Api, caller: Caller, entry_id: str) -> tuple[Entry, KnownRates]:
    """Return an entry in another currency, and what that was worth on its day."""

    def look(tx: Transaction) -> tuple[Entry, KnownRates]:
        book, found = read_entry(tx, caller, entry_id)
        entry = conversion.convertible(book, found.number)
        return entry, rates.known(book).using(entry.contents.currency)

    entry, known = await api.threads.read(look)
    return entry, await completed(known, entry.contents.on)


async def _change(
    entry_id: str, caller: Caller, change: Change, use_case: Callable[[Book, Entry], Entry]
) -> Response:
    """Answer with the entry as a use case has left it."""
    headers: dict[str, str] = {}

    def answered(book: Book, entry: Entry) -> Data[EntryShown]:
        entry = use_case(book, entry)
        headers.update(etag(entry))
        faces, me = faces_of(book, [entry]), me_in(book, caller)
        return Data(data=shown(entry, faces, me, may_change=may_change(book, entry)))

    return await change.run(
        lambda tx: change_entry(tx, caller, entry_id, answered), headers=headers
    )
