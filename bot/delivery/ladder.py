"""The ladder: a message that Telegram refuses goes down, rung by rung, to what the chat takes.

On each rung it loses what was refused, or, where Telegram's words say nothing to us, what is
most likely to be: what only newer servers have, file, buttons, formatting. Where no rung of the
chat is left the outbox goes on in private, and keeps the message for later where that fails, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Final

import structlog
from markupsafe import Markup
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.delivery.bot_api import Feature
from bot.views.pages import fitted, plain_text, text
from bot.views.reply import MAX_CAPTION, MAX_TEXT, Reply

_log = structlog.get_logger(__name__)


class Refusal(Enum):
    """Why Telegram does not take a message."""

    MARKUP = auto()
    """It can't read the formatting."""
    REPLY = auto()
    """The message that is answered is gone."""
    FILE = auto()
    """It does not know the file any more."""
    PICTURE = auto()
    """Pictures or documents may not be sent there."""
    TOPIC = auto()
    """The topic is closed or gone; without one, the forum's General is closed."""
    GONE = auto()
    """There is no such chat, as far as the bot may know."""
    MUTED = auto()
    """The bot may not write there."""
    PAID = auto()
    """Whoever writes there pays for it, which a bot can't."""
    UNKNOWN = auto()
    """Anything else."""


_WORDS: Final = (
    (Refusal.MARKUP, ("can't parse entities",)),
    (Refusal.REPLY, ("message to be replied not found", "message to reply not found")),
    (Refusal.REPLY, ("replied message not",)),
    (Refusal.FILE, ("wrong file identifier", "wrong remote file", "file reference")),
    (Refusal.FILE, ("wrong file_id",)),
    (Refusal.PICTURE, ("rights to send photos", "rights to send documents")),
    (Refusal.PICTURE, ("chat_send_photos_forbidden", "chat_send_docs_forbidden")),
    (Refusal.PICTURE, ("chat_send_media_forbidden",)),
    (Refusal.TOPIC, ("message thread not found", "topic_closed", "topic_deleted")),
    (Refusal.TOPIC, ("topic_id_invalid",)),
    (Refusal.GONE, ("chat not found", "peer_id_invalid", "group chat was deactivated")),
    (Refusal.MUTED, ("not enough rights", "have no rights to send", "chat_write_forbidden")),
    (Refusal.MUTED, ("chat_restricted", "chat_send_plain_forbidden")),
    (Refusal.PAID, ("allow_payment_required",)),
)
"""Telegram's words, in small letters; the first that are found count."""

_CONSTANT: Final = re.compile(r"[A-Za-z]+(?:_[A-Za-z0-9]+)+")


def refusal(error: BadRequest) -> Refusal:
    """Return why a message was refused."""
    message = error.message.lower()
    for why, words in _WORDS:
        if any(each in message for each in words):
            return why
    return Refusal.UNKNOWN


def loggable(error: BadRequest) -> str:
    """Return of Telegram's words what can't quote a message: a constant such as TOPIC_CLOSED."""
    found = _CONSTANT.search(error.message)
    return found.group().upper() if found else refusal(error).name


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a chat, and a topic in it, or whose direct messages of a channel."""

    chat_id: int
    thread_id: int | None = None
    direct_topic_id: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A message as it is tried next."""

    address: Address
    reply: Reply
    reply_to: int | None = None
    plain: bool = False
    able: frozenset[Feature] = frozenset()
    """What of all that not every server has the message makes use of."""

    @property
    def in_use(self) -> tuple[Feature, ...]:
        """The same without what a file keeps out, in the order in which it goes."""
        left_out = set()
        if self.reply.picture is None:
            left_out = {Feature.RICH_PICTURES}
        if self.plain or (self.has_file and Feature.RICH_PICTURES not in self.able - left_out):
            left_out = {Feature.RICH, Feature.RICH_PICTURES}
        return tuple(each for each in Feature if each in self.able - left_out)

    @property
    def is_rich(self) -> bool:
        """Whether it is shown in paragraphs and tables."""
        return Feature.RICH in self.in_use

    @property
    def has_file(self) -> bool:
        """Whether a picture or document goes along."""
        reply = self.reply
        return any(each is not None for each in (reply.picture, reply.document, reply.attachment))

    def text(self) -> dict[str, Any]:
        """Return the text's parameters under the name `text`, at most as long as a text may be."""
        return self._told("text", MAX_TEXT)

    def caption(self) -> dict[str, Any]:
        """Return the same for a picture's or document's caption."""
        return self._told("caption", MAX_CAPTION)

    def _told(self, name: str, limit: int) -> dict[str, Any]:
        told = fitted(self.reply.text, limit)
        if told is not self.reply.text:
            _log.error("message_shortened", limit=limit)
        if self.plain:
            return {name: plain_text(told), "parse_mode": None}
        return {name: str(told), "parse_mode": ParseMode.HTML}

    def without_file(self) -> Draft:
        """Return the text alone."""
        reply = replace(self.reply, picture=None, document=None, attachment=None)
        return replace(self, reply=reply)

    def with_line(self, line: Markup) -> Draft:
        """Return the draft with a line more at its end."""
        rich = (*self.reply.rich, line) if self.reply.rich else ()
        told = replace(self.reply, text=text(self.reply.text, line), rich=rich)
        return replace(self, reply=told)

    def without_newest(self) -> Draft:
        """Return the draft without what the fewest servers have of what it makes use of."""
        return replace(self, able=self.able - {self.in_use[0]})


def newest_lost(draft: Draft, lower: Draft) -> Feature | None:
    """Return what of newer servers a draft lost on the rung below, None for anything else."""
    lost = draft.able - lower.able
    return next(iter(lost)) if lost else None


def next_rung(draft: Draft, why: Refusal) -> Draft | None:
    """Return the draft without what was refused; None where nothing is left to leave out.

    Another topic is the outbox's to find.
    """
    if why in {Refusal.MARKUP, Refusal.UNKNOWN} and draft.in_use:
        return draft.without_newest()
    match why:
        case Refusal.MARKUP if not draft.plain:
            return replace(draft, plain=True)
        case Refusal.REPLY if draft.reply_to is not None:
            return replace(draft, reply_to=None)
        case Refusal.FILE if draft.reply.attachment is not None:
            return replace(draft, reply=replace(draft.reply, attachment=None))
        case Refusal.PICTURE if draft.has_file:
            return draft.without_file()
        case Refusal.MARKUP | Refusal.REPLY | Refusal.FILE | Refusal.PICTURE | Refusal.UNKNOWN:
            return _plainer(draft)
    return None


def _plainer(draft: Draft) -> Draft | None:
    """Return the draft without its file, else its buttons, else its formatting."""
    if draft.has_file:
        return draft.without_file()
    if draft.reply.buttons or draft.reply.asks is not None:
        return replace(draft, reply=replace(draft.reply, buttons=(), asks=None))
    if not draft.plain:
        return replace(draft, plain=True)
    return None
