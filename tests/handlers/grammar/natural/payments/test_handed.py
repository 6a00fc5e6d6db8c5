"""Money handed over with more said of it: asked about, with the /settle line that records it."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


def payment(text: str) -> str:
    """Return the one line of /settle by which a line is asked about."""
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert refused.value.code is Code.IS_A_PAYMENT
    lines = refused.value.details["lines"]
    assert isinstance(lines, tuple)
    assert len(lines) == 1
    return str(lines[0])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("gave chen 500 advance for trek", "/settle @Chen 500 // advance for trek"),
        ("gave dee 50 petrol", "/settle @Dee 50 // petrol"),
        ("gave dee petrol money 50", "/settle @Dee 50 // petrol"),
        ("petrol money 50 to dee", "/settle @Dee 50 // petrol"),
        ("transferred chen 500 rent", "/settle @Chen 500 // rent"),
        ("bob gave dee 50 petrol money", "/settle @Bob @Dee 50 // petrol"),
        ("chen lent me 50 till friday", "/settle @Chen me 50 // till friday"),
        ("lent chen 50 until monday", "/settle @Chen 50 // until monday"),
        ("got paid back by dee, 44", "/settle @Dee me 44"),
        ("got paid by dee 44", "/settle @Dee me 44"),
    ],
)
def test_what_it_was_for_is_a_note(text: str, line: str) -> None:
    assert payment(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("i owe dee nothing now, paid her 60", "/settle @Dee 60"),
        ("im square with dee, paid her 60", "/settle @Dee 60"),
        ("settle up w bob i gave him 33.40", "/settle @Bob 33.40"),
        ("settled up w chen, gave him 850 cash", "/settle @Chen 850 // cash"),
        ("settled up with chen, he gave me 850", "/settle @Chen me 850"),
        ("bob and i are even now, i sent him 45", "/settle @Bob 45"),
    ],
)
def test_that_all_is_square_says_no_more(text: str, line: str) -> None:
    assert payment(text) == line


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dee covered me at the pub 14", "Dee paid 14 at the pub: Asha 14"),
        ("dee covered me and chen at the pub 28", "Dee paid 28 at the pub: Asha 14 Chen 14"),
        ("borrowed 50 from chen till friday", "Chen paid 50 till friday: Asha 50"),
        ("dinner by friday 60", "60 dinner by friday: all"),
        ("gave dee flowers 50", "50 gave dee flowers: all"),
    ],
)
def test_other_lines_are_booked(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant
