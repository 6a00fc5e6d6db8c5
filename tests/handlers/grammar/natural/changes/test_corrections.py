"""Lines that put an amount right are no second expense: a change of the newest is offered."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import told
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY


@pytest.mark.parametrize(
    ("code", "text", "offered"),
    [
        ("en", "no it was 600", "600"),
        ("en", "sorry i meant 650", "650"),
        ("en", "oops 540 not 450", "540"),
        ("en", "540 not 450", "540"),
        ("en", "wait, it was 600", "600"),
        ("en", "540 sorry", "540"),
        ("en", "no it was €60", "60 EUR"),
        ("de", "nein es waren 600", "600"),
        ("de", "ups 600", "600"),
        ("es", "perdón 600", "600"),
        ("pt_BR", "ops 600", "600"),
        ("fr", "pardon 600", "600"),
        ("it", "ops 600", "600"),
        ("ru", "ой 600", "600"),
        ("uk", "ой 600", "600"),
        ("tr", "hayır 600", "600"),
        ("id", "maaf 600", "600"),
        ("hi", "sorry 600", "600"),
        ("ar", "آسف 600", "600"),
    ],
)
def test_a_change_of_the_newest_is_offered(code: str, text: str, offered: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, circle(code, "Asha Bob"))
    assert refused.value.code is Code.NUMBER_MISSING
    assert refused.value.details["examples"] == (f"/edit 12 {offered}",)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no sugar coke 60", "60 no sugar coke: all"),
        ("oops 600 dinner", "600 dinner: all"),
        ("it was 600", "600: all"),
        ("540", "540: all"),
        ("500 sorry flowers", "500 sorry flowers: all"),
    ],
)
def test_what_is_for_something_is_an_expense(text: str, meant: str) -> None:
    assert told("en", text) == meant
