"""One thing somebody said or pressed, and the ways to answer it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from telegram import Bot, CallbackQuery, Chat, ChatMember, Message, Update, User
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.conversation.head_counts import ChatSizes
from bot.delivery.outbox import Address, Edited, Outbox
from bot.delivery.quiet_chats import QuietChats
from bot.intake import later
from bot.language.catalogues import Language, language, language_for
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.settings import Settings
from bot.views import guidance
from bot.views.pages import TURNERS
from bot.views.reply import Reply
from ledger.book.open_book import Book, Defaults
from ledger.book.session import Visit, answer
from ledger.core.entries import Source
from ledger.core.groups import Place
from ledger.core.members import Person, UserId
from ledger.storage.database import Transaction
from ledger.upkeep.group_settings import account

T = TypeVar("T")

GROUP_CHATS = (ChatType.GROUP, ChatType.SUPERGROUP)

_MOST_DIGITS = 15
"""More than any number in a button of ours has, and less than a database column takes."""

_UNHELPFUL = (BadRequest, ChatMigrated, Forbidden)
"""What Telegram says where it won't tell about a chat: asking again changes nothing."""


@dataclass(frozen=True, slots=True)
class Services:
    """What every answer needs, made once by the composition root."""

    settings: Settings
    threads: LedgerThreads
    outbox: Outbox
    chat_sizes: ChatSizes
    quiet: QuietChats

    @property
    def defaults(self) -> Defaults:
        """The settings of a group that has not chosen its own."""
        return Defaults(self.settings.default_currency, self.settings.default_timezone)


def person_of(user: User) -> Person:
    """Return the account as the ledger knows it."""
    return Person(
        UserId(user.id), user.first_name, user.last_name, user.username, user.language_code
    )


class StalePress(Exception):  # noqa: N818 (nobody's error: an old or forged button)
    """A button says what no button of ours says now."""


class Turn:
    """One thing somebody said or pressed, with the ledger and the chat to answer in.

    `person` is None where nobody stands behind the message: an anonymous admin or a channel.
    `place` is None in a private chat. `arguments` are those of a pressed button.
    """

    def __init__(
        self, services: Services, update: Update, bot: Bot, arguments: tuple[str, ...] = ()
    ) -> None:
        self.services = services
        self.update = update
        self.bot = bot
        self.arguments = arguments
        self.query: CallbackQuery | None = update.callback_query
        message = self.query.message if self.query else update.effective_message
        self.chat: Chat | None = message.chat if message else update.effective_chat
        self._message = message
        self.person = person_behind(update)
        self.place = (
            Place(self.chat.id, self.chat.title or "")
            if self.chat and self.chat.type in GROUP_CHATS
            else None
        )
        self._say: Language | None = None
        self._toasted = False

    @property
    def say(self) -> Language:
        """The reader's language, which only the ledger knows.

        Raises RuntimeError before it was asked: an answer would be in the sender's language
        where the group has another.
        """
        if self._say is None:
            raise RuntimeError("the ledger was not asked yet which language is spoken here")
        return self._say

    @property
    def message(self) -> Message:
        """The message said, or the one whose button was pressed, as far as still readable."""
        assert isinstance(self._message, Message)
        return self._message

    @property
    def message_id(self) -> int:
        """The id of the message said or pressed under."""
        assert self._message is not None
        return self._message.message_id

    @property
    def address(self) -> Address:
        """Where the answer goes: the chat, and the topic if it is one."""
        assert self.chat is not None
        thread = None
        if isinstance(self._message, Message) and self._message.is_topic_message:
            thread = self._message.message_thread_id
        return Address(self.chat.id, thread)

    def argument(self, place: int, read: Callable[[str], T]) -> T:
        """Read an argument of the pressed button, which anybody can forge.

        Raises StalePress where it is missing or `read` raises ValueError.
        """
        try:
            return read(self.arguments[place])
        except (IndexError, ValueError):
            raise StalePress from None

    def number(self, place: int) -> int:
        """Return an argument of the pressed button that is a number from 0 on."""
        return self.argument(place, _read_number)

    def switch(self, place: int) -> bool:
        """Return whether an argument of the pressed button says `on`, and not `off`."""
        return self.argument(place, ("off", "on").index) == 1

    @property
    def source(self) -> Source:
        """What makes a write by this message unique: its chat and message id.

        An ephemeral message has no id of its own (0), so there it is the update's.
        """
        chat_id, message_id = self.address.chat_id, self.message_id
        return Source(
            f"{chat_id}/{message_id}" if message_id else f"{chat_id}/0/{self.update.update_id}"
        )

    @property
    def correction_source(self) -> Source:
        """What makes a correction by this message unique.

        Not the message's own source: edited into a /split, it records an entry by that.
        """
        return Source(f"{self.source}/correction")

    def line_source(self, *line: int | str) -> Source:
        """Return what makes a recording button's write unique: its message and its line."""
        return Source("/".join(map(str, (self.address.chat_id, self.message_id, *line))))

    @property
    def press_source(self) -> Source:
        """What makes a toggle unique: the press itself."""
        assert self.query is not None
        return Source(f"press/{self.query.id}")

    @property
    def edit_source(self) -> Source:
        """What makes an edit of a message unique: its update."""
        return Source(f"{self.address.chat_id}/{self.message_id}/edit/{self.update.update_id}")

    # The ledger

    async def book(self, use_case: Callable[[Book], T], *, defaults: Defaults | None = None) -> T:
        """Run one use case on this group's book, in one transaction.

        Telegram is asked for the chat's admins only where the use case needs one. When
        the use case refuses, nothing is recorded but that somebody was here.
        """
        visit = self._visit(self.person, self._is_anonymous_admin, defaults)
        return await answer(self.services.threads, visit, self._spoken(use_case), self._is_admin)

    async def room(self, use_case: Callable[[Book], T]) -> T:
        """Run a use case that nobody in particular asked for: people coming and going."""
        visit, work = self._visit(None), self._spoken(use_case)
        return await self.services.threads.run(lambda tx: work(visit.open(tx)))

    def _visit(
        self, visitor: Person | None, chat_admin: bool = False, defaults: Defaults | None = None
    ) -> Visit:
        assert self.place is not None
        return Visit(self.place, visitor, defaults or self.services.defaults, chat_admin)

    def _spoken(self, use_case: Callable[[Book], T]) -> Callable[[Book], T]:
        """Let a use case begin by learning the language of the book."""

        def work(book: Book) -> T:
            self.speak(book.group.language)
            return use_case(book)

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

    async def reply(self, reply: Reply, *, quote: bool = False) -> Message | None:
        """Answer in the chat and topic; `quote` answers the very message, or the one pressed."""
        await self.end_clock()
        # An ephemeral message (id 0) can't be quoted.
        reply_to = (self.message_id or None) if quote else None
        sent = await self.services.outbox.send(self.address, reply, reply_to=reply_to)
        if self.place is not None:
            await self._mind_silence(self.place, heard=sent is not None)
        return sent

    async def _mind_silence(self, place: Place, *, heard: bool) -> None:
        """Tell one person in private that the bot may not write here, as often as that begins."""
        quiet = self.services.quiet
        if heard:
            quiet.forget(place.chat_id)
        elif quiet.wants_telling(place.chat_id):
            await self.listen()
            if await self.whisper(guidance.cannot_write(self.say, place.title)):
                quiet.told(place.chat_id)

    async def retouch(self, message_id: int, reply: Reply) -> None:
        """Change another message of ours in this chat, if it is still there."""
        outbox = self.services.outbox
        change = outbox.change(self.address.chat_id, message_id, reply)

        async def work() -> None:
            await outbox.carry_out(change)

        await self.in_time(work)

    async def redraw(self, reply: Reply) -> None:
        """Replace the message whose button was pressed; say it anew when it is gone."""
        outbox = self.services.outbox
        change = outbox.change(self.address.chat_id, self.message_id, reply)

        async def work() -> None:
            if await outbox.carry_out(change) is Edited.GONE:
                await self.reply(reply)

        await self.in_time(work)

    async def in_time(self, work: Callable[[], Awaitable[None]]) -> None:
        """Redraw something. The limits may delay that, and who presses next must not wait for it.

        So a press is answered before, and what comes next in the chat is handled meanwhile.
        """
        if self.query is None:
            await work()
        else:
            await self.end_clock()
            later(work)

    async def unfold(self, reply: Reply) -> None:
        """Open something from a button: a page turned replaces its message, the rest is new."""
        if self._pressed_label() in TURNERS:
            await self.redraw(reply)
        else:
            await self.reply(reply)

    def _pressed_label(self) -> str | None:
        markup = self._message.reply_markup if isinstance(self._message, Message) else None
        if markup is None or self.query is None:
            return None
        return next(
            (
                button.text
                for row in markup.inline_keyboard
                for button in row
                if button.callback_data == self.query.data
            ),
            None,
        )

    async def toast(self, text: str | None = None, *, alert: bool = False) -> None:
        """Answer the press with a short text that passes by, or with an alert to close."""
        assert self.query is not None
        self._toasted = True
        await self.services.outbox.answer(self.query.id, text, alert=alert)

    async def end_clock(self) -> None:
        """End the little clock on the pressed button, if any, where nothing else has."""
        if self.query is not None and not self._toasted:
            await self.toast()

    async def whisper(self, reply: Reply) -> bool:
        """Write to the person in private; return False where they never started the bot."""
        if self.person is None:
            return False
        try:
            await self.services.outbox.send(Address(int(self.person.id), None), reply)
        except Forbidden:
            return False
        return True


def _read_number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
        raise ValueError(f"not a number: {written!r}")
    return int(written)


def person_behind(update: Update) -> Person | None:
    """Return the person who said or pressed this; None for anonymous admins and channels."""
    if update.callback_query is not None:
        return person_of(update.callback_query.from_user)
    message = update.effective_message
    if message is not None and message.sender_chat is not None:
        return None
    user = update.effective_user
    return None if user is None or user.is_bot else person_of(user)
