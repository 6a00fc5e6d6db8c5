"""Bodies read strictly: what is no clean JSON of a bearable size is refused, and said why."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

from fastapi import Request
from starlette.requests import ClientDisconnect

from bot.intake.storable import storable
from bot.web.api.errors import ApiError, bad_request
from bot.web.update_body import check_depth
from ledger.exchange.foreign_book import MOST_BYTES


@dataclass(frozen=True, slots=True)
class Bound:
    """How many bytes a body may have, as it is told, and how many seconds it may take."""

    most: int
    told: str
    seconds: float


OF_BODIES: Final = Bound(1 << 20, "A body may have 1 MiB.", 10.0)
OF_FILES: Final = Bound(MOST_BYTES + (64 << 10), "A file may have 20 MB.", 60.0)
"""As large as a file that /import takes in the chat, with what a form says around it; its minute
lets a phone send it."""
_DEEPEST: Final = 20
"""How deep values may be nested; our own are less than 6 deep."""
_MOST_DIGITS: Final = 40
"""Of a number; no amount, percentage or id needs as many."""
_METHODS_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class StrictRequest(Request):
    """A request whose body is read within limits, and whose JSON is read strictly."""

    bound: Bound = OF_BODIES

    async def read(self) -> None:
        """Read the body and its JSON; raise ApiError 400, 408 and 413 where it can't be."""
        if self.method not in _METHODS_WITH_BODY:
            self._body = b""
            return
        try:
            async with asyncio.timeout(self.bound.seconds):
                body = await self._within_limit()
        except TimeoutError:
            raise _cut(408, "timeout", "The body took too long.") from None
        except ClientDisconnect:
            raise bad_request("The body ended early.") from None
        self._body = body
        if body and not self._is_multipart:
            if not self._is_json:
                raise bad_request("The body must be JSON, with Content-Type: application/json.")
            # Here and not when it is asked for: there FastAPI would answer in words of its own.
            await self.json()

    async def json(self) -> Any:  # JSON
        """Return the body's JSON; raise ApiError 400 where it is none."""
        if not hasattr(self, "_json"):
            self._json = read_json(await self.body())
        return self._json

    @property
    def _is_json(self) -> bool:
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind == "application/json"

    @property
    def _is_multipart(self) -> bool:
        return self.headers.get("content-type", "").lower().startswith("multipart/form-data")

    async def _within_limit(self) -> bytes:
        body = bytearray()
        async for chunk in self.stream():
            body += chunk
            if len(body) > self.bound.most:
                raise _cut(413, "body_too_large", self.bound.told)
        return bytes(body)


def _cut(status: int, code: str, message: str) -> ApiError:
    """Refuse a request that is not read to its end, so nothing may follow on its connection."""
    return ApiError(status, code, message, headers={"Connection": "close"})


def read_json(body: bytes) -> Any:  # JSON
    """Return a body's JSON, with its broken numbers as Decimal.

    Raises ApiError 400 for what is no JSON, says a name twice, has numbers that nobody can
    mean (NaN, 1e400), is nested too deep, or has text that no database takes.
    """
    try:
        value = json.loads(
            body.decode("utf-8"),
            parse_int=_whole,
            parse_float=_broken,
            parse_constant=_no_number,
            object_pairs_hook=_once,
        )
        check_depth(value, _DEEPEST)
        check_text(value)
    except UnicodeDecodeError:
        raise bad_request("The body is not UTF-8.") from None
    except RecursionError:
        raise bad_request("The body is nested too deep.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise bad_request(f"The body is no JSON ({where}).") from None
    except ValueError as error:
        raise bad_request(f"The body has {error}.") from None
    return value


def check_text(value: Any) -> None:  # JSON
    """Raise ValueError where a text in a value has characters that no database takes."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if storable(one) != one:
                raise ValueError("a text with a character that can't be kept")
        elif isinstance(one, dict):
            waiting += one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("a number with too many digits")
    return int(digits)


def _broken(written: str) -> Decimal:
    try:
        number = Decimal(written)
    except InvalidOperation:
        raise ValueError("a number that is out of range") from None
    if len(written) > _MOST_DIGITS or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError("a number that is out of range")
    return number


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name}, which is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        raise ValueError("a field twice")
    return said
