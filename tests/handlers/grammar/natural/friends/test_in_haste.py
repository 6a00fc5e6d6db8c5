"""Lines typed on phones, in a group with two of one name: what they come to, or what is asked."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import handed_over, told

FLAT = "en_IN"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("240 chai w bob", "240 chai: Asha 120 Bob 120"),
        ("240 chai w/ bob n chen", "240 chai: Asha 80 Bob 80 Chen 80"),
        ("350rs auto me n bob", "350 auto: Asha 175 Bob 175"),
        ("rs 350 auto, me and bob", "350 auto: Asha 175 Bob 175"),
        ("Rs.350 auto with bob", "350 auto: Asha 175 Bob 175"),
        ("350/- auto with bob", "350 auto: Asha 175 Bob 175"),
        ("₹350 auto b/w me and bob", "350 auto: Asha 175 Bob 175"),
        ("auto 350 between bob n me", "350 auto: Asha 175 Bob 175"),
        ("1.5k groceries bob and chen", "1500 groceries: Asha 500 Bob 500 Chen 500"),
        ("20 quid curry with bob", "20 GBP curry: Asha 10 Bob 10"),
        ("50 bucks gas with chen", "50 gas: Asha 25 Chen 25"),
        ("dinner was 1400", "1400 dinner: all"),
        ("700 “dinner” with bob …", "700 “dinner” …: Asha 350 Bob 350"),
        ("900 dinner 50-50 bob", "900 dinner: Asha 450 Bob 450"),
        ("900 dinner half n half with bob", "900 dinner: Asha 450 Bob 450"),
        ("900 dinner two thirds bob", "900 dinner: Asha 300 Bob 600"),
        ("900 dinner bob 2/3 me 1/3", "900 dinner: Asha 300 Bob 600"),
        ("900 dinner one third bob rest me", "900 dinner: Asha 600 Bob 300"),
        ("900 lunch no me, just bob and chen", "900 lunch: Bob 450 Chen 450"),
        ("700 uber last week", "700 uber on 13: all"),
        ("700 uber on the 14th", "700 uber on 14: all"),
        ("700 uber yday", "700 uber on 19: all"),
        ("700 uber last friday", "700 uber on 16: all"),
        ("300 pp tickets bob chen", "900 tickets: Asha 300 Bob 300 Chen 300"),
        ("300 each tickets bob chen me", "900 tickets: Asha 300 Bob 300 Chen 300"),
        ("tickets 300 per head all", "2100 tickets: all"),
        ("350 cab plus 50 for parking with bob", "400 cab plus parking: Asha 200 Bob 200"),
        ("bob owes me 20 for cab", "20 cab: Bob 20"),
        ("i owe bob 20 for chai", "Bob paid 20 chai: Asha 20"),
        ("chen owes bob 40", "Bob paid 40: Chen 40"),
        ("100 beer with alex s", "100 beer: Asha 50 Alex 50"),
        ("100 beer with alex p. and bob", "100 beer: Asha 33.34 Bob 33.33 Alex 33.33"),
        (
            "600 everyone except bob n chen pizza",
            "600 pizza: Asha 120 Dev 120 Will 120 Alex 120 Alex 120",
        ),
        ("600 pizza all but me", "600 pizza: Bob 100 Chen 100 Dev 100 Will 100 Alex 100 Alex 100"),
        (
            "600 pizza everyone minus will",
            "600 pizza: Asha 100 Bob 100 Chen 100 Dev 100 Alex 100 Alex 100",
        ),
        ("600 pizza w/o dev", "600 pizza: Asha 100 Bob 100 Chen 100 Will 100 Alex 100 Alex 100"),
        ("600 pizza (not chen)", "600 pizza: Asha 100 Bob 100 Dev 100 Will 100 Alex 100 Alex 100"),
        (
            "600 pizza bob didnt eat",
            "600 pizza: Asha 100 Chen 100 Dev 100 Will 100 Alex 100 Alex 100",
        ),
        ("400 movie only us two me and bob", "400 movie: Asha 200 Bob 200"),
        ("400 movie only me and bob", "400 movie: Asha 200 Bob 200"),
        ("400 movie just bob and i", "400 movie: Asha 200 Bob 200"),
        ("400 movie bob 100 rest me", "400 movie: Asha 300 Bob 100"),
        ("400 movie me 100, bob the rest", "400 movie: Asha 100 Bob 300"),
        ("700 will you marry me cake", "700 will you marry me cake: all"),
        ("700 may trip food", "700 may trip food: all"),
        ("700 will paid for dinner", "Will paid 700 dinner: all"),
        ("will paid 700 dinner", "Will paid 700 dinner: all"),
        ("Bob payed 700 for Dinner", "Bob paid 700 Dinner: all"),
        ("700 diner payd by bob", "Bob paid 700 diner: all"),
        ("700 dinner, paid by Bob’s card", "Bob paid 700 dinner: all"),
        ("700 dinner bob covered", "Bob paid 700 dinner: all"),
        ("700 🍕🍺 bob chen 🎉", "700: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("🍕700 @bob@chen", "700 🍕: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("700pizza with bob", "700 pizza: Asha 350 Bob 350"),
        ("700.00 Pizza With Bob.", "700 Pizza: Asha 350 Bob 350"),
        ("pizza, 700, bob & chen", "700 pizza: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("pizza = 700 w/bob", "700 pizza: Asha 350 Bob 350"),
        ("pizza: 700 bob+chen", "700 pizza: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("pizza 700 / bob / chen", "700 pizza: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("700 pizza me+bob+chen", "700 pizza: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("700 pizza 3 ways me bob chen", "700 pizza: Asha 233.34 Bob 233.33 Chen 233.33"),
        ("700 pizza split equally with bob", "700 pizza: Asha 350 Bob 350"),
        ("$20 pizza, bob 12 me 8", "20 USD pizza: Asha 8 Bob 12"),
        (
            "500 wifi bill Bob & Chen, dated 14/11",
            "500 wifi bill on 14: Asha 166.67 Bob 166.67 Chen 166.66",
        ),
        ("500 wifi 14 nov with bob", "500 wifi on 14: Asha 250 Bob 250"),
        (
            "dinner\n200 pasta bob\n150 pizza chen\n250 steak me\n60 service",
            "660 dinner: Asha 275 Bob 220 Chen 165",
        ),
        ("dinner 600\nbob 200\nchen 150\nme 250", "600 dinner: Asha 250 Bob 200 Chen 150"),
        ("dinner\nbob - 200\nchen - 150\nme - 250", "600 dinner: Asha 250 Bob 200 Chen 150"),
        ("dinner:\n• pasta 200 bob\n• pizza 150 chen", "350 dinner: Bob 200 Chen 150"),
        ("got 300 refund from airbnb w/ bob", "back: 300 from airbnb: Asha 150 Bob 150"),
    ],
)
def test_booked_as_meant(text: str, meant: str) -> None:
    assert told(FLAT, text) == meant


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("2k zomato – bob, chen, dev", Code.BAD_PART),
        ("900 dinner — me, bob & chen", Code.BAD_PART),
        ("2 grand villa everyone", Code.AMOUNT_AMBIGUOUS),
        ("900 bob's treat dinner with chen", Code.BAD_PART),
        ("900 bob treats", Code.BAD_PART),
        ("240 ice cream bobs treat", Code.BAD_PART),
        ("bobs treat ice cream 240", Code.BAD_PART),
        ("1400 drinks on bob", Code.BAD_PART),
        ("900 no me bob and chen", Code.BAD_PART),
        ("1000 dinner tip 10% with bob", Code.AMOUNT_AMBIGUOUS),
        ("1000 dinner discount 10% with bob", Code.AMOUNT_AMBIGUOUS),
        ("pizza700 bob", Code.AMOUNT_MISSING),
        ("beer on friday on chen", Code.AMOUNT_MISSING),
    ],
)
def test_what_may_be_meant_is_asked(text: str, asked: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        told(FLAT, text)
    assert refused.value.code is asked


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1000 dinner incl tip 10% with bob", "1000 dinner incl tip 10%: Asha 500 Bob 500"),
        ("1000 dinner tip 10% included", "1000 dinner tip 10% included: all"),
        ("1000 dinner bob plus 50", "1000 dinner: Asha 475 Bob 525"),
        ("100 cake for bob's birthday", "100 cake for bob's birthday: all"),
        ("60 dinner 2 weeks ago with bob", "60 dinner on 6: Asha 30 Bob 30"),
        ("dinner 600\nbob 200\nchen 150", "600 dinner: Asha 250 Bob 200 Chen 150"),
    ],
)
def test_what_is_near_it_is_read(text: str, meant: str) -> None:
    assert told(FLAT, text) == meant


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("1000 dinner tip 10% with bob", ["1100 dinner", "1000 dinner tip 10%"]),
        ("1000 dinner discount 10% with bob", ["900 dinner", "1000 dinner discount 10%"]),
    ],
)
def test_each_reading_of_a_percentage_can_be_chosen(text: str, choices: list[str]) -> None:
    said = [told(FLAT, text, choice).partition(":")[0] for choice in (0, 1)]
    assert said == choices


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob paid me back 500", "Bob > me 500"),
        ("gave chen 500", "me > Chen 500"),
        ("got 300 from dev", "Dev > me 300"),
        ("i paid bob back 200", "me > Bob 200"),
        ("@bob->@chen 20", "bob > chen 20"),
        ("bob->chen 20", "Bob > Chen 20"),
        ("bob → chen 20", "Bob > Chen 20"),
        ("bob to me 250 upi", "Bob > me 250 // upi"),
        ("sent bob 1k gpay", "me > Bob 1000 // gpay"),
        ("bob 300 via bank transfer", "me > Bob 300 // via bank transfer"),
        ("returned 400 to bob", "me > Bob 400"),
        ("dev returned 400", "Dev > me 400"),
        ("chen gave bob 20", "Chen > Bob 20"),
        ("with bob 300", "me > Bob 300"),
        ("300 rs bob", "me > Bob 300"),
        ("bob 300 cash", "me > Bob 300 // cash"),
        ("will 300", "me > Will 300"),
        ("bob 300 for the cab", "me > Bob 300 // the cab"),
    ],
)
def test_money_goes_the_way_it_went(text: str, meant: str) -> None:
    assert handed_over(FLAT, text) == meant


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("de", "90 essen bob zwei drittel", "90 essen: Asha 30 Bob 60"),
        ("fr", "90 repas deux tiers bob", "90 repas: Asha 30 Bob 60"),
        ("es", "90 cena bob un tercio", "90 cena: Asha 60 Bob 30"),
        ("it", "90 cena due terzi bob", "90 cena: Asha 30 Bob 60"),
        ("pt_BR", "90 jantar dois terços bob", "90 jantar: Asha 30 Bob 60"),
        ("ru", "90 ужин боб две трети", "90 ужин: Аша 30 Боб 60"),
        ("uk", "90 вечеря боб дві третини", "90 вечеря: Аша 30 Боб 60"),
        ("id", "90 makan budi dua pertiga", "90 makan: Asha 30 Budi 60"),
        ("hi", "90 खाना bob दो तिहाई", "90 खाना: Asha 30 Bob 60"),
        ("de", "90 essen letzte woche", "90 essen on 13: all"),
        ("de", "90 essen vor 2 wochen", "90 essen on 6: all"),
        ("fr", "90 repas la semaine dernière", "90 repas on 13: all"),
        ("es", "90 cena la semana pasada", "90 cena on 13: all"),
        ("it", "90 cena la settimana scorsa", "90 cena on 13: all"),
        ("pt_BR", "90 jantar semana passada", "90 jantar on 13: all"),
        ("ru", "90 ужин на прошлой неделе", "90 ужин on 13: all"),
        ("uk", "90 вечеря минулого тижня", "90 вечеря on 13: all"),
        ("tr", "90 yemek geçen hafta", "90 yemek on 13: all"),
        ("id", "90 makan minggu lalu", "90 makan on 13: all"),
        ("hi", "90 खाना पिछले हफ़्ते", "90 खाना on 13: all"),
        ("ar", "90 عشاء الأسبوع الماضي", "90 عشاء on 13: all"),
    ],
)
def test_the_same_in_other_languages(code: str, text: str, meant: str) -> None:
    assert told(code, text) == meant


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "90 essen bob lädt ein"),
        ("de", "90 essen geht auf bob"),
        ("fr", "90 repas offert par bob"),
        ("es", "90 cena invita bob"),
        ("it", "90 cena offre bob"),
        ("pt_BR", "90 jantar por conta do bob"),
        ("ru", "90 ужин за счёт Боба"),
        ("uk", "90 вечеря пригощає Оля"),
        ("tr", "90 yemek Ali ısmarladı"),
        ("id", "90 makan ditraktir budi"),
        ("hi", "90 खाना bob की तरफ़ से"),
        ("ar", "90 عشاء على حساب علي"),
    ],
)
def test_a_treat_is_asked_about_in_any_language(code: str, text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        told(code, text)
    assert refused.value.details["reason"] == "treat"
