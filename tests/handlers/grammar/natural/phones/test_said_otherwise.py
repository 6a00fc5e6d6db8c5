"""What friends say on phones in words of their own: who paid, who is out, what came back."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.meanings import meaning
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = {
    "hi": "Asha Rahul Priya Vikram",
    "es": "Carlos Lucía Marta Sofía",
    "pt_BR": "Ana João Bia Rafael",
    "de": "Jana Lukas Mia Jürgen",
    "fr": "Camille Léa Hugo Zoé",
    "it": "Giulia Giovanni Marco Chiara",
    "ru": "Саша Аня Дима Катя",
    "uk": "Олена Аня Андрій Тарас",
    "tr": "Elif Mehmet Ayşe Burak",
    "id": "Dewi Budi Sari Agus",
    "ar": "أحمد سارة ليلى يوسف",
}
"""The first of them writes."""


def told(code: str, line: str) -> str:
    return meaning(code, PEOPLE[code], f"/split {line}")


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("pt_BR", "eu e bia pagamos 60 pizza", "Ana 30 Bia 30 paid 60 pizza: all"),
        ("it", "io e chiara abbiamo pagato 60 pizza", "Giulia 30 Chiara 30 paid 60 pizza: all"),
        ("fr", "lea et moi on a payé 60 pizza", "Camille 30 Léa 30 paid 60 pizza: all"),
        ("ru", "мы с катей заплатили 600 пицца", "Саша 300 Катя 300 paid 600 пицца: all"),
        ("uk", "ми з анею заплатили 600 піца", "Олена 300 Аня 300 paid 600 піца: all"),
        ("tr", "mehmet ve ben ödedik 600 pizza", "Elif 300 Mehmet 300 paid 600 pizza: all"),
        ("ar", "انا وسارة دفعنا 60 بيتزا", "أحمد 30 سارة 30 paid 60 بيتزا: all"),
        ("es", "marta pone 20 y yo 40 cena", "Carlos 40 Marta 20 paid 60 cena: all"),
        ("it", "chiara ha messo 30 io 20 spesa", "Giulia 20 Chiara 30 paid 50 spesa: all"),
        ("ru", "катя положила 300 я 200 магазин", "Саша 200 Катя 300 paid 500 магазин: all"),
        ("de", "mia 30 ich 20 bezahlt einkauf 50", "Jana 20 Mia 30 paid 50 einkauf: all"),
        ("hi", "priya ne 300 maine 200 diye sabzi", "Asha 200 Priya 300 paid 500 sabzi: all"),
        ("hi", "rahul ne 800 petrol bharwaya", "Rahul paid 800 petrol: all"),
        ("it", "la benzina l'ha pagata giovanni 80", "Giovanni paid 80 la benzina: all"),
        ("id", "budi nalangin 80rb bensin", "Budi paid 80000 bensin: all"),
        ("id", "aku bayarin budi 30rb bakso", "30000 bakso: Budi 30000"),
        ("id", "budi bayarin aku 30rb bakso", "Budi paid 30000 bakso: Dewi 30000"),
        ("hi", "maine rahul ka 300 bhara", "300: Rahul 300"),
        ("de", "hab mia 20 ausgelegt", "20: Mia 20"),
        ("tr", "180 kahve ayşeden", "? treat"),
        ("ar", "18 قهوة على سارة", "? treat"),
        ("pt_BR", "uber 15 foi o joao", "? treat"),
        ("de", "gestern hat mia 30 taxi gezahlt", "Mia paid 30 taxi on 19: all"),
        ("fr", "taxi 15 c'est hugo", "? treat"),
        ("de", "taxi 15 war lukas", "? treat"),
        ("es", "15 taxi fue marta la que pagó", "Marta paid 15 taxi: all"),
        ("de", "84 rewe, 20 von mia rest geteilt", "? near"),
        ("de", "60 pizza von lukas", "Lukas paid 60 pizza: all"),
        ("tr", "mehmet ayşe için 200 ödedi", "Mehmet paid 200: Mehmet 100 Ayşe 100"),
        ("uk", "вечерю оплатила я 600", "600 вечерю: all"),
        ("ru", "билеты 3х120 с катей", "360 билеты: Саша 180 Катя 180"),
        ("de", "mia gibt einen aus 18 bier", "? treat"),
    ],
)
def test_who_paid(code: str, typed: str, meant: str) -> None:
    assert told(code, typed) == meant


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("es", "24,50 farmacia pa marta", "24.50 farmacia: Carlos 12.25 Marta 12.25"),
        ("ru", "200 такси я не участвую", "200 такси: Аня 66.67 Дима 66.67 Катя 66.66"),
        ("uk", "200 таксі я не беру участі", "200 таксі: Аня 66.67 Андрій 66.67 Тарас 66.66"),
        ("tr", "200 taksi ben yokum", "200 taksi: Mehmet 66.67 Ayşe 66.67 Burak 66.66"),
        ("ar", "هدية 60 من غير يوسف", "60 هدية: أحمد 20 سارة 20 ليلى 20"),
        ("ar", "60 تاكسي بدوني", "60 تاكسي: سارة 20 ليلى 20 يوسف 20"),
        ("ar", "300 شقة سارة ليلتين يوسف 3 ليالي", "300 شقة: أحمد 50 سارة 100 يوسف 150"),
        ("hi", "3000 room priya 2 raat rahul 3 raat", "3000 room: Asha 500 Rahul 1500 Priya 1000"),
        ("fr", "15 balles chacun places", "60 places: all"),
        ("es", "hotel marta y sofia 120 yo no", "120 hotel: Marta 60 Sofía 60"),
        ("es", "20 taxi no voy", "20 taxi: Lucía 6.67 Marta 6.67 Sofía 6.66"),
        ("de", "20 taxi bin nicht dabei", "20 taxi: Lukas 6.67 Mia 6.67 Jürgen 6.66"),
        ("fr", "20 taxi je viens pas", "20 taxi: Léa 6.67 Hugo 6.67 Zoé 6.66"),
        ("it", "20 taxi non vengo", "20 taxi: Giovanni 6.67 Marco 6.67 Chiara 6.66"),
        ("de", "mia trinkt nicht, bier 30", "30 bier: Jana 10 Lukas 10 Jürgen 10"),
        ("fr", "lea boit pas, biere 30", "30 biere: Camille 10 Hugo 10 Zoé 10"),
        ("es", "copas 36 entre tres", "36 copas entre tres for 3: all"),
        ("es", "cena 60 marta y sofia no cenaron", "60 cena: Carlos 30 Lucía 30"),
        ("pt_BR", "60 janta bia e joao nao comeram", "60 janta: Ana 30 Rafael 30"),
        ("it", "60 cena chiara e marco non c'erano", "60 cena: Giulia 30 Giovanni 30"),
        ("fr", "60 resto lea et hugo ont pas mangé", "60 resto: Camille 30 Zoé 30"),
        ("de", "60 essen mia und lukas haben nix gegessen", "60 essen: Jana 30 Jürgen 30"),
        ("ru", "600 ужин катя и дима не ели", "600 ужин: Саша 300 Аня 300"),
        ("id", "60rb makan sari sama budi gak makan", "60000 makan: Dewi 30000 Agus 30000"),
        ("ar", "60 عشا سارة ويوسف ما اكلوا", "60 عشا: أحمد 30 ليلى 30"),
        ("hi", "600 khana priya aur rahul ne nahi khaya", "600 khana: Asha 300 Vikram 300"),
        ("tr", "600 yemek benden başka herkes", "600 yemek: Mehmet 200 Ayşe 200 Burak 200"),
        ("es", "60 cena cn marta", "60 cena: Carlos 30 Marta 30"),
        ("fr", "60 resto av lea", "60 resto: Camille 30 Léa 30"),
        ("id", "30rb parkir setengah sari", "30000 parkir: Dewi 15000 Sari 15000"),
        ("id", "tiket 15rb/orang", "60000 tiket: all"),
        ("es", "60 pavos cena", "60 cena: all"),
        ("tr", "600tl pizza", "600 TRY pizza: all"),
        ("pt_BR", "sabado 120 churrasco", "120 churrasco on 17: all"),
        ("de", "samstag 120 rewe", "120 rewe on 17: all"),
        ("fr", "samedi 120 courses", "120 courses on 17: all"),
        ("de", "sonntagsbraten 120", "120 sonntagsbraten: all"),
        ("tr", "pazar 120 meyve", "120 meyve on 18: all"),
        ("ar", "taxi 45 ma3 sara", "45 taxi: أحمد 22.50 سارة 22.50"),
    ],
)
def test_who_shares_what_and_when(code: str, typed: str, meant: str) -> None:
    assert told(code, typed) == meant


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("es", "me devolvieron 30 de la fianza", "back: 30 de la fianza: all"),
        ("pt_BR", "me devolveram 30 da caução", "back: 30 da caução: all"),
        ("it", "mi hanno ridato 30 della cauzione", "back: 30 della cauzione: all"),
        ("fr", "on m'a rendu 30 de caution", "back: 30 caution: all"),
        ("ar", "رجعوا لنا 30 التأمين", "back: 30 التأمين: all"),
        ("pt_BR", "100 janta com 10 de gorjeta", "? 110 100"),
        ("de", "100 essen mit 10% trinkgeld", "? 110 100"),
        ("de", "100 essen mit 10% rabatt", "? 90 100"),
        ("hi", "maine priya ko 200 upi kiya", "? /settle @Priya 200"),
        ("hi", "200 priya se", "? /settle @Priya me 200"),
        ("ru", "перевод кате 200", "? /settle @Катя 200"),
        ("fr", "lea m'a filé 20", "? /settle @Léa me 20"),
        ("id", "tf sari 20rb", "? /settle @Sari 20000"),
        ("ar", "سارة عطتني 20", "? /settle @سارة me 20"),
    ],
)
def test_what_is_no_more_than_it_says(code: str, typed: str, meant: str) -> None:
    assert told(code, typed) == meant


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("ru", "/split катя уже вернула 200", "? /settle @Катя me 200"),
        ("ru", "/split я уже отдал кате 200", "? /settle @Катя 200"),
        ("uk", "/split аня вже повернула 200", "? /settle @Аня me 200"),
        ("id", "/split sari udah tf 20rb", "? /settle @Sari me 20000"),
        ("id", "/split udah tf 20rb ke sari", "? /settle @Sari 20000"),
        ("fr", "/split lea m'a deja rendu 20", "? /settle @Léa me 20"),
        ("fr", "/split j'ai déjà rendu 20 a lea", "? /settle @Léa 20"),
        ("it", "/split ho gia dato 20 a chiara", "? /settle @Chiara 20"),
        ("pt_BR", "/split ja paguei 20 pra bia", "? /settle @Bia 20"),
        ("es", "/split marta ya me pago 20", "? /settle @Marta me 20"),
        ("de", "/split hab der mia grad 20 überwiesen", "? /settle @Mia 20"),
        ("de", "/split mia hat mir schon 20 gegeben", "? /settle @Mia me 20"),
        ("de", "/pay hab mia 20 gegeben fürs taxi", "Jana → Mia 20"),
        ("es", "/pay le di 20 a marta por el taxi", "Carlos → Marta 20"),
        ("hi", "/pay maine priya ko 200 diye auto ke", "Asha → Priya 200"),
        ("tr", "/pay ayşeye 200 verdim taksi için", "Elif → Ayşe 200"),
        ("pt_BR", "/edit 1 a bia tambem", "+Bia"),
        ("de", "/edit 1 der lukas auch", "+Lukas"),
    ],
)
def test_money_goes_the_way_it_went(code: str, typed: str, meant: str) -> None:
    assert meaning(code, PEOPLE[code], typed) == meant


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("es", "50 regalo lucia entre todos menos ella"),
        ("de", "50 geschenk jürgen ohne ihn"),
        ("ru", "подарок для димы 500 все кроме него"),
    ],
)
def test_somebody_whom_no_line_names_is_asked_about(code: str, typed: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {typed}"), INR, TODAY, circle(code, PEOPLE[code]))
    assert refused.value.code is Code.NAME_MISSING


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("de", "30 jacke zurückbekommen"),
        ("hi", "300 chai wapas mila"),
        ("tr", "300 ceket geri geldi"),
    ],
)
def test_what_may_have_come_back_is_asked_about(code: str, typed: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {typed}"), INR, TODAY, circle(code, PEOPLE[code]))
    assert refused.value.code is Code.REFUND_UNCLEAR


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("de", "30 kaution zurückbekommen"),
        ("de", "kaution zurück vom vermieter 300"),
        ("hi", "300 deposit wapas mila"),
        ("tr", "300 depozito geri geldi"),
        ("es", "fianza devuelta 300"),
        ("pt_BR", "300 caução de volta"),
        ("fr", "caution rendue 300"),
        ("it", "300 caparra restituita"),
        ("ru", "залог вернули 300"),
        ("uk", "300 аванс назад"),
        ("id", "deposit balik 300"),
        ("ar", "العربون رجع 300"),
    ],
)
def test_what_is_lent_for_a_while_came_back(code: str, typed: str) -> None:
    line = read_split(from_text(f"/split {typed}"), INR, TODAY, circle(code, PEOPLE[code]))
    assert line.refund


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("es", "hola, apunta 60 pizza con marta porfa", "60 pizza: Carlos 30 Marta 30"),
        ("pt_BR", "oi galera anota 60 pizza com bia valeu", "60 pizza: Ana 30 Bia 30"),
        ("de", "hallo leute, schreib 60 pizza mit mia danke", "60 pizza: Jana 30 Mia 30"),
        ("fr", "salut ajoute 60 pizza avec hugo merci", "60 pizza: Camille 30 Hugo 30"),
        ("it", "ciao raga segna 60 pizza con marco grazie", "60 pizza: Giulia 30 Marco 30"),
        ("ru", "привет запиши 600 пицца с аней пожалуйста", "600 пицца: Саша 300 Аня 300"),
        ("uk", "привіт запиши 600 піца з анею дякую", "600 піца: Олена 300 Аня 300"),
        ("tr", "selam ekle 600 pizza ayşeyle lütfen", "600 pizza: Elif 300 Ayşe 300"),
        ("id", "halo catat 60rb pizza sama budi ya", "60000 pizza: Dewi 30000 Budi 30000"),
        ("ar", "مرحبا سجل 60 بيتزا مع سارة شكرا", "60 بيتزا: أحمد 30 سارة 30"),
        ("hi", "doston likho 600 pizza rahul ke saath please", "600 pizza: Asha 300 Rahul 300"),
    ],
)
def test_what_is_said_around_it_says_nothing(code: str, typed: str, meant: str) -> None:
    assert told(code, typed) == meant
