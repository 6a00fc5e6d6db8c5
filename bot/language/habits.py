"""How a language writes numbers, money, dates and lists: CLDR's patterns, filled in.

Babel, which knows all of CLDR, loads three megabytes before it writes the first number and one
more for each language. What the bot writes from is a hundredth of that: `cldr_habits` takes it
out of Babel into a file for each language, which is read when the language is first needed.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

KEPT: Final = Path(__file__).parent / "cldr"
"""Where the files are, one a language: `en_IN.json`."""

_FIELD: Final = re.compile(r"'([^']+)'|([a-zA-Z])\2*|[^a-zA-Z']+")
"""A part of a pattern of dates (UTS 35, "Date Format Patterns"): words, a field, or signs."""
_PARTS: Final = {
    "y": "year",
    "M": "month",
    "L": "month",
    "d": "day",
    "h": "hour",
    "H": "hour",
    "a": "hour",
    "m": "minute",
}
"""What the letters of fields ask for."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What one language does.

    `point` and `separator` stand between the digits of numbers, `sizes` are how many stand
    together: the last ones, and those before them. `money` and `percent` are what stands before
    and behind a number, with ¤ where the currency's sign is. `signs` and `currencies` are the
    currencies' signs and names where they are not just their codes. `names` are those of months
    by the field of a pattern that asks for them (`MMM`), and of the halves of a day (`a`), and
    `weekdays` those of days from Monday on. `lists` are patterns by what is listed and by place.
    """

    point: str
    separator: str
    sizes: tuple[int, int]
    money: tuple[str, str]
    percent: tuple[str, str]
    signs: Mapping[str, str]
    currencies: Mapping[str, str]
    date: str
    day_of_year: str
    month: str
    month_of_year: str
    time: str
    names: Mapping[str, list[str]]
    weekdays: list[str]
    lists: Mapping[str, Mapping[str, str]]

    def sign(self, currency: str) -> str:
        """Return a currency's sign, or its code where it has none."""
        return self.signs.get(currency, currency)

    def grouped(self, digits: str) -> str:
        """Return whole digits with what stands between thousands, or lakhs."""
        last, others = self.sizes
        head, groups = digits[:-last], [digits[-last:]]
        while head:
            groups.append(head[-others:])
            head = head[:-others]
        return self.separator.join(reversed(groups))

    def written(self, pattern: str, at: datetime.date | datetime.time) -> str:
        """Return a date or a time as a pattern of ours says; raise KeyError for other fields."""
        return "".join(
            found[1] or (self._field(found[0], at) if found[2] else found[0])
            for found in _FIELD.finditer(pattern)
        )

    def _field(self, field: str, at: datetime.date | datetime.time) -> str:
        number: int = getattr(at, _PARTS[field[0]])
        if field == "a":
            return self.names["a"][number // 12]
        if field in self.names:
            return self.names[field][number - 1]
        if field[0] == "h":
            number = number % 12 or 12
        return f"{number:0{len(field)}}"


@cache
def habits(code: str) -> Habits:
    """Return what an offered language does, read when it is first asked for."""
    kept = json.loads((KEPT / f"{code}.json").read_text("utf-8"))
    for pair in ("sizes", "money", "percent"):
        kept[pair] = tuple(kept[pair])
    return Habits(**kept)
