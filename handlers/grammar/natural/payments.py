"""/settle as people say it: `bob 20`, `20 to bob`, `30 from bob`, `bob paid me 20`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.small_talk import without_talk
from handlers.grammar.natural.transfers import direction_unclear, read_transfer
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
    others = found.others
    if found.note:
        said = " ".join(word.text for word in found.note)
        if not line.note:
            others = [*others, word_of("//"), *found.note]
        line = replace(line, note=f"{said}; {line.note}" if line.note else said)
    words = tuple(replace(word, joined=False) for word in named)
    return replace(line, words=(*words, *others))
