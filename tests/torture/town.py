"""People in several groups who split, settle, undo, edit and press buttons, as chance has it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import count
from random import Random
from typing import Literal

from bot.playground.people import Chat, Message, Person
from tests.torture.hearing import PATIENCE_SECONDS, HearingWorld
from tests.torture.oracle import Expected, Oracle

_NAMES = ("asha", "bob", "chen", "dilip", "elif", "farah", "goran", "hana")
"""Too far apart for a receipt to ask whether another one was meant."""
_IN_A_GROUP = 4
_THINGS = ("dinner", "taxi", "tea", "rent", "tickets", "fuel")
_BUTTON = re.compile(r"(toggle|undo|restore):\d+")
_NEAR = 8
"""People press buttons on the bot's latest messages."""


class Town:
    """Who says what is chosen by `chance`; presses depend on what stands there to be pressed.

    No amount comes twice in a group, so that an answer tells which command it answers.
    """

    def __init__(self, world: HearingWorld, chance: Random, groups: int) -> None:
        self.world = world
        self._chance = chance
        self._amounts = count(1001)
        self._said: dict[int, list[tuple[Person, Message, str]]] = defaultdict(list)
        self.people = [world.add_person(name.title(), name, language_code="en") for name in _NAMES]
        self.groups = [self._new_group(number) for number in range(groups)]
        self._founded = [chat.id for chat in self.groups]
        self.commands = 0
        self.presses = 0

    def _new_group(self, number: int) -> Chat:
        people = self._chance.sample(self.people, _IN_A_GROUP)
        return self.world.new_group(f"Group {number}", people, announce=False)

    async def introduce(self) -> None:
        """Have everybody write once, so that they are members before the first expense."""
        for chat in self.groups:
            for person in self.of(chat):
                self.world.say(person, chat, "/members")
        await self.world.until(
            lambda: all(len(self.world.heard[chat.id]) >= _IN_A_GROUP for chat in self.groups),
            PATIENCE_SECONDS,
        )

    def of(self, chat: Chat) -> list[Person]:
        """Return the people of a group, its owner first."""
        bot = self.world.bot
        return [member.person for member in chat.inside() if member.person is not bot]

    def speak(self, times: int = 1) -> None:
        """Let so many things be said or pressed, each in some group."""
        for _ in range(times):
            self.speak_in(self._chance.choice(self.groups))

    def speak_in(self, chat: Chat) -> None:
        """Let one thing be said or pressed in a group."""
        person = self._chance.choice(self.of(chat))
        match self._chance.choices(
            ("split", "split with", "settle", "undo", "edit", "press"), (30, 25, 10, 8, 12, 17)
        )[0]:
            case "split with":
                self._split(person, chat, some=True)
            case "settle":
                self._settle(person, chat)
            case "undo":
                self._tell(person, chat, "/undo")
            case "edit" if self._said[chat.id]:
                self._edit(chat)
            case "press" if button := self._button(chat):
                self.presses += 1
                self.world.press_button(person, *button)
            case _:
                self._split(person, chat, some=False)

    def spend(self) -> None:
        """Let an expense be told in some group: what is answered by a reply to it."""
        chat = self._chance.choice(self.groups)
        self._split(self._chance.choice(self.of(chat)), chat, some=False)

    async def converse(self, times: int) -> None:
        """Say one thing whenever the bot has made a call, so many times."""
        for _ in range(times):
            await self.world.more_calls(1)
            self.speak()

    def press_something(self, chat: Chat) -> None:
        """Let a button be pressed where there is one."""
        if button := self._button(chat):
            self.presses += 1
            self.world.press_button(self._chance.choice(self.of(chat)), *button)

    def deliver_again(self, times: int) -> None:
        """Queue updates that were recorded once more, as after lost acknowledgements.

        Not those that were refused: such a command, if it comes again after the bot has
        forgotten it, is asked anew (docs/reliability.md).
        """
        recorded = {
            told.update for book in self.expected().values() for told in book.told if told.step
        }
        again = [update for update in self.world.updates.history if update.id in recorded]
        for update in self._chance.sample(again, min(times, len(again))):
            self.world.updates.repeat(update)

    def migrate(self, chat: Chat, order: Literal["old first", "new first"]) -> None:
        """Let a basic group become a supergroup; its people go on there."""
        self.groups[self.groups.index(chat)] = self.world.migrate(chat, order)

    async def wind_up(self) -> None:
        """Have a last expense in each group and wait for its receipt: what came before is done."""
        wanted: dict[int, str] = {}
        for chat in self.groups:
            amount = next(self._amounts)
            self._tell(self.of(chat)[0], chat, f"/split {amount} farewell")
            wanted[chat.id] = f"₹{amount:,}"
        await self.world.until(
            lambda: all(
                any(words in said.text for said in reversed(self.world.heard[chat_id]))
                for chat_id, words in wanted.items()
            ),
            PATIENCE_SECONDS,
        )

    def expected(self) -> dict[int, Expected]:
        """Return what the book of each chat must say after all that was queued for the bot."""
        usernames = {person.username or "": person.id for person in self.people}
        oracle = Oracle(usernames)
        for founded, chat in zip(self._founded, self.groups, strict=True):
            owner, *others = (person.id for person in self.of(chat))
            oracle.add_group(founded, owner, (owner, *others))
        for update in self.world.updates.history:
            oracle.take(update.body)
        return {chat.id: oracle.books[chat.id] for chat in self.groups}

    # What is said

    def _tell(self, person: Person, chat: Chat, text: str) -> Message:
        self.commands += 1
        return self.world.say(person, chat, text)

    def _split(self, person: Person, chat: Chat, *, some: bool) -> None:
        others = [other for other in self.of(chat) if other is not person]
        named = self._chance.sample(others, self._chance.randint(1, 2)) if some else []
        names = "".join(f" @{other.username}" for other in named)
        message = self._tell(person, chat, self._expense(names))
        self._said[chat.id].append((person, message, names))

    def _settle(self, person: Person, chat: Chat) -> None:
        other = self._chance.choice([other for other in self.of(chat) if other is not person])
        self._tell(person, chat, f"/settle @{other.username} {next(self._amounts)}")

    def _edit(self, chat: Chat) -> None:
        person, message, names = self._chance.choice(self._said[chat.id][-_NEAR:])
        self.commands += 1
        self.world.edit(person, message, self._expense(names))

    def _expense(self, names: str) -> str:
        return f"/split {next(self._amounts)} {self._chance.choice(_THINGS)}{names}"

    def _button(self, chat: Chat) -> tuple[Message, str] | None:
        found = [
            (message, data)
            for message in chat.bot_messages[-_NEAR:]
            for row in message.buttons
            for button in row
            if _BUTTON.fullmatch(data := button.get("callback_data", ""))
        ]
        return self._chance.choice(found) if found else None
