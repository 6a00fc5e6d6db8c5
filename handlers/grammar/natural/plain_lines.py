"""Lines that the grammar reads as they stand, as most are: `1200 dinner @bob @chen`."""

from __future__ import annotations

import re

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND
from handlers.grammar.keywords import CONNECTORS, PAID, WITHOUT
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.dates import MONTHS, WEEKDAYS
from handlers.grammar.natural.figures.currency_words import may_be_currency, may_be_pounds
from handlers.grammar.natural.tokens.attached import detached
from ledger.core.members import Name

_AMOUNT = re.compile(r"[1-9]\d{0,5}\Z")
_WORD = re.compile(r"[A-Z]?[a-z]{4,19}\Z")
_KEYWORDS = frozenset({*WEEKDAYS, *MONTHS, *CONNECTORS, *PAID, *WITHOUT})
_TOO_MANY = 12
_STEM = 3
"""As many letters of a name keep whatever ending it takes; shorter ones are kept whole."""


def is_plain(line: Line, circle: Circle) -> bool:
    """Tell whether a line has an amount, words that mean nothing else, then marked people.

    The rules of this folder leave such a line as it is, and need not be asked: together they
    take several times as long as the grammar itself. False may be said of any line; where it
    is True, reading by all rules must come to the same, which a test holds for every word
    that the rules know.
    """
    words = line.words
    if line.command == REFUND_COMMAND or circle.sets or circle.has_two_alphabets:
        return False
    if not 2 <= len(words) <= _TOO_MANY or not _is(words[0], _AMOUNT):
        return False
    at = 1
    while at < len(words) and describes(words[at], circle):
        at += 1
    marked = all(_is_marked(word) for word in words[at:])
    return at > 1 and marked and detached(line, circle) == line


def _is(word: Word, form: re.Pattern[str]) -> bool:
    return not (word.escaped or word.everyone or word.breaks or word.whom is not None) and bool(
        form.match(word.plain)
    )


def describes(word: Word, circle: Circle) -> bool:
    """Tell whether a word is certainly nothing but description."""
    return (
        _is(word, _WORD)
        and not circle.words.known.intersection((word.low, word.low.removesuffix("s")))
        and word.low not in _KEYWORDS
        and not (may_be_currency(word) or may_be_pounds(word))
        and not any(word.low.startswith(name[:_STEM]) for name in circle.first_words)
    )


def _is_marked(word: Word) -> bool:
    """Tell whether a word is a name behind an @, and nothing besides."""
    return (
        isinstance(word.whom, Name)
        and word.plain == f"@{word.whom.text}"
        and not (word.out or word.joined or word.breaks)
    )
