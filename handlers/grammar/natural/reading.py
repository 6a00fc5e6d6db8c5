"""A whole line as people write it: the amount found, the rest rewritten."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.amounts.choices import amount_first
from handlers.grammar.natural.amounts.dated import day_apart
from handlers.grammar.natural.amounts.days_of_things import day_of_thing
from handlers.grammar.natural.amounts.extras import percent_added, with_extras
from handlers.grammar.natural.amounts.fractions import of_amount
from handlers.grammar.natural.amounts.labels import called_apart, numbered_apart
from handlers.grammar.natural.amounts.prices import (
    at_a_price,
    multiplied,
    times_behind,
    times_each,
    times_of_things,
    times_per,
    times_unit,
)
from handlers.grammar.natural.amounts.spread import spread_joined
from handlers.grammar.natural.amounts.tips import percent_asked
from handlers.grammar.natural.changes.said import without_it_was
from handlers.grammar.natural.figures.currency_words import with_code_first
from handlers.grammar.natural.figures.said_amounts import in_figures
from handlers.grammar.natural.parts.alone import ask_parts, parts_alone
from handlers.grammar.natural.parts.before import parts_behind
from handlers.grammar.natural.parts.counted import counted_read
from handlers.grammar.natural.parts.dashes import dashes_read
from handlers.grammar.natural.parts.fractions import fractions_read
from handlers.grammar.natural.parts.together import together_read
from handlers.grammar.natural.phrases.parts_behind import ratio_in
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.sets import with_sets
from handlers.grammar.natural.phrases.strangers import refuse_strangers
from handlers.grammar.natural.phrases.taking import GAP, Rewritten
from handlers.grammar.natural.rewriting import Rewriter
from handlers.grammar.natural.tokens.glued import unglued
from handlers.grammar.natural.tokens.marks import marks_apart
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_ALL_PARTS = 0
"""The reading in which every number is the part of the name behind it."""
_DAY_AMOUNT_AND_WHAT = 3
_PARTITIVES = frozenset({"de", "di"})
"""What stands between an amount and what it was for; "vom" and "dari" say from where, besides."""
_PERCENT = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?%\Z")


@dataclass(frozen=True, slots=True)
class Natural:
    """A line in the grammar's own words, and what it has no words for."""

    line: Line
    rewritten: Rewritten


def prepared(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return the line with a word for each of its own, and its numbers in digits."""
    line = marks_apart(with_sets(numbered_apart(line), circle, home, today), circle)
    line = in_figures(line, circle, home)
    return percent_added(unglued(line, circle, home), circle)


def read_natural(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None = None
) -> Natural:
    """Turn a line into the grammar's own words; `choice` is the reading that was pressed.

    Raises AMOUNT_AMBIGUOUS(written, readings: tuple[Money, ...], examples, choices: bool)
    where several numbers may be the amount, unless one was chosen.
    """
    line = prepared(line, home, today, circle)
    line = called_apart(line, Phrases(line.words, circle, home, today))
    line = spread_joined(line, Phrases(line.words, circle, home, today))
    line = day_apart(day_of_thing(line, home, today, circle), home, today, circle)
    line = _day_first(line, home, today, circle)
    line = without_it_was(line, home, today, circle)
    line = of_amount(line, home, today, circle, choice)
    line = times_per(multiplied(line, home), circle, home, today)
    line = times_unit(line, circle, home, today)
    line = times_behind(line, home, choice)
    line = times_each(at_a_price(line, circle), circle, home, today)
    line = times_of_things(line, circle, home, today, choice)
    line = _amount_found(line, home, today, circle, choice)
    _refuse_parts_alone(line, home, today, circle)
    try:
        figure = figure_at(line.words, 0, home)
    except LedgerError:
        return Natural(line, Rewritten())
    if figure is None or figure.minor <= 0:
        return Natural(line, Rewritten())
    line = percent_asked(line, home, today, circle, choice)
    line, figure = with_extras(line, figure, home, circle, today)
    return _rewritten(line, figure.stop, Money(figure.minor, figure.currency), circle, today)


def _day_first(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line that begins with a day of the week and an amount with "on" before the day."""
    words = line.words
    if len(words) < _DAY_AMOUNT_AND_WHAT or not words[1].plain[:1].isdigit():
        return line
    phrases = Phrases(words, circle, home, today)
    short = circle.words.short_weekdays.get(phrases.folded(0))
    if (
        (phrases.weekday(0) is None and short is None)
        or phrases.dated(0)
        or circle.find(words, 0) is not None
    ):
        return line
    return replace(line, words=(word_of("on"), *words))


def _refuse_parts_alone(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Raise AMOUNT_MISSING for percentages of people and no amount: `40% bob 60% chen`."""
    if not line.words or not _PERCENT.match(line.words[0].plain.rstrip(",;")):
        return
    phrases = Phrases(line.words, circle, home, today)
    if phrases.person(phrases.role(1, Role.FOR) or 1) is not None:
        raise LedgerError(Code.AMOUNT_MISSING, found=line.words[0].text, examples=())


def _amount_found(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None
) -> Line:
    """Return a line with its amount in front; the first choice is nothing but parts, if it may be.

    Raises what `read_natural` raises.
    """
    alone = parts_alone(line, home, today, circle)
    if alone is None or (choice is not None and choice != _ALL_PARTS and alone.likely):
        return amount_first(line, home, today, circle, choice)
    if choice is None:
        try:
            read = amount_first(line, home, today, circle, None)
        except LedgerError as error:
            if error.code is not Code.AMOUNT_AMBIGUOUS:
                raise
            raise ask_parts(line, alone, None if alone.likely else error) from None
        if alone.likely or alone.comparable:
            raise ask_parts(line, alone, None)
        return read
    if choice == _ALL_PARTS:
        return amount_first(alone.meant, home, today, circle, None)
    return amount_first(line, home, today, circle, choice - 1)


def read_natural_change(line: Line, kept: Money, today: date, circle: Circle) -> Natural:
    """Turn a line that changes an entry of the amount `kept` into the grammar's own words.

    An amount of its own stands first there, if anywhere: "taxi 2" is what it was for.
    """
    line = marks_apart(with_sets(line, circle, kept.currency, today), circle)
    line = in_figures(line, circle, kept.currency)
    line = unglued(line, circle, kept.currency)
    line = with_code_first(line, kept.currency)
    if line.words and _PERCENT.match(line.words[0].plain):  # "20% bob": his part.
        return _rewritten(line, 0, kept, circle, today)
    if _is_ratio(Phrases(line.words, circle, kept.currency, today)):
        return _rewritten(line, 0, kept, circle, today)
    if (alone := parts_alone(line, kept.currency, today, circle)) is not None:
        if alone.total == kept:
            line = alone.meant
        elif alone.likely or alone.comparable:
            raise ask_parts(line, alone, None)
    try:
        figure = figure_at(line.words, 0, kept.currency)
    except LedgerError:
        return Natural(line, Rewritten())
    if figure is None or figure.minor <= 0:
        return _rewritten(line, 0, kept, circle, today)
    amount = Money(figure.minor, figure.currency)
    amount_first(line, kept.currency, today, circle, None)  # Asks which of several it is.
    behind = Phrases(line.words[figure.stop :], circle, kept.currency, today)
    if behind.words and behind.role(0, Role.IT_WAS) == len(behind.words):
        line = replace(line, words=line.words[: figure.stop])  # "950 था"
    return _rewritten(line, figure.stop, amount, circle, today)


def _is_ratio(phrases: Phrases) -> bool:
    """Tell whether a change begins with who shares how, as `50/50 with bob`: no amount."""
    if not phrases.words or not ratio_in(phrases.words[0]):
        return False
    behind = phrases.role(1, Role.WITH, Role.BETWEEN, Role.FOR) or 1
    return phrases.ends(1) or phrases.people(behind) is not None


def strangers_in(line: Line, amount: Money, today: date, circle: Circle) -> tuple[str, ...]:
    """Return the words of a description that stand where a name would and are nobody's."""
    try:
        return _rewritten(line, 0, amount, circle, today).rewritten.doubts.unknown
    except LedgerError:
        return ()  # An old description may say what is asked about by now.


def _rewritten(line: Line, stop: int, amount: Money, circle: Circle, today: date) -> Natural:
    words = line.words[stop:]
    phrases = Phrases(words, circle, amount.currency, today)
    each = phrases.role(0, Role.EACH) if stop else 0
    each = (phrases.role(each, Role.EACH) if each else 0) or each  # "по 300 с каждого"
    words = words[each:]
    try:
        words = dashes_read(Phrases(words, circle, amount.currency, today), amount)
        words = together_read(Phrases(words, circle, amount.currency, today), amount)
        words, all_had = counted_read(Phrases(words, circle, amount.currency, today), amount)
        words, whole = fractions_read(Phrases(words, circle, amount.currency, today), amount)
        # "villa 40% me 30% bob 30% dee": no villa has 40%.
        words, _ = parts_behind(Phrases(words, circle, amount.currency, today), amount, whole=True)
        refuse_strangers(Phrases(words, circle, amount.currency, today), amount)
        words, weighed = parts_behind(Phrases(words, circle, amount.currency, today), amount)
        rewritten = Rewriter(words, circle, amount, today).rewrite()
    except LedgerError as error:
        lines = error.details.pop("words", ())
        assert isinstance(lines, tuple)
        before = [word.text for word in line.words[: stop + each]]
        error.details["examples"] = tuple(line.example(*before, *texts) for texts in lines)
        raise
    rewritten.each |= bool(each)
    rewritten.among |= whole or all_had
    rewritten.weighed |= weighed
    rewritten.words = [word for word in rewritten.words if word is not GAP]
    rewritten.words = _without_for(rewritten.words, circle, amount, today)
    return Natural(replace(line, words=(*line.words[:stop], *rewritten.words)), rewritten)


def _behind_on(phrases: Phrases, at: int) -> int:
    """Return the index behind an "on" that no day follows: `i spent 100 on dinner`."""
    return at + 1 if phrases.is_word(at, "on") and not phrases.is_date(at + 1) else 0


def _behind_of(phrases: Phrases, at: int) -> int:
    """Return the index behind the "of" right behind an amount: `60 de cerveza`."""
    of = not at and phrases.is_a(at, Sense.OF) and phrases.folded(at) in _PARTITIVES
    return 1 if of and not phrases.role(1, Role.ARTICLE) and not phrases.person(1) else 0


def _without_for(words: list[Word], circle: Circle, amount: Money, today: date) -> list[Word]:
    """Drop the "for" that begins a description: `60 for drinks`."""
    for at, word in enumerate(words):
        if word.whom is None and word.plain[:1].isalpha() and word.low not in ("paid", "me"):
            phrases = Phrases(words, circle, amount.currency, today)
            stop = phrases.role(at, Role.FOR) or _behind_on(phrases, at) or _behind_of(phrases, at)
            if stop and stop < len(words) and words[stop].whom is None and not word.escaped:
                return [*words[:at], *words[stop:]]
            break
    return words
