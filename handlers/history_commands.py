"""What happened: `/history` with its filters and pages, `/show`, `/log`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.turn import Turn
from bot.views import history_pages as views
from bot.views.reply import Press, Verb
from handlers.grammar.commands.history_line import Search, read_filter, read_number_alone
from handlers.grammar.lexer import from_message
from handlers.grammar.literals.entry_numbers import read_number
from ledger.book.open_book import Book
from ledger.core.errors import LedgerError
from ledger.core.members import Name
from ledger.people.membership import resolve
from ledger.reports import history as ledger
from ledger.reports.history import EntryStory, Filter, HistoryPage, LogPage


async def history(turn: Turn) -> None:
    """`/history`, `/history @a`, `/history dinner`, `/history #food`, `/history 2024-02`.

    A number alone is a page's, else a word to look for, else an entry's: `/history 2`.
    """
    line = from_message(turn.message)

    def use_case(book: Book) -> tuple[HistoryPage | EntryStory, Filter, date, str]:
        search = read_filter(line, book.today)
        member = resolve(book, search.whom, make=False).id if search.whom else None
        wanted = Filter(member, search.words, search.category, search.month)
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
    page = ledger.page(book, wanted)
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


async def history_pressed(turn: Turn) -> None:
    """A page of the history."""
    wanted = turn.argument(0, lambda _: views.read_filter(Press(Verb.HISTORY, turn.arguments)))
    number = turn.number(0)
    page, today = await turn.book(lambda book: (ledger.page(book, wanted, number), book.today))
    await turn.redraw(views.history(turn.say, page, wanted, today))


async def show(turn: Turn) -> None:
    """`/show 12`: everything about one entry."""
    number, _ = read_number(from_message(turn.message))
    story, zone = await _story(turn, number)
    await turn.reply(views.show(turn.say, story, zone))


async def details_pressed(turn: Turn) -> None:
    """Details below a receipt, or a page of them."""
    story, zone = await _story(turn, turn.number(0))
    await turn.unfold(views.show(turn.say, story, zone, turn.number(1)))


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
    await turn.redraw(views.log(turn.say, page, zone))
