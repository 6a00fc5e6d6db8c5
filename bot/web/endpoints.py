"""The endpoints: updates from Telegram, and what an operator's tools ask."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from bot.web.app.serving import MiniApp
from bot.web.update_body import read_update

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
_LARGEST_UPDATE: Final = 1 << 20
_BODY_SECONDS: Final = 10.0
"""How long the body of an update may take; Telegram's are there at once."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram posts updates, the secret it shows, and who takes them in.

    `accept` returns whether the update is committed; where it isn't, Telegram is refused
    and delivers it again.
    """

    path: str
    secret: str
    accept: Callable[[dict[str, Any]], Awaitable[bool]]


def web_application(
    health: Callable[[], Awaitable[Mapping[str, bool]]],
    webhook: Webhook | None = None,
    api: ASGIApp | None = None,
) -> Starlette:
    """Return the application: `/healthz`, `/metrics`, the webhook and the API where there are.

    Where the API is, the Mini App is too.

    `health` names the parts of the bot with whether each works.
    """

    async def healthz(_request: Request) -> Response:
        parts = await health()
        well = all(parts.values())
        told = {name: "ok" if works else "failing" for name, works in parts.items()}
        return JSONResponse(told, status_code=200 if well else 503)

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    routes = [Route("/healthz", healthz), Route("/metrics", metrics)]
    if webhook is not None:
        routes.append(Route(webhook.path, _Delivery(webhook).take, methods=["POST"]))
    # Last, as it answers every path.
    mounted = [] if api is None else [*MiniApp().routes, Mount("/", api)]
    return Starlette(routes=[*routes, *mounted])


class _Delivery:
    """Takes one update in; any answer but 200 makes Telegram deliver it again."""

    def __init__(self, webhook: Webhook) -> None:
        self._webhook = webhook
        self._secret = webhook.secret.encode()

    async def take(self, request: Request) -> Response:
        """Take in the update of one request."""
        shown = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if not hmac.compare_digest(shown, self._secret):
            return Response(status_code=403)
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                body = await _body(request)
        except TimeoutError:
            return _refused(408)
        except ClientDisconnect:
            return _refused(400)
        if body is None:
            return _refused(413)
        try:
            raw = read_update(body)
        except ValueError:
            return Response(status_code=400)
        return Response(status_code=200 if await self._webhook.accept(raw) else 503)


async def _body(request: Request) -> bytes | None:
    """Return a request's body, or None where it is too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_UPDATE:
            return None
    return bytes(body)


def _refused(status: int) -> Response:
    """Refuse a request that is not read to its end, so nothing may follow on its connection."""
    return Response(status_code=status, headers={"Connection": "close"})
