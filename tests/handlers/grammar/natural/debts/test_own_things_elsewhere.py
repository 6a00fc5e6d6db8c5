"""What the writer paid of somebody's own, in each language: all of it is theirs."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.natural.debts.test_both_directions import PEOPLE

PAID = [
    ("de", "mias ticket 25 hab ich bezahlt", "25 ticket: Mia 25"),
    ("fr", "billet de léa 25 j'ai payé", "25 billet: Léa 25"),
    ("es", "pagué la entrada de pablo 30", "30 la entrada: Pablo 30"),
    ("pt_BR", "paguei a entrada da bia 30", "30 a entrada: Bia 30"),
    ("it", "ho pagato il biglietto di marco 25", "25 il biglietto: Marco 25"),
    ("ru", "билет саши 250 я платила", "250 билет: Саша 250"),
    ("uk", "квиток олі 250 я платила", "250 квиток: Оля 250"),
    ("tr", "alinin bileti 250 ben ödedim", "250 bileti: Ali 250"),
    ("id", "tiket budi 25rb aku yg bayar", "25000 tiket: Budi 25000"),
    ("ar", "تذكرة يوسف 25 انا دفعتها", "25 تذكرة: يوسف 25"),
    ("hi", "rahul ka ticket 250 maine diya", "250 ticket: Rahul 250"),
    ("hi", "राहुल का टिकट 250 मैंने दिया", "250 टिकट: Rahul 250"),
]
SHARED = [
    ("es", "la entrada de pablo 30", "30 la entrada de pablo: all"),
    ("es", "pagué 30 el cumple de pablo", "30 el cumple de pablo: all"),
    ("es", "pagué la entrada de pablo 30 con marta", "30 la entrada de pablo: Ana 15 Marta 15"),
    ("de", "mias kuchen 25 hab ich bezahlt", "25 mias kuchen: all"),
]


@pytest.mark.parametrize(("code", "line", "meant"), [*PAID, *SHARED])
def test_what_i_paid_of_somebodys_own_is_theirs(code: str, line: str, meant: str) -> None:
    assert booked(circle(code, PEOPLE[code]), f"/split {line}") == meant


@pytest.mark.parametrize(
    ("code", "line", "meant"),
    [
        ("fr", "60 de bière", "60 bière: all"),
        ("es", "60 de cerveza", "60 cerveza: all"),
        ("it", "60 di birra", "60 birra: all"),
        ("it", "60 di marco", "60 di marco: all"),
        ("pt_BR", "20 conto de gasolina", "20 gasolina: all"),
        ("es", "lucia adelantó 48 para el cine", "Lucía paid 48 el cine: all"),
        ("it", "marco ha anticipato 48 per il cinema", "Marco paid 48 il cinema: all"),
        ("pt_BR", "12 refri no jogo", "12 refri no jogo: all"),
        ("pt_BR", "bia adiantou 48 pro cinema", "Bia paid 48 cinema: all"),
        ("uk", "тарас мені косар винен", "1000: Тарас 1000"),
        ("id", "goceng parkir", "5000 parkir: all"),
        ("id", "budi nalangin nonton 48rb", "Budi paid 48000 nonton: all"),
    ],
)
def test_small_words_of_money_are_no_description(code: str, line: str, meant: str) -> None:
    assert booked(circle(code, PEOPLE[code]), f"/split {line}") == meant
