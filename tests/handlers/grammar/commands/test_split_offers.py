"""What /split's line is asked back for, and the corrected lines that are offered with it."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.money import currency
from tests.handlers.grammar.reading import BOB, CHEN, TODAY, exact, refusal, refused, split


def test_refused_numbers_behind_names_say_whose() -> None:
    assert refused("1200 @bob 1.200")[1]["name"] == BOB
    assert refusal("1200 @bob 1.200").details["examples"] == (
        "/split 1200 @bob 1200",
        "/split 1200 @bob 1.20",
    )


def test_two_payers_joined_without_a_number_ask_back() -> None:
    code, details = refused("1200 x paid @bob and @chen")
    assert (code, details) == ("paid_unclear", {"first": BOB, "second": CHEN})
    for joined in ("@bob and @chen", "@bob, @chen", "@bob & @chen -me", "@dia 1 @bob, @chen"):
        for example in _examples(f"1200 x paid {joined}"):
            assert len(split(example).payers) >= 2


def _examples(text: str) -> list[str]:
    examples = refusal(text).details["examples"]
    assert isinstance(examples, tuple)
    return [example.removeprefix("/split ") for example in examples]


def test_examples_of_corrected_lines() -> None:
    assert refusal("1.200 dinner @bob").details["examples"] == (
        "/split 1200 dinner @bob",
        "/split 1.20 dinner @bob",
    )
    assert _examples("dinner @bob 1200") == ["1200 dinner @bob"]
    assert _examples("dinner @bob") == ["1200 dinner @bob"]
    assert _examples("") == ["1200 dinner"]
    assert _examples("45xyz tea") == ["45 xyz tea", "45 tea"]
    assert _examples("-5 tea") == [], "money that came back is no expense"
    assert _examples("100 on 31.2. tea") == [f"100 on {TODAY} tea"]
    assert _examples("100 @bob €5 tea") == ["100 @bob 5 tea"]
    assert _examples("100 tea\n/split 200 cake") == ["100 tea"]


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("1200dinner @bob", ["1200 dinner @bob"]),
        ("₹1,200dinner @bob", ["₹1,200 dinner @bob"]),
        ("1200tea @bob", ["1200 tea @bob", "1200 @bob"]),
        ("2pizzas 500 @bob", ["500 2pizzas @bob", "2 pizzas 500 @bob"]),
        ("1_000 x @bob", ["1000 x @bob"]),
        ("~1200 dinner", ["1200 dinner"]),
        ("≈1.5k dinner", ["1.5k dinner"]),
        ("ca.1200 dinner", ["1200 dinner"]),
        ("=100+200 dinner", ["100+200 dinner"]),
        ("#1200 dinner @bob 300", ["1200 dinner @bob 300", "300 #1200 dinner @bob"]),
        ("one hundred dinner @bob", ["100 dinner @bob"]),
        ("twelve hundred and fifty dinner", ["1250 dinner"]),
        ("two lakh five thousand rent", ["205000 rent"]),
        ("1.5L rent", ["150000 rent"]),
        ("2m rent", ["2000000 rent"]),
        ("500,tea @bob", ["500 tea @bob"]),
        ("500-tea @bob", ["500 tea @bob"]),
        ("usd 5 tea", ["USD 5 tea", "5 usd tea"]),
        ("1,50,00 tea", ["15000 tea"]),
        ("1..5 tea", ["1.5 tea"]),
        ("100% tea", ["100 tea"]),
        ("5 00 tea", ["500 tea", "5 tea"]),
        ("300+10% tea", ["330 tea"]),
        ("(300 tea", ["300 tea"]),
        ("300) tea", ["300 tea"]),
        ("900 tea @bob @chen 100 each", ["900 tea @bob 100 @chen 100"]),
        ("900 @dia 5 @bob, @chen and me 100 each", ["900 @dia 5 @bob 100 @chen 100 and me 100"]),
        ("20 euros tea @bob", ["20 EUR tea @bob", "20 tea @bob"]),
        ("a hundred for dinner", ["100 for dinner"]),
        ("dinner @bob 300 1200", ["1200 dinner @bob 300"]),
        ("a dinner", ["1200 a dinner"]),
    ],
)
def test_an_amount_that_can_be_guessed_is_offered(text: str, examples: list[str]) -> None:
    assert _examples(text) == examples
    for example in examples:
        assert split(example).amount.minor > 0


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("paid @bob 50% @dia 50%", "paid @bob 50 @dia 50"),
        ("paid @bob 33.3%, @dia 66.7%", "paid @bob 33.30 @dia 66.70"),
        ("paid @bob 40 % and me 60 % @chen", "paid @bob 40 and me 60 @chen"),
        ("paid @bob 30% @dia", "paid @bob 30 @dia"),
        ("paid @dia 30 @bob 70% #food", "paid @dia 30 @bob 70 #food"),
    ],
)
def test_what_payers_paid_in_percent_is_offered_in_money(text: str, example: str) -> None:
    error = refusal(f"100 x {text}")
    assert (error.code, error.details["reason"]) == (Code.BAD_PART, "payer")
    assert _examples(f"100 x {text}") == [f"100 x {example}"]
    assert sum(minor or 0 for _, minor in split(f"100 x {example}").payers) in (3000, 10000)


@pytest.mark.parametrize(
    ("text", "examples"),
    [("/edit 1 tea 300", ("/edit 1 300 tea",)), ("/edit 1 tea", ()), ("/edit 1 3//4 tea", ())],
)
def test_an_edit_without_an_amount_keeps_its_number_apart(
    text: str, examples: tuple[str, ...]
) -> None:
    line = from_text(text).behind(1)
    with pytest.raises(LedgerError) as caught:
        read_split(line, currency("INR"), TODAY)
    assert caught.value.details["examples"] == examples


def test_a_part_in_a_currency_by_its_name_is_asked_back() -> None:
    assert _examples("500 dinner @bob 5 euros") == ["500 dinner @bob 5"]
    assert split("20 EUR dinner @bob 5 euros").participants == ((BOB, exact(500)),)


@pytest.mark.parametrize(
    ("text", "written", "examples"),
    [
        ("1200 dinner - @bob", "- @bob", ["1200 dinner -@bob", "1200 dinner @bob"]),
        ("1200 dinner – me", "– me", ["1200 dinner -me", "1200 dinner me"]),
        ("1200 dinner not me", "not me", ["1200 dinner -me"]),
        ("1200 all except @bob", "except @bob", ["1200 all -@bob"]),
        ("1200 dinner without @bob", "without @bob", ["1200 dinner -@bob"]),
        ("1200 dinner w/o @bob", "w/o @bob", ["1200 dinner -@bob"]),
        ("1200 all but me", "but me", ["1200 all -me"]),
        ("1200 dinner no @bob", "no @bob", ["1200 dinner -@bob"]),
        ("1200 dinner -bob", "-bob", ["1200 dinner -@bob", r"1200 dinner \-bob"]),
    ],
)
def test_what_perhaps_leaves_somebody_out_is_asked_back(
    text: str, written: str, examples: list[str]
) -> None:
    error = refusal(text)
    assert error.code is Code.BAD_PART
    assert (error.details["written"], error.details["reason"]) == (written, "out")
    assert error.details["examples"] == tuple(f"/split {one}" for one in examples)


def test_fractions_of_a_whole_are_offered_as_shares() -> None:
    assert _examples("300 tea @bob 1/2 @chen 1/3 me 1/6") == ["300 tea @bob x3 @chen x2 me x1"]
    assert _examples("300 tea @bob 1/2 @chen 1/2 -me") == ["300 tea @bob x1 @chen x1 -me"]


@pytest.mark.parametrize(("part", "meant"), [("1/2", "50%"), ("1/4", "25%"), ("1/3", "x1")])
def test_a_fraction_is_offered_as_a_percentage(part: str, meant: str) -> None:
    assert refusal(f"1200 @bob {part}").details["examples"] == (f"/split 1200 @bob {meant}",)
