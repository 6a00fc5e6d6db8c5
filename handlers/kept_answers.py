"""What a group could not be told: told once it takes messages again."""

from __future__ import annotations

from datetime import date

from bot.conversation.receipts import update_receipt
from bot.conversation.turn import Turn
from bot.delivery import chat_memory
from bot.delivery.chat_memory import Kept
from bot.intake import afterwards
from bot.views import expense_receipt, refused_messages
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.journal import answering


async def tell(turn: Turn) -> None:
    """Tell what waits for this group, below the answer that got through to it."""
    chat_id, memory = turn.address.chat_id, turn.services.memory
    waiting = await turn.services.threads.run(lambda tx: chat_memory.kept(tx, chat_id))
    memory.told(chat_id)
    if not waiting:
        return
    ids = [one.id for one in waiting]
    afterwards(lambda tx: chat_memory.forget_kept(tx, ids))
    await turn.reply(refused_messages.waited(turn.say, len(waiting)), private=False, alone=False)
    for one in waiting:
        await _tell(turn, one)


async def _tell(turn: Turn, one: Kept) -> None:
    if one.reply is not None:
        await turn.reply(one.reply, alone=False)
        return
    entry_id = one.entry_id
    assert entry_id is not None

    def use_case(book: Book) -> tuple[Written, date]:
        return answering.with_id(book, entry_id), book.today

    told, today = await turn.room(use_case)
    await update_receipt(turn, told.entry, expense_receipt.told(turn.say, told, today))
