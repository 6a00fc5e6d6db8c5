"""Commands that we don't have: `/spilt 20 pizza` is answered with `/split 20 pizza`."""

from __future__ import annotations

from telegram import Message, Update

from bot.conversation.routing import command_of, edited_message, is_addressed, own_words
from bot.conversation.said import StalePress, is_group
from bot.conversation.turn import Turn
from bot.views import guidance
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.commands.misspelt import meant_line, undashed
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.message import from_message
from handlers.line_answers import record_asked
from handlers.message_edits import taken_away


def is_misspelt(update: Update) -> bool:
    """Tell whether a message in a group is a command one slip away from ours."""
    message = update.message or edited_message(update)
    if message is None or not is_group(message.chat):
        return False
    command = command_of(message)
    if command is None:
        return undashed(own_words(message), from_text(own_words(message))) is not None
    return meant_line(from_text(f"/{command}")) is not None


async def suggest(turn: Turn) -> None:
    """Answer with the line that was meant; an expense is recorded by a press."""
    line = _meant(turn.message)
    assert line is not None
    if await _became_another(turn):
        return
    await turn.listen()
    written = line.example(*(word.text for word in line.words))
    records = line.command in SPLIT_COMMANDS and bool(line.words)
    await turn.reply(guidance.meant_line(turn.say, written, records=records), quote=True)


async def meant_pressed(turn: Turn) -> None:
    """The line that was meant: it is recorded as its writer's, once."""
    asked = turn.message.reply_to_message
    line = None if asked is None else _meant(asked)
    if line is None or line.command not in SPLIT_COMMANDS:
        raise StalePress
    await record_asked(turn, line)


async def _became_another(turn: Turn) -> bool:
    """Tell what an edited message has recorded before, if anything; return whether it had."""
    if turn.update.edited_message is not None:
        await taken_away(turn)
    return turn.told


def _meant(message: Message) -> Line | None:
    line = from_message(message)
    return meant_line(line) or undashed(own_words(message), line)


def is_unknown(update: Update) -> bool:
    """Tell whether a message in a group is a command with our name that is none of ours."""
    message = update.message or edited_message(update)
    return message is not None and is_group(message.chat) and is_addressed(message)


async def tell_unknown(turn: Turn) -> None:
    """Answer a command that we don't have, which was surely meant for us."""
    if await _became_another(turn):
        return
    await turn.listen()
    command = f"/{command_of(turn.message)}"
    await turn.reply(guidance.unknown_command(turn.say, command), quote=True)
