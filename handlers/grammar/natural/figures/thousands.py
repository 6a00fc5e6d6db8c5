"""Thousands and millions in words: `2 тыс`, `50rb`, `1,5 juta`, `1.5 lakh`, `2 thousand 500`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.figures.spoken_numbers import SCALES, in_digits
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

_GLUED: Final = re.compile(r"(\d{1,6}(?:[.,]\d{1,2})?)([^\W\d_]+)([,;.]?)\Z")
_NUMBER: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?\Z")
_SHORTEST: Final = 2
"""Letters of a word that stands by itself: "5к" is five thousand, "5 к" may be to somebody."""
_LEAST: Final = 20
"""What is added to thousands is a twentieth of one or more: "2 thousand 500", but not 5."""


def multiplied(line: Line, circle: Circle) -> Line:
    """Return the line with whole numbers for those that a word behind them multiplies."""
    line = in_digits(line, circle)
    words: list[Word] = []
    open_scale = 0  # Of the last number, while a smaller one may still go on with it.
    for at, word in enumerate(line.words):
        scale = 0
        if found := _scaled(word, circle):
            words.append(found[0])
            scale = found[1]
        elif words and (scale := _scale_of_last(words[-1], word, circle)):
            behind = word.plain[len(word.plain.rstrip(",;")) :]
            written = f"{_times(words[-1].plain, scale)}{behind}"
            words[-1] = replace(word_of(written), breaks=word.breaks)
        else:
            words.append(word)
            if _may_be_scaled(line.words, at, circle):
                continue
            if _goes_on(words, open_scale) and not _counts(line.words, at, circle):
                _add_last(words)
        if scale and open_scale > scale:
            _add_last(words)
        open_scale = scale if words[-1].plain.isdigit() and not words[-1].breaks else 0
    return replace(line, words=tuple(words))


def _scaled(word: Word, circle: Circle) -> tuple[Word, int] | None:
    """Return the number that a word is with what multiplies it, `50rb`, and how many times."""
    if word.whom is not None or word.escaped or word.everyone:
        return None
    found = _GLUED.match(word.plain)
    scale = _scale(found[2], circle) if found else 0
    if found is None or not scale:
        return None
    written = f"{_times(found[1], scale)}{found[3]}"
    return replace(word_of(written), breaks=word.breaks), scale


def _scale_of_last(number: Word, word: Word, circle: Circle) -> int:
    """Return how many times the number before a word that word makes it; 0 where it does not."""
    claimed = word.whom is not None or word.escaped or word.everyone or number.escaped
    if claimed or not _NUMBER.match(number.plain) or len(word.low) < _SHORTEST:
        return 0
    return _scale(word.low, circle)


def _goes_on(words: Sequence[Word], scale: int) -> bool:
    """Tell whether the last word goes on with the number before it: `2 thousand 500`."""
    number = words[-1].plain.rstrip(",;")
    plain = words[-1].whom is None and not words[-1].escaped and number.isdigit()
    return bool(scale) and plain and scale // _LEAST <= int(number) < scale


def _add_last(words: list[Word]) -> None:
    """Make one number of the last two."""
    *_, first, second = words
    number = second.plain.rstrip(",;")
    written = f"{int(first.plain) + int(number)}{second.plain[len(number) :]}"
    words[-2:] = [replace(word_of(written), breaks=second.breaks)]


def _may_be_scaled(words: Sequence[Word], at: int, circle: Circle) -> bool:
    """Tell whether a number is multiplied by the word behind it."""
    return at + 1 < len(words) and bool(_scale_of_last(words[at], words[at + 1], circle))


def _counts(words: Sequence[Word], at: int, circle: Circle) -> bool:
    """Tell whether a number counts something, as in `2 thousand 60 beers`."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return Role.UNIT in circle.words.roles.get((fold(behind),), ())


def _scale(text: str, circle: Circle) -> int:
    roles = circle.words.roles.get((fold(text),), ())
    return next((scale for role, scale in SCALES.items() if role in roles), 0)


def _times(number: str, scale: int) -> str:
    """Return a number so many times larger; two decimals of a thousand are still whole."""
    return str(int(Decimal(number.replace(",", ".")) * scale))
