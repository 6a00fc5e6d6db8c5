"""What friends type on a phone in German is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Jana Lukas Mia Jürgen"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 20 pizza mit lukas und mia", "20 pizza: Jana 6.67 Lukas 6.67 Mia 6.66"),
        ("/split 45 taxi hat mia bezahlt", "Mia paid 45 taxi: all"),
        ("/split lukas hat 60 für getränke ausgelegt", "Lukas paid 60 getränke: all"),
        ("/split 80 einkauf alle außer jürgen", "80 einkauf: Jana 26.67 Lukas 26.67 Mia 26.66"),
        ("/split 50 essen halbe halbe mit mia", "50 essen: Jana 25 Mia 25"),
        ("/split je 15 kinokarten mit lukas und mia", "45 kinokarten: Jana 15 Lukas 15 Mia 15"),
        ("/split 100 geschenk lukas 40% mia 60%", "100 geschenk: Lukas 40 Mia 60"),
        (
            "/split 60 benzin ich hab 40 gezahlt und lukas 20",
            "Jana 40 Lukas 20 paid 60 benzin: all",
        ),
        ("/split lukas hat mir 20 zurückgezahlt", "? /settle @Lukas me 20"),
        ("/pay hab mia 35 gegeben", "Jana → Mia 35"),
        ("/refund 30 kaution mit jürgen", "back: 30 kaution: Jana 15 Jürgen 15"),
        ("/split 24,50 kino gestern mit juergen", "24.50 kino on 19: Jana 12.25 Jürgen 12.25"),
        ("/split 30 euro pizza letzten freitag", "30 EUR pizza on 16: all"),
        ("/split 20 pizza am 14.", "20 pizza on 14: all"),
        ("/split pizza 18,90€ am freitag mit mia", "18.90 EUR pizza on 16: Jana 9.45 Mia 9.45"),
        ("/split 2 tausend ferienhaus für alle", "2000 ferienhaus: all"),
        ("/every monat am 1. 600 miete mit lukas", "each month on 1: 600 miete: Lukas"),
        ("/remind den lukas", "remind Lukas"),
        ("/edit 1 ohne mia", "-Mia"),
        ("/edit 1 hat doch mia bezahlt", "Mia paid"),
        ("/split 12 eis nur für lukas", "12 eis: Lukas 12"),
        ("/split 33 maut ohne mich", "33 maut: Lukas 11 Mia 11 Jürgen 11"),
        ("/split mia schuldet mir 25 vom bus", "25 vom bus: Mia 25"),
        ("/split 30 döner lukas und ich", "30 döner: Jana 15 Lukas 15"),
        ("/split lukas hat 30 und mia 20 gezahlt, einkauf 50", "? 30 50 80"),
        ("/split 90 hotel jürgen doppelt", "90 hotel: Jana 30 Jürgen 60"),
        ("/split vorgestern taxi 24 mit mia", "24 taxi on 18: Jana 12 Mia 12"),
        ("/split 100 geschenk, mia zahlt nix", "100 geschenk: Jana 33.34 Lukas 33.33 Jürgen 33.33"),
        ("/split ich schulde mia 15", "Mia paid 15: Jana 15"),
        ("/split 48€ strom geteilt durch 4", "48 EUR strom geteilt durch 4 for 4: all"),
        ("/split 20 pizza am 14. mit mia", "20 pizza on 14: Jana 10 Mia 10"),
        ("/split 20 pizza am 14", "20 pizza on 14: all"),
        ("/pay mia hat mir 20 überwiesen", "Mia → Jana 20"),
        ("/split 5,5 brötchen für mia und mich", "5.50 brötchen: Jana 2.75 Mia 2.75"),
        ("/split tram 8,40 am montag lukas und ich", "8.40 tram on 19: Jana 4.20 Lukas 4.20"),
        (
            "/split 70 essen (lukas hat gezahlt) ohne jürgen",
            "Lukas paid 70 essen: Jana 23.34 Lukas 23.33 Mia 23.33",
        ),
        ("/split 27 bier für alle außer mia", "27 bier: Jana 9 Lukas 9 Jürgen 9"),
        ("/split lukas 12 ich 8 frühstück", "20 frühstück: Jana 8 Lukas 12"),
        ("/pay mia hat mir 15 geschickt", "Mia → Jana 15"),
        ("/refund 60 vom flug zurückbekommen", "back: 60 vom flug zurückbekommen: all"),
        ("/edit 1 waren 95", "95"),
        ("/edit 1 jürgen auch dabei", "+Jürgen"),
        (
            "/split 24 pizza haben lukas und mia zusammen bezahlt",
            "Lukas 12 Mia 12 paid 24 pizza: all",
        ),
        ("/split bier 18 auf lukas", "? treat"),
        ("/split 60 dollar hotel mit mia", "60 USD hotel: Jana 30 Mia 30"),
        ("/split 21 döner ich, lukas und mia", "21 döner: Jana 7 Lukas 7 Mia 7"),
        ("/split 30 parken ohne mich und lukas", "30 parken: Mia 15 Jürgen 15"),
        ("/split mia kriegt 15 von lukas", "? /settle @Lukas @Mia 15"),
        ("/every freitag 20 putzen mit lukas", "each week on (4,): 20 putzen: Lukas"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("de", PEOPLE, typed) == meant
