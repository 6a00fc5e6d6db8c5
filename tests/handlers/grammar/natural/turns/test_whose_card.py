"""Whose card it was has paid, however friends of other tongues say it."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code
from tests.handlers.grammar.buttons import asked
from tests.handlers.grammar.friends import among_four
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.meanings import ABROAD, abroad


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("de", "45 sprit mit bens karte", "Ben paid 45 sprit: all"),
        ("de", "78 restaurant über claras kreditkarte", "Clara paid 78 restaurant: all"),
        ("de", "45 sprit bens ec karte", "Ben paid 45 sprit: all"),
        ("de", "45 sprit mit der karte von ben", "Ben paid 45 sprit: all"),
        ("de", "hab 45 sprit mit bens karte bezahlt", "Ben paid 45 sprit: all"),
        ("de", "ich hab mit bens karte 45 sprit bezahlt", "Ben paid 45 sprit: all"),
        ("de", "mit bens karte 45 sprit", "Ben paid 45 sprit: all"),
        (
            "de",
            "45 sprit clara und ich, mit bens karte",
            "Ben paid 45 sprit: Anna 15 Ben 15 Clara 15",
        ),
        ("de", "45 guthaben für bens karte", "45 guthaben für bens karte: all"),
        ("de", "45 sprit ben hat mit karte gezahlt", "Ben paid 45 sprit mit karte: all"),
        ("es", "45 gasolina con la tarjeta de pablo", "Pablo paid 45 gasolina: all"),
        ("es", "45 gasolina tarjeta pablo", "Pablo paid 45 gasolina: all"),
        ("es", "pagué 45 gasolina con la visa de pablo", "Pablo paid 45 gasolina: all"),
        ("es", "45 gasolina pagado con la tarjeta de pablo", "Pablo paid 45 gasolina: all"),
        (
            "es",
            "84 cena con la tarjeta de clara, todos menos dani",
            "Clara paid 84 cena: Ana 28 Pablo 28 Clara 28",
        ),
        ("es", "10 tarjeta de cumple para clara", "10 tarjeta de cumple: Ana 5 Clara 5"),
        ("fr", "45 essence avec la carte de paul", "Paul paid 45 essence: all"),
        ("fr", "45 essence sur la carte à paul", "Paul paid 45 essence: all"),
        ("fr", "78 resto cb paul", "Paul paid 78 resto: all"),
        ("fr", "on a payé 78 resto avec la cb de clara hier", "Clara paid 78 resto on 19: all"),
        ("fr", "78 resto avec la cb d'anne", "78 resto: all"),
        ("fr", "20 plats à la carte", "20 plats à la carte: all"),
    ],
)
def test_pays(code: str, typed: str, meant: str) -> None:
    assert abroad(code, typed) == meant


@pytest.mark.parametrize(
    "typed", ["30 konzert bens karte", "45 sprit, bens karte", "45 bens karte"]
)
def test_may_be_a_ticket(typed: str) -> None:
    assert abroad("de", typed) == "? treat"


@pytest.mark.parametrize(
    ("code", "typed", "payers"),
    [
        ("de", "ben hat 45 sprit mit claras karte bezahlt", ["Ben", "Clara"]),
        ("es", "pablo pagó 45 gasolina con la tarjeta de clara", ["Pablo", "Clara"]),
        ("fr", "paul a payé 45 essence avec la carte de clara", ["Paul", "Clara"]),
    ],
)
def test_of_another_than_who_paid_is_asked_about(code: str, typed: str, payers: list[str]) -> None:
    why, ways = asked(circle(code, ABROAD[code]), f"/split {typed}")
    assert why is Code.PAID_UNCLEAR
    assert [way.payers[0][0].first_name for way in ways] == payers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("80 parking on bobs card", "Bob paid 80 parking: all"),
        ("used bob's card for parking 80", "Bob paid 80 parking: all"),
        ("parking 80, bobs card", "Bob paid 80 parking: all"),
        ("parking 80 paid with bobs card", "Bob paid 80 parking: all"),
        ("20 top up bobs card", "20 top up bobs card: all"),
        ("30 birthday card for bob", "30 birthday card: Asha 15 Bob 15"),
    ],
)
def test_pays_in_english(text: str, meant: str) -> None:
    assert among_four(text) == meant
