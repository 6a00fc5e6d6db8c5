"""/settle as people say it: `bob 20`, `20 to bob`, `30 from bob`, `bob paid me 20`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.literals.amounts import figure_at, write_money
from handlers.grammar.natural.payments.transfers import Transfer, direction_unclear, read_transfer
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.tokens.small_talk import without_talk
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money


def read_natural_payment(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return the line with its names in the order that `settle_line` reads: payer, payee.

    A line in which that order is not clear is returned as it is. What follows "for" becomes
    the note where it names nobody.

    Raises PAYMENT_UNCLEAR as in `transfers.direction_unclear` where who gave may be who got, and
    where several got something, with a line for each.
    """
    line = without_talk(line, circle)
    _refuse_several(Phrases(line.words, circle, home, today), home)
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


def _refuse_several(phrases: Phrases, home: Currency) -> None:
    """Raise PAYMENT_UNCLEAR(written, examples) for `paid bob 20 and dee 30`: two payments."""
    start = phrases.role(0, Role.I_PAID, Role.I_GAVE, Role.PAID, Role.GAVE)
    people = phrases.people(start) if start else None
    if people is None or people.stop < len(phrases.words) or len(people.people) < 2:
        return
    lines: list[str] = []
    for one in people.people:
        try:
            figure = figure_at(one.part, 0, home) if one.part else None
        except LedgerError:
            return
        if figure is None or figure.stop < len(one.part) or len(one.members) > 1:
            return
        amount = write_money(Money(figure.minor, figure.currency), home)
        lines.append(f"/settle {one.word.text} {amount}")
    written = " ".join(word.text for word in phrases.words)
    raise LedgerError(Code.PAYMENT_UNCLEAR, written=written, examples=tuple(lines))


def _what_for(found: Transfer, home: Currency) -> tuple[list[Word], list[Word]]:
    """Return the other words without those that end them and say what it was for, and these."""
    others = found.others
    try:
        figure = figure_at(others, 0, home) if others and found.verb else None
    except LedgerError:
        figure = None
    tail = [] if figure is None else others[figure.stop :]
    if not tail or any(word.whom is not None or not is_letters(word.low) for word in tail):
        return others, []
    return others[: len(others) - len(tail)], tail
