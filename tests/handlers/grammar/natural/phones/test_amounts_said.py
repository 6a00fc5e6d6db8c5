"""Amounts as friends say them on phones: in words, with their cents, and with a half."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = {
    "hi": "Asha Rahul",
    "es": "Carlos Marta",
    "pt_BR": "Ana Bia",
    "de": "Jana Mia",
    "fr": "Camille Hugo",
    "it": "Giulia Giovanni",
    "ru": "Саша Аня",
    "uk": "Олена Аня",
    "tr": "Elif Ayşe",
    "id": "Dewi Sari",
    "ar": "أحمد سارة",
}
"""The first of them writes."""


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("es", "40 con 50 taxi", "40.50 taxi: all"),
        ("es", "taxi 40 con 50", "40.50 taxi: all"),
        ("es", "12 euros con 50 céntimos taxi", "12.50 EUR taxi: all"),
        ("es", "20 con marta", "20: all"),
        ("es", "2 mil quinientos hotel", "2500 hotel: all"),
        ("es", "mil hotel", "1000 hotel: all"),
        ("es", "2 mil y medio hotel", "2500 hotel: all"),
        ("es", "3 y media pizzas 20", "? 3 20"),
        ("es", "cien montaditos 20", "20 cien montaditos: all"),
        ("es", "20 pizza y 30 vino", "? 20 30 50"),
        ("pt_BR", "12 e 50 taxi", "12.50 taxi: all"),
        ("pt_BR", "12 reais e 50 centavos taxi", "12.50 BRL taxi: all"),
        ("pt_BR", "mil e duzentos hotel", "1200 hotel: all"),
        ("fr", "12 euros 50 taxi", "12.50 EUR taxi: all"),
        ("fr", "12e50 taxi", "12.50 taxi: all"),
        ("fr", "cinq cents hotel", "500 hotel: all"),
        ("it", "12 euro e 50 taxi", "12.50 EUR taxi: all"),
        ("it", "duemila hotel", "2000 hotel: all"),
        ("it", "100 e 50 taxi", "? 100 50 150"),
        ("de", "12 euro 50 taxi", "12.50 EUR taxi: all"),
        ("de", "12 fuffzig taxi", "12.50 taxi: all"),
        ("de", "zweitausend hotel", "2000 hotel: all"),
        ("de", "20 euro 10 mia 10 jana", "20 EUR: all"),
        ("ru", "полторы тысячи отель", "1500 отель: all"),
        ("ru", "двести пятьдесят такси", "250 такси: all"),
        ("ru", "2 тысячи пятьсот отель", "2500 отель: all"),
        ("ru", "12 рублей 50 копеек жвачка", "12.50 RUB жвачка: all"),
        ("uk", "дві тисячі готель", "2000 готель: all"),
        ("uk", "тищу таксі", "1000 таксі: all"),
        ("tr", "iki bin otel", "2000 otel: all"),
        ("tr", "bir buçuk bin otel", "1500 otel: all"),
        ("tr", "bin beş yüz otel", "1500 otel: all"),
        ("id", "lima puluh ribu pizza", "50000 pizza: all"),
        ("id", "2 juta setengah villa", "2500000 villa: all"),
        ("id", "50 rebu pizza", "50000 pizza: all"),
        ("ar", "12 ونص تاكسي", "12.50 تاكسي: all"),
        ("ar", "ثلاثة آلاف فندق", "3000 فندق: all"),
        ("hi", "paanch sau petrol", "500 petrol: all"),
        ("hi", "ढाई हज़ार होटल", "2500 होटल: all"),
        ("hi", "dedh lakh villa", "150000 villa: all"),
    ],
)
def test_an_amount_is_what_was_said(code: str, typed: str, meant: str) -> None:
    assert meaning(code, PEOPLE[code], f"/split {typed}") == meant


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("es", "invitó marta 60 cena", "? treat"),
        ("pt_BR", "convidou bia 60 jantar", "? treat"),
        ("fr", "c'est hugo qui invite 60 resto", "? treat"),
        ("it", "offre giovanni 60 cena", "? treat"),
        ("de", "bezahlt hat mia 60 pizza", "Mia paid 60 pizza: all"),
        ("de", "pizza 60, gezahlt hat mia", "Mia paid 60 pizza: all"),
        ("it", "ha pagato giovanni 60 pizza", "Giovanni paid 60 pizza: all"),
        ("pt_BR", "pagou bia 60 pizza", "Bia paid 60 pizza: all"),
        ("fr", "a payé hugo 60 pizza", "Hugo paid 60 pizza: all"),
    ],
)
def test_a_verb_that_begins_a_line_says_who_paid(code: str, typed: str, meant: str) -> None:
    assert meaning(code, PEOPLE[code], f"/split {typed}") == meant
