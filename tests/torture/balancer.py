"""One address in front of several bots: a small round robin, as a load balancer is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.endpoints import SECRET_HEADER
from bot.web.server import WebServer

_AWAY = (502, 503)


class Balancer:
    """Gives each request to the next bot; one that does not take it is passed over."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = ports
        self._turns = itertools.count()
        self.taken = dict.fromkeys(ports, 0)
        """How many requests each bot took, by its port."""
        routes = [Route("/{path:path}", self._pass_on, methods=["POST"])]
        self._server = WebServer(Starlette(routes=routes), 0, "127.0.0.1")

    @property
    def url(self) -> str:
        assert self._server.address is not None
        return f"http://127.0.0.1:{self._server.address[1]}"

    async def __aenter__(self) -> Balancer:
        self._client = httpx.AsyncClient(timeout=60, trust_env=False)
        await self._server.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._server.stop()
        await self._client.aclose()

    async def _pass_on(self, request: Request) -> Response:
        body, headers = await request.body(), {SECRET_HEADER: request.headers[SECRET_HEADER]}
        first = next(self._turns)
        for turn in range(first, first + len(self._ports)):
            port = self._ports[turn % len(self._ports)]
            url = f"http://127.0.0.1:{port}{request.url.path}"
            try:
                answer = await self._client.post(url, content=body, headers=headers)
            except httpx.HTTPError:
                continue
            if answer.status_code not in _AWAY:
                self.taken[port] += answer.is_success
                return Response(status_code=answer.status_code)
        return Response(status_code=502)
