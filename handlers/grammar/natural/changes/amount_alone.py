"""A reply that says an amount and nothing else: `4860`, `it was ₹4860`."""

from __future__ import annotations

from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.changes.replies import without_correcting
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.money import Currency, Money


def amount_alone(line: Line, home: Currency, today: date, circle: Circle) -> Money | None:
    """Return the amount that a reply says and nothing else; None where it says another thing.

    `+1` is none: that is somebody who comes along, agrees, or adds to another number.
    """
    line = without_correcting(line, Money(1, home), today, circle)
    phrases = Phrases(line.words, circle, home, today)
    at = phrases.role(0, Role.IT_WAS)
    if any(word.low.startswith("+") for word in line.words):
        return None
    try:
        figure = figure_at(line.words, at, home)
    except LedgerError:
        return None
    if figure is None or figure.stop != len(line.words) or figure.minor <= 0:
        return None
    return Money(figure.minor, figure.currency)
