"""Requests of the chat page: only this machine's own, read as JSON, answered in sentences."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.playground.wire import ApiError, Json, Upload

_LOCAL = {"127.0.0.1", "localhost", "[::1]"}
Action = Callable[[Request, Json], Awaitable[Json]]


class OnlyLocal:
    """Refuses requests that another site's page, or a name pointed at this machine, makes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        origin = headers.get("origin")
        is_local = host.rpartition(":")[0] in _LOCAL or host in _LOCAL
        if is_local and origin in (None, f"http://{host}"):
            await self._app(scope, receive, send)
        else:
            refusal = JSONResponse({"error": "only this machine's own page may do this"}, 403)
            await refusal(scope, receive, send)


def answering(action: Action) -> Callable[[Request], Awaitable[Response]]:
    """Turn an action into an endpoint that answers what is wrong as a sentence."""

    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await action(request, await _given(request)))
        except KeyError as error:
            return JSONResponse({"error": f"{error} is missing"}, 400)
        except LookupError as error:
            return JSONResponse({"error": str(error)}, 404)
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        except ApiError as refused:
            return JSONResponse({"error": refused.description}, refused.code)

    return endpoint


async def _given(request: Request) -> Json:
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        async with request.form() as form:
            given: Json = json.loads(str(form.get("body") or "{}"))
            file = form.get("file")
            if isinstance(file, UploadFile):
                content = await file.read()
                given["upload"] = Upload(content, file.filename or "file", file.content_type)
            return given
    if not content_type.startswith("application/json"):
        raise ValueError("the request must be JSON")
    body = await request.json()
    if not isinstance(body, dict):
        raise ValueError("the request must be a JSON object")
    return body
