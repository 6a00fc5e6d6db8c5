"""A day of a month before its amount: `16 feb 20 pizza`, `pizza am 16. februar 20`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.amounts.places import places
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.money import Currency


def day_apart(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line with the day of a month that it names at its end, behind `on`.

    Only where a number of its own is left for the amount: of "16 feb 20" the first belongs to
    the month, as days stand before months.
    """
    words = line.words
    end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    phrases = Phrases(words, circle, home, today)
    for at in range(end):
        found = phrases.dated(at) if words[at].plain[:1].isdigit() else None
        if found is None or found[1] > end:
            continue
        day, stop = found
        start = at - (at > 0 and phrases.role(at - 1, Role.ON_DAY, Role.ARTICLE) == at)
        if start and phrases.is_a(start - 1, Sense.DUE, Sense.COMPARING):
            continue
        rest = (*words[:start], *((GAP,) if start else ()), *words[stop:end])
        left = Phrases(rest, circle, home, today)
        if any(left.dated(one) or left.is_word(one, "on") for one in range(len(rest))):
            return line
        if not any(not place.owner for place in places(left, home, today)):
            return line
        dated = (word_of("on"), word_of(day.isoformat()))
        return replace(line, words=(*rest, *dated, *words[end:]))
    return line
