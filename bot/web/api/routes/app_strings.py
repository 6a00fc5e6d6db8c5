"""What the Mini App says in a language; the one call that shows nobody's data."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from bot.web.api.calls import OPEN, CallRoute
from bot.web.api.schemas.app_strings import AppStrings
from bot.web.api.schemas.envelope import Data
from bot.web.app.held_files import answer_with
from bot.web.app.strings import strings

router = APIRouter(prefix="/api", tags=["Mini App"], route_class=CallRoute)


@router.get(
    "/app/strings/{language}",
    summary="The words of the Mini App",
    response_model=Data[AppStrings],
    openapi_extra=OPEN,
)
async def app_strings(language: str, request: Request) -> Response:
    """Return its messages in the best language for a code such as `de` or `pt-br`."""
    return answer_with(strings(language), request, {"Cache-Control": "no-cache"})
