"""`/rate` as people write it: `EUR 90.5`, `1 EUR = 90.5 INR`, `euro is 90,5`, `EUR off`."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals import currencies
from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import inverse
from ledger.core.money import Currency, is_currency

_SAYS_NOTHING: Final = frozenset({"=", "is", "a", "an", "one", "for", "at", "to", "in", ":"})
_GROUP: Final = 3
"""Digits of a group of thousands."""
_GROUPED: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")
_OFF: Final = frozenset({"off", "ecb", "none", "remove", "reset"})


@dataclass(frozen=True, slots=True)
class RateLine:
    """What a unit of `base` is worth in the group's currency; None: go back to the reference.

    `thousands` is the value if its sign groups thousands: 16234 of `16.234`, None where it can't.
    """

    base: Currency
    value: Decimal | None
    thousands: Decimal | None = None


def read_rate(line: Line, home: Currency) -> RateLine | None:
    """Read a rate into the home currency, or the wish to have none; None of a bare command.

    `1 INR = 0.011 EUR` in a group of rupees says what a euro is worth, too.

    Raises LedgerError: UNKNOWN_CURRENCY(written, currency, examples); BAD_RATE(written,
    examples).
    """
    words = [word for word in line.words if word.low not in _SAYS_NOTHING]
    if not words:
        return None
    found: list[Currency] = []
    numbers: list[Decimal] = []
    off = False
    for word in words:
        for piece in _pieces(word):
            if piece in _OFF:
                off = True
            elif (number := _number(piece)) is not None:
                numbers.append(number)
            else:
                found.append(_currency(line, word, piece, home))
    if _may_be_one_number(line):
        raise _unclear(line, words, home)
    others = [code for code in found if code != home]
    if len(others) != 1 or len(found) > 2 or not (off or numbers):
        raise _unclear(line, words, home)
    if off:
        return RateLine(others[0], None)
    backwards = found[0] == home
    value = _value(line, words, numbers, home, backwards=backwards)
    grouped = not backwards and any(_GROUPED.search(word.plain) for word in words)
    return RateLine(others[0], value, value * 1000 if grouped else None)


def _value(
    line: Line, words: list[Word], numbers: list[Decimal], home: Currency, *, backwards: bool
) -> Decimal:
    """Return what one unit is worth: of two numbers they are so many of one for so many."""
    if any(number <= 0 for number in numbers):
        raise _unclear(line, words, home)
    match numbers:
        case [value]:
            return inverse(value) if backwards else value
        case [one, value] if one == 1:
            return inverse(value) if backwards else value
    raise _unclear(line, words, home)


def _may_be_one_number(line: Line) -> bool:
    """Tell whether a thousand may be meant that is written with a space: `USD 1 234`."""
    written = [word.plain.rstrip(".,") for word in line.words]
    return any(
        before.isdecimal()
        and len(behind.partition(".")[0].partition(",")[0]) == _GROUP
        and _number(behind) is not None
        for before, behind in itertools.pairwise(written)
    )


def _pieces(word: Word) -> list[str]:
    """Cut `1EUR=90.5` into its number, code and number."""
    spaced = word.plain.replace("=", " ")
    pieces: list[str] = []
    for chunk in spaced.split():
        digits = "0123456789.,"
        start = 0
        for at in range(1, len(chunk)):
            if (chunk[at] in digits) != (chunk[at - 1] in digits):
                pieces.append(chunk[start:at])
                start = at
        pieces.append(chunk[start:])
    return [piece.strip().lower() for piece in pieces]


def _number(piece: str) -> Decimal | None:
    if not piece or piece[0] not in "0123456789.,":
        return None
    plain = piece.rstrip(".,")
    # The last sign is the decimal one; rates have no thousands.
    if plain.count(",") + plain.count(".") > 1:
        return None
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


def _currency(line: Line, word: Word, piece: str, home: Currency) -> Currency:
    code = piece.upper()
    if is_currency(code):
        return Currency(code)
    found = currencies.by_sign(piece, home) or currencies.named(piece, home)
    if found is None:
        raise LedgerError(
            Code.UNKNOWN_CURRENCY, written=word.text, currency=code, examples=_examples(line, home)
        )
    return found


def _unclear(line: Line, words: list[Word], home: Currency) -> LedgerError:
    written = " ".join(word.text for word in words)
    return LedgerError(Code.BAD_RATE, written=written, examples=_examples(line, home))


def _examples(line: Line, home: Currency) -> tuple[str, ...]:
    return (line.example("USD" if home == "EUR" else "EUR", "90.5"),)
