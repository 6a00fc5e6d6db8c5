"""Sums that are called by a note: `a tenner`, `two fivers`, `a grand`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from ledger.core.folding import fold

_ENDS = ",;.!?)"


def with_notes(line: Line, circle: Circle) -> Line:
    """Return the line with a number for each sum that is called by a note.

    A "grand" is one only where it is counted, beside no other number: "a grand hotel for 80".
    """
    notes, stacks = circle.words.numbers.notes, circle.words.numbers.stacks
    if not any(word.low.rstrip(_ENDS) in notes or word.low in stacks for word in line.words):
        return line  # As almost always.
    other = any(word.plain[:1].isdigit() for word in line.words)
    words: list[Word] = []
    for at, word in enumerate(line.words):
        low = fold(word.low.rstrip(_ENDS))
        claimed = word.whom is not None or word.escaped or circle.find(line.words, at) is not None
        value = 0 if claimed else notes.get(low, 0) or stacks.get(low, 0)
        count = _count(words, circle) if value else None
        if not value or (low in stacks and (count is None or other)):
            words.append(word)
            continue
        if count is not None:
            words.pop()
        number = (count or 1) * value
        mark = word.plain[len(word.plain.rstrip(_ENDS)) :]
        written = str(number) if number.denominator == 1 else f"{float(number):.2f}"
        words.append(replace(word_of(f"{written}{mark}"), breaks=word.breaks))
    return replace(line, words=tuple(words))


def _count(words: Sequence[Word], circle: Circle) -> Fraction | None:
    """Return how many of them the last word says: 1 of `a tenner`, 2.5 of `2.5 grand`."""
    last = words[-1] if words else None
    if last is None or last.whom is not None or last.escaped:
        return None
    said = circle.words.numbers.values.get(fold(last.low))
    digits = last.plain.replace(".", "", 1)
    if said is None and digits.isdecimal() and digits.isascii():
        return Fraction(last.plain)
    return said
