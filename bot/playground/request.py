"""Reads a call of the Bot API from an HTTP request: query, form, multipart or JSON."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Receive, Scope

from bot.playground.wire import Call, Upload, bad_request


async def read_call(method: str, scope: Scope, receive: Receive) -> Call:
    """Return the call that a request makes. Raises `ApiError` when its body can't be read."""
    parameters: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    if scope["query_string"]:
        parameters.update(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    content_type = _content_type(scope)
    if content_type.startswith(b"multipart/form-data"):
        await _read_multipart(scope, receive, parameters, uploads)
        return Call(method, parameters, uploads)
    body = await _read_body(receive)
    if body and content_type.startswith(b"application/json"):
        try:
            given = json.loads(body)
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(given, dict):
            raise bad_request("object expected")
        parameters.update(given)
    elif body:
        parameters.update(parse_qsl(body.decode(), keep_blank_values=True))
    return Call(method, parameters, uploads)


def _content_type(scope: Scope) -> bytes:
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    return next((value for name, value in headers if name == b"content-type"), b"")


async def _read_body(receive: Receive) -> bytes:
    message = await receive()
    if not message.get("more_body"):
        return message.get("body", b"") or b""
    pieces = [message.get("body", b"")]
    while message.get("more_body"):
        message = await receive()
        pieces.append(message.get("body", b""))
    return b"".join(pieces)


async def _read_multipart(
    scope: Scope, receive: Receive, parameters: dict[str, Any], uploads: dict[str, Upload]
) -> None:
    async with Request(scope, receive).form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(
                    await value.read(), value.filename or "file", value.content_type
                )
            else:
                parameters[name] = value
