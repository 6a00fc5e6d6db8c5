"""Everything in one currency: `/convert`, `/convert all`, `/convert 12`, and the way back."""

from __future__ import annotations

from datetime import date

from bot.conversation.receipts import update_receipt
from bot.conversation.turn import Turn
from bot.runtime.reference import completed
from bot.views import conversions as views
from bot.views import expense_receipt
from bot.views.brief_answers import toast_plan_changed
from handlers.grammar.commands.setting_line import unknown_choice
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.message import from_message
from handlers.message_edits import tell_change
from ledger.book.open_book import Book
from ledger.core.answers.conversions import Conversion
from ledger.core.answers.rates import KnownRates
from ledger.core.entries import Entry, Source
from ledger.core.money import Currency
from ledger.currencies import conversion as ledger
from ledger.currencies import rates

_ALL = frozenset({"all", "everything", "balances"})


async def convert(turn: Turn) -> None:
    """`/convert 12` one entry, `/convert all` what is open; bare, what that would be."""
    line = from_message(turn.message)
    if not line.words:
        await _offer(turn)
        return
    written = " ".join(word.text for word in line.words)
    if len(line.words) == 1 and line.words[0].low in _ALL:
        await _convert_all(turn, turn.source)
    elif any(character.isdigit() for character in line.words[0].plain):
        number, behind = read_number(line)
        if behind.words:
            # `20 EUR` may be an amount: no entry is changed for that.
            raise unknown_choice(line, written, ("all", str(number)))
        await _convert_entry(turn, number)
    else:
        raise unknown_choice(line, written, ("all", "12"))


async def convert_pressed(turn: Turn) -> None:
    """Convert all, below what that would be; where it would be something else now, show that."""
    shown, source = turn.argument(0, str), turn.line_source("all")
    known = await _known(turn)

    def use_case(book: Book) -> tuple[Conversion, Currency, date]:
        if not ledger.has_converted(book, source):
            now = ledger.open_elsewhere(book, known)
            if now.fingerprint != shown:
                return now, book.group.currency, book.today
        done = ledger.convert_balances(book, known, source)
        return done, book.group.currency, book.today

    found, home, today = await turn.book(use_case)
    if found.entries and found.entries[0].deleted:
        await turn.redraw(views.taken_back(turn.say))
    elif found.entries:
        await turn.redraw(views.converted(turn.say, found, home, today))
    else:
        await turn.toast(toast_plan_changed(turn.say), alert=True)
        await turn.redraw(views.offer(turn.say, found, home, today))


async def _known(turn: Turn) -> KnownRates:
    return await completed(await turn.book(rates.known))


async def _offer(turn: Turn) -> None:
    known = await _known(turn)

    def use_case(book: Book) -> tuple[Conversion, Currency, date]:
        return ledger.open_elsewhere(book, known), book.group.currency, book.today

    await turn.reply(views.offer(turn.say, *await turn.book(use_case)))


async def _convert_all(turn: Turn, source: Source) -> None:
    known = await _known(turn)

    def use_case(book: Book) -> tuple[Conversion, Currency, date]:
        done = ledger.convert_balances(book, known, source)
        return done, book.group.currency, book.today

    await turn.reply(views.converted(turn.say, *await turn.book(use_case)))


async def tell_conversion(turn: Turn, conversion: Conversion, *, counts: bool) -> None:
    """Tell that a conversion was taken back with one of its payments, or that it counts again."""
    home, today = await turn.book(lambda book: (book.group.currency, book.today))
    told = views.converted(turn.say, conversion, home, today)
    await turn.reply(told if counts else views.taken_back(turn.say), quote=True, alone=False)


async def _convert_entry(turn: Turn, number: int) -> None:
    def look(book: Book) -> tuple[Entry, KnownRates]:
        entry = ledger.convertible(book, number)
        return entry, rates.known(book).using(entry.contents.currency)

    if not await turn.book(lambda book: ledger.was_converted(book, turn.correction_source)):
        entry, known = await turn.book(look)
        known = await completed(known, entry.contents.on)
    else:
        known = KnownRates(Currency(""), {})
    changed, today = await turn.book(
        lambda book: (
            ledger.convert_entry(book, number, known, turn.correction_source),
            book.today,
        )
    )
    await update_receipt(turn, changed.entry, expense_receipt.told(turn.say, changed, today), None)
    await turn.reply(views.entry_converted(turn.say, changed, today))


async def unconvert_entry_pressed(turn: Turn) -> None:
    """Undo below a converted entry."""
    number, revision = turn.number(0), turn.number(1)
    changed, today = await turn.book(
        lambda book: (
            ledger.revert_entry(book, number, revision, turn.press_source),
            book.today,
        )
    )
    await tell_change(turn, changed, today)


async def unconvert_pressed(turn: Turn) -> None:
    """Undo below balances that were turned."""
    first, last = turn.number(0), turn.number(1)
    await turn.book(lambda book: ledger.take_back(book, first, last, turn.press_source))
    await turn.redraw(views.taken_back(turn.say))
