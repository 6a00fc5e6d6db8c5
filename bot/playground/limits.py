"""Telegram's limits on how fast a bot may send.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30
messages a second overall, 20 a minute in a group, one a second in a chat with short bursts.
"""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.wire import ApiError


@dataclass(frozen=True, slots=True)
class Window:
    """So many messages within so many seconds."""

    messages: int
    seconds: float


OVERALL = Window(30, 1)
PER_GROUP = Window(20, 60)
PER_CHAT = Window(4, 4)
"""One a second on average, four at once."""


@dataclass
class Limits:
    """Counts what the bot sends and refuses what is too fast; off unless told otherwise.

    `time_scale` makes the windows shorter (60: a minute is over after a second), so that tests
    need not wait. `retry_after` is in whole seconds, as Telegram's.
    """

    on: bool = False
    overall: Window | None = OVERALL
    per_group: Window | None = PER_GROUP
    per_chat: Window | None = PER_CHAT
    time_scale: float = 1.0
    now: Callable[[], float] = time.monotonic
    refused: int = 0
    sent: Counter[int] = field(default_factory=Counter)
    """How many messages got through to each chat."""
    _passed: defaultdict[tuple[str, int], deque[float]] = field(
        default_factory=lambda: defaultdict(deque)
    )

    def check(self, chat_id: int) -> None:
        """Count a message to a chat. Raises `ApiError` with 429 and `retry_after`."""
        if self.on:
            now = self.now() * self.time_scale
            windows = [("overall", 0, self.overall), ("chat", chat_id, self.per_chat)]
            if chat_id < 0:
                windows.append(("group", chat_id, self.per_group))
            wait = max(self._wait(kind, key, window, now) for kind, key, window in windows)
            if wait > 0:
                self.refused += 1
                seconds = max(1, math.ceil(wait / self.time_scale))
                raise too_many_requests(seconds)
            for kind, key, window in windows:
                if window is not None:
                    self._passed[kind, key].append(now)
        self.sent[chat_id] += 1

    def _wait(self, kind: str, key: int, window: Window | None, now: float) -> float:
        if window is None:
            return 0
        passed = self._passed[kind, key]
        while passed and passed[0] <= now - window.seconds:
            passed.popleft()
        if len(passed) < window.messages:
            return 0
        return passed[-window.messages] + window.seconds - now


def too_many_requests(retry_after: int) -> ApiError:
    """Return Telegram's 429; `retry_after` in seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
