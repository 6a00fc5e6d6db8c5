"""What a change of an entry says that it changes: `it was 690 not 900`, `note late night`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at, write_number
from handlers.grammar.natural.figures.currency_words import with_code_first
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money, is_currency

_ADDS = (Role.PLUS, Role.ADD)
_TAKES = (Role.MINUS, Role.REMOVE)
_IN_TOTAL = 2
"""Words at most that say so behind an amount: "in total"."""


def change_read(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return a line that changes an entry of the amount `kept` without what names the change."""
    phrases = Phrases(line.words, circle, kept.currency, today)
    words = line.words
    if (stop := phrases.role(0, Role.NOTED)) and stop < len(words) and not line.note:
        note = " ".join(word.text for word in words[stop:])
        return replace(line, words=(word_of("//"), *words[stop:]), note=note)
    if (stop := phrases.role(0, Role.CALLED)) and stop < len(words):
        return replace(line, words=words[stop:])
    line = _a_day(line, kept, today, circle)
    line = without_it_was(line, kept.currency, today, circle)
    line = _in_all(_who_it_is_for(line, kept, today, circle), kept, today, circle)
    line = replace(line, words=_without_kept(line, kept, today, circle))
    line = _another_currency(line, kept, today, circle)
    return _in_currency(_by_so_much(line, kept, today, circle), kept)


def _a_day(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return the line of nothing but a day of a month as one that says so: `it was 13 feb`."""
    phrases = Phrases(line.words, circle, kept.currency, today)
    at = 0
    while stop := phrases.role(at, Role.IT_WAS):
        at = stop
    found = phrases.dated(at) if len(line.words) - at > 1 else None
    whole = found is not None and found[1] == len(line.words)
    return replace(line, words=(word_of("on"), *line.words[at:])) if whole else line


def _by_so_much(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return the line with the amount that it comes to where it says by how much: `+5`, `10 less`.

    Only where nothing but "tip" or the like follows, or a clause that names nobody.

    Raises BAD_PART(reason="near") for `+5 bob`, which may be his part as well.
    """
    words = line.words
    phrases = Phrases(words, circle, kept.currency, today)
    if len(words) == 2 and phrases.folded(1) == "it" and phrases.role(0, Role.DOUBLE) == 1:
        return _with_amount(line, Money(2 * kept.minor, kept.currency), 2)
    sign, number, stop = _difference(phrases, kept)
    if not sign or number is None:
        return line
    behind = phrases.role(phrases.role(stop, Role.FOR) or stop, Role.EXTRA) or stop
    meant = kept.minor + sign * number.minor
    if meant <= 0 or number.currency != kept.currency:
        return line
    if people := phrases.people(behind):
        if not words[0].plain[:1].isdigit():
            said = f"{'+' if sign > 0 else '-'}{write_number(number)}"
            raise _whose(line, people.people[0].stop, stop, said)
        return line
    if behind < len(words) and not phrases.ends(behind):
        return line
    return _with_amount(line, Money(meant, kept.currency), behind)


def _whose(line: Line, stop: int, number: int, said: str) -> LedgerError:
    """Return BAD_PART for a number before a name, with the name before what is `said` to copy."""
    texts = [word.text for word in line.words]
    return LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[:stop]),
        reason="near",
        name=None,
        examples=(line.example(*texts[number:stop], said, *texts[stop:]),),
    )


def _difference(phrases: Phrases, kept: Money) -> tuple[int, Money | None, int]:
    """Return the sign, the number of `+5`, `plus 5`, `5 more`, and the index behind it."""
    words = list(phrases.words)
    if not words or words[0].whom is not None or words[0].escaped:
        return 0, None, 0
    sign = {"+": 1, "-": -1}.get(words[0].plain[:1], 0)
    at = 0
    if sign and len(words[0].plain) > 1:
        words[0] = word_of(words[0].plain[1:])
    elif sign or (said := phrases.role(0, *_ADDS, *_TAKES)):
        sign = sign or (1 if phrases.role(0, *_ADDS) == said else -1)
        at = 1 if words[0].plain in ("+", "-") else said
    if at >= len(words) or not _is_amount(words[at]):
        return 0, None, 0
    try:
        figure = figure_at(tuple(words), at, kept.currency)
    except LedgerError:
        return 0, None, 0
    if figure is None or figure.minor <= 0:
        return 0, None, 0
    stop = figure.stop
    for role, one in ((Role.MORE, 1), (Role.LESS, -1)):
        if sign in (0, one) and (behind := phrases.role(stop, role)):
            sign, stop = one, behind
    return sign, Money(figure.minor, figure.currency), stop


def _with_amount(line: Line, amount: Money, stop: int) -> Line:
    return replace(line, words=(word_of(write_number(amount)), *line.words[stop:]))


def _who_it_is_for(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return the line without the "it's" before who shares: `it's for all of us`."""
    phrases = Phrases(line.words, circle, kept.currency, today)
    stop = phrases.role(0, Role.IT_WAS)
    said = phrases.role(stop, Role.FOR, Role.BETWEEN, Role.WITH) if stop else 0
    whom = phrases.role(said, Role.EVERYONE, Role.US, Role.ONLY) if said else 0
    begins = whom or (phrases.people(said) if said else None)
    return replace(line, words=line.words[stop:]) if begins else line


def _in_all(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return the line without the "in total" behind the one amount that it says."""
    phrases = Phrases(line.words, circle, kept.currency, today)
    try:
        figure = figure_at(line.words, 0, kept.currency)
    except LedgerError:
        return line
    behind = len(line.words) - figure.stop if figure is not None else 0
    alone = 0 < behind <= _IN_TOTAL and phrases.is_a(len(line.words) - 1, Sense.TOTAL)
    return replace(line, words=line.words[:-behind]) if alone else line


def _another_currency(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return the line of `it was dollars not euros` with the one that it was alone."""
    phrases = Phrases(line.words, circle, kept.currency, today)
    at = 0
    while stop := phrases.role(at, Role.IT_WAS):
        at = stop
    words = line.words[at:]
    phrases = Phrases(words, circle, kept.currency, today)
    if not words or not _is_currency(line, words[0], kept):
        return line
    stop = phrases.role(1, Role.WITHOUT, Role.INSTEAD)
    other = stop == len(words) - 1 and _is_currency(line, words[stop], kept)
    return replace(line, words=words[:1]) if other else line


def _is_currency(line: Line, word: Word, kept: Money) -> bool:
    alone = replace(line, words=(word,))
    return with_code_first(alone, kept.currency) != alone or is_currency(word.plain.upper())


def _in_currency(line: Line, kept: Money) -> Line:
    """Return the line without the "in" of `in usd`, `900 in euros`."""
    words = line.words
    at = len(words) - 2
    if at not in (0, 1) or words[at].low != "in" or words[at].escaped:
        return line
    if at and not _is_amount(words[0]):
        return line
    without = replace(line, words=(*words[:at], words[-1]))
    return without if _is_currency(line, words[-1], kept) else line


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
    for at in range(len(words)):
        stop = phrases.role(at, Role.WITHOUT, Role.INSTEAD)
        if not stop or stop >= len(words) or not words[stop].plain[:1].isdigit():
            continue
        try:
            figure = figure_at(words, stop, kept.currency)
        except LedgerError:
            continue
        if figure is not None and Money(figure.minor, figure.currency) == kept:
            behind = phrases.joiner_at(figure.stop) or figure.stop
            return (*words[:at], *words[figure.stop if at else behind :])
    return words
