"""How often somebody may ask: buckets that refill, one for each caller or address."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from typing import Final

from starlette.requests import Request

from bot.web.api.errors import too_many
from ledger.core.accounts import AccountId

_REMEMBERED: Final = 20_000
"""Buckets kept at once; those longest untouched are forgotten first, which only forgives."""
_OPEN_A_MINUTE: Final = 120
_CALLER_A_MINUTE: Final = 1200
_FILES_AT_ONCE: Final = 4
"""Calls with files that are answered at once; others wait, unread, so that memory lasts."""
_HOUSE_BITS: Final = 64
"""Of an IPv6 address, what one house has to itself (RFC 6177)."""


class Buckets:
    """As many requests at once as `most`, and `a_minute` more each minute, for each key.

    `clock` tells seconds; 0 a minute is no limit.
    """

    def __init__(
        self, most: int, a_minute: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._a_second = a_minute / 60
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_seconds(self, key: str) -> int:
        """Take one request of a key and return 0, or return how long to wait for one."""
        if not self._a_second:
            return 0
        now = self._clock()
        left, since = self._left.get(key, (float(self._most), now))
        left = min(self._most, left + (now - since) * self._a_second)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        self._left.move_to_end(key)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, ceil((1 - left) / self._a_second))

    def forgive(self, key: str) -> None:
        """Give a key all its requests back."""
        self._left.pop(key, None)


class Limits:
    """The API's limits: of each address without a token, of each caller, of logins, and of files.

    A login is slowed down for an account from one address, for an account from anywhere and
    for an address, whether or not there is such an account. Each process counts by itself.
    """

    def __init__(
        self,
        open_a_minute: int = _OPEN_A_MINUTE,
        caller_a_minute: int = _CALLER_A_MINUTE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open = Buckets(open_a_minute, open_a_minute, clock)
        self._callers = Buckets(caller_a_minute, caller_a_minute, clock)
        self._pairs = Buckets(5, 2, clock)
        self._accounts = Buckets(30, 10, clock)
        self._addresses = Buckets(30, 20, clock)
        self.room_for_files = asyncio.Semaphore(_FILES_AT_ONCE)

    def count_open(self, request: Request) -> None:
        """Count a request that shows no valid token; raise ApiError 429."""
        _refuse(self._open.wait_seconds(address_of(request)))

    def count_caller(self, caller: AccountId) -> None:
        """Count a request of somebody known; raise ApiError 429."""
        _refuse(self._callers.wait_seconds(str(caller)))

    def count_login(self, request: Request, email_key: str) -> None:
        """Count an attempt to log in; raise ApiError 429."""
        address = address_of(request)
        _refuse(self._addresses.wait_seconds(address))
        _refuse(self._pairs.wait_seconds(f"{address} {email_key}"))
        _refuse(self._accounts.wait_seconds(email_key))

    def forgive_login(self, request: Request, email_key: str) -> None:
        """Forget the failed attempts of somebody who has shown the password."""
        self._pairs.forgive(f"{address_of(request)} {email_key}")


def address_of(request: Request) -> str:
    """Return whom to count a request for: an IPv4 address, or an IPv6 network."""
    said = request.client.host if request.client is not None else ""
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return said
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _HOUSE_BITS), strict=False))
    return said


def _refuse(wait_seconds: int) -> None:
    if wait_seconds:
        raise too_many(wait_seconds)
