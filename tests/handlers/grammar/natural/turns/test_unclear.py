"""What may be meant in two ways is asked about, each way as a line to send."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import FLAT, among_four, booked


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "120 tickets, bob pays for himself and dee",
            ["Bob paid 120 tickets: all", "120 tickets: Asha 30 Bob 60 Chen 30"],
        ),
        (
            "120 tickets, bob covered for himself and me",
            ["Bob paid 120 tickets: all", "120 tickets: Bob 60 Chen 30 Dee 30"],
        ),
        ("300 hotel, we all paid our own except dee, bob paid for dee", []),
    ],
)
def test_who_paid_for_some_is_asked_about(text: str, meant: list[str]) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is Code.PAID_UNCLEAR
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    assert [among_four(str(line).removeprefix("/split ")) for line in lines] == meant


@pytest.mark.parametrize(
    "text", ["bob paid 600, my part 200", "bob paid 600 my half is 300", "bob paid 600, mine 200"]
)
def test_a_part_beside_what_one_paid_is_not_paid(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is Code.BAD_PART
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    mine = text.split()[-1]
    assert among_four(text, ways[0].choice) == f"Bob paid 600: Asha {mine} Bob {600 - int(mine)}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("900 dinner chen covered me", ["900 dinner: Asha 900", "900 dinner: all"]),
        (
            "2000 gas bob pays 300",
            [
                "2000 gas: Asha 566.67 Bob 300 Chen 566.67 Dee 566.66",
                "Asha 1700 Bob 300 paid 2000 gas: all",
            ],
        ),
    ],
)
def test_what_somebody_covers_or_pays_of_it_is_asked(text: str, meant: list[str]) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    found = [booked(FLAT, example) for example in examples]
    assert [one.removeprefix("Chen paid ") for one in found] == meant


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("boat 200 a third each", Code.BAD_PART, ["200 boat: all"]),
        (
            "groceries 80 (12 wine just me and dee)",
            Code.BAD_PART,
            ["80 groceries: Asha 23 Bob 17 Chen 17 Dee 23", "80 groceries: Asha 40 Dee 40"],
        ),
    ],
)
def test_a_third_of_four_and_a_bracket_are_asked_about(
    text: str, code: Code, meant: list[str]
) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    assert refused.value.code is code
    assert [booked(FLAT, example) for example in examples] == meant


def test_so_much_of_something_extra_is_asked_about() -> None:
    with pytest.raises(LedgerError) as refused:
        among_four("dinner 1500, dee 300 drinks extra")
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    assert [booked(FLAT, example) for example in examples] == [
        "1500 dinner: Asha 300 Bob 300 Chen 300 Dee 600",
        "1500 dinner: Asha 1200 Dee 300",
    ]
