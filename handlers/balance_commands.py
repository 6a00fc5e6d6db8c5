"""Where everybody stands: `/balance`, `/me`, and the buttons below them."""

from __future__ import annotations

import asyncio

from bot.conversation.turn import Turn
from bot.views import balance_lines as views
from handlers.grammar.commands.member_line import read_balance
from handlers.grammar.lexer import from_message
from ledger.core.members import MemberId, Sender
from ledger.reports import statements


async def balance(turn: Turn) -> None:
    """`/balance`, `/balance @a`, `/balance pairs`."""
    whom = read_balance(from_message(turn.message))
    if whom == "pairs":
        pairs = await turn.book(statements.pairs)
        await turn.reply(views.pairs(turn.say, pairs))
    elif whom is None:
        sheet = await turn.book(statements.balance)
        await turn.reply(views.balance(turn.say, sheet))
    else:
        standing = await turn.book(lambda book: statements.standing(book, whom))
        await turn.reply(views.standing(turn.say, standing))


async def me(turn: Turn) -> None:
    """`/me`: here in a group, in private across all my groups."""
    person = turn.person
    if turn.place is not None:
        standing = await turn.book(lambda book: statements.standing(book, Sender()))
        await turn.reply(views.standing(turn.say, standing))
    elif person is not None:
        mine = await turn.ledger(lambda tx: statements.my_standing(tx, person.id))
        await turn.reply(views.mine(turn.say, mine))


async def balance_pressed(turn: Turn) -> None:
    """A page of the balances."""
    sheet = await turn.book(statements.balance)
    await turn.redraw(views.balance(turn.say, sheet, turn.number(0)))


async def pairs_pressed(turn: Turn) -> None:
    """Who owes whom."""
    pairs = await turn.book(statements.pairs)
    await turn.unfold(views.pairs(turn.say, pairs, turn.number(0)))


async def standing_pressed(turn: Turn) -> None:
    """A name below the balances."""
    member = MemberId(turn.number(0))
    standing = await turn.book(lambda book: statements.standing(book, member))
    await turn.unfold(views.standing(turn.say, standing, turn.number(1)))


async def chart_pressed(turn: Turn) -> None:
    """The balances as a picture."""
    sheet = await turn.book(statements.balance)
    await turn.end_clock()
    # Beside the event loop, which has others to answer: the first picture takes seconds.
    await turn.reply(await asyncio.to_thread(views.chart, turn.say, sheet))
