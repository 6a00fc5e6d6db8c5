"""What friends type on a phone in Indonesian is what is booked, or is asked about."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.meanings import meaning

PEOPLE = "Dewi Budi Sari Agus"
"""The first of them writes."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/split 60rb pizza sama budi dan sari", "60000 pizza: Dewi 20000 Budi 20000 Sari 20000"),
        ("/split 45rb grab dibayar agus", "Agus paid 45000 grab: all"),
        ("/split budi bayar 90rb buat bensin", "Budi paid 90000 bensin: all"),
        (
            "/split 120rb belanja semua kecuali agus",
            "120000 belanja: Dewi 40000 Budi 40000 Sari 40000",
        ),
        ("/split 50rb makan bagi dua sama sari", "50000 makan: Dewi 25000 Sari 25000"),
        (
            "/split tiket 30rb per orang sama budi dan sari",
            "90000 tiket: Dewi 30000 Budi 30000 Sari 30000",
        ),
        ("/split 100rb kado budi 40% sari 60%", "100000 kado: Budi 40000 Sari 60000"),
        (
            "/split 60rb parkir aku bayar 40rb budi 20rb",
            "Dewi 40000 Budi 20000 paid 60000 parkir: all",
        ),
        ("/split budi balikin 20rb ke aku", "? /settle @Budi me 20000"),
        ("/pay bayar sari 35rb", "Dewi → Sari 35000"),
        ("/split aku transfer 50rb ke budi", "? /settle @Budi 50000"),
        ("/refund 30rb deposit sama agus", "back: 30000 deposit: Dewi 15000 Agus 15000"),
        ("/split 24.500 bioskop kemarin sama agus", "? 24500 24.50"),
        ("/split 300 ribu rupiah pizza jumat lalu", "300000 IDR pizza on 16: all"),
        ("/split 20k pizza tgl 14", "20000 pizza on 14: all"),
        ("/split 1,5 juta villa buat semua", "1500000 villa: all"),
        ("/split 2jt villa patungan", "2000000 villa patungan: all"),
        ("/every bulan tgl 1 1jt kos sama budi", "each month on 1: 1000000 kos: Budi"),
        ("/remind si budi", "remind Budi"),
        ("/edit 1 tanpa sari", "-Sari"),
        ("/edit 1 yang bayar sari", "Sari paid"),
        ("/split 12rb es krim cuma buat budi", "12000 es krim: Budi 12000"),
        ("/split 33rb tol aku gak ikut", "33000 tol: Budi 11000 Sari 11000 Agus 11000"),
        ("/split agus utang 25rb ke aku", "25000: Agus 25000"),
        ("/split 30rb bakso aku sama budi", "30000 bakso: Dewi 15000 Budi 15000"),
        (
            "/split budi bayar 30rb sari 20rb belanja 50rb",
            "Budi 30000 Sari 20000 paid 50000 belanja: all",
        ),
        ("/split aku utang 15rb ke sari", "Sari paid 15000: Dewi 15000"),
        (
            "/split 40rb kopi, agus gak bayar",
            "40000 kopi: Dewi 13333.34 Budi 13333.33 Sari 13333.33",
        ),
        ("/split 200rb pizza tanggal 14 sama sari", "200000 pizza on 14: Dewi 100000 Sari 100000"),
        ("/pay sari transfer 200rb ke aku", "Sari → Dewi 200000"),
        ("/split kopi 18rb ditraktir budi", "? treat"),
        ("/split patungan 25rb seorang buat kado", "100000 patungan buat kado: all"),
        (
            "/split makan siang 75 ribu berdua sama agus",
            "75000 makan siang for 2: Dewi 37500 Agus 37500",
        ),
        ("/split 100rb bensin si budi yg bayar", "Budi paid 100000 bensin: all"),
        ("/split krl 8rb senin sama budi", "8000 krl on 19: Dewi 4000 Budi 4000"),
        (
            "/split 70rb makan (budi yang bayar) tanpa agus",
            "Budi paid 70000 makan: Dewi 23333.34 Budi 23333.33 Sari 23333.33",
        ),
        ("/split 27rb kopi semua kecuali sari", "27000 kopi: Dewi 9000 Budi 9000 Agus 9000"),
        ("/split budi 12rb aku 8rb sarapan", "20000 sarapan: Dewi 8000 Budi 12000"),
        ("/pay sari kirim 15rb ke aku", "Sari → Dewi 15000"),
        ("/refund 600rb tiket pesawat", "back: 600000 tiket pesawat: all"),
        ("/edit 1 harusnya 95rb", "95000"),
        ("/edit 1 tambah agus", "+Agus"),
        ("/split 50rb taksi aku dan sari", "50000 taksi: Dewi 25000 Sari 25000"),
        ("/split 60 dolar hotel sama sari", "60 USD hotel: Dewi 30 Sari 30"),
        ("/split 21rb bakso aku, budi, sari", "21000 bakso: Dewi 7000 Budi 7000 Sari 7000"),
        ("/split 30rb parkir kecuali aku sama budi", "30000 parkir: Sari 15000 Agus 15000"),
        (
            "/every jumat 20rb bersih-bersih sama budi",
            "each week on (4,): 20000 bersih-bersih: Budi",
        ),
        ("/split budi dan sari bayar 40rb pizza", "Budi 20000 Sari 20000 paid 40000 pizza: all"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert meaning("id", PEOPLE, typed) == meant
