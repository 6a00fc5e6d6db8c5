"""Everything the bot says goes out here, whatever the chat has become meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final
from weakref import WeakValueDictionary

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.delivery.bot_api import BotApi, Feature
from bot.delivery.carrier import Carrier
from bot.delivery.chat_memory import ChatMemory
from bot.delivery.ephemeral import EphemeralMessages
from bot.delivery.explained import Explained
from bot.delivery.ladder import (
    Address,
    Draft,
    Refusal,
    loggable,
    newest_lost,
    next_rung,
    refusal,
)
from bot.delivery.pacer import Overtaken, Priority
from bot.delivery.sent_message import SentMessage
from bot.delivery.server_memory import ServerMemory
from bot.delivery.text_bot import TextBot
from bot.language.catalogues import Language
from bot.views import refused_messages
from bot.views.refused_messages import Obstacle
from bot.views.reply import MAX_ALERT, Reply
from ledger.core.members import UserId

__all__ = ["Address", "Change", "ChatHooks", "Edited", "Outbox", "Recourse"]

_log = structlog.get_logger(__name__)

_RUNGS: Final = 16
"""A message is changed to what the chat takes at most this often: each change is made once."""

_GONE_MESSAGE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message not found",
    "there is no media in the message to edit",
)
_NO_PLACE = {Refusal.GONE, Refusal.MUTED, Refusal.PAID, Refusal.PICTURE, Refusal.TOPIC}
"""Refusals of a change that a new message may get round, or has its own rungs for."""
_OBSTACLES: Final = {
    Refusal.MUTED: Obstacle.MUTED,
    Refusal.PAID: Obstacle.PAID,
    Refusal.TOPIC: Obstacle.GENERAL_CLOSED,
}
_SAME = ("message is not modified",)
_NO_TEXT = ("there is no text in the message to edit",)
_TOO_LATE = ("query is too old", "query id is invalid", "query_id_invalid")


class Edited(Enum):
    """What came of changing a message."""

    DONE = auto()
    UNCHANGED = auto()
    """It says so already."""
    GONE = auto()
    """There is no such message any more, or none that can be changed: post it anew."""
    OVERTAKEN = auto()
    """A newer change of the same message went, or goes, in place of this one."""


@dataclass(frozen=True, eq=False)
class Change:
    """A message's new content. Of those made for one message only the newest need go."""

    chat_id: int
    message_id: int
    reply: Reply


@dataclass(frozen=True, slots=True)
class ChatHooks:
    """Who is told what became of a chat.

    `migrated(old, new)`: the group has a new id; `gone(chat_id)`: the bot is out of the
    group.
    """

    migrated: Callable[[int, int], Awaitable[None]]
    gone: Callable[[int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Recourse:
    """What is to be done where a group takes a message only in part, or not at all.

    It is told to `person` in private, or to whoever added the bot where nobody in particular
    is answered; where that can't be, it is kept for the group's next command, of an entry
    only the number. What is not `private` is for the group alone, what is not `lasting` has
    nothing to say later.
    """

    say: Language
    person: UserId | None = None
    entry_id: int | None = None
    private: bool = True
    lasting: bool = True


class Outbox:
    """Sends, edits and answers.

    Limits and repetitions are the pacer's. All methods raise telegram.error.TelegramError
    for what neither of them can mend: NetworkError and RetryAfter pass by themselves, a
    BadRequest is a bug.
    """

    def __init__(
        self, bot: TextBot, hooks: ChatHooks, memory: ChatMemory, server: ServerMemory
    ) -> None:
        self._bot = bot
        self.api = BotApi(bot, server)
        self._carrier = Carrier(bot, self.api)
        self.ephemeral = EphemeralMessages(self.api, self._carrier)
        self._hooks = hooks
        self._memory = memory
        self._explained = Explained()
        self._newest: WeakValueDictionary[tuple[int, int], Change] = WeakValueDictionary()

    async def send(
        self,
        address: Address,
        reply: Reply,
        reply_to: int | None = None,
        *,
        priority: Priority = Priority.ANSWER,
        recourse: Recourse | None = None,
    ) -> SentMessage | None:
        """Send a message; return it, or None where the group takes none from us.

        A migrated group is followed. What is refused goes down the ladder: without what the
        chat does not take, in another topic, in private and into the memory as `recourse`
        says. In a private chat Forbidden is raised: the person never started the bot, or
        blocked it. Without a recourse a BadRequest that says nothing to us is raised.
        """
        draft = Draft(address, reply, reply_to, able=await self.api.able(reply))
        refused_topics: set[int] = set()
        newer: Feature | None = None
        for _ in range(_RUNGS):
            try:
                message = await self._carrier.send(draft, priority)
            except ChatMigrated as error:
                old = draft.address.chat_id
                await self._hooks.migrated(old, error.new_chat_id)
                draft = replace(draft, address=Address(error.new_chat_id), reply_to=None)
            except Forbidden:
                if draft.address.chat_id > 0:
                    raise
                await self._hooks.gone(draft.address.chat_id)
                return None
            except BadRequest as error:
                why = refusal(error)
                lower = await self._lower(draft, why, refused_topics, recourse)
                if lower is None:
                    await self._leave_chat(draft.address.chat_id, reply, error, recourse)
                    return None
                newer = newest_lost(draft, lower)
                log = _log.error if why is Refusal.UNKNOWN and newer is None else _log.info
                log("message_adapted", reason=loggable(error))
                draft = lower
            else:
                if newer is not None:
                    self.api.refused(newer)
                self._explained.forget(draft.address.chat_id, picture=draft.has_file)
                return message
        raise BadRequest("the message was adapted too often")

    async def _lower(
        self, draft: Draft, why: Refusal, refused_topics: set[int], recourse: Recourse | None
    ) -> Draft | None:
        """Return what a refused draft is tried as next; None where the chat takes none."""
        if why is Refusal.TOPIC:
            return await self._other_topic(draft, refused_topics)
        lower = next_rung(draft, why)
        if why is Refusal.PICTURE and lower is not None and recourse is not None:
            return self._say_why_bare(lower, recourse)
        return lower

    async def _other_topic(self, draft: Draft, refused: set[int]) -> Draft | None:
        """Return the draft for the General topic, or else the next one that people wrote in."""
        chat_id, thread = draft.address.chat_id, draft.address.thread_id
        if thread is not None:
            await self._memory.lose_topic(chat_id, thread)
        general_is_untried = thread is not None and not refused
        refused.add(thread or 0)
        if general_is_untried:
            return replace(draft, address=Address(chat_id))
        for topic in await self._memory.topics(chat_id):
            if topic not in refused:
                return replace(draft, address=Address(chat_id, topic), reply_to=None)
        return None

    def _say_why_bare(self, draft: Draft, recourse: Recourse) -> Draft:
        """Add to a message that lost its picture why it did, once."""
        chat_id = draft.address.chat_id
        if self._explained.knows(chat_id, Refusal.PICTURE):
            return draft
        self._explained.note(chat_id, Refusal.PICTURE)
        return draft.with_line(refused_messages.no_pictures(recourse.say))

    async def _leave_chat(
        self, chat_id: int, reply: Reply, error: BadRequest, recourse: Recourse | None
    ) -> None:
        """Go on where a chat takes a message in no form: in private, else keep it."""
        why = refusal(error)
        if chat_id > 0:
            if why in {Refusal.GONE, Refusal.PAID}:
                # Telegram's word for somebody who never wrote to us, or wants to be paid for it.
                raise Forbidden(error.message) from error
            raise error
        if why is Refusal.GONE:
            await self._hooks.gone(chat_id)
            return
        if recourse is None and why is Refusal.UNKNOWN:
            raise error
        log = _log.error if why is Refusal.UNKNOWN else _log.info
        log("message_refused", reason=loggable(error))
        if recourse is None or await self._tell_privately(chat_id, reply, why, recourse):
            return
        if recourse.lasting:
            await self._memory.keep(chat_id, reply, recourse.entry_id)

    async def _tell_privately(
        self, chat_id: int, reply: Reply, why: Refusal, recourse: Recourse
    ) -> bool:
        """Tell in private what a group does not take, the first time also why.

        Return whether the reply was told. Where it can't be, whoever added the bot is told
        why at least.
        """
        about = await self._memory.about(chat_id)
        person = recourse.person or about.adder
        words = reply if recourse.private else None
        if await self._whisper(chat_id, person, about.title, words, why, recourse.say):
            return recourse.private
        if about.adder != person:
            await self._whisper(chat_id, about.adder, about.title, None, why, recourse.say)
        return False

    async def _whisper(
        self,
        chat_id: int,
        person: UserId | None,
        title: str,
        words: Reply | None,
        why: Refusal,
        say: Language,
    ) -> bool:
        """Tell one person why, unless somebody was told, and the words; return whether it was."""
        first = not self._explained.knows(chat_id, why)
        if person is None or not (first or words):
            return False
        obstacle = _OBSTACLES.get(why, Obstacle.UNKNOWN) if first else None
        told = refused_messages.in_private(say, title, obstacle, words)
        try:
            await self.send(Address(int(person)), told)
        except (Forbidden, BadRequest):
            return False
        self._explained.note(chat_id, why)
        return True

    async def edit(self, chat_id: int, message_id: int, reply: Reply) -> Edited:
        """Change a message's text, picture and buttons."""
        return await self.carry_out(self.change(chat_id, message_id, reply))

    def change(self, chat_id: int, message_id: int, reply: Reply) -> Change:
        """Make a change that is carried out later, unless a newer one is made before."""
        change = self._newest[chat_id, message_id] = Change(chat_id, message_id, reply)
        return change

    async def carry_out(self, change: Change, *, priority: Priority = Priority.ANSWER) -> Edited:
        """Change a message as said; one that was overtaken is left alone, however often tried."""
        chat_id = change.chat_id
        try:
            return await self._redraw(change, priority)
        except Overtaken:
            return Edited.OVERTAKEN
        except ChatMigrated as error:
            # Messages of the old group have no counterpart that could be named.
            await self._hooks.migrated(chat_id, error.new_chat_id)
        except Forbidden:
            if chat_id < 0:
                await self._hooks.gone(chat_id)
        return Edited.GONE

    async def _redraw(self, change: Change, priority: Priority) -> Edited:
        reply = change.reply
        draft = Draft(Address(change.chat_id), reply, able=await self.api.able(reply))
        captioned = False
        newer: Feature | None = None
        while True:
            if self._newest.get((change.chat_id, change.message_id)) is not change:
                return Edited.OVERTAKEN
            try:
                await self._carrier.edit(draft, change.message_id, priority, captioned=captioned)
            except BadRequest as error:
                lower = _lower_edit(draft, error)
                if not captioned and _says(error, _NO_TEXT):
                    captioned = True
                elif lower is not None:
                    newer, draft = newest_lost(draft, lower), lower
                else:
                    return _edited(error)
            else:
                if newer is not None:
                    self.api.refused(newer)
                return Edited.DONE

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Delete a message of ours; one that is gone, or too old for that, is no matter."""
        try:
            await self._bot.delete_message(chat_id, message_id)
        except (BadRequest, Forbidden) as error:
            _log.info("not_deleted", error=type(error).__name__)

    async def answer(
        self, callback_query_id: str, text: str | None = None, *, alert: bool = False
    ) -> None:
        """Answer a press; one that is answered too late is as good as answered."""
        if text is not None and len(text) > MAX_ALERT:
            text = text[: MAX_ALERT - 1] + "…"
        try:
            await self._bot.answer_callback_query(callback_query_id, text, show_alert=alert)
        except BadRequest as error:
            if not _says(error, _TOO_LATE):
                raise


def _lower_edit(draft: Draft, error: BadRequest) -> Draft | None:
    """Return what a refused change is tried as next; its place and its buttons it keeps."""
    why = refusal(error)
    if why not in {Refusal.MARKUP, Refusal.UNKNOWN} or _says(error, (*_SAME, *_GONE_MESSAGE)):
        return None
    if draft.in_use:
        return draft.without_newest()
    return replace(draft, plain=True) if why is Refusal.MARKUP and not draft.plain else None


def _edited(error: BadRequest) -> Edited:
    """Return what came of a change that was refused."""
    if _says(error, _SAME):
        return Edited.UNCHANGED
    if _says(error, _GONE_MESSAGE) or refusal(error) in _NO_PLACE:
        return Edited.GONE
    # Whatever was recorded must be seen: the message is sent again, down the ladder.
    _log.error("change_refused", reason=loggable(error))
    return Edited.GONE


def _says(error: BadRequest, what: tuple[str, ...]) -> bool:
    message = error.message.lower()
    return any(words in message for words in what)
