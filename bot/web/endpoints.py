"""The endpoints: updates from Telegram, and what an operator's tools ask."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
_LARGEST_UPDATE: Final = 1 << 20


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
    health: Callable[[], Awaitable[Mapping[str, bool]]], webhook: Webhook | None = None
) -> Starlette:
    """Return the application: `/healthz`, `/metrics`, and the webhook where there is one.

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
    return Starlette(routes=routes)


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
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LARGEST_UPDATE:
                return Response(status_code=413)
        try:
            raw = json.loads(body)
        except ValueError:
            return Response(status_code=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return Response(status_code=400)
        return Response(status_code=200 if await self._webhook.accept(raw) else 503)
