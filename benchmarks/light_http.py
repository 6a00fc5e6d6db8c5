"""What both Bot API servers of the benchmarks are made of: HTTP on bare asyncio.

They must be much lighter than the bots that they measure.
"""

from __future__ import annotations

import asyncio
import json
import re
from abc import ABC, abstractmethod
from http import HTTPStatus
from typing import Any

BOT = {
    "id": 7000000001,
    "is_bot": True,
    "first_name": "All Square",
    "username": "all_square_bench_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}

_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


class Connection(asyncio.Protocol, ABC):
    """One keep-alive HTTP/1.1 connection, over which a bot calls methods one after the other."""

    def __init__(self) -> None:
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back to the bot."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take every whole request out of what has arrived; bodies carry their length."""
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, rest = self._received.partition(b"\r\n\r\n")
            found = _LENGTH.search(head)
            length = int(found[1]) if found else 0
            if len(rest) < length:
                return
            body, self._received = rest[:length], rest[length:]
            self.called(head.split(b" ", 2)[1].rsplit(b"/", 1)[1].decode(), body)

    @abstractmethod
    def called(self, method: str, body: bytes) -> None:
        """Take a call, and answer it now or later."""

    def answer(self, result: object) -> None:
        """Answer a call with its result."""
        self._write(HTTPStatus.OK, {"ok": True, "result": result})

    def refuse(self, retry_after: int) -> None:
        """Answer that the bot is to wait so many seconds."""
        self._write(
            HTTPStatus.TOO_MANY_REQUESTS,
            {
                "ok": False,
                "error_code": HTTPStatus.TOO_MANY_REQUESTS,
                "description": f"Too Many Requests: retry after {retry_after}",
                "parameters": {"retry_after": retry_after},
            },
        )

    def _write(self, status: HTTPStatus, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self._transport.write(
            b"HTTP/1.1 %d %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (status, status.phrase.encode(), len(body), body)
        )


def plain_result(method: str, people: int) -> object:
    """Return the result of a method that neither brings updates nor sends anything."""
    match method:
        case "getMe":
            return BOT
        case "getChatMemberCount":
            return people + 1
        case "getChatAdministrators":
            return []
        case "getChatMenuButton":
            return {"type": "commands"}
        case "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        case _:
            return True
