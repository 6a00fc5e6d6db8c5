"""The day that something was of: `yesterdays bbq 93`, `mon lunch 720`, `last night's pizza`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.money import Currency

_POSSESSIVE = re.compile(r"([^\W\d_]{3,}?)'?s\Z")
_NUMBER = re.compile(r"\d[\d.,]*\Z")
_RELATIVE = (Role.YESTERDAY, Role.BEFORE_YESTERDAY, Role.TODAY)
_WEEK = 7
_LONGEST = 3


def day_of_thing(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return the line with `on` and the day behind it where it says whose day a thing was.

    Such as could be something else by itself, "sunday roast", stays what it was for.
    """
    words = line.words
    end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    phrases = Phrases(words, circle, home, today)
    if any(phrases.dated(at) or phrases.is_word(at, "on") for at in range(end)):
        return line
    for at in range(end):
        found = _of_whose_day(phrases, at, home) or _of_a_weekday(phrases, at)
        if found is None or not _is_thing(words, found[1], end):
            continue
        day, stop = found
        if any(phrases.day(one) for one in range(stop, end)):
            return line
        said = (word_of("on"), word_of(day.isoformat()))
        return replace(line, words=(*words[:at], *words[stop:end], *said, *words[end:]))
    return line


def _is_thing(words: tuple[Word, ...], at: int, end: int) -> bool:
    return at < end and words[at].whom is None and is_letters(words[at].low)


def _of_whose_day(phrases: Phrases, at: int, home: Currency) -> tuple[date, int] | None:
    """Return the day of `yesterday's`, `last nights`, `last saturdays`, and what is behind it."""
    words = phrases.words
    for stop in range(at + 1, min(len(words), at + _LONGEST) + 1):
        last = words[stop - 1]
        found = None if last.whom is not None or last.escaped else _POSSESSIVE.match(last.low)
        if found is None:
            continue
        bare = (*words[at : stop - 1], word_of(found[1]))
        said = Phrases(bare, phrases.circle, home, phrases.today)
        relative = said.role(0, *_RELATIVE) == len(bare)
        of_week = said.role(0, Role.LAST_DAY) and said.day(0) == len(bare)
        if relative or of_week:
            return said.day_meant(0), stop
    return None


def _of_a_weekday(phrases: Phrases, at: int) -> tuple[date, int] | None:
    """Return the day of `mon lunch`, `friday's dinner` that begins what it was for."""
    words, circle = phrases.words, phrases.circle
    begins = not at or (at == 1 and _NUMBER.match(words[0].plain) is not None)
    if not begins or circle.find(words, at) is not None or not phrases.folded(at):
        return None
    bare = _POSSESSIVE.match(phrases.folded(at))
    names = (phrases.folded(at), *((bare[1],) if bare else ()))
    known = {**circle.words.short_weekdays, **circle.words.weekdays}
    weekday = next((known[name] for name in names if name in known), None)
    if weekday is None or circle.is_called(phrases.folded(at)):
        return None
    if not phrases.is_a(at + 1, Sense.DATED_THING):
        return None
    return phrases.today - timedelta((phrases.today.weekday() - weekday) % _WEEK), at + 1
