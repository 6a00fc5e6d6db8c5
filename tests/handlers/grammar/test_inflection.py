"""Names with the endings and the words that some languages write as one with them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.catalogues import language
from bot.language.offered import OFFERED
from handlers.grammar.circle import Circle
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import (
    MemberId,
    Sender,
)
from tests.handlers.grammar.groups import called, circle, read, sharing
from tests.handlers.grammar.reading import INR, TODAY


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("ru", "90 такси с Бобом и Машей", "Боб Маша"),
        ("ru", "90 такси без Андрея", "-Андрей"),
        ("ru", "90 пицца для Игоря, Павла и Марии", "Игорь Павел Мария"),
        ("ru", "90 между Машей и Игорем", "Маша Игорь -me"),
        ("ru", "90 такси с Бобом Ивановым", "Боб"),
        ("ru", "90 такси с Bob'ом", "Bob"),
        ("ru", "900 Бобу 500, Маше 300", "Боб Маша"),
        ("ru", "90 кино, кроме Игоря и Маши", "-Игорь -Маша"),
        ("ru", "90 кино с Жаной", "Жана"),
        ("uk", "90 таксі з Бобом та Олею", "Боб Оля"),
        ("uk", "90 таксі без Дмитра й Наталії", "-Дмитро -Наталія"),
        ("uk", "900 Андрієві 500, Ользі 300", "Андрій Ольга"),
        ("tr", "90 taksi Ali'yle", "Ali"),
        ("tr", "90 taksi Ali ve Ayşe’yle", "Ali Ayşe"),
        ("tr", "90 taksi mehmetsiz", "-Mehmet"),
        ("tr", "90 taksi Işıl'la Mehmet'le", "Işıl Mehmet"),
        ("tr", "90 Ali'ye 30 Ayşe'ye 60", "Ali Ayşe"),
        ("tr", "90 taksi @Ali'yle", "Ali"),
        ("id", "90 taksi sama Budi dan Dewi", "Budi Dewi"),
        ("ar", "90 تاكسي مع بوب وعلي", "بوب علي"),
        ("ar", "90 تاكسي مع بوب وأنا", "بوب me"),
        ("ar", "90 تاكسي بين بوب وعلي وليلى", "بوب علي ليلى -me"),
        ("ar", "90 تاكسي لعلي", "علي"),
        ("ar", "90 تاكسي بوب 30 وعلي 60", "بوب علي"),
        ("ar", "90 تاكسي @بوب و@علي", "بوب علي"),
        ("ar", "90 تاكسي بدوني", "-me"),
    ],
)
def test_who_is_named_whatever_stands_at_their_names(code: str, text: str, names: str) -> None:
    line = read(code, text)
    assert sharing(line) == names
    assert not line.doubts.unknown


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "90 подарок на день рождения Боба"),
        ("tr", "90 hediye Ali'nin doğum günü"),
        ("ar", "90 لبن"),
        ("ar", "90 ورق"),
    ],
)
def test_an_ending_says_neither_who_shares_nor_who_paid_by_itself(code: str, text: str) -> None:
    line = read(code, text)
    assert (sharing(line), line.payers) == ("", ())
    assert line.description == text.removeprefix("90 ")


@pytest.mark.parametrize(
    ("code", "people", "text", "names"),
    [
        ("ru", "Asha Bob Masha", "90 такси с Бобом и Машей", "Bob Masha"),
        ("ru", "Asha Sergey Yulia", "90 такси без Сергея, заплатила Юля", "-Sergey"),
        ("ru", "Asha Алекс Дмитрий", "90 taxi with Alex and Dmitry", "Алекс Дмитрий"),
        ("uk", "Asha Anna Bob", "90 таксі з Анною", "Anna"),
        ("ru", "Asha Ana Боб", "90 такси with Anna", ""),
        ("tr", "Asha Боб Ali", "90 taksi Bob ile", ""),
    ],
)
def test_names_are_heard_across_two_alphabets(
    code: str, people: str, text: str, names: str
) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, circle(code, people))
    assert sharing(line) == names


def test_a_name_that_may_be_anothers_ending_is_asked_about() -> None:
    with pytest.raises(LedgerError) as refused:
        read("ru", "90 такси без Жана")
    assert refused.value.code is Code.NAME_AMBIGUOUS
    both = refused.value.details["members"]
    assert isinstance(both, tuple)
    assert [one.first_name for one in both] == ["Жан", "Жана"]
    assert [called(who) for who, _ in read("ru", "90 такси, заплатила Жана").payers] == ["Жана"]
    assert len(read("ru", "90 пицца для Жана").doubts.which) == 2


@pytest.mark.parametrize(
    ("code", "text", "payer", "payee"),
    [
        ("ru", "Бобу 20", "me", "Боб"),
        ("ru", "20 от Боба", "Боб", "me"),
        ("ru", "Боб заплатил Маше 20", "Боб", "Маша"),
        ("uk", "Дмитрові 20", "me", "Дмитро"),
        ("tr", "Ali'ye 20", "me", "Ali"),
        ("tr", "Ali'den 20", "Ali", "me"),
        ("ar", "20 لعلي", "me", "علي"),
        ("ru", "отдал Бобу 20", "me", "Боб"),
        ("ru", "Боб вернул 20", "Боб", "me"),
        ("ru", "мне Боб 20", "Боб", "me"),
        ("ru", "мне отдал Боб 20", "Боб", "me"),
        ("ru", "получил от Боба 20", "Боб", "me"),
        ("uk", "Боб переказав Олі 20", "Боб", "Оля"),
        ("tr", "Ali bana 20 verdi", "Ali", "me"),
        ("tr", "Ali 20 verdi", "Ali", "me"),
        ("tr", "Ali'ye 20 verdim", "me", "Ali"),
        ("tr", "Ali Ayşe'ye 20 ödedi", "Ali", "Ayşe"),
        ("id", "bayar Budi 20", "me", "Budi"),
        ("id", "Budi kasih aku 20", "Budi", "me"),
        ("ar", "علي أعطاني 20", "علي", "me"),
        ("ar", "دفعت لعلي 20", "me", "علي"),
    ],
)
def test_endings_never_turn_a_payment_around(code: str, text: str, payer: str, payee: str) -> None:
    line = from_text(f"/settle {text}")
    paid = read_settle(line, INR, TODAY, circle(code))
    assert not isinstance(paid, tuple)
    assert paid is not None
    assert paid.payee is not None
    assert (called(paid.payer or Sender()), called(paid.payee)) == (payer, payee)


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("ru", "90 пицца 16 февраля", date(2024, 2, 16)),
        ("ru", "90 пицца 16-го февраля с Бобом", date(2024, 2, 16)),
        ("ru", "90 пицца on 31 декабря", date(2023, 12, 31)),
        ("ru", "90 пицца в среду", date(2024, 2, 14)),
        ("ru", "90 пицца пт", date(2024, 2, 16)),
        ("uk", "90 піца 16 лютого 2023", date(2023, 2, 16)),
        ("uk", "90 піца у п'ятницю з Бобом", date(2024, 2, 16)),
        ("tr", "90 pizza 16 Şubat Ali'yle", date(2024, 2, 16)),
        ("tr", "90 pizza cuma günü", date(2024, 2, 16)),
        ("id", "90 pizza tgl 16 februari", date(2024, 2, 16)),
        ("id", "90 pizza hari jumat sama Budi", date(2024, 2, 16)),
        ("ar", "90 بيتزا يوم الجمعة", date(2024, 2, 16)),
        ("ar", "90 بيتزا 16 فبراير", date(2024, 2, 16)),
    ],
)
def test_months_and_days_of_the_week_in_the_groups_language(
    code: str, text: str, day: date
) -> None:
    line = read(code, text)
    assert line.on == day
    assert line.description in {"пицца", "піца", "pizza", "بيتزا"}


def test_a_day_that_is_a_market_too() -> None:
    assert read("tr", "90 pazar").description == "pazar"
    assert read("tr", "90 kahve pazar").on == date(2024, 2, 18)


@pytest.mark.parametrize("code", OFFERED)
def test_the_examples_in_help_are_read_as_they_say(code: str) -> None:
    say = language(code)
    without_me = say.plain(
        "<code>/split 45 EUR taxi -me paid @bob on yesterday</code>\nBob paid, without me"
    )
    own_parts = say.plain(
        "<code>/split 1200 dinner @bob 500 @chen 40%</code>\nOwn parts; also x2, +100, -50"
    )
    people = Circle(circle("id").roster, MemberId(1), frozenset({code}))

    def example(text: str) -> ExpenseLine:
        typed = text.partition("<code>")[2].partition("</code>")[0]
        return read_split(from_text(typed), INR, TODAY, people)

    line = example(without_me)
    assert (line.amount.minor, line.amount.currency) == (4500, "EUR")
    assert ([called(who) for who, _ in line.payers], sharing(line)) == (["bob"], "-me")
    assert line.on == date(2024, 2, 19)
    assert line.description
    line = example(own_parts)
    assert (line.amount.minor, sharing(line)) == (120000, "bob chen")
    assert line.description
