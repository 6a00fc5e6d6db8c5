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

from bot.conversation.answered_commands import note_answered, was_answered_ever
from bot.conversation.command_limit import CommandLimit
from bot.conversation.open_questions import note_question
from bot.conversation.said import StalePress
from bot.conversation.topics import find_topic
from bot.conversation.turn import Services, Turn
from bot.delivery.sent_message import SentMessage
from bot.intake import arrived_at, was_answered
from bot.views import brief_answers
from bot.views.refusals import answer, own_people
from bot.views.reply import MAX_ALERT, Verb, read_press
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId

Answer = Callable[[Turn], Awaitable[None]]

_COMMAND = re.compile(
    r"/(?:(?P<name>[A-Za-z]{1,32})\d[A-Za-z0-9_]{0,31}|(?P<whole>[A-Za-z0-9_]{1,32}))"
    r"(?:@(?P<bot>[A-Za-z0-9_]{1,64}))?(?![\w@/<>]|[-‐‑‒–—−+]\d)"
)
"""A command ends where Telegram ends it, at the first sign that is no letter, digit or underscore.

No command of ours has digits: a number that touches one is its first word.
"""


class Route(BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]):
    """One line of the list of everything registered."""

    services: Services
    limit: CommandLimit
    elsewhere: Elsewhere
    catch_up: Answer
    """Tells what could not be told in the group before."""

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
        await find_topic(turn)
        try:
            if was_answered():
                await self.answered_before(turn)
            elif await self._is_no_flood_of_presses(turn) and await self.admits(turn):
                await self.answer(turn)
        except LedgerError as error:
            await self.refuse(turn, error)
        except StalePress:
            await turn.listen()
            await turn.toast(brief_answers.toast_stale(turn.say), alert=True)
        await turn.end_clock()
        if turn.heard and await self.services.memory.has_kept(turn.address.chat_id):
            await self.catch_up(turn)

    async def _is_no_flood_of_presses(self, turn: Turn) -> bool:
        """Count a press; say how long to wait where it is one too many.

        Only the presser sees that, so it is in their own language, and costs no look into the
        book.
        """
        if turn.query is None or turn.person is None or turn.chat is None:
            return True
        allowed = self.limit.count(
            turn.chat.id, turn.person.id, turn.update.update_id, arrived_at().timestamp()
        )
        if not allowed:
            turn.speak(None)
            await turn.toast(brief_answers.toast_too_many(turn.say, allowed.wait_seconds))
        return bool(allowed)

    async def _is_no_flood_of_commands(self, turn: Turn) -> bool:
        """Count a command; say once how long to wait where it is one too many."""
        if turn.person is None:
            return True
        sent = turn.message.edit_date or turn.message.date
        allowed = self.limit.count(
            turn.address.chat_id, turn.person.id, turn.update.update_id, sent.timestamp()
        )
        if allowed.first_refusal:
            await self.elsewhere.too_many(turn, allowed.wait_seconds)
        return bool(allowed)

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
            told = answer.refusal(turn.say, error)
            is_short = len(told.text.striptags()) <= MAX_ALERT
            if is_short or not await turn.say_alone(told):
                await turn.toast(brief_answers.alert(told), alert=True)
        else:
            line = error.details.get("line")
            understood = line if isinstance(line, ExpenseLine) else None
            typed = turn.message.text or turn.message.caption or ""
            if turn.place is not None and own_people.is_made_up(error, typed):
                roster, newest = await turn.room(lambda book: (book.roster, book.group.entries))
                asker = turn.person.id if turn.person else None
                own_people.with_own(error, typed, roster, asker, newest)
            error.details["said"] = tuple(sorted(turn.meant))
            told = answer.refusal(turn.say, error, answer.with_name_meant(error, typed), understood)
            turn.question = turn.question or await turn.asked_before()
            sent = await turn.reply(told, quote=True)
            if turn.place is not None:
                note_question(sent, turn.message)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What to answer where a command can't be used: outside groups, or without a person."""

    in_private: Answer
    in_direct_messages: Answer
    """In those of a channel no command can be used."""
    too_many: Callable[[Turn, int], Awaitable[None]]
    """Called with the seconds to wait."""
    taken_away: Answer
    """A message became another command: tells what it has recorded before, if anything."""


class Command(Route):
    """A command by its names, in a message's text or a picture's caption.

    A forwarded command, or one that came by way of another bot, is somebody else's words and
    none for us. `edited` answers when a message is changed into, or within, this command;
    without it a message that is changed into this command is answered as if it were new, if
    nothing has answered it yet.
    """

    def __init__(
        self, names: str, answer: Answer, *, edited: Answer | None = None, group_only: bool = True
    ) -> None:
        super().__init__(self._answer)
        self.names = frozenset(names.split())
        self._said = answer
        self._edited = edited
        self._group_only = group_only

    def match(self, update: Update) -> tuple[str, ...] | None:
        """Match a message, new or edited, by its command."""
        message = update.message or edited_message(update)
        if message is None or command_of(message) not in self.names:
            return None
        return ()

    async def _answer(self, turn: Turn) -> None:
        is_new = turn.update.edited_message is None
        if not is_new:
            await (self._edited or self.elsewhere.taken_away)(turn)
        if self._edited is not None and not _is_bare(turn.message):
            # What these record is known by its message.
            if is_new:
                await self._said(turn)
        elif is_new or not (turn.told or await was_answered_ever(turn)):
            await self._said(turn)
            note_answered(turn)

    async def admits(self, turn: Turn) -> bool:
        """Refuse floods, and group commands in a private chat."""
        if not await self._is_no_flood_of_commands(turn):
            return False
        if turn.is_to_channel:
            await self.elsewhere.in_direct_messages(turn)
            return False
        if self._group_only and turn.place is None:
            await self.elsewhere.in_private(turn)
            return False
        return True


def _is_bare(message: Message) -> bool:
    """Tell whether a command stands alone."""
    return len((message.text or message.caption or "").split()) == 1


def edited_message(update: Update) -> Message | None:
    """Return a message that was changed, if it can be told from others.

    Ephemeral messages all have the id 0, so nobody knows which one was changed.
    """
    message = update.edited_message
    return message if message is not None and message.message_id else None


def command_of(message: Message) -> str | None:
    """Return the command a message begins with, in small letters, if it is one for us."""
    match = _COMMAND.match(own_words(message))
    if match is None:
        return None
    addressee = match["bot"]
    if addressee and addressee.lower() != message.get_bot().username.lower():
        return None
    return (match["name"] or match["whole"]).lower()


def own_words(message: Message) -> str:
    """Return what a message says; nothing where it is somebody else's words, or a bot's."""
    if message.forward_origin or message.via_bot:
        return ""
    sender = message.from_user
    if sender is not None and sender.is_bot and message.sender_chat is None:
        return ""
    return message.text or message.caption or ""


def is_addressed(message: Message) -> bool:
    """Tell whether a message begins with a command that has our username behind it."""
    match = _COMMAND.match(own_words(message))
    return match is not None and match["bot"] is not None and command_of(message) is not None


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


class Chosen(Pressed):
    """Buttons that say who is meant in the line that our question answers: it is read again.

    The line is answered by its command as if it were said now, in the place of the question;
    what it records is its own, so that two presses record once. `otherwise` takes a line
    that is no command: an answer to a question.
    """

    commands: Sequence[Command]

    def __init__(self, verb: Verb, otherwise: Answer) -> None:
        super().__init__(verb, self._read_again)
        self._otherwise = otherwise

    async def _read_again(self, turn: Turn) -> None:
        asked = turn.message.reply_to_message if not turn.is_inaccessible else None
        if asked is None or asked.from_user is None:
            raise StalePress
        if turn.person is None or asked.from_user.id != turn.person.id:
            await turn.listen()
            name = asked.from_user.first_name
            await turn.toast(brief_answers.toast_writer_only(turn.say, name), alert=True)
            return
        await turn.end_clock()
        command, again = self._said_again(turn, asked)
        again.meant = frozenset(map(MemberId, map(turn.number, range(len(turn.arguments)))))
        again.question, again.thread_id = SentMessage.of(turn.message), turn.thread_id
        try:
            await (self._otherwise if command is None else command.answer)(again)
        except LedgerError as error:
            await self.refuse(again, error)
        turn.heard = turn.heard or again.heard

    def _said_again(self, turn: Turn, asked: Message) -> tuple[Command | None, Turn]:
        number, bot = turn.update.update_id, turn.bot
        if asked.edit_date is None:
            update = Update(number, message=asked)
        else:
            update = Update(number, edited_message=asked)
        again = Turn(self.services, update, bot, ())
        found = (one for one in self.commands if one.match(update) is not None)
        return next(found, None), again


class Happened(Route):
    """Anything else, recognised by a condition: a reply, a service message, a membership.

    One that is `counted` is a message that counts towards its writer's commands a minute.
    """

    def __init__(
        self, when: Callable[[Update], object], answer: Answer, *, counted: bool = False
    ) -> None:
        super().__init__(answer)
        self._when = when
        self._counted = counted

    async def admits(self, turn: Turn) -> bool:
        """Refuse floods of what counts."""
        return not self._counted or await self._is_no_flood_of_commands(turn)

    def match(self, update: Update) -> tuple[str, ...] | None:
        """Match by the condition."""
        return () if self._when(update) else None


def connect(
    routes: Sequence[Route],
    services: Services,
    elsewhere: Elsewhere,
    *,
    redraw: Answer,
    catch_up: Answer,
) -> Sequence[Route]:
    """Give every route what it needs to answer; return them in their order.

    `redraw` draws the receipt again below which somebody pressed, `catch_up` tells in a group
    that was just heard what it took in no form before.
    """
    limit = CommandLimit(services.settings.commands_per_minute)
    for route in routes:
        route.services = services
        route.limit = limit
        route.catch_up = catch_up
        route.elsewhere = elsewhere
        if isinstance(route, Pressed):
            route.redraw = redraw
        if isinstance(route, Chosen):
            route.commands = [one for one in routes if isinstance(one, Command)]
    return routes
