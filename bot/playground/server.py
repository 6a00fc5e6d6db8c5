"""Serves the local Telegram over HTTP: the Bot API, its files, the chat page, the bot's own API.

The Bot API's calls are routed by hand in front of Starlette: a benchmark drives a thousand of
them a second through here.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import socket
from typing import Any

import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.server import ServerState

from bot.playground.api_versions import METHODS, OLDEST
from bot.playground.faults import Fault
from bot.playground.methods import BY_LOWER_NAME, Method
from bot.playground.page_api import page_app
from bot.playground.page_requests import OnlyLocal
from bot.playground.request import read_call
from bot.playground.webhook import Postman
from bot.playground.wire import ApiError, Call, Json
from bot.playground.world import World
from bot.web.addresses import is_api

HOST = "127.0.0.1"
_NOT_FOUND = ApiError(404, "Not Found")
_JSON_TYPE = (b"content-type", b"application/json")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Playground:
    """The local Telegram on a port of this machine, inside the running event loop.

    Use it as `async with Playground(world) as playground:` or with `start` and `stop`; `url`
    is what the bot needs as its API's address. Port 0 takes a free one.
    """

    def __init__(self, world: World | None = None, *, port: int = 0) -> None:
        self.world = world or World()
        self.port = port
        self._page: ASGIApp = page_app(self.world)
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self._postman: asyncio.Task[None] | None = None
        self._api: ASGIApp | None = None

    @property
    def url(self) -> str:
        """The address without a slash at the end, e.g. "http://127.0.0.1:8765"."""
        return f"http://{HOST}:{self.port}"

    @property
    def is_open(self) -> bool:
        """Whether whoever connects is answered."""
        return self._server is not None and self._server.is_serving()

    def mount_api(self, api: ASGIApp) -> None:
        """Serve the bot's HTTP API beside the page, for this machine's own pages as well."""
        self._api = OnlyLocal(api)

    async def start(self) -> None:
        """Open the port. Raises OSError when it is taken."""
        # asyncio turns Nagle's delay (40 ms an answer) off only where the protocol is named.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, self.port))
        except OSError:
            listener.close()
            raise
        self.port = listener.getsockname()[1]
        # uvicorn's own Server would take over the process's signals and poll for its end.
        config = uvicorn.Config(
            self,
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
        )
        config.load()
        self.world.open()
        protocol: Any = config.http_protocol_class
        self._server = await asyncio.get_running_loop().create_server(
            lambda: protocol(config=config, server_state=self._state, app_state={}),
            sock=listener,
            backlog=2048,
        )
        self._postman = asyncio.create_task(Postman(self.world).work())

    async def stop(self) -> None:
        """Close the port and every connection."""
        self.world.close()
        self.world.faults.clear()
        if self._server is not None:
            self._server.close()
        if self._postman is not None:
            self._postman.cancel()
            await asyncio.gather(self._postman, return_exceptions=True)
        tasks = [task for task in self._state.tasks if not task.done()]
        if tasks:
            await asyncio.wait(tasks, timeout=5)
        for connection in list(self._state.connections):
            connection.shutdown()
            if connection.transport is not None:
                connection.transport.close()
        await asyncio.sleep(0)

    async def __aenter__(self) -> Playground:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        path: str = scope["path"]
        if path.startswith("/bot"):
            await self._answer_call(path, scope, receive, send)
        elif path.startswith("/file/bot"):
            await self._answer_file(path)(scope, receive, send)
        elif self._api is not None and is_api(path):
            await self._api(scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _answer_call(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, name = path[len("/bot") :].partition("/")
        found = BY_LOWER_NAME.get(name.lower())
        if token != self.world.token:
            await _answer(send, ApiError(401, "Unauthorized"))
            return
        if found is None or METHODS.get(found[0], OLDEST) > self.world.bot_api:
            await _answer(send, _NOT_FOUND)
            return
        try:
            call = await read_call(found[0], scope, receive)
        except ApiError as refused:
            await _answer(send, refused)
            return
        self.world.calls[call.method] += 1
        fault = self.world.faults.meet(call)
        self.world.journal.stir()
        if fault is not None and fault.cut == "before":
            await self._cut(scope)
            return
        if fault is not None and fault.page is not None:
            await Response(fault.page, 502, media_type="text/html")(scope, receive, send)
            return
        answer: Json | ApiError
        try:
            await self._suffer(call, fault)
            answer = {"ok": True, "result": await self._carry_out(found[1], call)}
        except ApiError as refused:
            answer = refused
            self.world.journal.record("refused", {"call": call, "refused": refused})
        if fault is not None and fault.cut == "after":
            await self._cut(scope)
        else:
            await _answer(send, answer)

    async def _suffer(self, call: Call, fault: Fault | None) -> None:
        """Wait as latency and faults demand. Raises the `ApiError` of a fault."""
        faults = self.world.faults
        if faults.latency_seconds and call.method != "getUpdates":
            await asyncio.sleep(faults.latency_seconds)
        if fault is None:
            return
        if fault.delay_seconds:
            await asyncio.sleep(fault.delay_seconds)
        if fault.gate is not None:
            await fault.gate.wait()
        if fault.refusal is not None:
            raise fault.refusal

    async def _carry_out(self, method: Method, call: Call) -> Any:
        result = method(self.world, call)
        return await result if inspect.isawaitable(result) else result

    async def _cut(self, scope: Scope) -> None:
        """Break the connection of a request, without an answer."""
        connections: list[Any] = list(self._state.connections)
        for connection in connections:
            if connection.client == tuple(scope["client"]):
                connection.transport.abort()
        # The transport tells its protocol in the loop's next round.
        await asyncio.sleep(0)

    def _answer_file(self, path: str) -> Response:
        token, _, file_path = path[len("/file/bot") :].partition("/")
        if token != self.world.token:
            return Response(json.dumps(ApiError(401, "Unauthorized").body()), 401)
        stored = self.world.files.at(file_path)
        if stored is None:
            return Response(json.dumps(_NOT_FOUND.body()), 404)
        return Response(stored.content, media_type="application/octet-stream")


async def _answer(send: Send, answer: Json | ApiError) -> None:
    status = 200
    if isinstance(answer, ApiError):
        status, answer = answer.code, answer.body()
    body = _encode(answer).encode("utf-8", "surrogatepass")
    headers = [_JSON_TYPE, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
