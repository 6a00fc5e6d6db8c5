"""How the dialogue tests speak: people say and press things, and read what the bot answers."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Awaitable, Callable, Sequence

from bot.application import Service
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Message, Person
from bot.playground.state import Answer
from bot.playground.talk import Mentions
from bot.playground.world import World

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""

Restart = Callable[[], Awaitable[None]]
"""Stops the bot and starts it again."""


def labels(message: Message) -> list[str]:
    """Return the texts of a message's buttons."""
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def spoken(message: Message) -> str:
    """Return what a message says, the cells of a table apart as words are."""
    return re.sub(" {2,}", " ", message.text)


class Town(World):
    """A local Telegram that knows the bot in it, and when that is through with what it heard."""

    answering: Service | None = None

    async def press(
        self,
        person: Person,
        message: Message,
        button: str,
        *,
        stale: bool = False,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> Answer:
        """Press a button and return the bot's answer once the messages are redrawn, too."""
        answer = await super().press(
            person, message, button, stale=stale, timeout_seconds=timeout_seconds
        )
        await self.rest()
        return answer

    async def rest(self) -> None:
        """Wait until the bot is through with all it has heard so far."""
        if self.answering is not None:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.answering.settled()


class Conversation:
    """A chat of the local Telegram in which the real application takes part."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    async def say(
        self,
        person: Person,
        text: str,
        *,
        mentions: Mentions = (),
        reply_to: Message | None = None,
        thread: int | None = None,
        photo: bytes | None = None,
    ) -> str:
        """Write, and return the text of the bot's next message."""
        said = self.world.say(
            person,
            self.chat,
            text,
            mentions=mentions,
            reply_to=reply_to,
            thread=thread,
            photo=photo,
            ephemeral=self.world.sends_ephemeral(person, self.chat, text),
        )
        return (await self.answer_to(said)).text

    async def ask(self, person: Person, text: str, **how: object) -> Message:
        """Write, and return the bot's next message."""
        return await self.answer_to(await self.write(person, text, **how))

    async def write(self, person: Person, text: str, **how: object) -> Message:
        """Write as a person's app does, without waiting for an answer; return the message."""
        how.setdefault("ephemeral", self.world.sends_ephemeral(person, self.chat, text))
        return self.world.say(person, self.chat, text, **how)  # type: ignore[arg-type]

    async def answer_to(self, said: Message) -> Message:
        """Wait for the first message of the bot's below one of ours."""
        return await self.chat.next_message(lambda answer: answer.place > said.place)

    async def hear(self, words: str = "") -> Message:
        """Wait for the bot's next message that has these words."""
        return await self.chat.next_message(lambda answer: words in answer.text)

    async def press(self, person: Person, button: str, message: Message | None = None) -> Answer:
        """Press a button, by default below the bot's latest message that has it."""
        return await self.world.press(person, message or self.with_button(button), button)

    async def edit(self, person: Person, message: Message, text: str | None) -> None:
        """Edit one's own message."""
        self.world.edit(person, message, text)

    async def menu_shown(self, person: Person) -> None:
        """Wait until a person's app has the bot's commands, as it then knows how to send them."""
        await self.world.journal.until(lambda: self.world.menu.seen_by(person, self.chat))

    async def settled(self, person: Person) -> None:
        """Wait until all that was said here so far is handled: a chat's updates keep order."""
        marker = self.world.say(person, self.chat, "/help")
        await self.chat.next_message(
            lambda answer: answer.place > marker.place and "/split" in answer.text
        )
        if isinstance(self.world, Town):
            await self.world.rest()

    def with_button(self, button: str) -> Message:
        """Return the bot's latest message with a button."""
        for message in reversed(self.chat.bot_messages):
            try:
                message.button(button)
            except LookupError:
                continue
            return message
        raise LookupError(f"nothing the bot said has a button {button!r}: {self.said}")

    @property
    def said(self) -> Sequence[str]:
        """All that the bot said here, in order."""
        return [message.text for message in self.chat.bot_messages]

    def shown(self, person: Person) -> list[str]:
        """What the bot said here that a person sees, in order, less what was deleted."""
        return [
            message.text
            for message in self.chat.bot_messages
            if message.is_shown_to(person) and not message.deleted
        ]

    @property
    def last(self) -> Message:
        """The bot's latest message."""
        return self.chat.last
