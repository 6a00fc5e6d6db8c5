"""/settle as people say it: `bob 20`, `20 to bob`, `30 from bob`, `bob paid me 20`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.small_talk import without_talk
from handlers.grammar.natural.transfers import Transfer, direction_unclear, read_transfer
from ledger.core.errors import LedgerError
from ledger.core.money import Currency


def read_natural_payment(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return the line with its names in the order that `settle_line` reads: payer, payee.

    A line in which that order is not clear is returned as it is. What follows "for" becomes
    the note where it names nobody.

    Raises PAYMENT_UNCLEAR as in `transfers.direction_unclear` where who gave may be who got.
    """
    line = without_talk(line, circle)
    found = read_transfer(line, home, today, circle)
    if found.is_unclear:
        raise direction_unclear(line, found)
    named = found.ordered
    if named is None:
        return line
    others, tail = _what_for(found, home)
    if note := (*found.note, *tail):
        said = " ".join(word.text for word in note)
        if not line.note:
            others = [*others, word_of("//"), *note]
        line = replace(line, note=f"{said}; {line.note}" if line.note else said)
    words = tuple(replace(word, joined=False) for word in named)
    return replace(line, words=(*words, *others))


def _what_for(found: Transfer, home: Currency) -> tuple[list[Word], list[Word]]:
    """Return the other words without those that end them and say what it was for, and these."""
    others = found.others
    try:
        figure = figure_at(others, 0, home) if others and found.verb else None
    except LedgerError:
        figure = None
    tail = [] if figure is None else others[figure.stop :]
    if not tail or any(word.whom is not None or not word.low.isalpha() for word in tail):
        return others, []
    return others[: len(others) - len(tail)], tail
