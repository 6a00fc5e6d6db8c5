"""The connections to Telegram's Bot API, on aiohttp.

python-telegram-bot's own `HTTPXRequest` costs several times as much a call: its connection
pool looks at every connection whenever one is taken or given back. Measured in
docs/benchmarks.md, whose bare bots use it.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECTIONS: Final = 32
"""More than Telegram answers at its limit of thirty messages a second, if each takes a second."""
_CONNECT_SECONDS: Final = 10.0
_WAIT_FOR_CONNECTION_SECONDS: Final = 30.0
"""A crowd waits here for a connection; that it waits is no error."""
_READ_SECONDS: Final = 20.0
_UPLOAD_READ_SECONDS: Final = 60.0

NOT_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""What is raised where the request never left us, so that it may be sent again."""
UNKNOWN: Final = (aiohttp.ClientError, TimeoutError)
"""What is raised where a request may have been taken and its answer is lost."""


@dataclass(frozen=True, slots=True)
class JsonCall:
    """A call whose parameters are JSON's own values, in place of `RequestData`."""

    parameters: Mapping[str, Any]
    contains_files: bool = False

    @property
    def json_payload(self) -> bytes:
        """The parameters as the body of a request."""
        return json.dumps(self.parameters).encode()


class HttpClient(BaseRequest):
    """Carries the bot's calls. Raises telegram.error.TimedOut and NetworkError from aiohttp's.

    `url` is the server's address; `verify` is what `certificate_check` says of it.
    """

    def __init__(self, url: str, verify: ssl.SSLContext | bool = True) -> None:
        self._url = url
        self._verify = verify
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer is waited for, in seconds."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool; a second call changes nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=_CONNECTIONS, ssl=self._verify),
                headers={"User-Agent": self.USER_AGENT},
                proxy=proxy_for(self._url),
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request and return its status and body."""
        if self._session is None:
            raise RuntimeError("the HTTP client is not initialized")
        uploads = request_data is not None and request_data.contains_files
        usual = _UPLOAD_READ_SECONDS if uploads else _READ_SECONDS
        timeout = aiohttp.ClientTimeout(
            connect=_seconds(pool_timeout, _WAIT_FOR_CONNECTION_SECONDS),
            sock_connect=_seconds(connect_timeout, _CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, usual),
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            # The class alone: aiohttp's words may hold the address, and so the token.
            raise NetworkError(f"aiohttp.{type(error).__name__}") from error


def certificate_check(url: str) -> ssl.SSLContext | bool:
    """Return how an address's certificate is checked, once for all connections.

    Each context reads all certificates anew, a tenth of a second; plain HTTP, as to a server
    of one's own, has none to check, unless it goes through a proxy that has.
    """
    ways = (url, proxy_for(url) or "")
    by_tls = any(urlsplit(way).scheme == "https" for way in ways)
    return ssl.create_default_context() if by_tls else True


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for an address.

    Asked once, since aiohttp's `trust_env` reads the environment and a file at each request.
    """
    parts = urlsplit(url)
    if proxy_bypass(parts.hostname or ""):
        return None
    return getproxies().get(parts.scheme)


def _seconds(given: Any, usual: float) -> float | None:
    """Return a call's own timeout, or the usual one where it has none; None is for ever."""
    return given if given is None or isinstance(given, int | float) else usual


def _body(
    request_data: RequestData | None,
) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    """Return a request's body and headers: JSON, unless there are files to send.

    The Bot API takes either; to percent-encode a form takes ten times as long.
    """
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        return request_data.json_payload, {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form, None
