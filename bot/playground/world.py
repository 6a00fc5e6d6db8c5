"""The local Telegram as a whole, and how to wait for the bot without sleeping."""

from __future__ import annotations

from collections.abc import Callable

from bot.playground.gatherings import Gatherings
from bot.playground.journal import PATIENCE_SECONDS, Outcome
from bot.playground.people import Chat, Message, Person
from bot.playground.talk import Talk
from bot.playground.updates import Update


class World(Talk, Gatherings):
    """A local Telegram: people act on one side, the bot calls methods on the other."""

    async def until(
        self,
        condition: Callable[[], Outcome | None],
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> Outcome:
        """Wait until a condition about this world is truthy and return what it returned."""
        return await self.journal.until(condition, timeout_seconds)

    async def ask(
        self,
        person: Person,
        chat: Chat,
        text: str,
        *,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> Message:
        """Write a message and return the next thing the bot says in that chat."""
        said = self.say(person, chat, text)
        return await chat.next_message(lambda answer: answer.place > said.place, timeout_seconds)

    async def polled(self, timeout_seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until the bot waits for updates, with none left to take."""
        await self.until(lambda: self.poll and self.updates.is_empty, timeout_seconds)

    async def acknowledged(self, timeout_seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until the bot has acknowledged every update.

        That it has also handled them only the bot knows: write another command to the same
        chat and wait for its answer, or ask the bot's own inbox.
        """
        await self.until(lambda: self.updates.is_empty, timeout_seconds)

    def update_of(self, message: Message) -> Update:
        """Return the latest update that told the bot of a message; LookupError when none did."""
        for update in reversed(self.updates.history):
            if update.kind in ("message", "edited_message"):
                told = update.body[update.kind]
                number = message.ephemeral.id if message.ephemeral else None
                if (
                    told["message_id"] == message.id
                    and told["chat"]["id"] == message.chat.id
                    and told.get("ephemeral_message_id") == number
                ):
                    return update
        raise LookupError("the bot was not told of this message")

    def open(self) -> None:
        """Let waits last again, after `close`."""
        self.journal.closed = False

    def close(self) -> None:
        """End everything that waits: long polls, event streams, tests."""
        self.journal.close()
        self.updates.stir()
