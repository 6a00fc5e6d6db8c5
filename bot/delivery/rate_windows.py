"""How many messages may go within how long: Telegram's limits, and the windows that count."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

_MADE_UP_FOR: Final = 3
ON_THE_WAY_SECONDS: Final = 0.2
"""Longer than a message is on its way to Telegram; the answer mostly tells before that."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages may go within how many seconds: in all, to a chat, to a group.

    `broadcasts` is how many of all may be nobody's answers; they are spread evenly, so that an
    answer always finds a place soon.
    """

    overall: tuple[int, float]
    chat: tuple[int, float]
    group: tuple[int, float]
    broadcasts: tuple[int, float] | None = None


TELEGRAM_LIMITS: Final = Limits(
    overall=(30, 1.0), chat=(3, 3.0), group=(20, 60.5), broadcasts=(27, 1.0)
)
"""A little below Telegram's, as the way there squeezes together what we spread."""


@dataclass(slots=True, eq=False)
class Sent:
    """A message that went; `at` is the latest moment at which it may have been received."""

    at: float


class Window:
    """At most `limit` messages in any span of `seconds`, by the clock of whoever receives them.

    That may be as late as the moment of the answer, so this is the moment that counts: what
    was sent evenly arrives in bunches when the way or this machine is slow for a moment.
    """

    __slots__ = ("_limit", "_seconds", "_sent")

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._sent: deque[Sent] = deque()

    def opens(self, now: float) -> float:
        """Return when the next message may go; now or earlier is at once."""
        self.is_used(now)
        return now if len(self._sent) < self._limit else self._sent[0].at + self._seconds

    def is_used(self, now: float) -> bool:
        """Tell whether any message still counts; forget those that don't."""
        while self._sent and self._sent[0].at <= now - self._seconds:
            self._sent.popleft()
        return bool(self._sent)

    def take(self, sent: Sent) -> None:
        """Count a message that goes now."""
        self._sent.append(sent)


class Pace:
    """`limit` messages in `seconds`, evenly; what was late may be made up for by a few at once.

    The generic cell rate algorithm (ITU-T I.371): a window alone would lose a little with each
    message that a busy machine sends late.
    """

    __slots__ = ("_every", "_next")

    def __init__(self, limit: int, seconds: float) -> None:
        self._every = seconds / limit
        self._next = 0.0

    def opens(self, now: float) -> float:
        """Return when the next message may go; now or earlier is at once."""
        return self._next - (_MADE_UP_FOR - 1) * self._every

    def take(self, sent: Sent) -> None:
        """Count a message that goes now."""
        self._next = max(self._next, sent.at - ON_THE_WAY_SECONDS) + self._every
