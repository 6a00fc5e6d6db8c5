"""Lines typed among four in each language: halves with an article, who is out, what is asked."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from ledger.core.members import Name
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.natural.debts.test_both_directions import PEOPLE
from tests.handlers.grammar.reading import INR, TODAY

BOOKED = {
    "de": (
        ("hotel 240 mia die hälfte, ich den rest", "240 hotel: Anna 120 Mia 120"),
        ("60 wein, jonas trinkt keinen", "60 wein: Anna 20 Mia 20 Lukas 20"),
        ("sofa 400 durch 4", "400 sofa durch 4 for 4: all"),
    ),
    "fr": (
        ("hotel 240 léa la moitié moi le reste", "240 hotel: Anne 120 Léa 120"),
        ("60 vin karim en prend pas", "60 vin: Anne 20 Léa 20 Hugo 20"),
    ),
    "es": (
        ("hotel 240 lucia la mitad, yo el resto", "240 hotel: Ana 120 Lucía 120"),
        ("60 vino pablo no toma", "60 vino: Ana 20 Lucía 20 Marta 20"),
        ("sofá 400 dividido entre 4", "400 sofá dividido entre 4 for 4: all"),
    ),
    "pt_BR": (
        ("mercado 60 a bia n tava", "60 mercado: Ana 20 João 20 Rafa 20"),
        ("60 vinho rafa n bebe", "60 vinho: Ana 20 Bia 20 João 20"),
    ),
    "it": (
        ("hotel 240 marco la metà io il resto", "240 hotel: Anna 120 Marco 120"),
        ("divano 400 diviso 4", "400 divano diviso 4 for 4: all"),
    ),
    "ru": (("дима закинул 360 за пиццу", "Дима paid 360 пиццу: all"),),
    "uk": (("тарас закинув 360 за піцу", "Тарас paid 360 піцу: all"),),
    "id": (
        ("tiket balik 30rb", "30000 tiket balik: all"),
        ("bus pulang balik 50rb", "50000 bus pulang balik: all"),
    ),
    "ar": (("مقاضي 60 يوسف ما كان موجود", "60 مقاضي: نورة 20 سارة 20 خالد 20"),),
}
ASKED = {
    "de": "kino erstattet von mia 12|jonas hat nur wasser getrunken, rest 60",
    "fr": (
        "snacks 14 pas pour hugo mais sa mère|la sncf nous a remboursé 50|"
        "ciné remboursé par léa 12|karim a bu juste de l'eau, resto 60"
    ),
    "es": (
        "pablo solo tomó agua, cena 60|renfe nos devolvió 50|lucia me devolvió 12 del cine|"
        "ronda de chupitos 24 invito yo"
    ),
    "pt_BR": "rafa só tomou água, conta 60|a gol devolveu 50|bia me devolveu 12 do cinema",
    "it": (
        "marco ha preso solo acqua 3|luca ha preso solo acqua, cena 60|giro di shot 24 offro io|"
        "giulia mi ha passato 12,50"
    ),
    "ru": (
        "саша занял маше 200|1000 газ саша 40% остальное мы|дима пил только воду, счет 600|"
        "шоты 240 я угощаю|ржд вернули 500"
    ),
    "uk": "тарас пив тільки воду, рахунок 600|укрзалізниця повернула 500",
    "tr": (
        "shotlar 240 benden|mehmet 12 bira aldı 1500|mehmet sadece su içti hesap 600|"
        "thy 500 iade etti|"
        "ali sinema parasını geri verdi 120"
    ),
    "id": (
        "dewi cuma makan nasi, total 60rb|dewi cuma minum air putih, total 60rb|"
        "budi balikin 12rb nonton"
    ),
    "ar": "سناك 14 مو ليوسف لأمه|فندق 240 نصها على يوسف والباقي علي انا",
    "hi": "railway ne 500 refund kiya|amit ne sirf paani piya, bill 600",
}


@pytest.mark.parametrize("code", BOOKED)
def test_what_four_friends_type_is_booked_as_meant(code: str) -> None:
    people = circle(code, PEOPLE[code])
    for line, meant in BOOKED[code]:
        assert booked(people, f"/split {line}") == meant, line


@pytest.mark.parametrize("code", ASKED)
def test_what_says_more_than_was_read_is_asked(code: str) -> None:
    people = circle(code, PEOPLE[code])
    for line in ASKED[code].split("|"):
        with pytest.raises(LedgerError):
            pytest.fail(f"{line}: {booked(people, f'/split {line}')}")


def test_a_drink_before_the_verb_is_nobody_who_paid() -> None:
    line = read_split(from_text("/split 60 بيرة دفع bob"), INR, TODAY, circle("ar", "آشا بوب علي"))
    assert [str(who.text) for who, _ in line.payers if isinstance(who, Name)] == ["بوب"]
    assert not line.doubts.unknown
