"""Files for whoever can send no token with the call: a browser, or Telegram's own download.

A link is good for one file, for a few minutes; it gives what its maker may see when it is used.
"""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from bot.views.export_documents import document_name
from bot.views.privacy_statement import RECORD_NAME
from bot.web.api.books import read_group
from bot.web.api.calls import OPEN, READS, CallRoute
from bot.web.api.context import Api, Here
from bot.web.api.errors import not_found
from bot.web.api.routes.exports import DocumentKind, book_document
from bot.web.api.routes.privacy import own_record
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.file_links import FileLink
from bot.web.api.tokens import FileTicket
from bot.web.api.who import Caller, Known
from ledger.accounts import registering
from ledger.core.accounts import AccountId
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api", tags=["Files"], route_class=CallRoute)

_TELEGRAMS_PAGE: Final = "https://web.telegram.org"
"""Reads the file itself (core.telegram.org/bots/webapps#downloadfileparams)."""


@router.post(
    "/groups/{group_id}/export/link",
    status_code=201,
    summary="A link to the book as a document",
    openapi_extra=READS,
)
async def of_book(
    group_id: str,
    request: Request,
    caller: Known,
    api: Here,
    kind: Annotated[DocumentKind, Query(alias="format")] = DocumentKind.XLSX,
) -> Data[FileLink]:
    """Return a link to what `GET …/export` gives, for five minutes."""
    account = caller.require_person()

    def name(tx: Transaction) -> str:
        book = read_group(tx, caller, group_id)
        return document_name(book.group.title, book.today, kind.value)

    named = await api.threads.read(name)
    return _link(request, api, FileTicket(account.id, group_id, kind.value), named)


@router.post(
    "/me/export/link",
    status_code=201,
    summary="A link to all that is kept about me",
    openapi_extra=READS,
)
async def of_me(request: Request, caller: Known, api: Here) -> Data[FileLink]:
    """Return a link to what `GET /api/me/export` gives, for five minutes."""
    account = caller.require_person()
    return _link(request, api, FileTicket(account.id, None, DocumentKind.JSON.value), RECORD_NAME)


@router.get(
    "/files/{ticket}",
    summary="Fetch a file by its link",
    response_class=Response,
    openapi_extra=OPEN,
)
async def fetch(ticket: Annotated[str, Path(max_length=1024)], api: Here) -> Response:
    """Return the file of a link; of one that is over, or of nobody's, that there is none."""
    meant = api.tokens.read_ticket(ticket)
    if meant is None:
        raise not_found("file")
    account_id = AccountId(meant.user_id)
    account = await api.threads.read(lambda tx: registering.by_id(tx, account_id))
    if account is None:
        raise not_found("file")
    if meant.group is None:
        answer = await own_record(api, account)
    else:
        answer = await book_document(api, Caller(account), meant.group, DocumentKind(meant.kind))
    answer.headers["Access-Control-Allow-Origin"] = _TELEGRAMS_PAGE
    return answer


def _link(request: Request, api: Api, ticket: FileTicket, name: str) -> Data[FileLink]:
    token, expires_at = api.tokens.ticket(ticket)
    at = api.settings.reached_at or str(request.base_url).rstrip("/")
    return Data(data=FileLink(url=f"{at}/api/files/{token}", name=name, expires_at=expires_at))
