"""What words say of amounts, in digits and codes: thousands, cents, currencies."""

from __future__ import annotations

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.figures.currency_words import with_codes
from handlers.grammar.natural.figures.notes import with_notes
from handlers.grammar.natural.figures.spoken_numbers import cents_alone, with_cents
from handlers.grammar.natural.figures.thousands import multiplied
from ledger.core.money import Currency, exponent


def in_figures(line: Line, circle: Circle, home: Currency) -> Line:
    """Return the line with digits for its numbers in words, and a code for a currency in words.

    Raises what `with_codes` raises.
    """
    decimals = exponent(home)
    line = with_cents(multiplied(with_notes(line, circle), circle), circle, decimals=decimals)
    line = cents_alone(line, circle, decimals=decimals)
    return with_codes(line, home)
