"""A tip that is in the amount, or comes on top of it: `dinner 100 tip 10`, `tip 10%`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.amounts.extras import PERCENT
from handlers.grammar.natural.amounts.places import Place, extra_behind
from handlers.grammar.natural.amounts.readings import as_chosen, in_front, others_escaped, summed
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.folding import fold
from ledger.core.money import Currency, Money

_LONGEST: Final = 4


def percent_asked(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None
) -> Line:
    """Return a line of `1000 dinner tip 10%` with its percentage added, or in the amount.

    Raises AMOUNT_AMBIGUOUS as `amount_first` does, unless it was chosen.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(1, len(words)):
        number = phrases.role(at, Role.EXTRA) or _percent_with(phrases, at)
        said = PERCENT.match(words[number].plain) if 0 < number < len(words) else None
        stop = number + 1 if number > at else extra_behind(phrases, number + 1)
        if said is None or words[number].escaped or _is_settled(phrases, at, stop):
            continue
        figure = figure_at(words, 0, home)
        if figure is None or figure.minor <= 0:
            return line
        start = at - (phrases.role(at - 1, Role.WITH) == at)
        labels = range(at, min(len(words), number + 3))
        reduces = any(phrases.is_a(one, Sense.REDUCTION) for one in labels)
        changed = figure.minor * (100 + Fraction(said[1]) * (-1 if reduces else 1)) / 100
        readings = [Money(int(changed + Fraction(1, 2)), figure.currency)]
        readings.append(Money(figure.minor, figure.currency))
        sign = word_of("minus" if reduces else "plus")
        if top := _on_top(circle, words, stop):
            return replace(line, words=(*words[:start], sign, *words[at:stop], *words[top:]))
        escaped = replace(words[number], escaped=True)
        lines = [
            replace(line, words=(*words[:start], sign, *words[at:])),
            replace(line, words=(*words[:number], escaped, *words[number + 1 :])),
        ]
        return as_chosen(line, readings, lines, choice)
    return line


def _on_top(circle: Circle, words: Sequence[Word], at: int) -> int:
    """Return the index behind `on top`, by which a tip is surely added; or 0."""
    for stop in range(min(len(words), at + _LONGEST), at, -1):
        run = tuple(fold(word.low) for word in words[at:stop])
        if TurnRole.TOP in circle.words.turns.get(run, ()):
            return stop
    return 0


def _percent_with(phrases: Phrases, at: int) -> int:
    """Return the index itself where the percentage of `with 10% tip` stands there; or 0.

    `10% discount` is taken off.
    """
    said = PERCENT.match(phrases.words[at].plain)
    behind = extra_behind(phrases, at + 1) if said else 0
    reduces = any(phrases.is_a(one, Sense.REDUCTION) for one in range(at + 1, behind))
    with_ = phrases.role(at - 1, Role.WITH) == at
    return at if behind and (with_ or not reduces) else 0


def _is_settled(phrases: Phrases, at: int, stop: int) -> bool:
    """Tell whether it is said already if a tip is added, or whose it is."""
    before = phrases.words[at - 1]
    said = phrases.role(at - 1, Role.PLUS, Role.AND, Role.MINUS, Role.INCLUDED) == at
    added = said or before.plain in ("+", "-") or before.plain[-1:] == "+"
    return added or bool(phrases.role(stop, Role.INCLUDED)) or phrases.is_named_before(at)


def _escaped(line: Line, at: int) -> Line:
    marked = replace(line.words[at], escaped=True)
    return replace(line, words=(*line.words[:at], marked, *line.words[at + 1 :]))


def is_taken_off(phrases: Phrases, place: Place) -> bool:
    """Tell whether a number ends a line that takes it off in words: `dinner 2000 less 200`."""
    before = phrases.role(place.at - 1, Role.MINUS) == place.at if place.at else False
    stop = place.figure.stop
    ended = phrases.ends(stop) or phrases.words[stop - 1].plain[-1:] in (",", ";")
    return before and phrases.words[place.at - 1].plain != "-" and ended


def with_tip_or_not(
    line: Line, free: list[Place], tip: Place, phrases: Phrases, choice: int | None
) -> Line:
    """Return the line with its tip added to the amount, or as part of it, as was chosen."""
    home = phrases.currency
    [bill] = [place for place in free if place is not tip]
    if bill.figure.currency != tip.figure.currency:
        return in_front(line, bill, None, home, escape=True)  # What is left is asked about.
    taken_off = is_taken_off(phrases, tip)
    said = _escaped(line, tip.at - 1) if taken_off else line
    alone = in_front(others_escaped(said, free, bill), bill, None, home, escape=True)
    beside = (tip.at - 1, tip.figure.stop, tip.figure.stop + 1)
    reduces = any(phrases.is_a(at, Sense.REDUCTION) for at in beside)
    reduces |= phrases.is_word(tip.figure.stop, "off") or taken_off
    off = replace(tip, at=tip.at - taken_off)
    both = summed(line, [bill, off], home, "-" if reduces else "+")
    changed = bill.figure.minor + (-tip.figure.minor if reduces else tip.figure.minor)
    before = range(max(0, tip.at - 3), tip.at)
    included = any(phrases.role(at, Role.INCLUDED) for at in before)  # "630 incl 40 delivery"
    if changed <= 0 or included:
        return alone
    readings = [Money(minor, bill.figure.currency) for minor in (changed, bill.figure.minor)]
    return as_chosen(line, readings, [both, alone], choice)
