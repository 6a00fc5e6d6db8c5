"""How many of us it was, and what people had of it."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "dee paid 240 for 3 of us not bob",
            "Dee paid 240 for 3 of us: Asha 80 Chen 80 Dee 80",
        ),
        ("dee paid 240 for 3 not bob", "Dee paid 240 for 3 for 3: Asha 80 Chen 80 Dee 80"),
        ("Chen had to leave early so dinner 90 only us 3", "90 dinner: Asha 30 Bob 30 Dee 30"),
        ("dinner 90 only us 3, chen had left", "90 dinner: Asha 30 Bob 30 Dee 30"),
        ("chen was sick, dinner 90 just us three", "90 dinner: Asha 30 Bob 30 Dee 30"),
        ("dinner 90 us 3 bob chen", "90 dinner: Asha 30 Bob 30 Chen 30"),
        ("18 tix each, 3 of us: me dee chen", "54 tix: Asha 18 Chen 18 Dee 18"),
        ("18 tix each for 3 of us, me dee chen", "54 tix: Asha 18 Chen 18 Dee 18"),
        ("dinner 90, us 4", "90 dinner: all"),
        (
            "90 dinner with bob and chen for us three",
            "90 dinner for us three: Asha 30 Bob 30 Chen 30",
        ),
        ("dinner 90 us 3 without chen", "90 dinner us 3: Asha 30 Bob 30 Dee 30"),
        ("bob paid 90 dinner for 3 of us", "Bob paid 90 dinner for 3 people for 3: all"),
        ("2 bottles wine 11 each, me n dee drank them", "22 2 bottles wine: Asha 11 Dee 11"),
        ("wine 22, me and dee drank it", "22 wine: Asha 11 Dee 11"),
        ("me and dee shared it, wine 22", "22 wine: Asha 11 Dee 11"),
        (
            "dinner 150. dee only had a salad (14), rest equal",
            "150 dinner: Asha 45.34 Bob 45.33 Chen 45.33 Dee 14",
        ),
        (
            "1000 dinner bob had only starters 200 rest equally me and chen",
            "1000 dinner: Asha 400 Bob 200 Chen 400",
        ),
        (
            "dinner 150, dee just had a salad for 14",
            "150 dinner: Asha 45.34 Bob 45.33 Chen 45.33 Dee 14",
        ),
        (
            "dinner 150 bob paid, dee had only a salad (14)",
            "Bob paid 150 dinner: Asha 45.34 Bob 45.33 Chen 45.33 Dee 14",
        ),
    ],
)
def test_it_is_booked_as_meant(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("dinner 90 just us 2", Code.NAME_MISSING),
        ("pub 150 dee only had a beer", Code.WORDS_LEFT),
        ("wine 22 dee drank it", Code.WORDS_LEFT),
    ],
)
def test_what_else_is_asked(text: str, asked: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is asked
