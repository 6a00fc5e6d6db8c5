"""What happened: `/history` with its filters and pages, `/show`, `/log`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from bot.conversation.turn import Turn
from bot.views import history_pages as views
from bot.views.reply import HERE, Press, Verb
from handlers.company import circle_of
from handlers.grammar.commands.history_line import Search, read_filter, read_number_alone
from handlers.grammar.commands.own_language import with_periods
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.message import from_message
from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.core.answers.entry_lists import (
    AmountRange,
    EntryStory,
    Filter,
    HistoryPage,
    LogPage,
)
from ledger.core.errors import LedgerError
from ledger.core.members import Name
from ledger.core.money import exponent
from ledger.reports import history as ledger

_FIRST_YEAR: Final = 2000


async def history(turn: Turn) -> None:
    """`/history`, `/history @a`, `/history dinner`, `/history #food 2024-02`, `/history >500`.

    A number alone is a page's, else a year, a word to look for, an amount, or an entry's.
    """
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[HistoryPage | EntryStory, Filter, date, str]:
        said = with_periods(line, circle_of(book, turn), book.today)
        search = read_filter(said, book.today, book.group.currency)
        member = resolve(book, search.whom, make=False).id if search.whom else None
        wanted = Filter(member, search.words, search.category, search.period, search.amount)
        found, wanted = _found(book, wanted, search)
        return found, wanted, book.today, book.group.timezone

    found, wanted, today, zone = await turn.book(use_case)
    if isinstance(found, EntryStory):
        await turn.reply(views.show(turn.say, found, zone))
    else:
        await turn.reply(views.history(turn.say, found, wanted, today))


def _found(book: Book, wanted: Filter, search: Search) -> tuple[HistoryPage | EntryStory, Filter]:
    if search.number and not search.entry and (page := _numbered(book, search.number)):
        return page, ledger.EVERYTHING
    if search.number and not search.entry and (year := _year(book, search.number)):
        return year
    page = ledger.page(book, wanted)
    if not page.entries and search.number and not search.entry:
        amount = _of_amount(book, search.number)
        page = ledger.page(book, amount)
        wanted = amount if page.entries else wanted
    if not page.entries and search.number and search.number <= book.group.entries:
        return ledger.show(book, search.number), wanted
    if not page.entries and search.words and search.whom is None:
        # Nothing was called "bob", but somebody is.
        try:
            member = resolve(book, Name(search.words), make=False)
        except LedgerError:
            return page, wanted
        wanted = replace(wanted, member=member.id, words=None)
        return ledger.page(book, wanted), wanted
    return page, wanted


def _numbered(book: Book, number: int) -> HistoryPage | None:
    """Return the page of that number, if there is one."""
    page = ledger.page(book, page=number)
    return page if page.page == number else None


def _year(book: Book, number: int) -> tuple[HistoryPage, Filter] | None:
    """Return the entries of the year of that number, if there are any."""
    if not _FIRST_YEAR <= number <= book.today.year + 1:
        return None
    wanted = Filter(period=(number,))
    page = ledger.page(book, wanted)
    return (page, wanted) if page.entries else None


def _of_amount(book: Book, number: int) -> Filter:
    """Return the filter of entries of that amount, in the group's own currency."""
    currency = book.group.currency
    minor = number * 10 ** exponent(currency)
    return Filter(amount=AmountRange(currency, minor, minor))


async def history_pressed(turn: Turn) -> None:
    """A page of the history."""
    wanted = turn.argument(0, lambda _: views.read_filter(Press(Verb.HISTORY, turn.arguments)))
    number = turn.number(0)
    page, today = await turn.book(lambda book: (ledger.page(book, wanted, number), book.today))
    await turn.unfold(views.history(turn.say, page, wanted, today))


async def show(turn: Turn) -> None:
    """`/show 12`: everything about one entry."""
    number, _ = read_number(from_message(turn.message))
    story, zone = await _story(turn, number)
    await turn.reply(views.show(turn.say, story, zone))


async def details_pressed(turn: Turn) -> None:
    """Details below a receipt, or a page of them."""
    page, here = turn.number(1), HERE in turn.arguments[2:]
    story, zone = await _story(turn, turn.number(0))
    in_place = views.show(turn.say, story, zone, page, here=True) if here else None
    await turn.unfold(views.show(turn.say, story, zone, page), in_place=in_place)


async def _story(turn: Turn, number: int) -> tuple[EntryStory, str]:
    return await turn.book(lambda book: (ledger.show(book, number), book.group.timezone))


async def log(turn: Turn) -> None:
    """`/log`: who changed what, newest first.

    A number alone is a page's, else an entry's, as in /history: `/log 2`, `/log #12`.
    """
    number, is_entry = read_number_alone(from_message(turn.message))

    def use_case(book: Book) -> tuple[LogPage | EntryStory, str]:
        page = ledger.log(book, number or 1)
        if number and (is_entry or page.page != number):
            return ledger.show(book, number), book.group.timezone
        return page, book.group.timezone

    found, zone = await turn.book(use_case)
    if isinstance(found, EntryStory):
        await turn.reply(views.show(turn.say, found, zone))
    else:
        await turn.reply(views.log(turn.say, found, zone))


async def log_pressed(turn: Turn) -> None:
    """A page of the log."""
    number = turn.number(0)
    page, zone = await turn.book(lambda book: (ledger.log(book, number), book.group.timezone))
    await turn.unfold(views.log(turn.say, page, zone))
