"""Lines of several amounts that may be meant in several ways are asked about, with buttons."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.natural.told.asked import line_of, ways_of

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "tix for fontaines dc 45 me 45 bob 52 dee she got the vip",
            ["Asha ₹45, Bob ₹45, Dee ₹52"],
        ),
        ("hotel 300 i pay 120 rest bob and chen", ["Asha ₹120, Bob ₹90, Chen ₹90"]),
        (
            "sunday roast 88.50 service included bob paid, chens veggie one was 14 rest even",
            ["Bob paid · Chen ₹14, Asha ₹24.84, 2 more", "Bob paid · Chen ₹32.63, 3 more"],
        ),
        ("chen got drinks 27 and dee got chips 8.40", ["Chen ₹27, Dee ₹8.40 paid · Everybody"]),
        ("first round on me 22.60, bob got the second 24", ["Bob paid ₹24 · Everybody"]),
        ("security deposit 8000 bob paid got 5000 back", ["Bob paid · Everybody"]),
    ],
)
def test_who_has_what_is_asked(text: str, labels: list[str]) -> None:
    assert ways_of(FOUR, text) == labels


@pytest.mark.parametrize(
    ("code", "text", "labels"),
    [
        ("en", "3 kebabs 27", ["₹27", "₹81"]),
        ("en", "3 pizzas 20", ["₹20", "₹60"]),
        ("en", "4 samosas 60", ["₹60", "₹240"]),
        ("en", "4 beers 20", ["₹20", "₹80"]),
        ("en", "2pizzas 500", ["₹500", "₹1,000"]),
        ("en", "hotel 2 nights 4000", ["₹4,000", "₹8,000"]),
        ("en", "maggi 4 plates 70, 2 chai 20", ["₹90", "₹320"]),
        ("id", "3 pizza seharga 20", ["₹20", "₹60"]),
        ("hi", "3 पिज़्ज़ा 20", ["₹20", "₹60"]),
        ("hi", "2 बीयर 300", ["₹300", "₹600"]),
    ],
)
def test_what_counts_things_is_no_amount(code: str, text: str, labels: list[str]) -> None:
    assert ways_of(circle(code, "Asha Bob Chen Dee"), text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "bob pasta 16, chen 18, zoe 14",
        "swiggy 900 - biryani 320 bob, thali 280 zoe, rest dee",
        "dinner 90, bob 20 rest zoe and me",
        "beers 24 bob and zoe, pizza 38 all",
    ],
)
def test_nobody_new_is_lost(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        line_of(FOUR, text)
    assert not refused.value.details.get("ways")


@pytest.mark.parametrize("text", ["dinner for 4", "pizza for 3", "groceries for 2"])
def test_how_many_it_was_for_is_no_amount(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        line_of(FOUR, text)
    assert refused.value.code is Code.AMOUNT_MISSING


@pytest.mark.parametrize(
    "text", ["rooms 2800 dee n chen, 3200 the rest", "tickets 40 me n bob, 25 the rest"]
)
def test_a_number_before_the_rest_is_theirs_and_no_total(text: str) -> None:
    with pytest.raises(LedgerError):
        line_of(FOUR, text)
