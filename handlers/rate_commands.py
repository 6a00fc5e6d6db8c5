"""What other currencies are worth: `/rate`, and the reference rates for whoever needs them."""

from __future__ import annotations

from datetime import date

from bot.conversation.turn import Turn
from bot.runtime.reference import completed
from bot.views import rate_lines as views
from handlers.grammar.commands.rate_line import RateLine, read_rate
from handlers.grammar.message import from_message
from ledger.book.open_book import Book
from ledger.core.answers.rates import KnownRates
from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import Rate
from ledger.core.money import Currency
from ledger.currencies import rates as ledger

_FAR, _NEAR = 100, 10
"""A rate more than so many times below the reference is doubted, if a thousand times it is near."""


async def rate(turn: Turn) -> None:
    """`/rate EUR 90.5`, `/rate EUR off`; bare, the rates in use."""
    line = from_message(turn.message)
    home = await turn.book(lambda book: book.group.currency)
    read = read_rate(line, home)
    if read is not None and await _is_off_by_thousands(read, home):
        assert read.thousands is not None
        meant = (line.example(read.base, str(int(read.thousands))),)
        raise LedgerError(Code.BAD_RATE, written=str(read.value), examples=meant)

    def use_case(book: Book) -> tuple[Rate | None, KnownRates, date]:
        done = None
        if read is not None and read.value is not None:
            done = ledger.set_rate(book, read.base, read.value)
        elif read is not None:
            ledger.drop_rate(book, read.base)
        return done, ledger.known(book), book.today

    done, known, today = await turn.book(use_case)
    if done is not None:
        await turn.reply(views.rate_set(turn.say, done))
    elif read is not None:
        found = await completed(known.using(read.base))
        await turn.reply(views.rate_dropped(turn.say, read.base, found.rates.get(read.base), today))
    else:
        await turn.reply(views.rates(turn.say, await completed(known), today))


async def _is_off_by_thousands(read: RateLine, home: Currency) -> bool:
    """Tell whether `USD 16.234` is more like 16,234, by the reference rate."""
    if read.value is None or read.thousands is None:
        return False
    known = await completed(KnownRates(home, {}).using(read.base))
    reference = known.rates.get(read.base)
    return reference is not None and read.value * _FAR < reference.value < read.thousands * _NEAR
