"""Numbers that no rule has read: each may be money, or how often something was, and is asked about.

One number may well be what it was for, "gate 7"; not one with decimals or a currency's sign, one
that is more than the amount, several of them, nor `x3` and `+2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.amounts.places import is_measured, is_unit_of_measure
from handlers.grammar.natural.figures.currency_words import may_be_currency
from handlers.grammar.natural.left_over import AS_IT_STANDS
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.doubts import NO_DOUBTS
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender
from ledger.core.money import MAX_MINOR, Money, exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind

_TIMES: Final = re.compile(r"(?:[xX]([2-9]|1\d)|([2-9]|1\d)[xX])\Z")
_MORE: Final = re.compile(r"\+([2-9])\Z")
_PLAIN: Final = re.compile(r"\d{1,7}\Z")
_DECIMAL: Final = re.compile(r"\d{1,7}[.,]\d{1,2}\Z")
_MARKED: Final = re.compile(r"[$€£₹¥]\d[\d.,]*\Z|\d[\d.,]*[$€£₹¥]\Z")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_ENDS: Final = ",;:.!?)"
_LEAST: Final = 20
"""What is less than a twentieth of the amount is hardly added to it."""
_SEVERAL: Final = 2
_ONE_SHARE: Final = 10_000


def refuse_numbers_left(line: Line, found: ExpenseLine, today: date, circle: Circle) -> None:
    """Refuse a line in whose description numbers are left that may be more than what it was for.

    `line` is the line as the rules have left it: words with a backslash are not looked at, nor
    what follows a "since". Raises WORDS_LEFT(written, examples) with `meant`, how it may be
    meant, as it stands first; or as `left_over` does where it can only be booked so.
    """
    if line.command not in SPLIT_COMMANDS or not any(map(str.isdigit, found.description)):
        return
    left = _Left(line, found, today, circle)
    for written, meant in (*left.often(), *left.more(), *left.money(), *left.numbers()):
        if len(meant) > 1:
            raise LedgerError(Code.WORDS_LEFT, written=written, meant=meant, examples=())
        raise LedgerError(
            Code.WORDS_LEFT,
            written=written,
            amount=found.amount,
            place=AS_IT_STANDS,
            stands=found,
            examples=(),
            choices=True,
        )


_Asked = Iterator[tuple[str, tuple[ExpenseLine, ...]]]


class _Left:
    """The words of a description, asked which of its numbers may be more than a name."""

    def __init__(self, line: Line, found: ExpenseLine, today: date, circle: Circle) -> None:
        self._found = replace(found, doubts=NO_DOUBTS)
        escaped = {word.plain for word in line.words if word.escaped}
        words = [word_of(text) for text in found.description.split()]
        self._words = [
            replace(word, escaped=word.plain in escaped or word.plain.lstrip("\\") in escaped)
            for word in words
        ]
        self._phrases = Phrases(self._words, circle, found.amount.currency, today)
        told = (at for at in range(len(words)) if self._phrases.role(at, Role.STORY))
        self._end = next(told, len(words))

    def often(self) -> _Asked:
        """Find how often something was: `x3`, `3x`."""
        for at, text in self._texts():
            if times := _TIMES.match(text):
                product = self._found.amount.minor * int(times[1] or times[2])
                yield text, self._of(product, (at,))

    def more(self) -> _Asked:
        """Find `+2`: so many guests of the writer's, or so much more."""
        for at, text in self._texts():
            more = _MORE.match(text)
            if more is None:
                continue
            unit = 10 ** exponent(self._found.amount.currency)
            sums = self._of(self._found.amount.minor + int(more[1]) * unit, (at,))[1:]
            yield text, (*self._with_guests(at, int(more[1])), self._found, *sums)

    def _with_guests(self, at: int, count: int) -> tuple[ExpenseLine, ...]:
        found = self._found
        people = [one for one in found.participants if one[0] != Sender()]
        equal = all(part == EQUAL_PART for _, part in found.participants)
        if found.payers or Sender() in found.left_out or not equal:
            return ()
        part = Part(PartKind.SHARES, (1 + count) * _ONE_SHARE)
        return (
            replace(
                found,
                description=self._without((at,)),
                participants=(*people, (Sender(), part)),
                everyone=found.everyone or not people,
            ),
        )

    def money(self) -> _Asked:
        """Find a sum of money: `€10`, `10 euro`."""
        for at, text in self._texts():
            number = _PLAIN.match(text) or _DECIMAL.match(text)
            named = number and at + 1 < self._end and may_be_currency(self._words[at + 1])
            if _MARKED.match(text) or named:
                stop = at + 1 + bool(named)
                written = " ".join(word.text for word in self._words[at:stop])
                yield written.rstrip(_ENDS), (self._found,)

    def numbers(self) -> _Asked:
        """Find a number with decimals, one that is more than the amount, or several."""
        places = [at for at, text in self._texts() if self._is_number(at, text)]
        amount = self._found.amount
        minors = {at: minor for at in places if (minor := self._minor(at))}
        odd = [
            at
            for at, minor in minors.items()
            if minor > amount.minor or _DECIMAL.match(self._text(at))
        ]
        if not odd and len(minors) < _SEVERAL:
            return
        asked = odd or [*minors]
        instead = [
            one
            for at in odd
            if minors[at] > amount.minor
            for one in self._of(minors[at], (at,))[1:]
        ]
        whole = amount.minor + sum(minors.values())
        added = all(minor * _LEAST >= amount.minor for minor in minors.values())
        sums = self._of(whole, tuple(minors))[1:] if added else ()
        last = max(asked)
        if last - min(asked) <= _SEVERAL:
            written = " ".join(word.text for word in self._words[min(asked) : last + 1])
        else:
            written = self._text(asked[0])
        yield written.rstrip(_ENDS), (self._found, *instead, *sums)

    def _texts(self) -> Iterator[tuple[int, str]]:
        for at in range(self._end):
            if not self._words[at].escaped:
                yield at, self._text(at)

    def _text(self, at: int) -> str:
        return self._words[at].plain.lstrip("(").rstrip(_ENDS)

    def _is_number(self, at: int, text: str) -> bool:
        """Tell whether a number stands there that is no year, size, day or name: "route 66"."""
        if not (_PLAIN.match(text) or _DECIMAL.match(text)) or _YEAR.match(text):
            return False
        phrases = self._phrases
        behind = at + 1
        size = behind < self._end and (
            is_unit_of_measure(phrases, behind) or is_measured(self._words[behind])
        )
        numbered = phrases.is_a(at - 1, Sense.NUMBERED)
        dated = any(phrases.day(start) > at for start in range(max(0, at - _SEVERAL), at + 1))
        counts = phrases.role(behind, Role.UNIT, Role.PEOPLE) and not phrases.role(at, Role.FOR)
        return not (size or numbered or dated or counts or is_measured(self._words[at]))

    def _minor(self, at: int) -> int:
        number = Fraction(self._text(at).replace(",", "."))
        return int(number * 10 ** exponent(self._found.amount.currency))

    def _of(self, minor: int, places: tuple[int, ...]) -> tuple[ExpenseLine, ...]:
        """Return the line as it stands, and that of another amount without the words of it."""
        found = self._found
        if not 0 < minor <= MAX_MINOR or any(part != EQUAL_PART for _, part in found.participants):
            return (found,)
        amount = Money(minor, found.amount.currency)
        paid = any(minor is not None for _, minor in found.payers)
        other = replace(found, amount=amount, arithmetic=None, description=self._without(places))
        return (found,) if paid else (found, other)

    def _without(self, places: tuple[int, ...]) -> str:
        kept = [word.text for at, word in enumerate(self._words) if at not in places]
        return " ".join(kept).rstrip(",;+ ") or self._found.description
