"""The board: `/board`, and adding an expense from it by a tap and one answer."""

from __future__ import annotations

from bot.conversation.questions import ask
from bot.conversation.turn import Turn
from bot.views import guidance
from bot.views.reply import Reply
from ledger.book.open_book import Book
from ledger.core.members import GroupId


async def board(turn: Turn) -> None:
    """`/board`, or its button: post the group's board, which then stays true."""
    keeper = turn.services.boards

    def use_case(book: Book) -> tuple[Reply, int, GroupId]:
        reply, change = keeper.draw(book, turn.say.code)
        return reply, change, book.group.id

    reply, change, group_id = await turn.book(use_case)
    sent = await turn.reply(reply)
    if sent is not None:
        await keeper.remember(turn.bot, group_id, turn.address, sent.message_id, change)


async def add_pressed(turn: Turn) -> None:
    """Add: ask whoever pressed; the answer is read as a /split."""
    await turn.listen()
    assert turn.person is not None
    await ask(turn, guidance.ask_presser(turn.say, turn.person), quote=False)
