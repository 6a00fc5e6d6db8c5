"""/history's line: whose entries, which words, category, period and amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handlers.grammar.keywords import category_of
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.literals.dates import correct_date, date_at
from ledger.core.answers.entry_lists import AmountRange, Period
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender, Whom
from ledger.core.money import Currency

_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})\Z|(\d{1,2})[/.](\d{4})\Z")

_QUOTES = "\"'“”„‘’«»"
_YEAR = re.compile(r"20\d\d\Z")
_COMPARISON = re.compile(r"[<>]=?|[≥≤]")
_NUMBER = re.compile(r"([#№]?)(\d{1,9})\Z")

_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()}
"""Months by name, where one stands alone: "may" among other words is a word."""


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; None asks for nothing.

    `number` is the line where it is nothing but one number: a page's, perhaps, or an entry's,
    which `entry` tells of one with a `#`.
    """

    whom: Whom | None = None
    words: str | None = None
    category: str | None = None
    period: Period | None = None
    amount: AmountRange | None = None
    number: int | None = None
    entry: bool = False


def read_filter(line: Line, today: date, home: Currency) -> Search:
    """Read /history's words, in any order; what is no filter of its own is looked for.

    `home` is the currency of amounts without one. Raises LedgerError, each with `examples`:
    BAD_DATE(written: str, readings: tuple[date, ...]); TOO_MANY_NAMES(most: int); and for
    amounts what `amounts.figure_at` raises.
    """
    whom: Whom | None = None
    category: str | None = None
    period: Period | None = None
    amount: AmountRange | None = None
    words: list[str] = []
    at = 0
    while at < len(line.words):
        word, stop = line.words[at], at + 1
        named = Sender() if word.whom is None and word.low == "me" else word.whom
        if named is not None:
            if whom is not None:
                raise LedgerError(Code.TOO_MANY_NAMES, most=1, examples=(line.example("@bob"),))
            whom = named
        elif category is None and category_of(word):
            category = category_of(word)
        elif ranged := _range_at(line, at, home):
            amount, stop = _both(amount, ranged[0]), ranged[1]
        elif period is None and (found := period_at(line, at, today)):
            period, stop = found
        elif not word.everyone:
            words.append(word.text.strip(_QUOTES) or word.text)
        at = stop
    number, entry = read_number_alone(line)
    return Search(whom, " ".join(words) or None, category, period, amount, number, entry=entry)


def _range_at(line: Line, at: int, home: Currency) -> tuple[AmountRange, int] | None:
    """Read `>500`, `<= 20 EUR` and the like; return the range and the index behind it."""
    word = line.words[at]
    sign = _COMPARISON.match(word.low) if word.whom is None and not word.escaped else None
    if sign is None:
        return None
    bare = word.low == sign[0]
    behind = (
        line.words[at + 1 :] if bare else from_text(f"/history {word.text[sign.end() :]}").words
    )
    behind = behind if bare else (*behind, *line.words[at + 1 :])
    figure = figure_at(behind, 0, home) if behind else None
    if figure is None:
        return None
    minor, beyond = figure.minor, 0 if "=" in sign[0] or sign[0] in "≥≤" else 1
    code = figure.currency
    ranged = (
        AmountRange(code, minor + beyond, None)
        if sign[0][0] in ">≥"
        else AmountRange(code, None, minor - beyond)
    )
    return ranged, at + figure.stop + (1 if bare else 0)


def _both(before: AmountRange | None, now: AmountRange) -> AmountRange:
    """Return what is within both: `>100 <500`; of two currencies the later counts."""
    if before is None or before.currency != now.currency:
        return now
    return AmountRange(
        now.currency,
        before.least_minor if now.least_minor is None else now.least_minor,
        before.most_minor if now.most_minor is None else now.most_minor,
    )


def period_at(line: Line, at: int, today: date) -> tuple[Period, int] | None:
    """Read a year among other words, a month or a day; return it and the index behind it."""
    word = line.words[at]
    if _MONTH.match(word.low):
        return _month(line, at, today), at + 1
    if len(line.words) == 1 and word.low in _MONTHS:
        return _latest(_MONTHS[word.low], today), at + 1
    if _is_month_of_year(line, at):
        return (int(line.words[at + 1].low), _MONTHS[word.low]), at + 2
    if len(line.words) > 1 and _YEAR.match(word.low):
        return (int(word.low),), at + 1
    if word.low in _MONTHS and not _is_day_of_month(line, at):
        return None
    try:
        found = date_at(line.words, at, today)
    except LedgerError as error:
        correct_date(line, error, at, today)
        raise
    if found is None:
        return None
    day, stop = found
    return (day.year, day.month, day.day), stop


def _is_day_of_month(line: Line, at: int) -> bool:
    return at + 1 < len(line.words) and line.words[at + 1].low[:1].isdigit()


def read_number_alone(line: Line) -> tuple[int | None, bool]:
    """Read a line that is nothing but a number, and tell whether it is an entry's: `#12`."""
    found = _NUMBER.match(line.words[0].low) if len(line.words) == 1 else None
    return (int(found[2]), bool(found[1])) if found else (None, False)


def _is_month_of_year(line: Line, at: int) -> bool:
    """Tell whether `march 2026` stands at a word."""
    words = line.words[at : at + 2]
    return len(words) == 2 and words[0].low in _MONTHS and bool(_YEAR.match(words[1].low))


def _latest(month: int, today: date) -> tuple[int, int]:
    """Return the latest such month that is not in the future."""
    return today.year - (month > today.month), month


def _month(line: Line, at: int, today: date) -> tuple[int, int]:
    found = _MONTH.match(line.words[at].low)
    assert found is not None
    year, month = int(found[1] or found[4]), int(found[2] or found[3])
    if 1970 <= year <= 2199 and 1 <= month <= 12:
        return year, month
    example = line.replaced(at, at + 1, f"{today:%Y-%m}")
    written = line.words[at].text
    raise LedgerError(Code.BAD_DATE, written=written, readings=(), examples=(example,))
