"""Writing lines back, and mending those that the book refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from handlers.grammar.lexer import from_text
from handlers.grammar.printer import write_split, write_whom
from handlers.grammar.repair import correct_expense, mend
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Person, UserId
from ledger.core.money import Money, currency
from tests.handlers.grammar.reading import INR, ME, split


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1,200 dinner @bob 500 -me @chen", "1200 dinner @bob 500 @chen -me"),
        ("₹1200 dinner", "1200 dinner"),
        ("$45.50 museum @bob 20", "45.50 USD museum @bob 20"),
        ("(20 + 30)*1.1 tea @bob +5", "(20 + 30)*1.1 tea @bob +5"),
        ("900 wine @bob ×2 @chen 40% @dia -50", "900 wine @bob x2 @chen 40% @dia -50"),
        ("900 wine all @bob x1.5", "900 wine all @bob x1.5"),
        ("900 wine paid @bob 700 me", "900 wine paid @bob 700 me"),
        ("300 #Food on mon x // a  note", "300 x on 2024-02-19 #food // a note"),
        (r"300 \EUR trip", r"300 \EUR trip"),
        (r"300 EUR \USD trip", r"300 EUR \USD trip"),
        (r"100 \+ 200 eggs \k", r"100 \+ 200 eggs k"),
        (r"300 \on monday \@home \paid", r"300 \on monday \@home \paid"),
        ("300 all you can eat on the beach", "300 all you can eat on the beach"),
        ("300 paid parking @bob", "300 paid parking @bob"),
        ("300 lunch on @bob", r"300 lunch \on @bob"),
        (r"300 o/ \o/ \\o/", r"300 o/ \o/ \o/"),
        ('300 @"Aunt @all "', r'300 \@"Aunt " all'),
        ("300 say -@“Aunt @bob y”", r"300 say \-@“Aunt y” @bob"),
        (r'300 \@"Aunt May" @bob', r'300 \@"Aunt May" @bob'),
        ("300 cake @\"it's", "300 cake \\@\"it's"),
    ],
)
def test_writing(typed: str, written: str) -> None:
    read = split(typed)
    assert write_split(read, INR) == written
    assert split(written) == read


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("bob", "@bob"),
        ("Aunt May", "@Aunt_May"),
        ("O'Brien", "@O'Brien"),
        ("me", '@"me"'),
        ("All", '@"All"'),
        ("Mum (home)", '@"Mum (home)"'),
        ("St. John", '@"St. John"'),
        ("Bob's", '@"Bob\'s"'),
        ('A "B" /C', "@\"A 'B' -C\""),
        ("दीदी", "@दीदी"),
    ],
)
def test_writing_names(name: str, written: str) -> None:
    assert write_whom(Name(name)) == written
    assert [word.whom is not None for word in from_text(written).words] == [True]


def test_marked_accounts_are_written_by_username() -> None:
    meera = Person(UserId(7), "Meera", username="meera_k")
    assert write_whom(Name("Meera", meera)) == "@meera_k"
    assert write_whom(Name("Meera K", replace(meera, username=None))) == "@Meera_K"
    assert write_whom(ME) == "me"


def rupees(amount: int) -> Money:
    return Money(100 * amount, INR)


@pytest.mark.parametrize(
    ("typed", "error", "mended"),
    [
        (
            "1200 dinner @bob 500 @chen 600 -me",
            LedgerError(Code.PARTS_BELOW_AMOUNT, missing=rupees(100), percent=None),
            "1200 dinner @bob 500 @chen 700 -me",
        ),
        (
            "1200 @bob 40% @chen 50% -me",
            LedgerError(Code.PARTS_BELOW_AMOUNT, missing=rupees(120), percent=Decimal(90)),
            "1200 @bob 40% @chen 60% -me",
        ),
        (
            "1200 dinner @bob 900 @chen 400",
            LedgerError(Code.PARTS_ABOVE_AMOUNT, excess=rupees(100)),
            "1200 dinner @bob 900 @chen 300",
        ),
        (
            "1200 @bob 1900 @chen 400",
            LedgerError(Code.PARTS_ABOVE_AMOUNT, excess=rupees(1100)),
            "1200 @bob 1200 @chen 0",
        ),
        (
            "1200 @bob 60% @chen 50%",
            LedgerError(Code.PERCENT_ABOVE_100, percent=Decimal(110)),
            "1200 @bob 60% @chen 40%",
        ),
        (
            "1200 paid @bob 700 @dia 400",
            LedgerError(Code.PAID_NOT_AMOUNT, difference=rupees(100)),
            "1200 paid @bob 700 @dia 400 me",
        ),
        (
            "1200 paid @bob 1300 me",
            LedgerError(Code.PAID_NOT_AMOUNT, difference=rupees(-100)),
            "1200 paid me @bob 1200",
        ),
        (
            "1200 dinner @bob -2000 @chen +5",
            LedgerError(Code.NEGATIVE_SHARE),
            "1200 dinner @bob @chen +5",
        ),
        ("1200 -me", LedgerError(Code.NOBODY_SHARES), "1200"),
        ("100 @bob @Bob 5 -@bob", LedgerError(Code.PERSON_TWICE), "100 @bob"),
        ("100 @bob -@x", LedgerError(Code.UNKNOWN_NAME, name=Name("x")), None),
        ("100 @bob", LedgerError(Code.UNKNOWN_NAME, name=Name("x")), None),
        ("100 @bob", LedgerError(Code.NAME_AMBIGUOUS), None),
        (
            "100 @bob x2",
            LedgerError(Code.PARTS_ABOVE_AMOUNT, excess=rupees(1)),
            None,
        ),
        ("100 @bob", LedgerError(Code.NEGATIVE_SHARE), None),
        ("100 @bob @chen", LedgerError(Code.PERSON_TWICE), None),
    ],
)
def test_mending(typed: str, error: LedgerError, mended: str | None) -> None:
    line = split(typed)
    correct_expense(error, line, INR, "/split")
    assert error.details["examples"] == (() if mended is None else (f"/split {mended}",))


def test_examples_that_are_there_stay() -> None:
    error = LedgerError(Code.NOBODY_SHARES, examples=("/split 1",))
    correct_expense(error, split("5 -me"), INR)
    assert error.details["examples"] == ("/split 1",)


def test_what_no_line_can_say_is_written_as_near_as_can_be() -> None:
    line = ExpenseLine(
        Money(1200, currency("KWD")), description="a  @b", category="Food & Drink", note=" x\ny "
    )
    assert write_split(line, INR) == r"1.200 KWD a \@b #Food_&_Drink // x y"
    assert mend(line, LedgerError(Code.BAD_DATE)) is None
