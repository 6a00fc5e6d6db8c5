"""Numbers, dates and lists are written as Babel writes them, which knows all of CLDR."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import format_decimal, format_percent, get_currency_name, get_currency_symbol
from hypothesis import given
from hypothesis import strategies as st

from bot.language.catalogues import language
from bot.language.cldr_habits import habits_of
from bot.language.habits import KEPT, habits
from bot.language.offered import OFFERED
from ledger.core.money import currencies

ROOT = Path(__file__).parents[3]

_SPEAKS = """
import sys
from bot.language.catalogues import language
from ledger.core.money import Currency, Money
say = language("de")
print(say.money(Money(123450, Currency("EUR"))), say.list(["Asha", "Bob"]), "babel" in sys.modules)
"""


@pytest.mark.parametrize("code", OFFERED)
def test_the_files_are_what_babel_knows(code: str) -> None:
    kept = json.loads((KEPT / f"{code}.json").read_text("utf-8"))
    assert kept == json.loads(json.dumps(habits_of(code))), "make habits"


def test_each_language_has_a_file() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(OFFERED)


@pytest.mark.parametrize("code", OFFERED)
def test_dates_are_babels(code: str) -> None:
    say, locale = language(code), Locale.parse(code)
    for number in range(366):
        day = date(2024, 1, 1) + timedelta(days=number)
        assert say.date(day, day) == format_skeleton("MMMd", day, locale=locale)
        assert say.date(day, date(2025, 1, 1)) == format_date(day, "medium", locale=locale)
    for month in range(1, 13):
        first = date(2024, month, 1)
        assert say.month(2024, month) == format_skeleton("yMMMM", first, locale=locale)
        assert say.short_month(2024, month) == format_skeleton("MMM", first, locale=locale)
    for day_of_week, name in get_day_names("wide", "stand-alone", locale).items():
        assert say.weekday(day_of_week) == name


@pytest.mark.parametrize("code", OFFERED)
def test_times_are_babels(code: str) -> None:
    for hour in range(24):
        for minute in (0, 5, 59):
            at = time(hour, minute)
            assert language(code).time(at) == format_time(at, "short", locale=code)


@given(st.sampled_from(OFFERED), st.decimals(0, 10**12, allow_nan=False, places=4))
def test_numbers_are_babels(code: str, number: Decimal) -> None:
    say = language(code)
    whole = int(number)
    assert say.number(number) == format_decimal(number, locale=code, decimal_quantization=False)
    assert say.number(whole) == format_decimal(whole, locale=code)
    part = Decimal(whole) / 1_000_000
    assert say.percent(whole) == format_percent(part, locale=code, decimal_quantization=False)


@pytest.mark.parametrize("code", OFFERED)
def test_currencies_are_called_as_babel_calls_them(code: str) -> None:
    for currency in currencies():
        assert language(code).symbol(currency) == get_currency_symbol(currency, locale=code)
        name = get_currency_name(currency, locale=code)
        told = language(code).currency(currency)
        assert told == (currency if name == currency else f"{name} ({currency})")


def test_a_field_that_no_pattern_of_ours_has_is_not_left_out() -> None:
    with pytest.raises(KeyError):
        habits("en").written("EEEE d", date(2024, 1, 1))


def test_to_write_in_a_language_loads_nothing_more_of_cldr() -> None:
    command = [sys.executable, "-X", "utf8", "-c", _SPEAKS]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=300
    )
    assert ended.stdout == "1.234,50\N{NO-BREAK SPACE}€ Asha, Bob False\n"
