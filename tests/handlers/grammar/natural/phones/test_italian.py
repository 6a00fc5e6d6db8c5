"""What friends type on a phone in Italian is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Giulia Marco Luca Anna"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 20 pizza con marco e luca", "20 pizza: Giulia 6.67 Marco 6.67 Luca 6.66"),
        ("/split 45 taxi ha pagato luca", "Luca paid 45 taxi: all"),
        ("/split marco ha pagato 60 di birre", "Marco paid 60 di birre: all"),
        ("/split 80 spesa tutti tranne anna", "80 spesa: Giulia 26.67 Marco 26.67 Luca 26.66"),
        ("/split 50 cena metà con marco", "50 cena: Giulia 25 Marco 25"),
        (
            "/split 15 a testa biglietti con marco e luca",
            "45 biglietti: Giulia 15 Marco 15 Luca 15",
        ),
        ("/split 100 regalo marco 40% luca 60%", "100 regalo: Marco 40 Luca 60"),
        ("/split 60 benzina io ho messo 40 e marco 20", "Giulia 40 Marco 20 paid 60 benzina: all"),
        ("/split marco mi ha ridato 20", "? /settle @Marco me 20"),
        ("/pay ho dato 35 a luca", "Giulia → Luca 35"),
        ("/refund 30 caparra con anna", "back: 30 caparra: Giulia 15 Anna 15"),
        ("/split 24,50 cinema ieri con anna", "24.50 cinema on 19: Giulia 12.25 Anna 12.25"),
        ("/split 30 euro pizza venerdì scorso", "30 EUR pizza on 16: all"),
        ("/split 20 pizza il 14", "20 pizza on 14: all"),
        ("/split 2 mila casa vacanze per tutti", "2000 casa vacanze: all"),
        ("/every mese il 1 600 affitto con marco", "each month on 1: 600 affitto: Marco"),
        ("/remind a marco", "remind Marco"),
        ("/edit 1 senza luca", "-Luca"),
        ("/edit 1 ha pagato anna", "Anna paid"),
        ("/split 12 gelato solo per marco", "12 gelato: Marco 12"),
        ("/split 33 pedaggio senza di me", "33 pedaggio: Marco 11 Luca 11 Anna 11"),
        ("/split luca mi deve 25 per il bus", "25 il bus: Luca 25"),
        ("/split ieri aperitivo 36 col marco", "36 aperitivo on 19: Giulia 18 Marco 18"),
        ("/split 30 kebab io e marco", "30 kebab: Giulia 15 Marco 15"),
        ("/split marco ha messo 30 e luca 20 spesa 50", "Marco 30 Luca 20 paid 50 spesa: all"),
        ("/split 90 hotel anna doppio", "90 hotel: Giulia 30 Anna 60"),
        ("/split l'altro ieri taxi 24 con anna", "24 taxi on 18: Giulia 12 Anna 12"),
        ("/split devo 15 a luca", "Luca paid 15: Giulia 15"),
        ("/split 40 aperitivo, anna non paga", "40 aperitivo: Giulia 13.34 Marco 13.33 Luca 13.33"),
        ("/split 20 pizza il 14 con luca", "20 pizza on 14: Giulia 10 Luca 10"),
        ("/split ho pagato io 36 cinema", "36 cinema: all"),
        ("/pay marco mi ha fatto un bonifico di 20", "Marco → Giulia 20"),
        ("/split la bolletta di 48 la paga luca", "Luca paid 48 la bolletta di la: all"),
        ("/split metro 8,40 lunedì con marco", "8.40 metro on 19: Giulia 4.20 Marco 4.20"),
        (
            "/split 70 cena (ha pagato marco) senza anna",
            "Marco paid 70 cena: Giulia 23.34 Marco 23.33 Luca 23.33",
        ),
        ("/split 27 birre per tutti tranne luca", "27 birre: Giulia 9 Marco 9 Anna 9"),
        ("/split marco 12 io 8 colazione", "20 colazione: Giulia 8 Marco 12"),
        ("/pay luca mi ha girato 15", "Luca → Giulia 15"),
        ("/refund mi hanno rimborsato 60 del volo", "back: 60 del volo: all"),
        ("/edit 1 erano 95", "95"),
        ("/edit 1 aggiungi anna", "+Anna"),
        ("/split 45 benzina smezziamo con luca", "45 benzina smezziamo: Giulia 22.50 Luca 22.50"),
        ("/split birre 18 offre marco", "? treat"),
        ("/split devo dare 12 a luca", "Luca paid 12: Giulia 12"),
        ("/split 60 dollari hotel con luca", "60 USD hotel: Giulia 30 Luca 30"),
        ("/split 21 kebab io, marco e luca", "21 kebab: Giulia 7 Marco 7 Luca 7"),
        ("/split 30 parcheggio senza me e marco", "30 parcheggio: Luca 15 Anna 15"),
        ("/every venerdì 20 pulizie con marco", "each week on (4,): 20 pulizie: Marco"),
        ("/split marco e luca hanno pagato 40 pizza", "Marco 20 Luca 20 paid 40 pizza: all"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("it", PEOPLE, typed) == meant
