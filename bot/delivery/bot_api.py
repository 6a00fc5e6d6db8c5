"""What newer servers of the Bot API can do, and what is done where a server can't.

An older server knows no newer method (404), takes a button of a newer kind for one that does
nothing (400), and passes over a newer parameter without a word. So it is asked, once a day, by a
call that can't do anything, before anything of the kind is sent; and what it refuses all the same
is remembered. https://core.telegram.org/bots/api-changelog
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

import structlog
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, ReactionTypeEmoji
from telegram.error import BadRequest, EndPointNotFound, TelegramError
from telegram.ext import ExtBot

from bot.delivery.server_memory import REMEMBERED, ServerMemory
from bot.views.reply import Reply
from ledger.core.members import UserId

_log = structlog.get_logger(__name__)

_UNKNOWN_BUTTON: Final = "text buttons are unallowed"

Parameters = dict[str, Any]


class Feature(Enum):
    """What not every server has. In the order in which a message that is refused loses them."""

    FORCE_REPLY_BESIDE_BUTTONS = auto()
    """Bot API 10.3. Without: the question asks for a reply and has no buttons."""
    DISABLED_BUTTONS = auto()
    """Bot API 10.3. Without: the button is left out."""
    EPHEMERAL = auto()
    """Bot API 10.2 to 10.4, messages that one person sees. Without: the public way."""
    RICH_PICTURES = auto()
    """Bot API 10.2, pictures above paragraphs and tables. Without: the text as their caption."""
    RICH = auto()
    """Bot API 10.1 to 10.3, paragraphs and tables. Without: the same as text."""
    COPY_BUTTONS = auto()
    """Bot API 7.11. Without: the button is left out."""


_ASKED_TOGETHER: Final = {
    feature: together
    for together in (
        frozenset({Feature.RICH, Feature.RICH_PICTURES}),
        frozenset({Feature.DISABLED_BUTTONS, Feature.FORCE_REPLY_BESIDE_BUTTONS}),
    )
    for feature in together
}
"""Features that a server is asked for by one and the same call, which tells all of them."""
_BY_NAME: Final = {feature.name.lower(): feature for feature in Feature}


@dataclass(frozen=True, slots=True)
class OnlyFor:
    """The one person whom an ephemeral message is for, and what lets the bot send one.

    That is their press (`query_id`) or their own ephemeral message (`answers`), of the last
    15 seconds. `in_place` shows it in place of the message that was pressed, which must not
    be ephemeral itself.
    """

    person: UserId
    query_id: str | None = None
    answers: int | None = None
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    able: bool
    at: float


class BotApi:
    """One server of the Bot API, as far as it is known what it can do.

    All calls raise telegram.error.TelegramError.
    """

    def __init__(self, bot: ExtBot[int], memory: ServerMemory) -> None:
        self._bot = bot
        self._memory = memory
        self._known: dict[Feature, _Known] = {}

    async def recall(self) -> None:
        """Take up what is remembered of the server, once the bot has asked it for itself."""
        for name, found in (await self._memory.recall(self._bot.bot)).items():
            if name in _BY_NAME:
                at = time.monotonic() - found.age.total_seconds()
                self._known[_BY_NAME[name]] = _Known(found.able, at)

    async def has(self, feature: Feature) -> bool:
        """Tell whether the server has a feature; where it does not answer, not for now."""
        known = self._known.get(feature)
        if known is not None and time.monotonic() - known.at < REMEMBERED.total_seconds():
            return known.able
        try:
            able = await self._asked(feature)
        except TelegramError:
            return False
        # What other features are told by was asked with it, and is not asked again.
        for each in _ASKED_TOGETHER.get(feature, frozenset({feature})):
            if each is feature or each not in self._known:
                self._learn(each, able)
        return able

    async def able(self, reply: Reply) -> frozenset[Feature]:
        """Return what a reply makes use of that not every server has, as far as this one does."""
        return frozenset([each for each in features_of(reply) if await self.has(each)])

    def refused(self, feature: Feature) -> None:
        """Remember that the server refused a feature, whatever it said it had."""
        _log.warning("server_refuses", feature=feature.name.lower())
        self._learn(feature, able=False)

    def _learn(self, feature: Feature, able: bool) -> None:
        self._known[feature] = _Known(able, time.monotonic())
        self._memory.note(feature.name.lower(), able)

    async def _asked(self, feature: Feature) -> bool:
        match feature:
            case Feature.RICH | Feature.RICH_PICTURES:
                return await self._has_method("sendRichMessage")
            case Feature.EPHEMERAL:
                return await self._has_method("deleteEphemeralMessage")
            case Feature.DISABLED_BUTTONS | Feature.FORCE_REPLY_BESIDE_BUTTONS:
                return await self._takes_button({"disabled": {}})
            case Feature.COPY_BUTTONS:
                return await self._takes_button({"copy_text": {"text": "?"}})

    async def _has_method(self, name: str) -> bool:
        """Call a method without its parameters."""
        try:
            await self._bot.do_api_request(name)
        except EndPointNotFound:
            return False
        except BadRequest:
            return True
        return True

    async def _takes_button(self, kind: Parameters) -> bool:
        """Put a button below a message that there is not: buttons are read before that is seen."""
        button = InlineKeyboardButton("?", api_kwargs=kind)
        try:
            await self._bot.edit_message_reply_markup(
                chat_id=0, message_id=0, reply_markup=InlineKeyboardMarkup([[button]])
            )
        except BadRequest as error:
            return _UNKNOWN_BUTTON not in error.message.lower()
        return True

    # Bot API 7.0: reactions; without, nothing is seen.

    async def react(self, chat_id: int, message_id: int, emoji: str) -> bool:
        """Put a reaction on a message; return whether it is there, which is no great matter."""
        try:
            await self._bot.set_message_reaction(chat_id, message_id, [ReactionTypeEmoji(emoji)])
        except TelegramError as error:
            _log.info("not_reacted", error=type(error).__name__)
            return False
        return True

    # Bot API 10.1, blocks 10.2, compact tables 10.3.

    async def send_rich(self, content: Parameters, where: Parameters) -> Message:
        """Send a rich message; `where` as python-telegram-bot's send_message takes it."""
        given = dict(where)
        rate_limit_args = given.pop("rate_limit_args", None)
        beside = given.pop("api_kwargs", None) or {}
        sent: Message = await self._bot.do_api_request(
            "sendRichMessage",
            {**given, **beside, **content},
            return_type=Message,
            rate_limit_args=rate_limit_args,
        )
        return sent

    async def edit_rich(self, content: Parameters, where: Parameters) -> None:
        """Make a text or rich message a rich one; `where` as for edit_message_text."""
        await self._bot.edit_message_text("", **where, parse_mode=None, api_kwargs=content)

    # Bot API 10.2; in one parameter since 10.3; by the press alone since 10.4.

    async def edit_ephemeral(
        self, chat_id: int, person: UserId, number: int, content: Parameters
    ) -> None:
        """Change an ephemeral message; whether that arrives is not promised."""
        await self._bot.do_api_request(
            "editEphemeralMessageText",
            {
                "chat_id": chat_id,
                "receiver_user_id": int(person),
                "ephemeral_message_id": number,
                **content,
            },
        )

    async def delete_ephemeral(self, chat_id: int, person: UserId, number: int) -> None:
        """Delete an ephemeral message."""
        await self._bot.do_api_request(
            "deleteEphemeralMessage",
            {
                "chat_id": chat_id,
                "receiver_user_id": int(person),
                "ephemeral_message_id": number,
            },
        )


def features_of(reply: Reply) -> frozenset[Feature]:
    """Return what a reply would make use of that not every server has."""
    buttons = [button for row in reply.buttons for button in row]
    used = {
        Feature.COPY_BUTTONS: any(button.copy is not None for button in buttons),
        Feature.DISABLED_BUTTONS: any(button.is_disabled for button in buttons),
        Feature.FORCE_REPLY_BESIDE_BUTTONS: bool(buttons) and reply.asks is not None,
        Feature.RICH: bool(reply.rich),
        Feature.RICH_PICTURES: bool(reply.rich) and reply.picture is not None,
    }
    return frozenset(feature for feature, uses in used.items() if uses)


def ephemeral_parameters(only_for: OnlyFor) -> Parameters:
    """Return what makes a message ephemeral, as servers of 10.2 and of 10.3 read it."""
    asked: Parameters = {"receiver_user_id": int(only_for.person)}
    if only_for.query_id is not None:
        asked["callback_query_id"] = only_for.query_id
    one: Parameters = dict(asked)
    if only_for.in_place:
        one["replace_callback_query_message"] = True
    given: Parameters = {**asked, "ephemeral_message_parameters": one}
    if only_for.answers is not None:
        given["reply_parameters"] = {"ephemeral_message_id": only_for.answers}
    return given


def ephemeral_number(message: Message) -> int | None:
    """Return the number of an ephemeral message among those of its chat, None of any other."""
    number = message.api_kwargs.get("ephemeral_message_id")
    return number if isinstance(number, int) else None
