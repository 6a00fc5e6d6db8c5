"""A local Telegram that remembers everything the bot ever said, redrawn messages included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.journal import Outcome
from bot.playground.people import Message
from bot.playground.wire import Json
from bot.playground.world import World
from ledger.core.clock import Clock

PATIENCE_SECONDS = 300.0
"""How long anything here is waited for; nothing takes this long unless it is broken."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the bot's as it was at one time: posted, or redrawn."""

    text: str
    reply_to: int | None
    redrawn: bool


class HearingWorld(World):
    """Keeps, chat by chat, what a message said before it was edited."""

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(clock)
        self.heard: dict[int, list[Heard]] = defaultdict(list)
        self._trouble: str | None = None

    def give_up(self, trouble: str) -> None:
        """End all waiting with an AssertionError: the bot is no more."""
        self._trouble = trouble
        self.journal.stir()

    async def until(
        self,
        condition: Callable[[], Outcome | None],
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> Outcome:
        def checked() -> Outcome | None:
            assert self._trouble is None, self._trouble
            return condition()

        return await super().until(checked, timeout_seconds)

    async def more_calls(self, count: int, method: str | None = None) -> None:
        """Wait until the bot has made so many calls more, of one method or of any."""
        wanted = self._calls(method) + count
        await self.until(lambda: self._calls(method) >= wanted, PATIENCE_SECONDS)

    def _calls(self, method: str | None) -> int:
        return self.calls.total() if method is None else self.calls[method]

    def append(self, *given: Any, **named: Any) -> Message:
        message = super().append(*given, **named)
        if message.by_bot:
            self._hear(message, redrawn=False)
        return message

    def replace(self, message: Message, changes: Json, *, removed: tuple[str, ...] = ()) -> None:
        super().replace(message, changes, removed=removed)
        if message.by_bot:
            self._hear(message, redrawn=True)

    def _hear(self, message: Message, *, redrawn: bool) -> None:
        answered = message.body.get("reply_to_message") or {}
        said = Heard(message.text, answered.get("message_id"), redrawn)
        self.heard[message.chat.id].append(said)
        self.journal.stir()
