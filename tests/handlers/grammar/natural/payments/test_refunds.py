"""What came back of what is only given for a while: a deposit, an advance."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from tests.handlers.grammar.friends import among_four, booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1500 deposit back from landlord", "1500 deposit from landlord: all"),
        ("deposit back 1500", "1500 deposit: all"),
        ("deposit back from landlord 1500", "1500 deposit from landlord: all"),
        ("got the deposit back 1500", "1500 got the deposit: all"),
        ("advance returned 500", "500 advance: all"),
        ("landlord returned the deposit 5000", "5000 landlord the deposit: all"),
        ("landlord gave us back our deposit 5000", "5000 landlord our deposit: all"),
        ("deposit returned by the hotel 500", "500 deposit by the hotel: all"),
        ("300 deposit back with chen", "300 deposit: Asha 150 Chen 150"),
        ("got refund of 1200 for train tickets me n bob", "1200 train tickets: Asha 600 Bob 600"),
    ],
)
def test_a_deposit_comes_back(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == f"back: {meant}"


@pytest.mark.parametrize(
    "text",
    [
        "taxi back from airport 300",
        "deposit for flat 3000",
        "landlord wants the deposit 5000",
        # Between people who are here it is a payment, or asked about.
        *("deposit back from bob 300", "gave bob his deposit back 300"),
        *("bob returned deposit 500", "300 deposit back to bob"),
    ],
)
def test_what_only_sounds_so_is_no_refund(text: str) -> None:
    try:
        line = read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    except LedgerError:
        return
    assert not line.refund


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("deposit 400 back from landlord split", "back: 400 deposit from landlord split: all"),
        ("cashback 45 on the groceries", "back: 45 the groceries: all"),
    ],
)
def test_what_is_back_came_back(text: str, meant: str) -> None:
    assert among_four(text) == meant
