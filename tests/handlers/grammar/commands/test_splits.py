"""/split's line: clauses in any order, and what is description."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.core.members import Name, Whom
from ledger.core.money import Money, currency
from ledger.core.shares import EQUAL_PART, Part
from tests.handlers.grammar.reading import (
    BOB,
    CHEN,
    DIA,
    ME,
    adjust,
    exact,
    percent,
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


def test_a_currency_may_stand_before_the_amount() -> None:
    read = split("EUR 5 x @bob")
    assert (read.amount, read.description) == (Money(500, currency("EUR")), "x")


def test_the_same_name_twice_is_for_the_book_to_refuse() -> None:
    read = split("100 tea @bob @Bob -@bob")
    assert [whom for whom, _ in read.participants] == [BOB, Name("Bob")]
    assert read.left_out == (BOB,)


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
