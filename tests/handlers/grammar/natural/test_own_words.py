"""What friends write in their own words: debts, thousands, so much each, verbs at the end."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.vocabulary import vocabulary
from ledger.core.members import Sender
from tests.handlers.grammar.groups import called, read, sharing


@pytest.mark.parametrize(
    ("code", "text", "owes", "owed"),
    [
        ("ru", "Боб должен мне 500", "Боб", "me"),
        ("ru", "Боб мне должен 500", "Боб", "me"),
        ("ru", "мне должен Боб 500", "Боб", "me"),
        ("ru", "мне Боб должен 500", "Боб", "me"),
        ("ru", "я должна Маше 500", "me", "Маша"),
        ("ru", "я Маше должна 500", "me", "Маша"),
        ("uk", "мені винна Оля 500", "Оля", "me"),
        ("uk", "я винен Олі 500", "me", "Оля"),
        ("tr", "Ali bana 500 borçlu", "Ali", "me"),
        ("tr", "Ali'nin bana 500 borcu var", "Ali", "me"),
        ("tr", "Ayşe'ye 500 borcum var", "me", "Ayşe"),
        ("tr", "ben Ayşe'ye 500 borçluyum", "me", "Ayşe"),
        ("id", "Budi utang ke aku 500", "Budi", "me"),
        ("id", "aku utang ke Dewi 500", "me", "Dewi"),
        ("ar", "علي عليه لي 500", "علي", "me"),
        ("ar", "أنا مدين لعلي 500", "me", "علي"),
    ],
)
def test_who_owes_whom_never_flips(code: str, text: str, owes: str, owed: str) -> None:
    line = read(code, text)
    payers = [called(who) for who, _ in line.payers] or [called(Sender())]
    named = [called(who) for who, _ in line.participants if called(who) != owed]
    assert (named, payers, line.amount.minor) == ([owes], [owed], 50000)
    assert not line.everyone


@pytest.mark.parametrize(
    ("code", "text", "units"),
    [
        ("ru", "2 тыс пицца", 2000),
        ("ru", "1,5к пицца", 1500),
        ("ru", "пицца 3 тысячи, с Бобом", 3000),
        ("uk", "1,5 тис піца", 1500),
        ("tr", "5 bin pizza", 5000),
        ("id", "50rb pizza", 50_000),
        ("id", "1,5 juta pizza", 1_500_000),
        ("ar", "5 آلاف بيتزا", 5000),
        ("ru", "5 к пиццам", 5),
    ],
)
def test_thousands_multiply(code: str, text: str, units: int) -> None:
    assert read(code, text).amount.minor == units * 100


@pytest.mark.parametrize(
    ("code", "text", "currency"),
    [
        ("ru", "500р пицца", "RUB"),
        ("ru", "20 баксов пицца", "USD"),
        ("uk", "300грн піца", "UAH"),
        ("tr", "500 lira pizza", "TRY"),
        ("id", "Rp500 pizza", "IDR"),
        ("ar", "500 درهم بيتزا", "AED"),
    ],
)
def test_money_by_its_everyday_name(code: str, text: str, currency: str) -> None:
    line = read(code, text)
    assert line.amount.currency == currency
    assert " " not in line.description


@pytest.mark.parametrize(
    ("code", "text", "amount"),
    [
        ("ru", "по 300 с каждого билеты", 3000),
        ("ru", "билеты по 300 с Бобом", 600),
        ("uk", "по 300 з людини квитки з Бобом та Олею", 900),
        ("tr", "kişi başı 300 bilet", 1500),
        ("ar", "300 على كل واحد تذاكر", 1500),
        ("ru", "1200 по карте ужин", 1200),
    ],
)
def test_so_much_each(code: str, text: str, amount: int) -> None:
    assert read(code, text).amount.minor == amount * 100


@pytest.mark.parametrize(
    ("code", "text", "payer"),
    [
        ("tr", "Ali 300 taksi ödedi", "Ali"),
        ("ru", "Боб 300 за такси заплатил", "Боб"),
        ("ru", "300 такси оплачено Бобом", "Боб"),
        ("uk", "за таксі 300 платив Боб", "Боб"),
    ],
)
def test_the_verb_may_stand_last(code: str, text: str, payer: str) -> None:
    line = read(code, text)
    assert [called(who) for who, _ in line.payers] == [payer]
    assert line.description in {"taksi", "такси", "таксі"}


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("ru", "900 Маша и Боб пополам", "Маша Боб"),
        ("ru", "900 ужин на двоих с Машей", "Маша"),
        ("ru", "900 ужин, мы с Бобом", "Боб"),
        ("ru", "900 ужин минус Игорь", "-Игорь"),
        ("ru", "900 ужин для меня и Боба", "me Боб"),
        ("ar", "900 عشاء، مع علي", "علي"),
        ("tr", "Ali ve ben 400 yemek", "Ali me"),
        ("tr", "bensiz 600 yemek", "-me"),
        ("tr", "Mehmet hariç herkes 600 yemek", "-Mehmet"),
        ("id", "900 bagi dua sama Budi", "Budi"),
        ("ar", "أنا وعلي 400 غداء", "me علي"),
    ],
)
def test_who_shares_alike(code: str, text: str, names: str) -> None:
    line = read(code, text)
    assert sharing(line) == names
    assert all(not part.value or part.value == 10_000 for _, part in line.participants)


def test_percentages_as_turkish_writes_them() -> None:
    line = read("tr", "1000 otel Ali %40, Ayşe %60")
    assert [part.value for _, part in line.participants] == [400_000, 600_000]


def test_yesterday_may_begin_a_line() -> None:
    line = read("ru", "вчера кофе 150")
    assert (line.description, line.on) == ("кофе", date(2024, 2, 19))


def test_brackets_that_stand_alone_are_no_words() -> None:
    assert sharing(read("id", "taksi ( Budi 20 Dewi 30 )")) == "Budi Dewi"


def test_who_speak_the_same_share_its_words() -> None:
    assert vocabulary(frozenset({"en_IN", "de_AT"})) is vocabulary(frozenset({"de"}))
    assert vocabulary(frozenset({"en"})) is vocabulary(frozenset())
