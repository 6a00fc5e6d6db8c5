"""How often an expense comes, in a line that records it once: asked, with /every's line."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.schedule_line import Recur, read_every
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.left_over import AS_IT_STANDS
from ledger.core.errors import Code, LedgerError
from ledger.core.recurrence import Unit
from tests.handlers.grammar.friends import booked, company
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "example", "once"),
    [
        ("cook 3500 every month", "/every month cook 3500", "3500 cook: all"),
        ("every month 500 netflix", "/every month 500 netflix", "500 netflix: all"),
        (
            "rent 9000 each month with bob",
            "/every month rent 9000 with bob",
            "9000 rent: Asha 4500 Bob 4500",
        ),
        ("netflix 500 monthly", "/every monthly netflix 500", "500 netflix: all"),
        ("maid 2000 per month", "/every month maid 2000", "2000 maid: all"),
    ],
)
def test_often_or_once(text: str, example: str, once: str) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert asked.value.code is Code.HOW_OFTEN
    assert asked.value.details["examples"] == (example,)
    assert booked(FOUR, f"/split {text}", AS_IT_STANDS) == once


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("de", "500 netflix jeden monat", Unit.MONTH),
        ("de", "putzen 40 wöchentlich", Unit.WEEK),
        ("fr", "500 netflix chaque mois", Unit.MONTH),
        ("es", "500 netflix cada mes", Unit.MONTH),
        ("pt_BR", "500 netflix todo mês", Unit.MONTH),
        ("it", "500 netflix ogni mese", Unit.MONTH),
        ("ru", "500 нетфликс каждый месяц", Unit.MONTH),
        ("uk", "500 нетфлікс кожен місяць", Unit.MONTH),
        ("tr", "500 netflix her ay", Unit.MONTH),
        ("id", "500 netflix tiap bulan", Unit.MONTH),
        ("hi", "500 netflix har mahine", Unit.MONTH),
        ("ar", "500 نتفلكس كل شهر", Unit.MONTH),
    ],
)
def test_in_every_language_the_example_works(code: str, text: str, unit: Unit) -> None:
    people = company(code)
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, people)
    assert asked.value.code is Code.HOW_OFTEN
    examples = asked.value.details["examples"]
    assert isinstance(examples, tuple)
    recurs = read_every(from_text(examples[0]), INR, TODAY, people)
    assert isinstance(recurs, Recur)
    assert recurs.rule.unit is unit


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("monthly pass 900", "900 monthly pass: all"),
        ("20 each bob and chen", "60: Asha 20 Bob 20 Chen 20"),
        ("3 nights 800 each night", "2400 3 nights night: all"),
        ("cab 300 the other day", "300 cab the other day: all"),
    ],
)
def test_what_only_sounds_so(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant
