"""The picture of an entry, sent over HTTP or come with it in the chat, where Telegram keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, File, Query, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.delivery.attachments import Attachment
from bot.web.api.books import read_entry, read_group
from bot.web.api.calls import TAKES_FILES, CallRoute
from bot.web.api.chats import NoFileError, Why
from bot.web.api.context import Here
from bot.web.api.errors import ApiError, not_found
from bot.web.api.picture_files import NoPictureError, read_picture
from bot.web.api.schemas.entries import PictureSent
from bot.web.api.schemas.envelope import Data
from bot.web.api.who import Caller, Known
from ledger.book.open_book import Book
from ledger.core.pictures import kept_picture
from ledger.journal import picturing
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/entries", tags=["Entries"], route_class=CallRoute)

_BEGINNINGS: Final[Mapping[bytes, str]] = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
_RIFF, _WEBP, _WEBP_AT = b"RIFF", b"WEBP", 8
_KEPT: Final = "private, max-age=86400"
_ASKED_ANEW: Final = "private, no-cache"
_AWAY_SECONDS: Final = 5
_IMAGES: Final[dict[str, Any]] = {
    kind: {} for kind in (*dict.fromkeys(_BEGINNINGS.values()), "image/webp")
}


Version = Annotated[int | None, Query(ge=1, le=2**53)]

of_groups = APIRouter(prefix="/api/groups", tags=["Entries"], route_class=CallRoute)


@of_groups.post(
    "/{group_id}/pictures",
    status_code=201,
    summary="Send the picture of a receipt",
    openapi_extra=TAKES_FILES,
)
async def send(
    group_id: str, file: Annotated[UploadFile, File()], caller: Known, api: Here
) -> Data[PictureSent]:
    """Keep a picture (JPEG, PNG or WebP, up to 20 MB) for a day; return its id.

    An expense that is recorded or changed with this id as its `picture` has it from then on, and
    shows it in the chat with its receipt.
    """
    # Before its bytes are read: who may not send one need not have it looked at.
    await api.threads.read(lambda tx: _recording_in(tx, caller, group_id))
    try:
        content = await read_picture(await file.read())
    except NoPictureError:
        message = "This is no picture that can be read and shown."
        raise ApiError(422, "no_picture", message, fields={"file": [message]}) from None

    def use_case(tx: Transaction) -> Data[PictureSent]:
        kept = picturing.keep(_recording_in(tx, caller, group_id), content)
        return Data(data=PictureSent(id=kept))

    return await api.threads.run(use_case)


def _recording_in(tx: Transaction, caller: Caller, group_id: str) -> Book:
    """Open a group's book for somebody who may record there; raise ApiError 404."""
    book = read_group(tx, caller, group_id)
    if not (caller.is_service or (book.actor is not None and book.actor.active)):
        raise not_found("group", "groupId")
    return book


@router.get(
    "/{entry_id}/picture",
    summary="The picture of a receipt",
    response_class=Response,
    responses={200: {"content": _IMAGES}, 304: {"description": "It is the one that is known."}},
)
async def picture(
    entry_id: str, caller: Known, api: Here, request: Request, version: Version = None
) -> Response:
    """Return the picture that an entry has; 404 where it has none, or it is gone.

    Asked for with the entry's `version` it may be kept for a day: another picture comes with
    another version.
    """

    def use_case(tx: Transaction) -> tuple[str | None, bytes | None]:
        attachment = read_entry(tx, caller, entry_id)[1].attachment
        ours = picturing.of_entry(tx, attachment)
        return attachment, None if ours is None else ours[1]

    kept, ours = await api.threads.run(use_case)
    if kept is None:
        raise not_found("picture")
    headers = {
        "Cache-Control": _ASKED_ANEW if version is None else _KEPT,
        "ETag": f'"{hashlib.sha256(kept.encode()).hexdigest()[:16]}"',
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if ours is not None:
        return Response(ours, media_type="image/jpeg", headers=headers)
    if kept_picture(kept) is not None:
        raise not_found("picture")
    try:
        content = await api.chats.file(Attachment.read(kept).file_id)
    except NoFileError as error:
        raise _refusal(error.why) from None
    kind = _kind(content)
    if kind is None:
        raise not_found("picture")
    return Response(content, media_type=kind, headers=headers)


def _kind(content: bytes) -> str | None:
    """Return what kind of picture it is, by its beginning; None for what is none."""
    if content[:4] == _RIFF and content[_WEBP_AT : _WEBP_AT + 4] == _WEBP:
        return "image/webp"
    return next((kind for start, kind in _BEGINNINGS.items() if content.startswith(start)), None)


def _refusal(why: Why) -> ApiError:
    match why:
        case Why.TOO_LARGE:
            return ApiError(422, "picture_too_large", "This picture is too large to be shown.")
        case Why.AWAY:
            return ApiError(
                503,
                "unavailable",
                "Telegram does not answer just now: try again.",
                headers={"Retry-After": str(_AWAY_SECONDS)},
            )
        case Why.GONE:
            return not_found("picture")
