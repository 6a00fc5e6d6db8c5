"""What friends type on a phone in Turkish is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Elif Mehmet Ayşe Burak"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 600 pizza mehmetle ayşeyle", "600 pizza: Elif 200 Mehmet 200 Ayşe 200"),
        ("/split 600 pizza mehmet ve ayşe ile", "600 pizza: Elif 200 Mehmet 200 Ayşe 200"),
        ("/split 450 taksi burak ödedi", "Burak paid 450 taksi: all"),
        ("/split mehmet 900 bira ödedi", "Mehmet paid 900 bira: all"),
        ("/split 1200 market burak hariç herkes", "1200 market: Elif 400 Mehmet 400 Ayşe 400"),
        ("/split 500 yemek ayşeyle yarı yarıya", "500 yemek: Elif 250 Ayşe 250"),
        (
            "/split kişi başı 150 bilet mehmet ve ayşe ile",
            "450 bilet: Elif 150 Mehmet 150 Ayşe 150",
        ),
        ("/split 1000 hediye mehmet %40 ayşe %60", "1000 hediye: Mehmet 400 Ayşe 600"),
        ("/split 600 benzin ben 400 ödedim mehmet 200", "Elif 400 Mehmet 200 paid 600 benzin: all"),
        ("/split mehmet bana 200 geri verdi", "? /settle @Mehmet me 200"),
        ("/pay ayşeye 350 verdim", "Elif → Ayşe 350"),
        ("/split mehmet'e 500 gönderdim", "? /settle @Mehmet 500"),
        ("/refund 300 depozito burakla", "back: 300 depozito: Elif 150 Burak 150"),
        ("/split 245,50 sinema dün burakla", "245.50 sinema on 19: Elif 122.75 Burak 122.75"),
        ("/split 300 lira pizza geçen cuma", "300 TRY pizza on 16: all"),
        ("/split 300 pizza ayın 14'ü", "300 pizza on 14: all"),
        ("/split 2 bin ev herkes", "2000 ev: all"),
        ("/split ₺750,50 kahvaltı Burak'la", "750.50 TRY kahvaltı: Elif 375.25 Burak 375.25"),
        ("/every ay 1 6000 kira mehmet ile", "each month on 1: 6000 kira: Mehmet"),
        ("/remind mehmet'e", "remind Mehmet"),
        ("/edit 1 ayşe hariç", "-Ayşe"),
        ("/edit 1 ayşe ödedi", "Ayşe paid"),
        ("/split 120 dondurma sadece mehmet için", "120 dondurma: Mehmet 120"),
        ("/split 330 otopark bensiz", "330 otopark: Mehmet 110 Ayşe 110 Burak 110"),
        ("/split burak bana 250 borçlu", "250: Burak 250"),
        ("/split 300 dürüm ben ve mehmet", "300 dürüm: Elif 150 Mehmet 150"),
        ("/split mehmet 300 ayşe 200 ödedi market 500", "Mehmet 300 Ayşe 200 paid 500 market: all"),
        ("/split evvelsi gün taksi 240 ayşeyle", "240 taksi on 18: Elif 120 Ayşe 120"),
        ("/split ayşeye 150 borcum var", "Ayşe paid 150: Elif 150"),
        ("/split 400 bar, burak ödemiyor", "400 bar: Elif 133.34 Mehmet 133.33 Ayşe 133.33"),
        ("/split 200 pizza ayın 14'ünde ayşe ile", "200 pizza on 14: Elif 100 Ayşe 100"),
        ("/pay ayşe bana 200 attı", "Ayşe → Elif 200"),
        ("/split kahve 180 mehmet ısmarladı", "? treat"),
        ("/split faturayı ayşe ödedi 480", "Ayşe paid 480 faturayı: all"),
        ("/split mehmetten 200 aldım", "? /settle @Mehmet me 200"),
        ("/split metro 84 pazartesi mehmetle", "84 metro on 19: Elif 42 Mehmet 42"),
        (
            "/split 700 yemek (mehmet ödedi) burak hariç",
            "Mehmet paid 700 yemek: Elif 233.34 Mehmet 233.33 Ayşe 233.33",
        ),
        ("/split 270 bira ayşe dışında herkes", "270 bira: Elif 90 Mehmet 90 Burak 90"),
        ("/split mehmet 120 ben 80 kahvaltı", "200 kahvaltı: Elif 80 Mehmet 120"),
        ("/pay ayşe bana 150 gönderdi", "Ayşe → Elif 150"),
        ("/refund uçak bileti 600 iade", "back: 600 uçak bileti iade: all"),
        ("/edit 1 950 idi", "950"),
        ("/edit 1 burak'ı ekle", "+Burak"),
        ("/split 500 taksi ben ve ayşe", "500 taksi: Elif 250 Ayşe 250"),
        ("/split 60 dolar otel ayşeyle", "60 USD otel: Elif 30 Ayşe 30"),
        ("/split 210 dürüm ben, mehmet ve ayşe", "210 dürüm: Elif 70 Mehmet 70 Ayşe 70"),
        ("/split 300 otopark mehmet ve ben hariç", "300 otopark: Ayşe 150 Burak 150"),
        ("/every cuma 200 temizlik mehmet ile", "each week on (4,): 200 temizlik: Mehmet"),
        ("/split mehmet ve ayşe 400 pizza ödedi", "Mehmet 200 Ayşe 200 paid 400 pizza: all"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("tr", PEOPLE, typed) == meant
