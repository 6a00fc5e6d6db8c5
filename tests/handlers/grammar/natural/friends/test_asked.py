"""What friends type that may be meant in more than one way is asked about, and booked as chosen."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.proposals import terms_of
from handlers.grammar.repair import correct_expense
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import company, told
from tests.handlers.grammar.reading import INR, TODAY


@pytest.mark.parametrize(
    ("code", "text", "amounts"),
    [
        ("en", "12.50 + 7.50 snacks bob", [20, 12]),
        ("en", "2 nights hotel 4000 bob", [2, 4000]),
        ("en", "dinner 100 tip 10", [110, 100]),
        ("en", "1 000 dinner bob", [1000, 1]),
        ("es", "propina 5 cena 40", [45, 40]),
        ("de", "45 trinkgeld 5 essen", [50, 45]),
        ("ru", "чаевые 50 ужин 500", [550, 500]),
        ("en", "cab 90, snacks 30 w bob", [90, 30, 120]),
        ("en", "cab 90 discount 10", [80, 90]),
        ("en", "toll 135 +90", [225, 135, 90]),
        ("de", "maut 135 +90", [225, 135, 90]),
        ("en", "135 +90", [225, 135]),
    ],
)
def test_how_much_is_asked(code: str, text: str, amounts: list[int]) -> None:
    with pytest.raises(LedgerError) as refused:
        told(code, text)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    readings = refused.value.details["readings"]
    assert [one.minor // 100 for one in readings] == amounts  # type: ignore[attr-defined]
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    for line, amount in zip(lines, amounts, strict=True):
        assert f"{amount}" in told(code, line.removeprefix("/split ")).split(".")[0]


@pytest.mark.parametrize(
    ("code", "text", "asked"),
    [
        ("en", "one hundred dinner bob", Code.AMOUNT_MISSING),
        ("en", "dinner hundred bob", Code.AMOUNT_MISSING),
        ("en", "dinner -100 bob", Code.AMOUNT_MISSING),
        ("de", "ich hab bob 20 geliehen", Code.IS_A_PAYMENT),
        ("de", "bob bekommt 20 von mir", Code.IS_A_PAYMENT),
        ("ru", "одолжил бобу 200", Code.IS_A_PAYMENT),
        ("ru", "боб вернул 200", Code.IS_A_PAYMENT),
        ("ru", "перевёл маше 200", Code.IS_A_PAYMENT),
        ("uk", "боб повернув 200", Code.IS_A_PAYMENT),
        ("tr", "ali'ye 200 verdim", Code.IS_A_PAYMENT),
        ("tr", "ali 200 verdi", Code.IS_A_PAYMENT),
        ("id", "transfer budi 20rb", Code.IS_A_PAYMENT),
        ("ar", "دفعت لعلي 20", Code.IS_A_PAYMENT),
        ("ar", "أعطاني علي 20", Code.IS_A_PAYMENT),
        ("en", "45 dinner without the bob", Code.BAD_PART),
        ("en", "pizza20 with bob", Code.AMOUNT_MISSING),
        ("en", "twenty for pizza with bob", Code.AMOUNT_MISSING),
        ("en", "pizza refund 36 bob", Code.REFUND_UNCLEAR),
        ("en", "36 pizza refunded", Code.REFUND_UNCLEAR),
        ("en", "bob refunded me 36", Code.IS_A_PAYMENT),
        ("en", "i paid bob back for pizza 36", Code.IS_A_PAYMENT),
        ("en", "settle 36 bob", Code.IS_A_PAYMENT),
        ("en", "100 dinner bob drank 30", Code.BAD_PART),
        ("ru", "100 ужин боб выпил 30", Code.BAD_PART),
    ],
)
def test_what_else_is_asked(code: str, text: str, asked: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        told(code, text)
    assert refused.value.code is asked


def test_a_number_near_a_name_may_be_theirs() -> None:
    with pytest.raises(LedgerError) as refused:
        told("en", "100 dinner bob drank 30")
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    theirs, words = (told("en", line.removeprefix("/split ")) for line in lines)
    assert theirs == "100 dinner drank: Asha 70 Bob 30"
    assert words == "100 dinner bob drank 30: all"
    assert told("en", "300 gate 7 bob") == "300 gate 7 bob: all"


def test_what_is_left_of_an_amount_by_one_is_everybody_elses() -> None:
    people = company("en")
    line = read_split(from_text("/split 100 dinner me 40"), INR, TODAY, people)
    terms = terms_of(line, people)
    assert terms is not None
    with pytest.raises(LedgerError) as refused:
        terms.shares(line.amount)
    correct_expense(refused.value, line, INR)
    assert refused.value.details["examples"] == ("/split 100 dinner all me 40",)
    assert told("en", "100 dinner all me 40").startswith("100 dinner: Asha 40 Bob 15")
