"""What friends on phones say of who paid, for whom, and who borrowed from whom."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import abroad


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("de", "90 konzert, ben hats gezahlt", "Ben paid 90 konzert: all"),
        ("de", "90 konzert ich habs gezahlt", "90 konzert: all"),
        ("de", "90 konzert hab ich gezahlt", "90 konzert: all"),
        ("es", "90 cena la ha pagado pablo", "Pablo paid 90 cena: all"),
        ("es", "90 cena pablo la ha pagado", "Pablo paid 90 cena: all"),
        ("es", "100 copas yo 40 pablo 60 pagados", "Ana 40 Pablo 60 paid 100 copas: all"),
        ("fr", "100 verres moi 40 paul 60 payés", "Anne 40 Paul 60 paid 100 verres: all"),
        ("fr", "90 resto c'est paul qui a réglé", "Paul paid 90 resto: all"),
        ("fr", "90 resto paul a tout payé", "Paul paid 90 resto: all"),
        ("fr", "15 glaces c'est paul qui régale", "? treat"),
    ],
)
def test_who_paid(code: str, typed: str, meant: str) -> None:
    assert abroad(code, typed) == meant


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("de", "ben leiht sich 50 von mir", "50: Ben 50"),
        ("de", "ben hat sich 50 bei mir geliehen", "50: Ben 50"),
        ("de", "hab mir 50 von ben geliehen", "Ben paid 50: Anna 50"),
        ("de", "ich hab mir bei ben 50 geliehen", "Ben paid 50: Anna 50"),
        ("es", "pablo me pidió prestados 50", "50: Pablo 50"),
        ("es", "le pedí prestados 50 a pablo", "Pablo paid 50: Ana 50"),
        ("es", "le dejé 50 a pablo", "? /settle @Pablo 50"),
        ("es", "puse 25 por pablo", "25: Pablo 25"),
        ("es", "25 cine pagué por pablo", "25 cine: Pablo 25"),
        ("es", "pablo puso 25 por mí", "Pablo paid 25: Ana 25"),
        ("fr", "paul m'a emprunté 50", "50: Paul 50"),
        ("fr", "j'ai emprunté 50 à paul", "Paul paid 50: Anne 50"),
        ("fr", "paul a avancé 25 pour moi", "Paul paid 25: Anne 25"),
        ("es", "30 devolución del hotel", "back: 30 del hotel: all"),
    ],
)
def test_whose_all_of_it_is(code: str, typed: str, meant: str) -> None:
    assert abroad(code, typed) == meant
