"""Presents: who gives one pays for it, and whoever gets it has no part."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.ways import Way
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gift for bob 2100, me chen dee", "2100 gift for bob: Asha 700 Chen 700 Dee 700"),
        ("2000 gift for bob, me and chen", "2000 gift for bob: Asha 1000 Chen 1000"),
        ("2100 gift for bob with chen and dee", "2100 gift for bob: Asha 700 Chen 700 Dee 700"),
        ("2000 gift for bob, dee and chen chip in", "2000 gift for bob: Chen 1000 Dee 1000"),
        ("2000 cake for bob and me", "2000 cake: Asha 1000 Bob 1000"),
    ],
)
def test_givers_share_and_who_gets_it_does_not(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("code", "people", "text", "meant"),
    [
        (
            "de",
            "Asha Bob Chen",
            "30 Geschenk für Bob mit Chen",
            "30 Geschenk für Bob: Asha 15 Chen 15",
        ),
        (
            "es",
            "Asha Bob Chen",
            "30 regalo para Bob con Chen",
            "30 regalo para Bob: Asha 15 Chen 15",
        ),
        (
            "fr",
            "Asha Bob Chen",
            "30 cadeau pour Bob avec Chen",
            "30 cadeau pour Bob: Asha 15 Chen 15",
        ),
    ],
)
def test_elsewhere(code: str, people: str, text: str, meant: str) -> None:
    assert booked(circle(code, people), f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("gift for bob 2100 split", ["Asha Chen Dee", "Asha Bob"]),
        ("2000 gift for bob", ["Asha Chen Dee", "Asha Bob"]),
        ("2000 present for bob and chen", ["Asha Dee", "Asha Bob Chen"]),
        ("2000 gift for bob, chen and dee", ["Asha Chen Dee", "Asha", "Asha Bob Chen Dee"]),
        ("bob and chen each paid 900 for my gift for dee", ["Asha Bob Chen", "Bob Chen Dee"]),
    ],
)
def test_a_present_of_nobody_else_is_asked_about(text: str, ways: list[str]) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.WORDS_LEFT
    offered = found.value.details["ways"]
    assert isinstance(offered, tuple)
    assert [sharing(way) for way in offered] == ways


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("de", "40 geschenk für dee"),
        ("de", "40 geschenk für dee von uns dreien"),
        ("de", "40 geschenk für dee zu dritt"),
        ("es", "40 regalo para dee entre los tres"),
        ("es", "40 regalo para dee de los tres"),
        ("fr", "40 cadeau pour dee à nous trois"),
        ("fr", "40 fleurs pour dee"),
    ],
)
def test_elsewhere_too(code: str, typed: str) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {typed}"), INR, TODAY, circle(code, "Asha Bob Chen Dee"))
    assert found.value.code is Code.WORDS_LEFT
    offered = found.value.details["ways"]
    assert isinstance(offered, tuple)
    assert [sharing(way) for way in offered] == ["Asha Bob Chen", "Asha Dee"]


def sharing(way: Way) -> str:
    return " ".join(sorted(member.first_name for member, _ in way.sharers))
