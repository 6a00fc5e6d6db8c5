"""The description of the API for programs, and a page of it for people, of our own files alone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bot.web.addresses import API_PREFIX

_FILES: Final = Path(__file__).parent / "docs"
_KINDS: Final = {"page.css": "text/css", "page.js": "text/javascript"}
_POLICY: Final = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'"
_SAID: Final = """\
The book of All Square over HTTP: what is recorded here shows up in the group's chat, and the
other way round.

Calls under `/api` answer `{"success": true, "data": …}`, or `{"success": false, "error": {"code",
"message", "details"}}`; the short calls (`/login` …) have shapes of their own. Amounts may be
numbers or decimal strings. Every POST that records something takes an `Idempotency-Key`: the same
key and body are answered the same, and nothing is recorded twice.
"""


def add_documents(application: FastAPI) -> None:
    """Serve the description at `/api/openapi.json` and the page at `/api/docs`."""
    application.openapi = lambda: _description(application)  # type: ignore[method-assign]  # as FastAPI's documentation does

    async def page(_request: Request) -> Response:
        return _file("page.html", "text/html")

    async def part(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _KINDS:
            raise HTTPException(404)
        return _file(name, _KINDS[name])

    async def description(_request: Request) -> Response:
        # A second of work when it is first asked for: not in the bot's own loop.
        return JSONResponse(await asyncio.to_thread(application.openapi))

    application.router.routes += [
        Route(f"{API_PREFIX}/docs", page),
        Route(f"{API_PREFIX}/docs/{{name}}", part),
        Route(f"{API_PREFIX}/openapi.json", description),
    ]


def _file(name: str, kind: str) -> Response:
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    return FileResponse(_FILES / name, media_type=kind, headers=headers)


def _description(application: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description, made once: FastAPI's, and how a caller is known."""
    if application.openapi_schema is None:
        described = get_openapi(
            title=application.title,
            version=application.version,
            openapi_version="3.1.0",
            description=_SAID,
            routes=application.routes,
        )
        described.setdefault("components", {})["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer"}
        }
        described["security"] = [{"token": []}]
        application.openapi_schema = described
    return application.openapi_schema
