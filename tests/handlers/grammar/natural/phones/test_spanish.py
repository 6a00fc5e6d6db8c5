"""What friends type on a phone in Spanish is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Ana Marta Luis Sofía"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 20 pizza con marta y luis", "20 pizza: Ana 6.67 Marta 6.67 Luis 6.66"),
        ("/split 45 taxi pagó luis", "Luis paid 45 taxi: all"),
        ("/split luis pagó 60 de birras", "Luis paid 60 de birras: all"),
        ("/split 80 súper todos menos sofia", "80 súper: Ana 26.67 Marta 26.67 Luis 26.66"),
        ("/split 50 cena a medias con marta", "50 cena: Ana 25 Marta 25"),
        ("/split 15 cada uno entradas con marta y luis", "45 entradas: Ana 15 Marta 15 Luis 15"),
        ("/split 100 regalo marta 40% luis 60%", "100 regalo: Marta 40 Luis 60"),
        ("/split 60 gasolina yo puse 40 y marta 20", "Ana 40 Marta 20 paid 60 gasolina: all"),
        ("/split marta me devolvió 20", "? /settle @Marta me 20"),
        ("/pay le pagué 35 a luis", "Ana → Luis 35"),
        ("/refund 30 fianza del piso", "back: 30 fianza del piso: all"),
        ("/split 24,50 cine ayer con sofia", "24.50 cine on 19: Ana 12.25 Sofía 12.25"),
        ("/split 30 euros cena el viernes pasado", "30 EUR cena on 16: all"),
        ("/split 20 pizza el 14", "20 pizza on 14: all"),
        ("/every mes el 1 600 alquiler con marta", "each month on 1: 600 alquiler: Marta"),
        ("/remind a luis", "remind Luis"),
        ("/edit 1 sin luis", "-Luis"),
        ("/edit 1 lo pagó marta", "Marta paid"),
        ("/split luis me debe 25 del bus", "25 del bus: Luis 25"),
        ("/split 33 peaje, la marta no", "33 peaje: Ana 11 Luis 11 Sofía 11"),
        ("/split ayer luis y yo pagamos 60 gasolina", "Ana 30 Luis 30 paid 60 gasolina on 19: all"),
        ("/split 35 farmacia para luis, la pagué yo", "35 farmacia: Ana 17.50 Luis 17.50"),
        ("/split marta puso 30 y luis 20 compra 50", "Marta 30 Luis 20 paid 50 compra: all"),
        ("/split 40 pizza solo marta y luis, yo no", "40 pizza: Marta 20 Luis 20"),
        (
            "/split 12,50€ desayuno esta mañana con sofia y marta",
            "12.50 EUR desayuno: Ana 4.17 Marta 4.17 Sofía 4.16",
        ),
        ("/pay luis 20", "Ana → Luis 20"),
        ("/split la cuenta fue 84 y la pagó sofía", "Sofía paid 84 la cuenta fue y: all"),
        ("/split 20 pizza el 14 con marta", "20 pizza on 14: Ana 10 Marta 10"),
        ("/split metro 8,40 el lunes luis y yo", "8.40 metro on 19: Ana 4.20 Luis 4.20"),
        (
            "/split 70 cena (pagó marta) sin sofía",
            "Marta paid 70 cena: Ana 23.34 Marta 23.33 Luis 23.33",
        ),
        ("/split 27 birras para todos menos para luis", "27 birras: Ana 9 Marta 9 Sofía 9"),
        ("/split marta 12 yo 8 desayuno", "20 desayuno: Ana 8 Marta 12"),
        ("/pay luis me ha pasado 15", "Luis → Ana 15"),
        ("/refund me devolvieron 60 del vuelo", "back: 60 del vuelo: all"),
        ("/edit 1 eran 95", "95"),
        ("/edit 1 añade a sofía", "+Sofía"),
        ("/split cañas 18 invita luis", "? treat"),
        ("/split a luis le debo 12", "Luis paid 12: Ana 12"),
        ("/split 60 dolares hotel con luis", "60 USD hotel: Ana 30 Luis 30"),
        ("/split luis me tiene que dar 15", "15: Luis 15"),
        ("/split 21 comida yo, marta y luis", "21 comida: Ana 7 Marta 7 Luis 7"),
        (
            "/split 100 alquiler bici luis 2 dias marta 1 dia",
            "100 alquiler bici: Ana 25 Marta 25 Luis 50",
        ),
        ("/every viernes 20 limpieza con marta", "each week on (4,): 20 limpieza: Marta"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("es", PEOPLE, typed) == meant
