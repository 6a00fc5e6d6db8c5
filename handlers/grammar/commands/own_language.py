"""Days in people's own language, as the English ones that /history and /stats read."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.inflection import nominatives
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.dates import MONTHS, WEEKDAY_NAMES
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

_SHORT_MONTHS: Final = {number: name for name, number in reversed(MONTHS.items())}
_THE: Final = "ال"
_SHORT: Final = 2
"""Letters of a weekday's short name."""


def with_english_days(line: Line, circle: Circle) -> Line:
    """Return the line of /history or /stats with months, weekdays and "yesterday" in English.

    A month among other words is one beside a number; "март" may also be what it was for.
    """
    words = list(line.words)
    alone = len(words) == 1
    for at, word in enumerate(line.words):
        beside = any(
            0 <= place < len(words) and line.words[place].plain[:1].isdigit()
            for place in (at - 1, at + 1)
        )
        month = circle.words.months.get(_folded(word))
        if month and (alone or beside):
            words[at] = word_of(_SHORT_MONTHS[month])
        elif alone and _is(word, Role.YESTERDAY, circle):
            words[at] = word_of("yesterday")
        elif alone and (day := _weekday(word, circle)) is not None:
            words[at] = word_of(WEEKDAY_NAMES[day])
    return replace(line, words=tuple(words))


def _weekday(word: Word, circle: Circle) -> int | None:
    folded = _folded(word)
    weekdays = circle.words.weekdays
    if folded in weekdays or not folded:
        return weekdays.get(folded)
    if "ar" in circle.spoken and _THE + folded in weekdays:
        return weekdays[_THE + folded]
    names = nominatives((folded,), circle.spoken, oblique=False)
    # A short name has no endings: "все" is all, and no form of "вс".
    long = (name for (name,) in names if len(name) > _SHORT)
    return next((weekdays[name] for name in long if name in weekdays), None)


def _is(word: Word, role: Role, circle: Circle) -> bool:
    folded = _folded(word)
    return bool(folded) and role in circle.words.roles.get((folded,), ())


def _folded(word: Word) -> str:
    return "" if word.whom is not None or word.everyone or word.escaped else fold(word.low)
