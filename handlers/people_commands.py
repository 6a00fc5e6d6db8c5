"""Names for several people, and default shares: `/set`, `/weight`."""

from __future__ import annotations

from bot.conversation.turn import Turn
from bot.views import people_lists as views
from bot.views.reply import Reply
from handlers.company import circle_of
from handlers.grammar.commands.people_line import read_set, read_weight
from handlers.grammar.message import from_message
from ledger.book import default_shares, member_sets
from ledger.book.open_book import Book


async def set_people(turn: Turn) -> None:
    """`/set flat2 @bob @cat`; `/set flat2 off`; `/set` lists."""
    line = from_message(turn.message)

    def use_case(book: Book) -> Reply:
        read = read_set(line, circle_of(book, turn))
        if read is None:
            return views.sets(turn.say, member_sets.sets_of(book), book.roster)
        if read.off:
            member_sets.end_set(book, read.name)
            return views.set_ended(turn.say, read.name)
        made = member_sets.name_set(book, read.name, read.people)
        return views.set_made(turn.say, made, book.roster)

    await turn.reply(await turn.book(use_case))


async def weight(turn: Turn) -> None:
    """`/weight @bob 2`: a couple, a family; `/weight` lists."""
    line = from_message(turn.message)

    def use_case(book: Book) -> Reply:
        read = read_weight(line, circle_of(book, turn))
        if read is None:
            return views.weights(turn.say, default_shares.weighted(book), book.roster)
        member = default_shares.set_weight(book, *read)
        return views.weight_set(turn.say, member, book.roster)

    await turn.reply(await turn.book(use_case))
