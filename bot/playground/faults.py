"""Faults on purpose: what networks and servers do to a bot, arranged by a test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bot.playground.limits import too_many_requests
from bot.playground.wire import ApiError, Call

Cut: TypeAlias = Literal["before", "after"]
Condition: TypeAlias = Callable[[Call], bool]

_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}


@dataclass(eq=False)
class Fault:
    """One kind of trouble, for some calls of a method, for a number of times.

    Exactly one of the kinds is set: `refusal` answers with an error, `cut` breaks the connection
    (before: nothing happens; after: the call is carried out, its answer lost), `delay_seconds`
    waits before the call is carried out, `gate` holds calls until it is opened.
    """

    method: str
    times: int | None = 1
    when: Condition | None = None
    refusal: ApiError | None = None
    cut: Cut | None = None
    delay_seconds: float = 0
    gate: asyncio.Event | None = None
    page: bytes | None = None
    met: int = 0
    """How many calls met this fault."""

    def concerns(self, call: Call) -> bool:
        """Tell whether a call meets this fault."""
        return (
            (self.times is None or self.met < self.times)
            and self.method in ("*", call.method)
            and (self.when is None or self.when(call))
        )


@dataclass
class Faults:
    """The faults that are set; a method of `*` means any method.

    `latency_seconds` is added to every answer but getUpdates' (a far-away server).
    """

    latency_seconds: float = 0
    _faults: list[Fault] = field(default_factory=list)

    def refuse(
        self,
        method: str,
        code: int,
        description: str | None = None,
        *,
        retry_after: int | None = None,
        migrate_to: int | None = None,
        times: int | None = 1,
        when: Condition | None = None,
    ) -> Fault:
        """Answer calls with an error: 429 (with `retry_after`), 5xx, 400, 401, 403."""
        if code == 429:
            refusal = too_many_requests(retry_after if retry_after is not None else 1)
        else:
            refusal = ApiError(code, description or _REASONS.get(code, "Bad Request: refused"))
        if migrate_to is not None:
            refusal.parameters["migrate_to_chat_id"] = migrate_to
        return self._add(Fault(method, times, when, refusal=refusal))

    def bad_gateway(
        self, method: str, *, times: int | None = 1, when: Condition | None = None
    ) -> Fault:
        """Answer with a proxy's 502: an HTML page instead of JSON."""
        page = b"<html><body><h1>502 Bad Gateway</h1></body></html>"
        return self._add(Fault(method, times, when, page=page))

    def cut(
        self,
        method: str,
        when_taken: Cut = "after",
        *,
        times: int | None = 1,
        when: Condition | None = None,
    ) -> Fault:
        """Break the connection before the call was carried out, or after it."""
        return self._add(Fault(method, times, when, cut=when_taken))

    def delay(
        self,
        method: str,
        seconds: float,
        *,
        times: int | None = None,
        when: Condition | None = None,
    ) -> Fault:
        """Carry calls out late."""
        return self._add(Fault(method, times, when, delay_seconds=seconds))

    def hold(
        self, method: str, *, times: int | None = None, when: Condition | None = None
    ) -> Fault:
        """Hold calls until `fault.gate.set()`."""
        return self._add(Fault(method, times, when, gate=asyncio.Event()))

    def remove(self, fault: Fault) -> None:
        """Take a fault back; calls that it holds go on."""
        if fault.gate is not None:
            fault.gate.set()
        if fault in self._faults:
            self._faults.remove(fault)

    def clear(self) -> None:
        """Take all faults back."""
        for fault in tuple(self._faults):
            self.remove(fault)
        self.latency_seconds = 0

    @property
    def are_set(self) -> bool:
        """Whether there is anything that a call may meet."""
        return bool(self._faults or self.latency_seconds)

    def meet(self, call: Call) -> Fault | None:
        """Return the fault that a call meets, and count it."""
        for fault in self._faults:
            if fault.concerns(call):
                fault.met += 1
                return fault
        return None

    def _add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault
