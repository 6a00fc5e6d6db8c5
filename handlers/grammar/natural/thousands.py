"""Thousands and millions in words: `2 тыс`, `50rb`, `1,5 juta`, `5 bin`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

_GLUED: Final = re.compile(r"(\d{1,6}(?:[.,]\d{1,2})?)([^\W\d_]+)([,;.]?)\Z")
_NUMBER: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?\Z")
_SCALES: Final = {Role.HUNDRED: 100, Role.THOUSAND: 1000, Role.MILLION: 1_000_000}
_SHORTEST: Final = 2
"""Letters of a word that stands by itself: "5к" is five thousand, "5 к" may be to somebody."""


def multiplied(line: Line, circle: Circle) -> Line:
    """Return the line with whole numbers for those that a word behind them multiplies."""
    words: list[Word] = []
    for word in line.words:
        before = words[-1] if words else None
        if word.whom is not None or word.escaped or word.everyone:
            words.append(word)
        elif (found := _GLUED.match(word.plain)) and (scale := _scale(found[2], circle)):
            written = f"{_times(found[1], scale)}{found[3]}"
            words.append(replace(word_of(written), breaks=word.breaks))
        elif (
            before is not None
            and not before.escaped
            and _NUMBER.match(before.plain)
            and len(word.low) >= _SHORTEST
            and (scale := _scale(word.low, circle))
        ):
            behind = word.plain[len(word.plain.rstrip(",;")) :]
            words[-1] = replace(
                word_of(f"{_times(before.plain, scale)}{behind}"), breaks=word.breaks
            )
        else:
            words.append(word)
    return replace(line, words=tuple(words))


def _scale(text: str, circle: Circle) -> int:
    roles = circle.words.roles.get((fold(text),), ())
    return next((scale for role, scale in _SCALES.items() if role in roles), 0)


def _times(number: str, scale: int) -> str:
    """Return a number so many times larger; two decimals of a thousand are still whole."""
    return str(int(Decimal(number.replace(",", ".")) * scale))
