"""/history's line: whose entries, which words, which category, which month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handlers.grammar.lexer import Line
from handlers.grammar.splits import category_of
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender, Whom

_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})\Z|(\d{1,2})[/.](\d{4})\Z")

_QUOTES = "\"'“”„‘’«»"
_YEAR = re.compile(r"20\d\d\Z")
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
    """What to look for; None asks for nothing. `month` is (year, month).

    `number` is the line where it is nothing but one number: a page's, perhaps, or an entry's,
    which `entry` tells of one with a `#`.
    """

    whom: Whom | None = None
    words: str | None = None
    category: str | None = None
    month: tuple[int, int] | None = None
    number: int | None = None
    entry: bool = False


def read_filter(line: Line, today: date) -> Search:
    """Read /history's words, in any order; what is no filter of its own is looked for.

    Raises LedgerError, each with `examples`: BAD_DATE(written: str, readings=()) for a month
    that does not exist; TOO_MANY_NAMES(most: int).
    """
    whom: Whom | None = None
    category: str | None = None
    month: tuple[int, int] | None = None
    words: list[str] = []
    for at, word in enumerate(line.words):
        named = Sender() if word.whom is None and word.low == "me" else word.whom
        if named is not None:
            if whom is not None:
                raise LedgerError(Code.TOO_MANY_NAMES, most=1, examples=(line.example("@bob"),))
            whom = named
        elif category is None and category_of(word):
            category = category_of(word)
        elif month is None and _MONTH.match(word.low):
            month = _month(line, at, today)
        elif month is None and len(line.words) == 1 and word.low in _MONTHS:
            month = _latest(_MONTHS[word.low], today)
        elif month is None and _is_month_of_year(line, at):
            month = int(line.words[at + 1].low), _MONTHS[word.low]
        elif at and _is_month_of_year(line, at - 1) and month and str(month[0]) == word.low:
            continue
        elif not word.everyone:
            words.append(word.text.strip(_QUOTES) or word.text)
    number, entry = read_number_alone(line)
    return Search(
        whom,
        " ".join(words) or None,
        category,
        month,
        number,
        entry=entry,
    )


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
