"""The turn: what was said, with the ledger to ask and the ways to answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from telegram import (
    Bot,
    ChatMember,
    Message,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.conversation.boards import Boards
from bot.conversation.head_counts import ChatSizes
from bot.conversation.open_questions import question_about
from bot.conversation.pressed_keyboard import pressed_label
from bot.conversation.said import Said, person_of
from bot.delivery.bot_api import OnlyFor
from bot.delivery.chat_memory import ChatMemory
from bot.delivery.outbox import Edited, Outbox, Recourse
from bot.delivery.sent_message import SentMessage
from bot.intake import later
from bot.language.catalogues import Language, language, language_for
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.settings import Settings
from bot.views.pages import TURNERS
from bot.views.reply import Reply
from ledger.book.open_book import Book, Defaults
from ledger.book.session import Visit, answer
from ledger.core.groups import Place
from ledger.core.members import GroupId, MemberId, Person, UserId
from ledger.storage.database import Transaction
from ledger.upkeep.group_settings import account

T = TypeVar("T")

_UNHELPFUL = (BadRequest, ChatMigrated, Forbidden)
"""What Telegram says where it won't tell about a chat: asking again changes nothing."""


@dataclass(frozen=True, slots=True)
class Services:
    """What every answer needs, made once by the composition root."""

    settings: Settings
    threads: LedgerThreads
    outbox: Outbox
    chat_sizes: ChatSizes
    boards: Boards
    memory: ChatMemory

    @property
    def defaults(self) -> Defaults:
        """The settings of a group that has not chosen its own."""
        return Defaults(self.settings.default_currency, self.settings.default_timezone)


class Turn(Said):
    """One thing somebody said or pressed, with the ledger and the chat to answer in."""

    def __init__(
        self, services: Services, update: Update, bot: Bot, arguments: tuple[str, ...] = ()
    ) -> None:
        super().__init__(update, arguments)
        self.services = services
        self.bot = bot
        self._say: Language | None = None
        self._toasted = False
        self._changed: set[GroupId] = set()
        self.heard = False
        """Whether a group has taken an answer."""
        self.told = False
        """Whether anything was answered."""
        self.meant: frozenset[MemberId] = frozenset()
        """Who was said to be meant where several have a name that the line uses."""
        self.question: SentMessage | None = None
        """A question of ours in whose place the answer goes."""

    @property
    def say(self) -> Language:
        """The reader's language, which only the ledger knows.

        Raises RuntimeError before it was asked: an answer would be in the sender's language
        where the group has another.
        """
        if self._say is None:
            raise RuntimeError("the ledger was not asked yet which language is spoken here")
        return self._say

    # The ledger

    async def book(self, use_case: Callable[[Book], T], *, defaults: Defaults | None = None) -> T:
        """Run one use case on this group's book, in one transaction.

        Telegram is asked for the chat's admins only where the use case needs one. When
        the use case refuses, nothing is recorded but that somebody was here.
        """
        visit = self._visit(self.person, self._is_anonymous_admin, defaults)
        work = self._spoken(use_case)
        try:
            return await answer(self.services.threads, visit, work, self._is_admin)
        finally:
            self._touch_boards()

    async def room(self, use_case: Callable[[Book], T]) -> T:
        """Run a use case that nobody in particular asked for: people coming and going."""
        visit, work = self._visit(None), self._spoken(use_case)
        try:
            return await self.services.threads.run(lambda tx: work(visit.open(tx)))
        finally:
            self._touch_boards()

    def _touch_boards(self) -> None:
        """Have the boards redrawn of what was changed; once more than needed harms nobody."""
        for group_id in self._changed:
            self.services.boards.touch(group_id)
        self._changed.clear()

    def _visit(
        self, visitor: Person | None, chat_admin: bool = False, defaults: Defaults | None = None
    ) -> Visit:
        assert self.place is not None
        return Visit(
            *(self.place, visitor, defaults or self.services.defaults, chat_admin),
            marked=self._marked(),
            meant=self.meant,
        )

    def _marked(self) -> tuple[Person, ...]:
        """Return the accounts that Telegram itself marked in what was said."""
        message = self._message
        if self.query is not None or not isinstance(message, Message):
            return ()
        entities = (*message.entities, *message.caption_entities)
        return tuple(
            person_of(entity.user)
            for entity in entities
            if entity.user is not None and not entity.user.is_bot
        )

    def _spoken(self, use_case: Callable[[Book], T]) -> Callable[[Book], T]:
        """Let a use case begin by learning the language of the book."""

        def work(book: Book) -> T:
            self.speak(book.group.language)
            before = book.changes, book.group
            try:
                return use_case(book)
            finally:
                if (book.changes, book.group) != before:
                    self._changed.add(book.group.id)

        return work

    def speak(self, chosen: str | None) -> None:
        """Speak the language that was chosen here, or else the sender's."""
        self._say = (
            language(chosen)
            if chosen
            else language_for(self.person.language if self.person else None)
        )

    async def ledger(self, use_case: Callable[[Transaction], T]) -> T:
        """Run one use case that is no group's: a person's own, across groups."""
        person = self.person

        def work(tx: Transaction) -> T:
            known = account(tx, person.id) if person else None
            self.speak(known.language if known else None)
            return use_case(tx)

        return await self.services.threads.run(work)

    @property
    def _is_anonymous_admin(self) -> bool:
        message = self._message
        return (
            self.query is None
            and isinstance(message, Message)
            and message.sender_chat is not None
            and message.sender_chat.id == message.chat.id
        )

    async def _is_admin(self) -> bool:
        if self.person is None or self.place is None:
            return False
        try:
            admins = await self._admins(self.place)
        except _UNHELPFUL:
            return False
        return any(admin.user.id == self.person.id for admin in admins)

    async def _admins(self, place: Place) -> list[ChatMember]:
        admins = await self.bot.get_chat_administrators(place.chat_id)
        roles = {ChatMember.OWNER, ChatMember.ADMINISTRATOR}
        return [admin for admin in admins if admin.status in roles]

    async def chat_admins(self) -> frozenset[UserId]:
        """Return whom everybody here sees as the chat's admin; nobody where Telegram won't say.

        Who stays anonymous as an admin is left out.
        """
        assert self.place is not None
        try:
            admins = await self._admins(self.place)
        except TelegramError:
            return frozenset()
        return frozenset(
            UserId(admin.user.id) for admin in admins if not getattr(admin, "is_anonymous", False)
        )

    async def listen(self) -> None:
        """Learn the reader's language where nothing else was asked of the ledger."""
        if self._say is not None:
            return
        if self.place is not None:
            await self.book(lambda book: None)
        else:
            await self.ledger(lambda tx: None)

    # The chat

    async def people_here(self) -> int | None:
        """Return how many people the chat has, without the bot, as of lately; None if unknown."""
        try:
            return await self.services.chat_sizes.people(self.bot, self.address.chat_id)
        except _UNHELPFUL:
            return None

    async def reply(
        self,
        reply: Reply,
        *,
        quote: bool = False,
        entry_id: int | None = None,
        private: bool = True,
        alone: bool = True,
    ) -> SentMessage | None:
        """Answer in the chat and topic; `quote` answers the very message, or the one pressed.

        Whoever asked so that nobody else sees it is answered `alone`, but of an entry all
        are told.
        What the group does not take the person is told in private, unless it is not `private`,
        or it is kept for the group's next command: of an entry's receipt (`entry_id`) as the
        entry is by then. Return the message, None where the group took none.
        """
        await self.end_clock()
        self.told = True
        is_for_all = not alone or entry_id is not None or reply.asks is not None
        if self.query is None and not is_for_all and await self._say_alone(reply):
            return None
        if (replaced := await self._in_place_of_question(reply)) is not None:
            return replaced
        # An ephemeral message (id 0) can't be quoted.
        reply_to = (self.message_id or None) if quote else None
        recourse = None
        if self.place is not None:
            await self.listen()
            person = self.person.id if self.person else None
            recourse = Recourse(self.say, person, entry_id, private=private)
        sent = await self.services.outbox.send(
            self.address, reply, reply_to=reply_to, recourse=recourse
        )
        self.heard = self.heard or (self.place is not None and sent is not None)
        return sent

    async def _in_place_of_question(self, reply: Reply) -> SentMessage | None:
        """Let the answer replace our question, if there is one; return the message."""
        question, self.question = self.question, None
        if question is None or not reply.is_text:
            return None
        edited = await self.services.outbox.edit(question.chat_id, question.message_id, reply)
        return question if edited in {Edited.DONE, Edited.UNCHANGED} else None

    async def asked_before(self) -> SentMessage | None:
        """Return our question about what this message said before it was edited, if any."""
        if self.update.edited_message is None or self.place is None or not self.message_id:
            return None
        chat_id, asked_id = self.address.chat_id, self.message_id
        threads = self.services.threads
        found = await threads.run(lambda tx: question_about(tx, chat_id, asked_id))
        return None if found is None else SentMessage(chat_id, found, self.thread_id)

    async def retouch(self, message_id: int, reply: Reply) -> None:
        """Change another message of ours in this chat, if it is still there."""
        outbox = self.services.outbox
        change = outbox.change(self.address.chat_id, message_id, reply)

        async def work() -> None:
            await outbox.carry_out(change)

        await self.in_time(work)

    async def redraw(self, reply: Reply) -> None:
        """Replace the message whose button was pressed; say it anew when it is gone."""
        outbox, number = self.services.outbox, self.ephemeral_number
        if number is not None and self.person is not None:
            await self.in_time(partial(self._redraw_alone, reply, self.person.id, number))
            return
        change = outbox.change(self.address.chat_id, self.message_id, reply)

        async def work() -> None:
            if await outbox.carry_out(change) is Edited.GONE:
                await self.reply(reply)

        await self.in_time(work)

    async def in_place(self, reply: Reply) -> None:
        """Answer a press by changing its message, and words by a message."""
        if self.query is None:
            await self.reply(reply)
        else:
            await self.redraw(reply)

    async def in_time(self, work: Callable[[], Awaitable[None]]) -> None:
        """Redraw something. The limits may delay that, and who presses next must not wait for it.

        So a press is answered before, and what comes next in the chat is handled meanwhile.
        """
        if self.query is None:
            await work()
        else:
            await self.end_clock()
            later(work)

    async def unfold(
        self, reply: Reply, *, alone: bool = True, in_place: Reply | None = None
    ) -> None:
        """Answer who asks: a page turned replaces its message, the rest is new.

        What concerns nobody else is shown `alone` to whoever pressed, where the server can;
        else the message becomes it that can be had back from there, `in_place`.
        """
        turned = pressed_label(self.query) in TURNERS
        if self.query is not None and alone and not (turned and self.ephemeral_number):
            self.told = self.told or await self._say_alone(reply, in_place=turned)
            if self.told:
                return
        if self.query is not None and in_place is not None and in_place.is_text:
            await self.redraw(in_place)
        elif turned:
            await self.redraw(reply)
        else:
            await self.reply(reply)

    async def react(self, emoji: str) -> None:
        """Put a reaction on the message said, where the server has that."""
        if self.query is None and self.message_id:
            await self.services.outbox.api.react(self.address.chat_id, self.message_id, emoji)

    async def take_back(self) -> None:
        """Delete the message whose button was pressed."""
        await self.end_clock()
        outbox, number, chat_id = self.services.outbox, self.ephemeral_number, self.address.chat_id
        if number is not None and self.person is not None:
            await outbox.ephemeral.delete(chat_id, self.person.id, number)
        else:
            await outbox.delete(chat_id, self.message_id)

    async def say_alone(self, reply: Reply) -> bool:
        """Say something to whoever pressed and nobody else; return False where that can't be."""
        return self.query is not None and await self._say_alone(reply)

    async def _say_alone(self, reply: Reply, *, in_place: bool = False) -> bool:
        """Say something to one person, soon after their press or ephemeral message.

        Return False where it was neither, is too long ago, or the server has no such messages.
        """
        number = self.ephemeral_number
        if self.place is None or self.person is None or not (self.query or number):
            return False
        only_for = (
            OnlyFor(self.person.id, answers=number)
            if self.query is None
            else OnlyFor(self.person.id, self.query.id, in_place=in_place and number is None)
        )
        return await self.services.outbox.ephemeral.send(self.address, reply, only_for)

    async def _redraw_alone(self, reply: Reply, person: UserId, number: int) -> None:
        """Change what only one person sees, where that fails say it anew."""
        ephemeral = self.services.outbox.ephemeral
        if await ephemeral.edit(self.address.chat_id, person, number, reply):
            return
        if not await self._say_alone(reply):
            await self.reply(reply)

    async def toast(self, text: str | None = None, *, alert: bool = False) -> None:
        """Answer the press with a short text that passes by, or with an alert to close."""
        assert self.query is not None
        self._toasted = True
        await self.services.outbox.answer(self.query.id, text, alert=alert)

    async def end_clock(self) -> None:
        """End the little clock on the pressed button, if any, where nothing else has."""
        if self.query is not None and not self._toasted:
            await self.toast()
