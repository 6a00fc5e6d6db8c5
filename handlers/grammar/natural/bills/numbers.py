"""Numbers in a line of a bill, whether they can be read or not."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import Figure, figure_at, write_number
from ledger.core.errors import LedgerError
from ledger.core.money import Currency, Money


def figure_in(words: Sequence[Word], at: int, home: Currency) -> Figure | None:
    """Return the number at an index; None where there is none that can be read."""
    if words[at].whom is not None or words[at].escaped:
        return None
    try:
        return figure_at(words, at, home)
    except LedgerError:
        return None


def is_unclear(words: Sequence[Word], at: int, home: Currency) -> bool:
    """Tell whether what stands at an index is meant as a number that can't be read: `1.200`."""
    if words[at].whom is not None or words[at].escaped or not words[at].plain[:1].isdigit():
        return False
    try:
        figure_at(words, at, home)
    except LedgerError:
        return True
    return False


def amount_words(figure: Figure, home: Currency | None, times: str = "") -> tuple[Word, ...]:
    """Return a number as the grammar writes it, with its currency unless that is `home`.

    `times` is how often it is: `2*`.
    """
    number = word_of(times + write_number(Money(figure.minor, figure.currency)))
    return (number,) if figure.currency == home else (number, word_of(figure.currency))
