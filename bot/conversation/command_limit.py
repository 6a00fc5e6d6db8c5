"""How many commands and presses a person may send in a chat each minute."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from math import ceil

_WINDOW_SECONDS = 60.0
_REMEMBERED = 10_000
"""People remembered at once; the longest silent are forgotten first, which only forgives."""

_MINUTES_REMEMBERED = 2
"""How many full minutes of one person: that of the commands and, out of step, the presses'."""


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a command is let through; if not, for how long, and whether that is news."""

    allowed: bool
    wait_seconds: int = 0
    first_refusal: bool = False

    def __bool__(self) -> bool:
        return self.allowed


@dataclass(slots=True)
class _Sender:
    admitted: deque[tuple[float, int]] = field(default_factory=deque)
    """When, and by which update."""
    told_by: int | None = None
    """The update whose refusal was said."""


class CommandLimit:
    """A sliding minute for each person in each chat; `per_minute` 0 is no limit.

    It is the senders' minute: what they sent over an hour while the bot was away is no flood
    when it arrives at once.
    """

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._senders: OrderedDict[tuple[int, int], _Sender] = OrderedDict()

    def count(self, chat_id: int, user_id: int, update_id: int, sent_at: float) -> Admission:
        """Count one command or press and say whether it is let through.

        `sent_at` is in seconds since 1970. A command counts when it was sent, a press when it
        arrived, so an older one may come behind a newer one. An update that is handled again
        counts once, and is told the same.
        """
        if not self._per_minute:
            return Admission(True)
        sender = self._senders.setdefault((chat_id, user_id), _Sender())
        self._senders.move_to_end((chat_id, user_id))
        if len(self._senders) > _REMEMBERED:
            self._senders.popitem(last=False)
        if any(update_id == known for _, known in sender.admitted):
            return Admission(True)
        minute = [at for at, _ in sender.admitted if abs(at - sent_at) < _WINDOW_SECONDS]
        if len(minute) < self._per_minute:
            sender.admitted.append((sent_at, update_id))
            if len(sender.admitted) > _MINUTES_REMEMBERED * self._per_minute:
                sender.admitted.popleft()
            sender.told_by = None
            return Admission(True)
        if sender.told_by is None:
            sender.told_by = update_id
        wait = ceil(min(minute) + _WINDOW_SECONDS - sent_at)
        return Admission(
            False, wait_seconds=max(1, wait), first_refusal=sender.told_by == update_id
        )
