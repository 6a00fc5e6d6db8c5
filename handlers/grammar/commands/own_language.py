"""Days in people's own language, as the English ones that /history and /stats read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.inflection import nominatives
from handlers.grammar.lexer import Line, Word, from_text, word_of
from handlers.grammar.literals.dates import MONTHS, WEEKDAY_NAMES
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.rule_words import RuleRole
from ledger.core.folding import fold

_SHORT_MONTHS: Final = {number: name for name, number in reversed(MONTHS.items())}
_THE: Final = "ال"
_PERIODS: Final = {RuleRole.A_MONTH: "month", RuleRole.A_YEAR: "year"}
_FILLING: Final = (Role.ARTICLE, Role.BEFORE_NAME, Role.ON_DAY, Role.FOR, Role.FROM)
"""What may stand before a month or a year, and says no more."""
_PERIOD_WORDS: Final = (3, 2)
"""Words of "le mois dernier" and "last month"; one alone is looked for."""
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


def with_periods(line: Line, circle: Circle, today: date) -> Line:
    """Return the line of /history with "last month" and the like as a month, or a year, in digits.

    Its days are in English, as `with_english_days` has them.
    """
    before = today.replace(day=1) - timedelta(1)
    digits = {
        "month": f"{today:%Y-%m}",
        "last month": f"{before:%Y-%m}",
        "year": f"{today:%Y}",
        "last year": f"{today.year - 1}",
    }
    words: list[Word] = []
    at = 0
    while at < len(line.words):
        stop = next(
            (at + count for count in _PERIOD_WORDS if _period_of(line, at, count, circle)), 0
        )
        said = _period_of(line, at, stop - at, circle) if stop else ""
        words.append(word_of(digits[said]) if said else line.words[at])
        at = stop or at + 1
    return with_english_days(replace(line, words=tuple(words)), circle)


def _period_of(line: Line, at: int, count: int, circle: Circle) -> str:
    """Return the period that so many words say, one of them which: "last month"."""
    words = line.words[at : at + count]
    if len(words) < count:
        return ""
    said = _period_said(replace(line, words=words), circle)
    return "" if said == "all" else said


def with_english_period(line: Line, circle: Circle) -> Line:
    """Return the line of /stats with "last month" and the like in English, and its days."""
    if period := _period_said(line, circle):
        return replace(line, words=from_text(period).words)
    return with_english_days(line, circle)


def _period_said(line: Line, circle: Circle) -> str:
    """Return "month", "last year" or "all" where a line says nothing but that, or nothing."""
    rules, roles = circle.words.rules, circle.words.roles
    words = [_folded(word) for word in line.words]
    if RuleRole.EVER in rules.get(tuple(" ".join(words).split()), ()):
        return "all"
    units: list[str] = []
    last = False
    for word in words:
        said = rules.get((word,), ())
        units += [name for role, name in _PERIODS.items() if role in said]
        last |= RuleRole.PAST in said
        fills = any(role in (RuleRole.PRESENT, RuleRole.PAST, *_PERIODS) for role in said)
        if not (fills or any(role in _FILLING for role in roles.get((word,), ()))):
            return ""
    if len(units) != 1:
        return ""
    return f"last {units[0]}" if last else units[0]


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
