"""A group's whole book as a document."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from bot.views.export_documents import document_name
from bot.web.api.books import read_group
from bot.web.api.calls import CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.who import Caller, Known
from ledger.exchange import exporting
from ledger.exchange.documents import write
from ledger.exchange.exporting import Outline
from ledger.exchange.foreign_book import ForeignEntry
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/groups", tags=["Files"], route_class=CallRoute)

_ATTEMPTS: Final = 5


class DocumentKind(StrEnum):
    """A kind of document."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


_MEDIA: Final[Mapping[DocumentKind, str]] = {
    DocumentKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DocumentKind.CSV: "text/csv; charset=utf-8",
    DocumentKind.JSON: "application/json",
}


@router.get(
    "/{group_id}/export",
    summary="The book as a document",
    response_class=Response,
    responses={200: {"content": {kind.partition(";")[0]: {} for kind in _MEDIA.values()}}},
)
async def export(
    group_id: str,
    caller: Known,
    api: Here,
    kind: Annotated[DocumentKind, Query(alias="format")] = DocumentKind.XLSX,
) -> Response:
    """Return all entries: XLSX to look at, CSV or JSON to take along and import again."""
    return await book_document(api, caller, group_id, kind)


async def book_document(api: Api, caller: Caller, group_id: str, kind: DocumentKind) -> Response:
    """Return a group's book as a document to be saved; raise ApiError 404."""

    def outline(tx: Transaction) -> tuple[Outline, date]:
        book = read_group(tx, caller, group_id)
        return exporting.outline(book), book.today

    for _ in range(_ATTEMPTS):
        outlined, today = await api.threads.read(outline)
        entries = await _entries(api, caller, group_id, outlined)
        if entries is not None:
            break
    else:
        raise RuntimeError("the book did not stay as it was for long enough")
    book = exporting.whole(outlined, entries)
    content = await asyncio.to_thread(write, kind.value, book, outlined.title, outlined.home)
    name = quote(document_name(outlined.title, today, kind.value))
    return Response(
        content,
        media_type=_MEDIA[kind],
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


async def _entries(
    api: Api, caller: Caller, group_id: str, outlined: Outline
) -> tuple[ForeignEntry, ...] | None:
    """Read all entries, some at a time so that nobody waits; None where the book has changed."""
    found: list[ForeignEntry] = []

    def use_case(tx: Transaction, first: int) -> tuple[ForeignEntry, ...] | None:
        return exporting.piece(read_group(tx, caller, group_id), outlined, first)

    for first in range(1, outlined.entries + 1, exporting.PIECE):
        piece = await api.threads.read(partial(use_case, first=first))
        if piece is None:
            return None
        found += piece
    return tuple(found)
