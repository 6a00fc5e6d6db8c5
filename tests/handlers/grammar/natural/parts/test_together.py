"""What several have together, where that makes all of it."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")
HOTEL = "5000 hotel: Asha 1500 Bob 1000 Chen 1000 Dee 1500"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("me and dee 3000, bob and chen 2000 hotel", HOTEL),
        ("hotel 5000 bob and chen 2000, me and dee 3000", HOTEL),
        ("hotel 5000 room1 bob chen 2000 room2 me dee 3000", HOTEL.replace(":", " room1 room2:")),
        ("hotel 5000 bob and chen 2000 me and dee 3000 paid by dee", f"Dee paid {HOTEL}"),
        ("bob 200, chen and dee 300 lunch", "500 lunch: Bob 200 Chen 150 Dee 150"),
        ("600 dinner bob and me 600", "600 dinner: Asha 300 Bob 300"),
    ],
)
def test_a_number_behind_several_is_of_all_of_them(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1200 dinner bob 500 chen", "1200 dinner: Asha 350 Bob 500 Chen 350"),
        ("1200 dinner chen, bob 500", "1200 dinner: Asha 350 Bob 500 Chen 350"),
        ("500 lunch bob 200 chen 300", "500 lunch: Bob 200 Chen 300"),
        ("dinner 500 paid by bob 200 and chen 300", "Bob 200 Chen 300 paid 500 dinner: all"),
        ("1200 dinner bob 40% chen 60%", "1200 dinner: Bob 480 Chen 720"),
    ],
)
def test_elsewhere_it_is_of_whom_it_stands_behind(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


def test_so_it_is_in_any_language() -> None:
    german = circle("de", "Anna Bob Chen Dora")
    assert booked(german, "/split Anna und Dora 30, Bob und Chen 20 Hotel") == (
        "50 Hotel: Anna 15 Bob 10 Chen 10 Dora 15"
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hotel 5000 bob 2000 dee 3000 paid by dee", "Dee paid 5000 hotel: Bob 2000 Dee 3000"),
        (
            "5000 hotel bob 2000 and dee 3000 paid by chen",
            "Chen paid 5000 hotel: Bob 2000 Dee 3000",
        ),
        ("5000 hotel @bob 2000 @dee 3000 paid by @dee", "Dee paid 5000 hotel: Bob 2000 Dee 3000"),
        ("5000 hotel bob 2000 dee 3000 paid by me", "5000 hotel: Bob 2000 Dee 3000"),
        ("5000 hotel bob 40% dee 60% paid by chen", "Chen paid 5000 hotel: Bob 2000 Dee 3000"),
        ("5000 hotel bob 2000 dee 3000 paid", "Bob 2000 Dee 3000 paid 5000 hotel: all"),
    ],
)
def test_who_is_said_to_have_paid_behind_shares_did(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize("text", ["hotel 2000 bob n dee half", "bob n dee owe half of 2000 hotel"])
def test_half_of_two_is_together_or_each(text: str) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert asked.value.code is Code.PAID_UNCLEAR
    examples = asked.value.details["examples"]
    assert isinstance(examples, tuple)
    assert [{*line.split()} - {"/split", "2000", "hotel"} for line in examples] == [
        {"@Bob", "@Dee", "25%"},
        {"only", "@Bob", "@Dee"},
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2000 hotel bob and i half", "2000 hotel: Asha 1000 Bob 1000"),
        ("2000 hotel bob half chen half", "2000 hotel: Bob 1000 Chen 1000"),
        ("300 per ticket bob chen me", "900: Asha 300 Bob 300 Chen 300"),
    ],
)
def test_of_two_with_the_writer_half_is_each(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant
