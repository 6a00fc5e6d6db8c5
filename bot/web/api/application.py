"""The API as an application: its calls, its documents, and what is true of every answer."""

from __future__ import annotations

import contextlib
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.language.catalogues import language
from bot.web.api.calls import CallRoute
from bot.web.api.context import Api
from bot.web.api.docs_page import add_documents
from bot.web.api.errors import answer_to
from bot.web.api.routes import ROUTERS
from bot.web.api.schemas.envelope import Refused, ShortRefused

_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""Of every answer that says nothing else."""
_REFUSALS: Final = (400, 401, 403, 404, 409, 413, 422, 429)
_DAY: Final = 86_400
_NO_SUCH_METHOD: Final = 405


def api_application(api: Api) -> FastAPI:
    """Return the application; whoever serves it starts and stops what `api` holds."""
    application = FastAPI(
        title="All Square",
        version="1",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    application.state.api = api
    application.router.route_class = CallRoute
    for router in ROUTERS:
        refused: Any = Refused if router.prefix else ShortRefused
        told: dict[int | str, dict[str, Any]] = {code: {"model": refused} for code in _REFUSALS}
        application.include_router(router, responses=told)
    add_documents(application)
    application.add_exception_handler(HTTPException, _not_a_call)
    application.add_middleware(_SafeAnswers)
    application.add_middleware(_Heads)
    if api.settings.api_origins:
        application.add_middleware(
            CORSMiddleware,
            allow_origins=list(api.settings.api_origins),
            allow_methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=[
                *("Authorization", "Content-Type", "Idempotency-Key", "If-Match"),
                "Last-Event-ID",
            ],
            expose_headers=["ETag", "Retry-After"],
            max_age=_DAY,
        )
    return application


async def _not_a_call(request: Request, error: Exception) -> Response:
    """Answer a path or method that is no call's in the shape of all refusals."""
    answer = answer_to(error, request, language("en"))
    if answer.status_code == _NO_SUCH_METHOD:
        answer.headers["Allow"] = ", ".join(sorted(_methods(request)))
    return answer


def _methods(request: Request) -> set[str]:
    """Return the methods that a path has: the router names those of its first call alone."""
    found: set[str] = set()
    for route in (route for router in ROUTERS for route in router.routes):
        if isinstance(route, APIRoute) and route.matches(request.scope)[0] is not Match.NONE:
            found |= route.methods or set()
    found = found or {"GET"}
    return found | {"HEAD"} if "GET" in found else found


class _HeadTold(Exception):  # noqa: N818  # no error
    """The head of an answer is told, and nobody waits for the rest."""


class _Heads:
    """Answers HEAD with what GET begins with (RFC 9110, 9.3.2); a stream ends there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def head(message: Message) -> None:
            await send(message)
            if message["type"] == "http.response.start":
                await send({"type": "http.response.body", "body": b""})
                raise _HeadTold

        with contextlib.suppress(_HeadTold):
            await self._app({**scope, "method": "GET"}, receive, head)


class _SafeAnswers:
    """Has no answer be guessed at, framed, kept or told to other sites."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, safely if scope["type"] == "http" else send)
