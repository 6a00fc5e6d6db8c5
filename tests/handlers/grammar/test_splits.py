"""/split's line: clauses in any order, and what is description."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.lexer import from_text
from handlers.grammar.splits import read_split
from ledger.core.entries import EQUAL_PART, Part
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Whom
from ledger.core.money import Money, currency
from tests.handlers.grammar.reading import (
    BOB,
    CHEN,
    DIA,
    ME,
    TODAY,
    adjust,
    exact,
    percent,
    refusal,
    refused,
    shares,
    split,
)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("@bob", EQUAL_PART),
        ("@bob 500", exact(50000)),
        ("@bob 500.", exact(50000)),
        ("@bob 1,200.50", exact(120050)),
        ("@bob ₹500", exact(50000)),
        ("@bob ₹ 500", exact(50000)),
        ("@bob 500 INR", exact(50000)),
        ("@bob 1.5k", exact(150000)),
        ("@bob 100+50", exact(15000)),
        ("@bob 1200/3", exact(40000)),
        ("@bob (500)", exact(50000)),
        ("@bob 0", exact(0)),
        ("@bob 40%", percent(40)),
        ("@bob 40 %", percent(40)),
        ("@bob 33,3%", percent(33.3)),
        ("@bob 33.3333%", percent(33.3333)),
        ("@bob x2", shares(2)),
        ("@bob 2x", shares(2)),
        ("@bob ×1.5", shares(1.5)),
        ("@bob x 2", shares(2)),
        ("@bob +100", adjust(10000)),
        ("@bob -50.50", adjust(-5050)),
        ("@bob −50", adjust(-5000)),
        ("@bob +₹100", adjust(10000)),
        ("@bob:500", exact(50000)),
    ],
)
def test_parts(text: str, part: Part) -> None:
    read = split(f"1200 dinner {text}")
    assert (read.participants, read.description) == (((BOB, part),), "dinner")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@bob €5", "currency"),
        ("@bob 5 USD", "currency"),
        ("@bob +10%", "percent"),
        ("@bob 33.33333%", "percent"),
        ("@bob 100/3%", "percent"),
        ("@bob x1.23456", "shares"),
        ("@bob x99999999", "shares"),
        ("@bob 1/3", "fraction"),
        ("@bob 7-11", "negative"),
        ("all x2", "everyone"),
        ("@all 300", "everyone"),
        ("paid @bob 40%", "payer"),
        ("paid @bob -50", "payer"),
    ],
)
def test_parts_that_cannot_be_meant(text: str, reason: str) -> None:
    code, details = refused(f"1200 dinner {text}")
    assert (code, details["reason"]) == ("bad_part", reason)
    assert details["name"] == (None if reason == "everyone" else BOB)


@pytest.mark.parametrize("text", ["12abc", "2nd round", "(2 beers)", "10:30 show", "%", "#12", "x"])
def test_what_is_no_part_is_description(text: str) -> None:
    read = split(f"1200 @bob {text}")
    assert (read.participants, read.description) == (((BOB, EQUAL_PART),), text)


def test_refused_numbers_behind_names_say_whose() -> None:
    assert refused("1200 @bob 1.200")[1]["name"] == BOB
    assert refusal("1200 @bob 1.200").details["examples"] == (
        "/split 1200 @bob 1200",
        "/split 1200 @bob 1.20",
    )


def test_one_part_a_name_and_a_number_only_right_behind() -> None:
    assert split("1200 @bob 500 70").description == "70"
    assert split("300 gate 7 taxi @bob").description == "gate 7 taxi"
    assert split("300 @bob taxi 7").description == "taxi 7"


@pytest.mark.parametrize(
    "text",
    ["@bob, @chen and @dia", "@bob and @chen & @dia", "@bob + @chen, @dia", "@bob,@chen,@dia"],
)
def test_joined_names(text: str) -> None:
    read = split(f"1200 dinner {text}")
    assert read.participants == ((BOB, EQUAL_PART), (CHEN, EQUAL_PART), (DIA, EQUAL_PART))
    assert read.description == "dinner"


@pytest.mark.parametrize(
    ("text", "everyone", "names", "description"),
    [
        ("300 all you can eat", False, [], "all you can eat"),
        ("300 dinner all", True, [], "dinner"),
        ("300 all @bob", True, [BOB], ""),
        ("300 dinner for all, on yesterday", True, [], "dinner for"),
        ("300 all -@bob", True, [], ""),
        ("300 me", False, [ME], ""),
        ("300 me and @bob", False, [ME, BOB], ""),
        ("300 @bob and me", False, [BOB, ME], ""),
        ("300 me and my friends", False, [], "me and my friends"),
        ("300 show me the money", False, [], "show me the money"),
        ("300 Me 25%", False, [ME], ""),
        ("300 me #food", False, [ME], ""),
        ("300 me // note", False, [ME], ""),
        ("300 me paid @bob", False, [ME], ""),
        ("300 me paid parking", False, [], "me paid parking"),
        ("300 me on the beach", False, [], "me on the beach"),
        ("300 me on yesterday", False, [ME], ""),
    ],
)
def test_bare_me_and_all(text: str, everyone: bool, names: list[Whom], description: str) -> None:
    read = split(text)
    assert read.everyone is everyone
    assert [whom for whom, _ in read.participants] == names
    assert read.description == description


def test_left_out() -> None:
    read = split("1200 dinner -me −@bob -@chen 5 -all")
    assert read.left_out == (ME, BOB, CHEN)
    assert read.description == "dinner 5 -all"


@pytest.mark.parametrize(
    ("text", "payers", "names"),
    [
        ("paid @bob", [(BOB, None)], []),
        ("paid by @bob", [(BOB, None)], []),
        ("paidby @bob", [(BOB, None)], []),
        ("paid-by @bob", [(BOB, None)], []),
        ("payer: @bob", [(BOB, None)], []),
        ("Paid me", [(ME, None)], []),
        ("paid @bob 700 me", [(BOB, 70000), (ME, None)], []),
        ("paid me 500 @bob", [(ME, 50000), (BOB, None)], []),
        ("paid @bob 700 and @dia 500", [(BOB, 70000), (DIA, 50000)], []),
        ("paid @bob @chen", [(BOB, None)], [CHEN]),
        ("paid @bob 700 @dia 500 @chen", [(BOB, 70000), (DIA, 50000)], [CHEN]),
        ("paid @bob, @chen 500", [(BOB, None), (CHEN, 50000)], []),
        ("paid @bob 700 -@dia", [(BOB, 70000)], []),
        ("@chen paid @bob", [(BOB, None)], [CHEN]),
        ("paid @bob paid @dia 500", [(BOB, None), (DIA, 50000)], []),
    ],
)
def test_payers(text: str, payers: list[tuple[Whom, int | None]], names: list[Whom]) -> None:
    read = split(f"1200 {text}")
    assert list(read.payers) == payers
    assert [whom for whom, _ in read.participants] == names
    assert read.description == ""


@pytest.mark.parametrize(
    "text", ["paid parking", "paid", "paid me back", "paid by card", "was paid -@x"]
)
def test_paid_without_a_payer_is_description(text: str) -> None:
    read = split(f"1200 {text}")
    assert not read.payers
    assert read.description == text.removesuffix(" -@x")


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


def test_clauses_in_any_order() -> None:
    lines = (
        "300 pizza night @bob 100 #Food on 2024-02-16 paid @chen // extra, @dia #x",
        "300 on 2024-02-16 #food paid @chen pizza @bob 100 night // extra, @dia #x",
        "300 #food @bob 100 pizza\non 2024-02-16\nnight paid @chen\n// extra, @dia #x",
    )
    first = split(lines[0])
    assert (first.on, first.category, first.note) == (
        date(2024, 2, 16), "food", "extra, @dia #x",
    )  # fmt: skip
    assert (first.participants, first.payers) == (((BOB, exact(10000)),), ((CHEN, None),))
    assert all(split(line) == first for line in lines)


def test_first_category_and_date_count() -> None:
    read = split("300 #food #berlin #Food on mon on tue")
    assert (read.category, read.on) == ("food", date(2024, 2, 19))
    assert read.description == "#berlin on tue"


@pytest.mark.parametrize("text", ["#12", "#", "tea//milk", "https://maps.example/x//y", "tea //"])
def test_no_category_and_no_note(text: str) -> None:
    read = split(f"300 {text}")
    assert (read.category, read.note, read.description) == (None, None, text)


def test_categories_in_other_scripts() -> None:
    assert split("300 #खाना, tea").category == "खाना"


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("1200 - dinner", "dinner"),
        ("1200: dinner", "dinner"),
        ("1200 dinner, @bob", "dinner"),
        ("1200 -- , :", ""),
        ("1200 -- dinner -- tea;", "dinner -- tea"),
        ("1200 dinner -- @bob", "dinner"),
        ("1200 dinner; // at -- eight;", "dinner"),
        ('1200 "Dune" tickets', '"Dune" tickets'),
        ("1200 – dinner – at 8", "dinner – at 8"),
        ("1200 fish and @bob chips", "fish and chips"),
        (r"1200 \on monday \@home", "on monday @home"),
    ],
)
def test_descriptions(text: str, description: str) -> None:
    assert split(text).description == description


def test_examples_of_corrected_lines() -> None:
    assert refusal("1.200 dinner @bob").details["examples"] == (
        "/split 1200 dinner @bob",
        "/split 1.20 dinner @bob",
    )
    assert _examples("dinner @bob 1200") == ["1200 dinner @bob"]
    assert _examples("dinner @bob") == ["1200 dinner @bob"]
    assert _examples("") == ["1200 dinner"]
    assert _examples("45xyz tea") == ["45 xyz tea", "45 tea"]
    assert _examples("-5 tea") == ["5 tea"]
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
    ("text", "home", "description"),
    [
        ("500 rupees dinner", "INR", "dinner"),
        ("20 Euro, dinner", "EUR", "dinner"),
        ("€20 euros dinner", "INR", "dinner"),
        ("20 dollars dinner", "CAD", "dinner"),
        (r"500 \rupees dinner", "INR", "rupees dinner"),
        ("500 dinner rupees", "INR", "dinner rupees"),
        ("20,- dinner", "EUR", "dinner"),
    ],
)
def test_a_currency_may_be_called_by_its_name(text: str, home: str, description: str) -> None:
    read = split(text, home)
    assert read.description == description
    assert read.amount.currency == ("EUR" if "€" in text else home)
    assert read.amount.minor in (2000, 50000)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2 shares", shares(2)),
        ("1.5 parts", shares(1.5)),
        ("1 share,", shares(1)),
        ("40 percent", percent(40)),
        ("400 share of the rent", exact(40000)),
    ],
)
def test_parts_may_be_spelled_out(text: str, part: Part) -> None:
    read = split(f"500 dinner @bob {text}")
    assert read.participants == ((BOB, part),)


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


def test_a_currency_may_stand_before_the_amount() -> None:
    read = split("EUR 5 x @bob")
    assert (read.amount, read.description) == (Money(500, currency("EUR")), "x")


def test_the_same_name_twice_is_for_the_book_to_refuse() -> None:
    read = split("100 tea @bob @Bob -@bob")
    assert [whom for whom, _ in read.participants] == [BOB, Name("Bob")]
    assert read.left_out == (BOB,)


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


def test_words_that_leave_nobody_out_are_description() -> None:
    assert split("1200 -dinner @bob").description == "-dinner"
    assert split("1200 gin without ice @bob").description == "gin without ice"


@pytest.mark.parametrize(
    ("text", "payers", "participants"),
    [
        ("1200 dinner @bob paid", ((BOB, None),), ()),
        ("1200 dinner @bob paid 1200", ((BOB, 120000),), ()),
        ("1200 dinner @chen #food @bob paid on mon", ((BOB, None),), ((CHEN, EQUAL_PART),)),
        ("1200 @bob paid @chen", ((CHEN, None),), ((BOB, EQUAL_PART),)),
        ("50 @bob paid parking", (), ((BOB, EQUAL_PART),)),
        ("50 @bob @chen paid", (), ((BOB, EQUAL_PART), (CHEN, EQUAL_PART))),
    ],
)
def test_a_name_right_before_paid_is_the_payer(
    text: str, payers: object, participants: object
) -> None:
    read = split(text)
    assert (read.payers, read.participants) == (payers, participants)


@pytest.mark.parametrize("word", ["@all", "@everyone", "@here", "all"])
def test_everybody(word: str) -> None:
    read = split(f"1200 dinner {word}")
    assert read.everyone
    assert read.participants == ()


def test_emoji_that_touch_a_name_are_no_part_of_it() -> None:
    read = split("1200 dinner @bob🍕 🍕@chen ❤️@dia")
    assert read.participants == ((BOB, EQUAL_PART), (CHEN, EQUAL_PART), (DIA, EQUAL_PART))
    assert "🍕" in read.description
    assert split("1200 🍕-@bob").left_out == (BOB,)


def test_fractions_of_a_whole_are_offered_as_shares() -> None:
    assert _examples("300 tea @bob 1/2 @chen 1/3 me 1/6") == ["300 tea @bob x3 @chen x2 me x1"]
    assert _examples("300 tea @bob 1/2 @chen 1/2 -me") == ["300 tea @bob x1 @chen x1 -me"]


@pytest.mark.parametrize(("part", "meant"), [("1/2", "50%"), ("1/4", "25%"), ("1/3", "x1")])
def test_a_fraction_is_offered_as_a_percentage(part: str, meant: str) -> None:
    assert refusal(f"1200 @bob {part}").details["examples"] == (f"/split 1200 @bob {meant}",)
