"""What leads to which answer: commands, buttons, edits and service messages.

Knows no command by name: `handlers` lists them. Each route is a python-telegram-bot handler
that makes a `Turn`, lets the answer work on it and tells people's mistakes in one place.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.ext import Application, BaseHandler, ContextTypes

from bot.conversation.command_limit import CommandLimit
from bot.conversation.turn import Services, StalePress, Turn
from bot.intake import was_answered
from bot.views import brief_answers
from bot.views.refusals import answer
from bot.views.reply import Verb, read_press
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine

Answer = Callable[[Turn], Awaitable[None]]

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?=:?(?:\s|$))", re.ASCII)


class Route(BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]):
    """One line of the list of everything registered."""

    services: Services

    def __init__(self, answer: Answer) -> None:
        super().__init__(self._unused)
        self.answer = answer

    async def _unused(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        raise AssertionError("a route answers through a turn")

    def check_update(self, update: object) -> tuple[str, ...] | None:
        """Return the turn's arguments when this update is for this route, else None."""
        return self.match(update) if isinstance(update, Update) else None

    @abstractmethod
    def match(self, update: Update) -> tuple[str, ...] | None:
        """Return the turn's arguments when this update is for this route, else None."""

    async def handle_update(
        self,
        update: Update,
        application: Application[Any, Any, Any, Any, Any, Any],
        check_result: object,
        context: ContextTypes.DEFAULT_TYPE,
    ) -> None:
        """Answer; somebody's mistake is told, anything else goes to the error handler."""
        arguments = check_result if isinstance(check_result, tuple) else ()
        turn = Turn(self.services, update, application.bot, arguments)
        try:
            if was_answered():
                await self.answered_before(turn)
            elif await self.admits(turn):
                await self.answer(turn)
        except LedgerError as error:
            await self.refuse(turn, error)
        except StalePress:
            await turn.listen()
            await turn.toast(brief_answers.toast_stale(turn.say), alert=True)
        await turn.end_clock()

    async def admits(self, turn: Turn) -> bool:
        """Tell whether the turn may go on; say why where it may not."""
        return True

    async def answered_before(self, turn: Turn) -> None:
        """Redraw what a press changed that was answered before the process ended.

        Its answer must not be found again: others have come behind it meanwhile.
        """

    async def refuse(self, turn: Turn, error: LedgerError) -> None:
        """Tell somebody's mistake where it was made, in the language spoken there."""
        await turn.listen()
        if turn.query is not None:
            await turn.toast(brief_answers.alert(answer.refusal(turn.say, error)), alert=True)
        else:
            line = error.details.get("line")
            understood = line if isinstance(line, ExpenseLine) else None
            typed = turn.message.text or turn.message.caption or ""
            told = answer.refusal(turn.say, error, answer.with_name_meant(error, typed), understood)
            await turn.reply(told, quote=True)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What to answer where a command can't be used: outside groups, or without a person."""

    in_private: Answer
    too_many: Callable[[Turn, int], Awaitable[None]]
    """Called with the seconds to wait."""


class Command(Route):
    """A command by its names, in a message's text or a picture's caption.

    A forwarded command, or one that came by way of another bot, is somebody else's words and
    none for us. `edited` answers when a message is changed into, or within, this command.
    """

    limit: CommandLimit
    elsewhere: Elsewhere

    def __init__(
        self, names: str, answer: Answer, *, edited: Answer | None = None, group_only: bool = True
    ) -> None:
        super().__init__(self._answer)
        self.names = frozenset(names.split())
        self._said = answer
        self._edited = edited
        self._group_only = group_only

    def match(self, update: Update) -> tuple[str, ...] | None:
        """Match a new message, or an edited one where edits count."""
        message = update.message or (edited_message(update) if self._edited else None)
        if message is None or command_of(message) not in self.names:
            return None
        return ()

    async def _answer(self, turn: Turn) -> None:
        if turn.update.edited_message is not None and self._edited is not None:
            await self._edited(turn)
        else:
            await self._said(turn)

    async def admits(self, turn: Turn) -> bool:
        """Refuse floods, and group commands in a private chat."""
        if turn.person is not None:
            sent = turn.message.edit_date or turn.message.date
            allowed = self.limit.count(
                turn.address.chat_id, turn.person.id, turn.update.update_id, sent.timestamp()
            )
            if not allowed:
                if allowed.first_refusal:
                    await self.elsewhere.too_many(turn, allowed.wait_seconds)
                return False
        if self._group_only and turn.place is None:
            await self.elsewhere.in_private(turn)
            return False
        return True


def edited_message(update: Update) -> Message | None:
    """Return a message that was changed, if it can be told from others.

    Ephemeral messages all have the id 0, so nobody knows which one was changed.
    """
    message = update.edited_message
    return message if message is not None and message.message_id else None


def command_of(message: Message) -> str | None:
    """Return the command a message begins with, in small letters, if it is one for us."""
    text = message.text or message.caption or ""
    if not text.startswith("/") or message.forward_origin or message.via_bot:
        return None
    sender = message.from_user
    if sender is not None and sender.is_bot and message.sender_chat is None:
        return None
    match = _COMMAND.match(text)
    if match is None:
        return None
    addressee = match["bot"]
    if addressee and addressee.lower() != message.get_bot().username.lower():
        return None
    return match["name"].lower()


class Pressed(Route):
    """A button by its verb. In a private chat those of a group's book are forged."""

    redraw: Answer

    def __init__(self, verb: Verb, answer: Answer, *, group_only: bool = True) -> None:
        super().__init__(answer)
        self.verb = verb
        self._group_only = group_only

    def match(self, update: Update) -> tuple[str, ...] | None:
        """Match a press whose data reads as this verb's."""
        query = update.callback_query
        if query is None or query.message is None or query.data is None:
            return None
        if "\0" in query.data:  # Never ours, and no database takes it.
            return None
        try:
            press = read_press(query.data)
        except ValueError:
            return None
        return press.args if press.verb is self.verb else None

    async def admits(self, turn: Turn) -> bool:
        """Refuse a group's buttons in a private chat."""
        if self._group_only and turn.place is None:
            raise StalePress
        return True

    async def answered_before(self, turn: Turn) -> None:
        """Redraw the receipt below which the button was pressed."""
        await self.redraw(turn)


class Happened(Route):
    """Anything else, recognised by a condition: a reply, a service message, a membership."""

    def __init__(self, when: Callable[[Update], object], answer: Answer) -> None:
        super().__init__(answer)
        self._when = when

    def match(self, update: Update) -> tuple[str, ...] | None:
        """Match by the condition."""
        return () if self._when(update) else None


def connect(
    routes: Sequence[Route], services: Services, elsewhere: Elsewhere, redraw: Answer
) -> Sequence[Route]:
    """Give every route what it needs to answer; return them in their order.

    `redraw` draws the receipt again below which somebody pressed.
    """
    limit = CommandLimit(services.settings.commands_per_minute)
    for route in routes:
        route.services = services
        if isinstance(route, Command):
            route.limit = limit
            route.elsewhere = elsewhere
        elif isinstance(route, Pressed):
            route.redraw = redraw
    return routes
