"""Who shares a rest that is split: all others, whoever has a part already too, or two."""

from __future__ import annotations

import pytest

from bot.views.refusals.ways import way_labels
from ledger.core.errors import Code
from ledger.core.ways import Way
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar.buttons import asked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.meanings import meaning

PEOPLE = "Ana Bob Clara Dani"


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "15 shopping, bob 5 we split the rest"),
        ("en", "15 shopping, bob 5 and the rest halves"),
        ("de", "15 einkauf, bob 5 den rest teilen wir"),
        ("es", "15 compra, bob 5 y el resto a medias"),
        ("es", "15 compra, bob 5 y repartimos el resto"),
        ("fr", "15 courses, bob 5 le reste on partage"),
        ("fr", "15 courses, bob 5 on partage le reste"),
    ],
)
def test_is_asked_about(code: str, typed: str) -> None:
    why, ways = asked(circle(code, PEOPLE), f"/split {typed}")
    assert why is Code.WORDS_LEFT
    assert [sharing(way) for way in ways] == [
        "Ana Bob=500 Clara Dani",
        "Ana Bob+500 Clara Dani",
        "Ana Bob+500",
        "Ana Bob=500",
    ]
    assert len({*way_labels(ENGLISH, ways)}) == len(ways)


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("en", "15 rest house, bob 5", "15 rest house: Ana 10 Bob 5"),
        ("de", "15 einkauf, bob 5 rest ich", "15 einkauf: Ana 10 Bob 5"),
        ("fr", "15 courses, bob 5 le reste pour moi", "15 courses: Ana 10 Bob 5"),
        ("es", "15 compra, bob 5 y el resto clara y yo", "15 compra: Ana 5 Bob 5 Clara 5"),
    ],
)
def test_is_no_question_where_it_is_told(code: str, typed: str, meant: str) -> None:
    assert meaning(code, PEOPLE, f"/split {typed}") == meant


def sharing(way: Way) -> str:
    marks = {"exact": "=", "adjust": "+"}
    told = {
        member.first_name: f"{marks[part.kind]}{part.value}" if part.kind in marks else ""
        for member, part in way.sharers
    }
    return " ".join(f"{name}{told[name]}" for name in sorted(told))
