"""What calls do alike to entries of a kind, be they expenses or settlements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel
from starlette.responses import Response

from bot.web.api.books import (
    change_entry,
    change_group,
    entry_of_group,
    faces_of,
    read_entry,
    read_group,
    with_entries,
)
from bot.web.api.changes import Change
from bot.web.api.context import Api
from bot.web.api.etags import Seen, etag
from bot.web.api.schemas.envelope import Data
from bot.web.api.shown.people import Faces
from bot.web.api.who import Caller
from ledger.book.open_book import Book
from ledger.core.entries import Entry, EntryKind
from ledger.currencies.conversion import carry_along
from ledger.journal import corrections
from ledger.reports import history
from ledger.storage.database import Transaction

Shown = TypeVar("Shown", bound=BaseModel)
Listed = TypeVar("Listed", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class EntryCalls(Generic[Shown, Listed]):
    """The calls about entries of one kind, which are shown by themselves and in lists."""

    kind: EntryKind
    shown: Callable[[Entry, Faces], Shown]
    listed: Callable[[Entry, Faces], Listed]

    async def record(
        self,
        change: Change,
        caller: Caller,
        group_id: str,
        use_case: Callable[[Book, Faces], Entry],
        acting: str | None,
        *,
        may_have_left: bool = False,
    ) -> Response:
        """Answer with a new entry, which a trusted backend records as whoever is `acting`."""

        def recorded(book: Book) -> Data[Shown]:
            faces = faces_of(book)
            entry = use_case(book, faces)
            return Data(data=self.shown(entry, with_entries(book, faces, [entry])))

        return await change.run(
            lambda tx: change_group(
                tx, caller, group_id, recorded, acting, may_have_left=may_have_left
            ),
            status=201,
            headers={"ETag": '"1"'},
        )

    async def of_group(
        self, api: Api, caller: Caller, group_id: str, limit: int, cursor: str | None
    ) -> Data[list[Listed]]:
        """Return a group's entries of this kind, the newest first, behind one of them."""

        def use_case(tx: Transaction) -> Data[list[Listed]]:
            book = read_group(tx, caller, group_id)
            below = None if cursor is None else entry_of_group(book, cursor).number
            found = history.behind(book, below=below, most=limit, kind=self.kind)
            faces = faces_of(book, found)
            return Data(data=[self.listed(entry, faces) for entry in found])

        return await api.threads.read(use_case)

    async def show(
        self, api: Api, caller: Caller, entry_id: str, response: Response
    ) -> Data[Shown]:
        """Return an entry, deleted or not, with its version as `ETag` in the response."""

        def use_case(tx: Transaction) -> tuple[Shown, Entry]:
            book, entry = read_entry(tx, caller, entry_id, self.kind)
            return self.shown(entry, faces_of(book, [entry])), entry

        data, entry = await api.threads.read(use_case)
        response.headers.update(etag(entry))
        return Data(data=data)

    async def change(
        self,
        change: Change,
        caller: Caller,
        entry_id: str,
        seen: Seen,
        use_case: Callable[[Book, Entry], Entry],
    ) -> Response:
        """Answer with an entry as a use case has left it, if it is as its changer has seen it."""
        headers: dict[str, str] = {}

        def changed(book: Book, entry: Entry) -> Data[Shown]:
            seen.check(entry)
            entry = use_case(book, entry)
            headers.update(etag(entry))
            return Data(data=self.shown(entry, faces_of(book, [entry])))

        return await change.run(
            lambda tx: change_entry(tx, caller, entry_id, changed, self.kind), headers=headers
        )

    async def delete(self, change: Change, caller: Caller, entry_id: str, seen: Seen) -> Response:
        """Let an entry count no more, and what belongs to it."""

        def use_case(book: Book, entry: Entry) -> Entry:
            deleted = corrections.delete(book, entry.number, change.source)
            carry_along(book, deleted, change.source)
            return deleted.entry

        return await self.change(change, caller, entry_id, seen, use_case)

    async def restore(self, change: Change, caller: Caller, entry_id: str, seen: Seen) -> Response:
        """Let a deleted entry count again, and what belongs to it."""

        def use_case(book: Book, entry: Entry) -> Entry:
            restored = corrections.restore(book, entry.number, change.source)
            carry_along(book, restored, change.source)
            return restored.entry

        return await self.change(change, caller, entry_id, seen, use_case)
