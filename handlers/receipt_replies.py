"""Replies without a command to messages of ours: answers, and what is wrong in a receipt."""

from __future__ import annotations

from bot.conversation.questions import answers_question
from bot.conversation.turn import Turn
from handlers.entry_replies import correct
from handlers.lead_on import lead_on
from handlers.message_edits import has_entry
from handlers.question_replies import answers_line
from handlers.split_commands import answer_edited, answered, is_plain, replies_to_us


async def replied(turn: Turn) -> None:
    """A reply to a message of ours: to a question, or to a receipt that it puts right."""
    if await answers_question(turn):
        await answered(turn)
    elif not (await answers_line(turn) or await lead_on(turn)):
        await correct(turn, turn.correction_source)


async def reply_edited(turn: Turn) -> None:
    """An edited message that is no command: a reply to a receipt is read anew, upon the last one.

    Others are answers to our questions, or were commands before.
    """
    of_a_receipt = replies_to_us(turn.message) and is_plain(turn.message)
    if of_a_receipt and not (await answers_question(turn) or await has_entry(turn)):
        await correct(turn, turn.edit_source)
    else:
        await answer_edited(turn)
