"""A dash between a name and a number: `bob - 10, chen - 20` may say parts, or what is less."""

from __future__ import annotations

import re

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.phrases.phrases import Phrases
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money

_PLAIN = re.compile(r"\d[\d.,]*\Z")
_FEWEST = 2
"""How many such parts that make the amount are surely parts."""


def dashes_read(phrases: Phrases, amount: Money) -> tuple[Word, ...]:
    """Return the words without the dashes where what stands behind them makes the amount.

    Raises BAD_PART(written, reason="dash", name: None, words: those of each reading) where they
    may be parts as well as so much less.
    """
    words = phrases.words
    found = {at: minor for at in range(len(words)) if (minor := _dashed(phrases, at))}
    if not found:
        return tuple(words)
    if len(found) >= _FEWEST and sum(found.values()) == amount.minor:
        return tuple(word for at, word in enumerate(words) if at not in found)
    first = min(found)
    texts = [word.text for word in words]
    parts = [text for at, text in enumerate(texts) if at not in found]
    less = [f"-{text}" if at - 1 in found else text for at, text in enumerate(texts)]
    raise LedgerError(
        Code.BAD_PART,
        written=f"{words[first].text} {words[first + 1].text.rstrip(',;')}",
        reason="dash",
        name=None,
        words=(
            tuple(parts),
            tuple(text for at, text in enumerate(less) if at not in found),
        ),
    )


def _dashed(phrases: Phrases, at: int) -> int:
    """Return the minor units behind a lone dash that follows a name; 0 where none do."""
    words = phrases.words
    if words[at].plain != "-" or words[at].escaped or at + 1 >= len(words):
        return 0
    if not phrases.is_named_before(at) or not _PLAIN.match(words[at + 1].plain.rstrip(",;")):
        return 0
    try:
        figure = figure_at((word_of(words[at + 1].plain),), 0, phrases.currency)
    except LedgerError:
        return 0
    return 0 if figure is None else figure.minor
