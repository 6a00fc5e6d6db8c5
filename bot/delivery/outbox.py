"""Everything the bot says goes out here, whatever the chat has become meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Final
from weakref import WeakValueDictionary

import structlog
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot.delivery.attachments import Attachment, AttachmentKind
from bot.delivery.pacer import Overtaken, Priority
from bot.views.pages import plain_text
from bot.views.reply import MAX_ALERT, Keyboard, Reply

_log = structlog.get_logger(__name__)

_ADAPTATIONS: Final = 6
"""A message is changed to what the chat takes at most this often: each change is made once."""

_MARKUP = ("can't parse entities",)
_THREAD = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")
_REPLY = ("message to be replied not found", "message to reply not found", "replied message not")
_FILE = ("wrong file identifier", "wrong remote file", "file reference", "wrong file_id")
_GONE_CHAT = ("chat not found", "peer_id_invalid", "group chat was deactivated")
_MUTED = ("not enough rights", "have no rights to send", "chat_write_forbidden", "chat_restricted")
_GONE_MESSAGE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message not found",
    "there is no media in the message to edit",
    *_GONE_CHAT,
    *_MUTED,
)
_NO_TEXT = ("there is no text in the message to edit",)
_TOO_LATE = ("query is too old", "query id is invalid", "query_id_invalid")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a chat, and a topic in it."""

    chat_id: int
    thread_id: int | None = None


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
    group; `muted(chat_id)`: it is in it, and may not write.
    """

    migrated: Callable[[int, int], Awaitable[None]]
    gone: Callable[[int], Awaitable[None]]
    muted: Callable[[int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A message as it is tried next."""

    address: Address
    reply: Reply
    reply_to: int | None
    plain: bool = False

    def text(self) -> dict[str, Any]:
        """Return the text's parameters under the name `text`."""
        if self.plain:
            return {"text": plain_text(self.reply.text), "parse_mode": None}
        return {"text": str(self.reply.text), "parse_mode": ParseMode.HTML}

    def caption(self) -> dict[str, Any]:
        """Return the same for a picture's or document's caption."""
        text = self.text()
        return {"caption": text["text"], "parse_mode": text["parse_mode"]}


class Outbox:
    """Sends, edits and answers.

    Limits and repetitions are the pacer's. All methods raise telegram.error.TelegramError
    for what neither of them can mend: NetworkError and RetryAfter pass by themselves, a
    BadRequest is a bug.
    """

    def __init__(self, bot: ExtBot[int], hooks: ChatHooks) -> None:
        self._bot = bot
        self._hooks = hooks
        self._newest: WeakValueDictionary[tuple[int, int], Change] = WeakValueDictionary()

    async def send(
        self,
        address: Address,
        reply: Reply,
        reply_to: int | None = None,
        *,
        priority: Priority = Priority.ANSWER,
    ) -> Message | None:
        """Send a message; return it, or None where the group is gone or takes none from us.

        A migrated group is followed; markup that Telegram refuses goes as plain text, a
        topic or an answered message that is gone is left out. In a private chat Forbidden
        is raised: the person never started the bot, or blocked it.
        """
        draft = _Draft(address, reply, reply_to)
        for _ in range(_ADAPTATIONS):
            try:
                return await self._send(draft, priority)
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
                adapted = _adapted(draft, error)
                if adapted is None:
                    await self._give_up(draft, error)
                    return None
                # Telegram's words may quote the message, so only ours for them are logged.
                _log.info("message_adapted", reason=_known(error))
                draft = adapted
        raise BadRequest("the message was adapted too often")

    async def edit(self, chat_id: int, message_id: int, reply: Reply) -> Edited:
        """Change a message's text, picture and buttons."""
        return await self.carry_out(self.change(chat_id, message_id, reply))

    def change(self, chat_id: int, message_id: int, reply: Reply) -> Change:
        """Make a change that is carried out later, unless a newer one is made before."""
        change = self._newest[chat_id, message_id] = Change(chat_id, message_id, reply)
        return change

    async def carry_out(self, change: Change) -> Edited:
        """Change a message as said; one that was overtaken is left alone, however often tried."""
        chat_id = change.chat_id
        try:
            return await self._redraw(change)
        except Overtaken:
            return Edited.OVERTAKEN
        except ChatMigrated as error:
            # Messages of the old group have no counterpart that could be named.
            await self._hooks.migrated(chat_id, error.new_chat_id)
        except Forbidden:
            if chat_id < 0:
                await self._hooks.gone(chat_id)
        return Edited.GONE

    async def _redraw(self, change: Change) -> Edited:
        draft = _Draft(Address(change.chat_id), change.reply, None)
        captioned = False
        while True:
            if self._newest.get((change.chat_id, change.message_id)) is not change:
                return Edited.OVERTAKEN
            try:
                await self._edit(draft, change.message_id, captioned=captioned)
            except BadRequest as error:
                if not draft.plain and _says(error, _MARKUP):
                    draft = replace(draft, plain=True)
                elif not captioned and _says(error, _NO_TEXT):
                    captioned = True
                else:
                    return _edited(error)
            else:
                return Edited.DONE

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

    async def _send(self, draft: _Draft, priority: Priority) -> Message:
        reply = draft.reply
        where: dict[str, Any] = {
            "chat_id": draft.address.chat_id,
            "message_thread_id": draft.address.thread_id,
            "reply_markup": _markup(reply),
            "rate_limit_args": int(priority) or None,
        }
        if draft.reply_to is not None:
            where["reply_parameters"] = ReplyParameters(
                draft.reply_to, allow_sending_without_reply=True
            )
        if reply.picture is not None:
            return await self._bot.send_photo(photo=reply.picture, **draft.caption(), **where)
        if reply.document is not None:
            made = reply.document
            return await self._bot.send_document(
                document=made.content, filename=made.name, **draft.caption(), **where
            )
        if reply.attachment is not None:
            kept = Attachment.read(reply.attachment)
            if kept.kind is AttachmentKind.PHOTO:
                return await self._bot.send_photo(photo=kept.file_id, **draft.caption(), **where)
            return await self._bot.send_document(document=kept.file_id, **draft.caption(), **where)
        return await self._bot.send_message(**draft.text(), **where)

    async def _edit(self, draft: _Draft, message_id: int, *, captioned: bool) -> None:
        where: dict[str, Any] = {
            "chat_id": draft.address.chat_id,
            "message_id": message_id,
            "reply_markup": _keyboard(draft.reply.buttons),
        }
        if draft.reply.picture is not None:
            media = InputMediaPhoto(draft.reply.picture, **draft.caption())
            await self._bot.edit_message_media(media, **where)
        elif captioned:
            await self._bot.edit_message_caption(**draft.caption(), **where)
        else:
            await self._bot.edit_message_text(**draft.text(), **where)

    async def _give_up(self, draft: _Draft, error: BadRequest) -> None:
        chat_id = draft.address.chat_id
        if chat_id > 0:
            if _says(error, _GONE_CHAT):  # Telegram's word for somebody who never wrote to us.
                raise Forbidden(error.message) from error
            raise error
        if _says(error, _GONE_CHAT):
            await self._hooks.gone(chat_id)
        elif _says(error, _MUTED):
            await self._hooks.muted(chat_id)
        else:
            raise error


def _adapted(draft: _Draft, error: BadRequest) -> _Draft | None:
    """Return the draft without what was refused; None when there is nothing to leave out."""
    if not draft.plain and _says(error, _MARKUP):
        return replace(draft, plain=True)
    if draft.address.thread_id is not None and _says(error, _THREAD):
        return replace(draft, address=Address(draft.address.chat_id))
    if draft.reply_to is not None and _says(error, _REPLY):
        return replace(draft, reply_to=None)
    if draft.reply.attachment is not None and _says(error, _FILE):
        return replace(draft, reply=replace(draft.reply, attachment=None))
    return None


def _edited(error: BadRequest) -> Edited:
    if _says(error, ("message is not modified",)):
        return Edited.UNCHANGED
    if _says(error, _GONE_MESSAGE):
        return Edited.GONE
    raise error


def _known(error: BadRequest) -> str:
    message = error.message.lower()
    known = (*_MARKUP, *_THREAD, *_REPLY, *_FILE)
    return next((words for words in known if words in message), "")


def _says(error: BadRequest, what: tuple[str, ...]) -> bool:
    message = error.message.lower()
    return any(words in message for words in what)


def _markup(reply: Reply) -> InlineKeyboardMarkup | ForceReply | None:
    if reply.asks is not None:
        return ForceReply(selective=True, input_field_placeholder=reply.asks or None)
    return _keyboard(reply.buttons)


def _keyboard(buttons: Keyboard) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(button.label, callback_data=button.press, url=button.url)
                for button in row
            ]
            for row in buttons
        ]
    )
