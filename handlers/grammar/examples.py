"""Corrected lines to copy: what a refused line could have been meant to say.

Every function puts `examples: tuple[str, ...]`, best first, into an error's details.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from handlers.grammar.amounts import figure_at, write_money
from handlers.grammar.words import Line
from ledger.errors import Code, LedgerError
from ledger.money import MAX_MINOR, Currency, Money, exponent

_NOT_IN_NUMBERS = re.compile(r"[^\d.,]")


def correct_amount(line: Line, error: LedgerError, home: Currency) -> None:
    """Correct the amount that begins a line."""
    if error.code is Code.AMOUNT_MISSING:
        error.details["examples"] = (_with_amount(line, home),)
    else:
        correct_number(line, error, 0, home, otherwise=_some_amount(home))


def correct_number(
    line: Line, error: LedgerError, at: int, home: Currency, otherwise: str = ""
) -> None:
    """Correct the number that begins at a word; `otherwise` stands in where nothing fits."""
    stop = at + len(str(error.details["written"]).split())
    error.details["examples"] = tuple(
        line.replaced(at, stop, instead) for instead in _instead(error, home) or [otherwise]
    )


def correct_date(line: Line, error: LedgerError, at: int, today: date) -> None:
    """Correct the date that begins at a word: the days it may be, or today."""
    stop = at + len(str(error.details["written"]).split())
    readings = error.details["readings"]
    assert isinstance(readings, tuple)
    error.details["examples"] = tuple(
        line.replaced(at, stop, day.isoformat()) for day in readings or (today,)
    )


def _instead(error: LedgerError, home: Currency) -> list[str]:
    details = error.details
    written = str(details["written"])
    match error.code:
        case Code.AMOUNT_AMBIGUOUS:
            return _writable(details["readings"], home)
        case Code.TOO_MANY_DECIMALS:
            return _writable((details["nearest"],), home)
        case Code.AMOUNT_NOT_POSITIVE:
            amount = details["amount"]
            assert isinstance(amount, Money)
            return _writable((Money(-amount.minor, amount.currency),), home)
        case Code.UNKNOWN_CURRENCY:
            return [_NOT_IN_NUMBERS.sub("", written)]
        case Code.BAD_PART:
            return {
                "currency": [_NOT_IN_NUMBERS.sub("", written).strip(".,")],
                "percent": ["10%"],
                "shares": ["x2"],
                "fraction": [_as_percent(written)],
            }.get(str(details["reason"]), [])
        case _:
            return []


def _as_percent(fraction: str) -> str:
    """Return `50%` for `1/2`, and one share where the percentage has no end: `1/3`."""
    above, _, below = fraction.partition("/")
    if not (above.isdigit() and below.isdigit() and int(below)):
        return "x1"
    value = Fraction(int(above) * 100, int(below))
    whole = value * 10_000
    return f"{float(value):g}%" if whole.denominator == 1 and value <= 100 else "x1"


def _writable(readings: object, home: Currency) -> list[str]:
    assert isinstance(readings, tuple)
    return [
        write_money(money, home)
        for money in readings
        if isinstance(money, Money) and 0 < money.minor <= MAX_MINOR
    ]


def _some_amount(home: Currency) -> str:
    return "1200" if exponent(home) < 3 else "12"


def _with_amount(line: Line, home: Currency) -> str:
    """Return the line with its first number moved to the front, or with one put there."""
    for at in range(1, min(len(line.words), 60)):
        try:
            figure = figure_at(line.words, at, home)
        except LedgerError:
            continue
        if figure is not None and figure.minor > 0:
            amount = write_money(Money(figure.minor, figure.currency), home)
            rest = (word.text for word in (*line.words[:at], *line.words[figure.stop :]))
            return line.example(amount, *rest)
    words = [word.text for word in line.words]
    return line.example(_some_amount(home), *(words or ["dinner"]))
