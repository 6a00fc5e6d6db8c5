"""Amounts: as people in many places write them."""

from __future__ import annotations

import pytest

from handlers.grammar.literals.amounts import write_money, write_number
from ledger.core.errors import Code
from ledger.core.money import MAX_MINOR, Money, currency
from tests.handlers.grammar.reading import INR, refusal, refused, split


@pytest.mark.parametrize(
    ("text", "home", "minor", "code"),
    [
        ("1200", "INR", 120000, "INR"),
        ("1,200", "INR", 120000, "INR"),
        ("1,20,000", "INR", 12000000, "INR"),
        ("1,200,000", "INR", 120000000, "INR"),
        ("1.200.000", "INR", 120000000, "INR"),
        ("1'200.50", "CHF", 120050, "CHF"),
        ("1’200", "CHF", 120000, "CHF"),
        ("12.50", "INR", 1250, "INR"),
        ("12,5", "INR", 1250, "INR"),
        ("1.234,56", "EUR", 123456, "EUR"),
        ("1,234.56", "EUR", 123456, "EUR"),
        (".50", "USD", 50, "USD"),
        ("500.", "INR", 50000, "INR"),
        ("500/-", "INR", 50000, "INR"),
        ("₹1200", "EUR", 120000, "INR"),
        ("₹ 1200", "EUR", 120000, "INR"),
        ("Rs.500", "EUR", 50000, "INR"),
        ("Rs. 500", "LKR", 50000, "LKR"),
        ("$45.50", "INR", 4550, "USD"),
        ("$45.50", "CAD", 4550, "CAD"),
        ("$45 CAD", "INR", 4500, "CAD"),
        ("A$45", "INR", 4500, "AUD"),
        ("¥500", "INR", 500, "JPY"),
        ("¥500", "CNY", 50000, "CNY"),
        ("45 kr", "INR", 4500, "SEK"),
        ("45kr", "DKK", 4500, "DKK"),
        ("45 USD", "INR", 4500, "USD"),
        ("EUR 45", "INR", 4500, "EUR"),
        ("45eur", "INR", 4500, "EUR"),
        ("eur45", "INR", 4500, "EUR"),
        ("1.5k", "INR", 150000, "INR"),
        ("1.5k EUR", "INR", 150000, "EUR"),
        ("2Keur", "INR", 200000, "EUR"),
        ("5kes", "INR", 500, "KES"),
        ("1.5kr", "INR", 150, "SEK"),
        ("१२००", "INR", 120000, "INR"),
        ("1.200", "KWD", 1200, "KWD"),
        ("1,200", "KWD", 1200000, "KWD"),
        ("1.200 KWD", "INR", 1200, "KWD"),
        ("1.200", "JPY", 1200, "JPY"),
        ("1,200", "JPY", 1200, "JPY"),
        ("(20+30)*1.1", "INR", 5500, "INR"),
        ("(20 + 30)*2", "INR", 10000, "INR"),
        ("( 20+30 )", "INR", 5000, "INR"),
        ("₹(20+30)", "EUR", 5000, "INR"),
        ("3×400", "INR", 120000, "INR"),
        ("1200÷3", "INR", 40000, "INR"),
        ("100-20-30", "INR", 5000, "INR"),
        ("-5+10", "INR", 500, "INR"),
        ("1k+500", "INR", 150000, "INR"),
        ("100*0.125", "INR", 1250, "INR"),
        ("100/3", "INR", 3333, "INR"),
        ("200/3", "INR", 6667, "INR"),
        ("0.5/100", "INR", 1, "INR"),
        ("21/2", "JPY", 11, "JPY"),
        ("100000000000", "INR", MAX_MINOR, "INR"),
    ],
)
def test_amounts(text: str, home: str, minor: int, code: str) -> None:
    read = split(f"{text} tea", home)
    assert (read.amount, read.description) == (Money(minor, currency(code)), "tea")


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("10 gel", "gel"),
        ("10 eur trip", "eur trip"),
        ("45 BTC", "BTC"),
        ("300 gate 700", "gate 700"),
        ("1000 500 dinner", "500 dinner"),
        ("20 + salt", "+ salt"),
        (r"1 \200 dinner", "200 dinner"),
        (r"$45 \EUR", "EUR"),
        ("300 kg rice", "kg rice"),
        ("300 7up", "7up"),
    ],
)
def test_the_amount_is_one_word(text: str, description: str) -> None:
    assert split(text).description == description


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("1 200 dinner", ("1200 dinner", "1 dinner")),
        ("1 000 000 car", ("1000000 car", "1 car")),
        ("20 + 30 tea", ("50 tea", "20 tea")),
        ("₹50 + ₹30 tea", ("80 tea", "50 tea")),
        ("100 x 3 beers", ("300 beers", "100 beers")),
        ("2 k hotel", ("2000 hotel", "2 hotel")),
        ("2 lakh car", ("200000 car", "2 car")),
        ("1.5 crore flat", ("15000000 flat", "1.50 flat")),
        ("$45 EUR museum", ("45 EUR museum", "45 USD museum")),
        ("1200 EUR USD", ("1200 USD", "1200 EUR")),
        ("1200 tea @bob 1 000", ("1200 tea @bob 1000", "1200 tea @bob 1")),
    ],
)
def test_what_is_perhaps_still_the_amount_is_asked_back(
    text: str, examples: tuple[str, ...]
) -> None:
    error = refusal(text)
    assert error.code is Code.AMOUNT_AMBIGUOUS
    assert error.details["examples"] == tuple(f"/split {example}" for example in examples)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_spaces_that_never_break_group_thousands(space: str) -> None:
    assert split(f"1{space}234{space}567 car").amount.minor == 123456700
    assert split(f"1{space}234,50 tea").amount.minor == 123450
    assert split(f"12{space}dinner").description == "dinner"


@pytest.mark.parametrize(
    ("text", "home", "grouped", "decimal"),
    [
        ("1.200", "INR", 120000, 120),
        ("12.345", "INR", 1234500, 1235),
        ("0,500", "INR", 50000, 50),
        ("0.500", "INR", 50000, 50),
        ("1234,567", "INR", 123456700, 123457),
        ("0,500", "KWD", 500000, 500),
        ("1.200*3", "INR", 360000, 360),
        ("1.500k", "INR", 150000000, 150000),
    ],
)
def test_ambiguous_amounts_ask_back(text: str, home: str, grouped: int, decimal: int) -> None:
    code, details = refused(f"{text} tea", home)
    assert code == "amount_ambiguous"
    of = currency(home)
    assert details == {"written": text, "readings": (Money(grouped, of), Money(decimal, of))}


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("", "INR", "amount_missing"),
        ("dinner 1200", "INR", "amount_missing"),
        ("@bob 1200", "INR", "amount_missing"),
        ("2nd dinner", "INR", "amount_missing"),
        ("2024-02-16 dinner", "INR", "amount_missing"),
        ("eur 45", "INR", "amount_missing"),
        ("0", "INR", "amount_not_positive"),
        ("0,000", "INR", "amount_not_positive"),
        ("-5", "INR", "amount_not_positive"),
        ("−₹5", "INR", "amount_not_positive"),
        ("5-5", "INR", "amount_not_positive"),
        ("1/1000", "INR", "amount_not_positive"),
        ("1.2345", "INR", "too_many_decimals"),
        ("0.001", "INR", "too_many_decimals"),
        ("10.5", "JPY", "too_many_decimals"),
        ("1.2345", "KWD", "too_many_decimals"),
        ("100000000000.01", "INR", "amount_too_large"),
        ("999999k*999999k", "INR", "amount_too_large"),
        ("9" * 4000, "INR", "amount_too_large"),
        ("1/0", "INR", "bad_arithmetic"),
        ("1/(2-2)", "INR", "bad_arithmetic"),
        ("9**9**9", "INR", "bad_arithmetic"),
        ("2^10", "INR", "bad_arithmetic"),
        ("50%", "INR", "bad_arithmetic"),
        ("(20+30 lunch", "INR", "bad_arithmetic"),
        ("20+", "INR", "bad_arithmetic"),
        ("500(2)", "INR", "bad_arithmetic"),
        ("1,2,3", "INR", "bad_arithmetic"),
        ("0.'0", "INR", "bad_arithmetic"),
        (".0'0", "INR", "bad_arithmetic"),
        ("1,200.500.3", "INR", "bad_arithmetic"),
        ("(" * 50 + "1" + ")" * 50, "INR", "bad_arithmetic"),
        ("1+" * 2000 + "1", "INR", "bad_arithmetic"),
        ("45xyz", "INR", "unknown_currency"),
    ],
)
def test_refusals(text: str, home: str, code: str) -> None:
    assert refused(text, home)[0] == code


def test_details_say_what_was_understood() -> None:
    assert refused("dinner 5")[1] == {"found": "dinner"}
    assert refused("-5")[1] == {"written": "-5", "amount": Money(-500, INR)}
    assert refused("1.2345 USD")[1] == {
        "written": "1.2345 USD",
        "currency": "USD",
        "decimals": 2,
        "nearest": Money(123, currency("USD")),
    }
    assert refused("9" * 20)[1] == {"written": "9" * 20, "most": Money(MAX_MINOR, INR)}
    assert refused("45xyz")[1] == {"written": "45xyz", "currency": "XYZ"}


def test_arithmetic_is_kept_as_typed() -> None:
    assert split("(20 + 30)×1.1 tea").arithmetic == "(20 + 30)x1.1"
    assert split("-5+10").arithmetic == "-5+10"
    assert split("1.5k").arithmetic is None


@pytest.mark.parametrize(
    ("minor", "code", "written"),
    [
        (120000, "INR", "1200"),
        (1250, "INR", "12.50"),
        (-5, "INR", "-0.05"),
        (1200, "KWD", "1.200"),
        (1200, "JPY", "1200"),
    ],
)
def test_writing_numbers(minor: int, code: str, written: str) -> None:
    money = Money(minor, currency(code))
    assert write_number(money) == written
    assert write_money(money, money.currency) == written
    assert write_money(money, currency("XOF")) == f"{written} {code}"
