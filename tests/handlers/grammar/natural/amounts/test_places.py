"""Which number is the amount, and where that is asked."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from handlers.grammar.natural.left_over import AS_IT_STANDS
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import FLAT, among_four
from tests.handlers.grammar.reading import INR, TODAY


@pytest.mark.parametrize(
    ("text", "readings", "first"),
    [
        ("3 kebabs a 7 with bob", ["21", "3", "7"], "21 3 kebabs: Asha 10.50 Bob 10.50"),
        (
            "hostel 800 per night for 2 nights",
            ["1600", "800", "2"],
            "1600 hostel for 2 nights: all",
        ),
        ("3 beers at 5", ["15", "3", "5"], "15 3 beers: all"),
    ],
)
def test_a_price_of_each_is_asked_about_with_what_all_cost(
    text: str, readings: list[str], first: str
) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    amounts = refused.value.details["readings"]
    assert isinstance(amounts, tuple)
    assert [write_money(one, INR) for one in amounts] == readings
    assert among_four(text, 0) == first


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 tickets 80 total", "80 2 tickets total: all"),
        ("room 12, 3 nights, total 900", "900 room 12, 3 nights, total: all"),
    ],
)
def test_what_is_said_to_be_the_total_is_the_amount(text: str, meant: str) -> None:
    assert among_four(text) == meant


def test_it_is_so_among_words_that_are_asked_about() -> None:
    text = "chen had 2 beers i had 1, 30 in total"
    assert among_four(text, AS_IT_STANDS) == "30 i had 1, in total: Asha 10 Chen 20"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("750 gr chicken 420 for dinner", "420 750 gr chicken for dinner: all"),
        ("750gr chicken 420", "420 750gr chicken: all"),
        ("500gms paneer 220", "220 500gms paneer: all"),
        ("500 ml oil 120", "120 500 ml oil: all"),
        ("oil 500 ml 120 with bob", "120 oil 500 ml: Asha 60 Bob 60"),
        ("2 kg mangoes 300", "300 2 kg mangoes: all"),
        ("milk 2 l and rice 5 kg 420", "420 milk 2 l and rice 5 kg: all"),
        ("2 lbs apples 8 oz nuts 12", "12 2 lbs apples 8 oz nuts: all"),
        ("300 kg rice", "300 kg rice: all"),
    ],
)
def test_weight_and_volume_are_no_amount(text: str, meant: str) -> None:
    assert among_four(text) == meant


def test_of_two_bounds_one_is_chosen() -> None:
    with pytest.raises(LedgerError) as refused:
        among_four("20-25 taxi with bob")
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    chosen = [among_four("20-25 taxi with bob", choice) for choice in (0, 1)]
    assert chosen == ["20 or 25 taxi: Asha 10 Bob 10", "25 20 or taxi: Asha 12.50 Bob 12.50"]


@pytest.mark.parametrize(
    "text", ["1 month wifi 999", "1 pizza 14", "1 beer 300 for dee", "1 bottle gin 19.50"]
)
def test_one_of_something_may_be_a_count_as_two_are(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS


def test_one_alone_is_an_amount() -> None:
    assert among_four("1 taxi") == "1 taxi: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hostel 30 a night x 3", "90 hostel: all"),
        ("hostel 30 per night x3 with bob", "90 hostel: Asha 45 Bob 45"),
        ("100 each bob chen for uber", "300 uber: Asha 100 Bob 100 Chen 100"),
        ("500 food, 4 beers", "500 food, 4 beers: all"),
    ],
)
def test_nights_and_people_multiply_a_price_and_things_only_count(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("snacks ₹2,15", (21500, 215)),
        ("₹12,50 chai", (125000, 1250)),
        ("snacks 1.250,5", (125050, 1250500)),
    ],
)
def test_marks_as_nobody_here_writes_them_are_asked_about(
    text: str, minor: tuple[int, int]
) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    readings = asked.value.details["readings"]
    assert isinstance(readings, tuple)
    assert tuple(money.minor for money in readings) == minor


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("snacks 2,15", "2.15 snacks: all"),
        ("snacks 1,250.5", "1250.50 snacks: all"),
        ("₹1,20,000 rent", "120000 rent: all"),
        ("snacks 1.250,50", "1250.50 snacks: all"),
    ],
)
def test_marks_as_people_write_them_are_read(text: str, meant: str) -> None:
    assert among_four(text) == meant
