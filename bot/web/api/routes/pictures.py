"""The picture that an entry came with, as Telegram keeps it for the bot."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from bot.delivery.attachments import Attachment
from bot.web.api.books import read_entry
from bot.web.api.calls import CallRoute
from bot.web.api.chats import NoFileError, Why
from bot.web.api.context import Here
from bot.web.api.errors import ApiError, not_found
from bot.web.api.who import Known
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
"""An entry's picture is always the same; the browser of whoever may see it keeps it for a day."""
_AWAY_SECONDS: Final = 5
_IMAGES: Final[dict[str, Any]] = {
    kind: {} for kind in (*dict.fromkeys(_BEGINNINGS.values()), "image/webp")
}


@router.get(
    "/{entry_id}/picture",
    summary="The picture of a receipt",
    response_class=Response,
    responses={200: {"content": _IMAGES}, 304: {"description": "It is the one that is known."}},
)
async def picture(entry_id: str, caller: Known, api: Here, request: Request) -> Response:
    """Return the picture that an entry came with; 404 where it has none, or it is gone."""

    def use_case(tx: Transaction) -> str | None:
        return read_entry(tx, caller, entry_id)[1].attachment

    kept = await api.threads.run(use_case)
    if kept is None:
        raise not_found("picture")
    headers = {
        "Cache-Control": _KEPT,
        "ETag": f'"{hashlib.sha256(kept.encode()).hexdigest()[:16]}"',
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
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
