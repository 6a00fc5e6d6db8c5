"""Where everybody stands: `/balance`, `/me`, and the buttons below them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from bot.conversation.app_buttons import with_app
from bot.conversation.turn import Turn
from bot.runtime.reference import completed
from bot.views import balance_lines as views
from bot.views import rate_lines
from bot.views.names import Names
from bot.views.reply import HERE, Reply
from handlers.grammar.commands.member_line import read_balance
from handlers.grammar.message import from_message
from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.standings import BalanceSheet, Standing
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Name, Sender, Whom
from ledger.core.money import currency, is_currency
from ledger.currencies import rates
from ledger.reports import statements

_ORIGINS_A_PAGE = 5
"""Pairs with what their parts were for, some lines each."""
_PAIRS = frozenset({"owe", "owes", "debts"})


async def balance(turn: Turn) -> None:
    """`/balance`, `/balance @a`, `/balance me and bob`, `/balance pairs`, `/balance USD`."""
    line = from_message(turn.message)
    whom = read_balance(line)
    if whom == "pairs" or (whom is None and line.command in _PAIRS):
        pairs = await turn.book(lambda book: statements.pairs(book, 0))
        await turn.reply(views.pairs(turn.say, pairs))
    elif isinstance(whom, tuple):
        first, second = whom
        found = await turn.book(lambda book: statements.between(book, first, second))
        await turn.reply(views.between(turn.say, found))
    elif whom is None:
        await turn.reply(await _balances(turn))
    else:
        await _balance_of(turn, whom)


async def _balances(turn: Turn, page: int = 0) -> Reply:
    """Return everybody's nets, and where several currencies are open what they come to."""

    def use_case(book: Book) -> tuple[BalanceSheet, KnownRates | None, date]:
        sheet = statements.balance(book)
        several = len(sheet.currencies) > 1
        return sheet, rates.known(book) if several else None, book.today

    sheet, known, today = await turn.book(use_case)
    in_all: Iterable[Markup] = ()
    if known is not None:
        known = await completed(known)
        in_all = rate_lines.in_all(turn.say, sheet, known, Names(sheet.roster), today)
    return views.balance(turn.say, sheet, page, in_all=in_all)


async def _balance_of(turn: Turn, whom: Whom) -> None:
    """Show where a member stands; a word that nobody is called may be a currency: `USD`."""
    code = whom.text.upper() if isinstance(whom, Name) else ""

    def use_case(book: Book) -> Standing | BalanceSheet:
        try:
            return statements.standing(book, whom)
        except LedgerError as error:
            if error.code is not Code.UNKNOWN_NAME or not is_currency(code):
                raise
            return statements.balance(book)

    found = await turn.book(use_case)
    if isinstance(found, Standing):
        await turn.reply(views.standing(turn.say, found))
    else:
        await turn.reply(views.balance(turn.say, found, only=currency(code)))


async def me(turn: Turn) -> None:
    """`/me`: here in a group, in private across all my groups."""
    person = turn.person
    if turn.place is not None:
        standing = await turn.book(lambda book: statements.standing(book, Sender()))
        await turn.reply(views.standing(turn.say, standing))
    elif person is not None:
        mine = await turn.ledger(lambda tx: statements.my_standing(tx, person.id))
        await turn.reply(await with_app(turn, views.mine(turn.say, mine)))


async def balance_pressed(turn: Turn) -> None:
    """A page of the balances."""
    if len(turn.arguments) < 2:
        await turn.redraw(await _balances(turn, turn.number(0)))
        return
    only = turn.argument(1, currency)
    sheet = await turn.book(statements.balance)
    await turn.unfold(views.balance(turn.say, sheet, turn.number(0), only=only))


async def pairs_pressed(turn: Turn) -> None:
    """Who owes whom."""
    page, how = turn.number(0), turn.arguments[1:]
    here = HERE in how
    if views.WITH_ORIGINS in how:
        sheet = await turn.book(
            lambda book: statements.pairs(book, page, a_page=_ORIGINS_A_PAGE, origins=True)
        )
        await turn.redraw(views.pairs_with_origins(turn.say, sheet, here=here))
        return
    pairs = await turn.book(lambda book: statements.pairs(book, page))
    in_place = views.pairs(turn.say, pairs, here=here)
    if views.WITHOUT_ORIGINS in how:
        await turn.redraw(in_place)
    else:
        await turn.unfold(views.pairs(turn.say, pairs), in_place=in_place if here else None)


async def standing_pressed(turn: Turn) -> None:
    """A name below the balances."""
    member, page, here = MemberId(turn.number(0)), turn.number(1), HERE in turn.arguments[2:]
    standing = await turn.book(lambda book: statements.standing(book, member))
    in_place = views.standing(turn.say, standing, page, here=True) if here else None
    await turn.unfold(views.standing(turn.say, standing, page), in_place=in_place)


async def chart_pressed(turn: Turn) -> None:
    """The balances as a picture."""
    sheet = await turn.book(statements.balance)
    await turn.end_clock()
    # Beside the event loop, which has others to answer: the first picture takes seconds.
    await turn.reply(await asyncio.to_thread(views.chart, turn.say, sheet))
