"""Takes out of CLDR, as Babel has it, what `habits` needs.

Run as `python -m bot.language.cldr_habits` (`make habits`) it writes the files anew, as after an
upgrade of Babel: a test holds them against it.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Final

from babel import Locale
from babel.dates import format_date, format_time, match_skeleton
from babel.numbers import (
    NumberPattern,
    get_currency_name,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
)

from bot.language.habits import KEPT
from bot.language.offered import OFFERED
from ledger.core.money import currencies

_MONTHS: Final = ("MMM", "MMMM", "LLL", "LLLL")
_LISTS: Final = ("standard", "unit-short", "or")
_PLACES: Final = ("2", "start", "middle", "end")


def habits_of(code: str) -> dict[str, Any]:
    """Return what a language's file is to say."""
    locale = Locale.parse(code)
    standard = locale.currency_formats["standard"]
    patterns = {
        "date": locale.date_formats["medium"].pattern,
        "day_of_year": _pattern(locale, "MMMd"),
        "month": _pattern(locale, "MMM"),
        "month_of_year": _pattern(locale, "yMMMM"),
        "time": locale.time_formats["short"].pattern,
    }
    days = locale.days["stand-alone"]["wide"]
    return {
        "point": get_decimal_symbol(locale),
        "separator": get_group_symbol(locale),
        "sizes": standard.grouping,
        "money": _around(standard),
        "percent": _around(locale.percent_formats[None]),
        "signs": {
            one: sign
            for one in currencies()
            if (sign := get_currency_symbol(one, locale=locale)) != one
        },
        "currencies": {
            one: name
            for one in currencies()
            if (name := get_currency_name(one, locale=locale)) != one
        },
        **patterns,
        "names": {
            **{field: _months(locale, field) for field in _MONTHS if _asked(field, patterns)},
            **({"a": _halves(locale)} if _asked("a", patterns) else {}),
        },
        "weekdays": [days[day] for day in range(7)],
        "lists": {style: _list(code, style) for style in _LISTS},
    }


def _around(pattern: NumberPattern) -> list[str]:
    return [pattern.prefix[0], pattern.suffix[0]]


def _pattern(locale: Locale, skeleton: str) -> str:
    known = locale.datetime_skeletons
    found = skeleton if skeleton in known else match_skeleton(skeleton, known)
    return str(known[found].pattern)


def _asked(field: str, patterns: dict[str, str]) -> bool:
    """Tell whether a pattern has a field of just that length."""
    return any(
        field in pattern and field + field[0] not in pattern for pattern in patterns.values()
    )


def _months(locale: Locale, field: str) -> list[str]:
    return [format_date(datetime.date(2024, month, 1), field, locale) for month in range(1, 13)]


def _halves(locale: Locale) -> list[str]:
    return [format_time(datetime.time(hour), "a", locale=locale) for hour in (9, 21)]


def _list(code: str, style: str) -> dict[str, str]:
    """Return CLDR's list patterns; parts that a style lacks are the standard style's.

    Babel's own `format_list` does not look there and fails for Hindi's unit lists. Where units
    stand side by side ("1 ч 5 мин" in Russian, as in Turkish), names need their commas.
    """
    # The world's English, which has no comma before the last "or".
    locale = Locale.parse("en_001" if code == "en" else code)
    standard = locale.list_patterns["standard"]
    patterns = {**standard, **locale.list_patterns.get(style, {})}
    if patterns["middle"] == "{0} {1}":
        patterns = dict.fromkeys(patterns, standard["middle"])
    return {place: patterns[place] for place in _PLACES}


def main() -> None:
    """Write the files of all offered languages."""
    KEPT.mkdir(exist_ok=True)
    for code in OFFERED:
        told = json.dumps(habits_of(code), ensure_ascii=False, indent=1)
        (KEPT / f"{code}.json").write_text(f"{told}\n", "utf-8")


if __name__ == "__main__":
    main()
