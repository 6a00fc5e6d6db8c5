"""/edit's short lines: `1300`, `#food`, `on friday // cash` change nothing else of an entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.literals.dates import date_at
from handlers.grammar.splits import category_of, read_amount
from handlers.grammar.suggestions import correct_date
from ledger.core.errors import LedgerError
from ledger.core.money import Currency
from ledger.journal.corrections import Amendment


def read_amendment(line: Line, currency: Currency, today: date) -> Amendment | None:
    """Read what alone is to change of an entry; None where the line is a whole one, or unclear.

    That is an amount and nothing else, in the entry's own `currency` where it names none;
    or a category, a date and a note, any of them, and nothing else.

    Raises LedgerError: ONE_COMMAND(second: str); what `splits.read_split` raises for an
    amount and for a date.
    """
    line.check_single()
    if not line.words:
        return None
    if _is_amount(line, currency):
        return Amendment(amount=read_amount(line, currency)[0])
    return _clauses(line, today)


def _is_amount(line: Line, currency: Currency) -> bool:
    try:
        figure = figure_at(line.words, 0, currency)
    except LedgerError as error:
        return len(str(error.details["written"]).split()) == len(line.words)
    return figure is not None and figure.stop == len(line.words)


def _clauses(line: Line, today: date) -> Amendment | None:
    """Read clauses, each at most once; None where there is anything else."""
    found, words, at = Amendment(), line.words, 0
    while at < len(words):
        word = words[at]
        if word.plain == "//" and at + 1 < len(words):
            return replace(found, note=line.note or None)
        if word.low == "on" and not word.escaped and found.on is None:
            try:
                dated = date_at(words, at + 1, today)
            except LedgerError as error:
                correct_date(line, error, at + 1, today)
                raise
            if dated is None:
                return None
            found, at = replace(found, on=dated[0]), dated[1]
        elif (category := category_of(word)) and found.category in (None, category):
            found, at = replace(found, category=category), at + 1
        else:
            return None
    return found
