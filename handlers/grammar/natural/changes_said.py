"""What a change of an entry says that it changes: `it was 690 not 900`, `note late night`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.money import Currency, Money


def change_read(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return a line that changes an entry of the amount `kept` without what names the change."""
    phrases = Phrases(line.words, circle, kept.currency, today)
    words = line.words
    if (stop := phrases.role(0, Role.NOTED)) and stop < len(words) and not line.note:
        note = " ".join(word.text for word in words[stop:])
        return replace(line, words=(word_of("//"), *words[stop:]), note=note)
    if (stop := phrases.role(0, Role.CALLED)) and stop < len(words):
        return replace(line, words=words[stop:])
    line = without_it_was(line, kept.currency, today, circle)
    return replace(line, words=_without_kept(line, kept, today, circle))


def without_it_was(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line without what says no more than the amount that it begins with: `it was 960`."""
    phrases = Phrases(line.words, circle, home, today)
    at = 0
    while stop := phrases.role(at, Role.IT_WAS):
        at = stop
    begins = 0 < at < len(line.words) and _is_amount(line.words[at])
    return replace(line, words=line.words[at:]) if begins else line


def _is_amount(word: Word) -> bool:
    """Tell whether a word begins as an amount does, with a digit or a currency's sign."""
    digits = word.plain if word.plain[:1].isalnum() else word.plain[1:]
    return word.whom is None and digits[:1].isdigit()


def _without_kept(line: Line, kept: Money, today: date, circle: Circle) -> tuple[Word, ...]:
    """Return the words without the amount that it no longer is: `690 not 900`."""
    words = line.words
    phrases = Phrases(words, circle, kept.currency, today)
    for at in range(1, len(words)):
        stop = phrases.role(at, Role.WITHOUT, Role.INSTEAD)
        if not stop or stop >= len(words) or not words[stop].plain[:1].isdigit():
            continue
        try:
            figure = figure_at(words, stop, kept.currency)
        except LedgerError:
            continue
        if figure is not None and Money(figure.minor, figure.currency) == kept:
            return (*words[:at], *words[figure.stop :])
    return words
