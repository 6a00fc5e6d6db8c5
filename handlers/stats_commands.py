"""What was spent: `/stats`, and the buttons below its picture."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date

from bot.conversation.turn import Turn
from bot.runtime.reference import completed
from bot.views import spending_lines as views
from bot.views.reply import Reply
from bot.views.spending_picture import picture
from handlers.company import circle_of
from handlers.grammar.category_guess import guessed_category
from handlers.grammar.commands.own_language import with_english_period
from handlers.grammar.commands.stats_line import (
    following,
    previous,
    read_period,
    read_written,
    written,
)
from handlers.grammar.message import from_message
from ledger.book.open_book import Book
from ledger.core.answers.entry_lists import Period
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.spending import CurrencySpending, Spending
from ledger.currencies import rates
from ledger.journal.categorising import sort_in
from ledger.reports.spending import spending


async def stats(turn: Turn) -> None:
    """`/stats`, `/stats year`, `/stats 2026-03`, `/stats all`."""
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[Spending, KnownRates]:
        said = with_english_period(line, circle_of(book, turn))
        return _spending(book, read_period(said, book.today, views.periods_called(turn.say)))

    told = await turn.book(use_case)
    await turn.reply(await _reply(turn, *told, views.View.ALL))


async def stats_pressed(turn: Turn) -> None:
    """Another period, or another view."""
    period, view = turn.argument(0, read_written), turn.argument(1, views.View)
    told = await turn.book(lambda book: _spending(book, period))
    await turn.redraw(await _reply(turn, *told, view))


async def sort_in_pressed(turn: Turn) -> None:
    """A guess is right: it is booked for all the presser may change."""
    guess = turn.argument(0, lambda name: name if name in views.GUESSABLE else _no_guess(name))
    period, view = turn.argument(1, read_written), turn.argument(2, views.View)
    source = turn.line_source("sortin", guess, written(period))

    before, _ = await turn.book(lambda book: _spending(book, period))
    words = await asyncio.to_thread(_speaking_of, guess, before)
    category = turn.say.stored(views.GUESSABLE[guess])
    done = await turn.book(lambda book: sort_in(book, words, category, period, source))
    told, known = await turn.book(lambda book: _spending(book, period))
    await turn.toast(views.sorted_in(turn.say, done, category), alert=not done)
    await turn.redraw(await _reply(turn, told, known, view))


def _speaking_of(guess: str, found: Spending) -> list[str]:
    """Return what expenses without a category say that speaks of one."""
    return [
        one.description
        for block in found.currencies
        for one in block.described
        if guessed_category(one.description) == guess
    ]


def _no_guess(name: str) -> str:
    raise ValueError(name)


def _spending(book: Book, period: Period | None) -> tuple[Spending, KnownRates]:
    found = spending(book, period)
    used = (block.currency for block in found.currencies)
    return found, rates.known(book).using(*used)


async def _reply(turn: Turn, found: Spending, known: KnownRates, view: views.View) -> Reply:
    await turn.end_clock()
    shown = views.Shown(
        found,
        # Beside the event loop, as a long book says very many different things.
        await asyncio.to_thread(_guesses, found.currencies[:1]),
        await completed(known) if len(found.currencies) > 1 else known,
        _around(found.period, found.today),
        view,
    )
    # Beside the event loop, which has others to answer: the first picture takes a second.
    drawn = await asyncio.to_thread(picture, turn.say, shown)
    return views.stats(turn.say, shown, drawn)


def _guesses(blocks: Iterable[CurrencySpending]) -> dict[str, int]:
    """Return what expenses without a category may have been for, in minor units."""
    totals: dict[str, int] = {}
    for block in blocks:
        for one in block.described:
            guess = guessed_category(one.description)
            if guess is not None:
                totals[guess] = totals.get(guess, 0) + one.minor
    return totals


def _around(period: Period | None, today: date) -> views.Around:
    now = (today.year, today.month)
    if period is None:
        return views.Around("all", None, None, written(now), written((today.year,)), "all")
    year = period[0]
    of_year = today.month if len(period) == 1 else period[1]
    is_last = list(period) >= [today.year, today.month, today.day][: len(period)]
    return views.Around(
        itself=written(period),
        before=written(previous(period)),
        behind=None if is_last else written(following(period)),
        month=written((year, of_year)),
        year=written((year,)),
        whole="all",
    )
