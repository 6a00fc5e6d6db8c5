"""Rules in all languages: on which day, until when, and whether something goes on at all."""

from __future__ import annotations

from datetime import date, time

import pytest

from handlers.grammar.commands.schedule_line import (
    Recur,
    Reminders,
    Weekly,
    read_every,
    read_remind,
    read_weekly,
)
from handlers.grammar.lexer import from_text
from ledger.core.money import Money
from ledger.core.recurrence import Unit
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = "Asha Bob Chen"
NINE = time(9)


def every(code: str, text: str) -> Recur:
    asked = read_every(from_text(f"/every {text}"), INR, TODAY, circle(code, PEOPLE))
    assert isinstance(asked, Recur)
    return asked


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "month on the 1st 15000 rent"),
        ("de", "jeden monat am 1. 15000 rent"),
        ("de", "monatlich 15000 rent am ersten"),
        ("es", "cada mes el 1 15000 rent"),
        ("es", "cada mes el día 1 15000 rent"),
        ("pt_BR", "todo mês no dia 1 15000 rent"),
        ("fr", "chaque mois le 1er 15000 rent"),
        ("fr", "chaque mois 15000 rent le 1er"),
        ("it", "ogni mese il 1 15000 rent"),
        ("ru", "каждый месяц 1 числа 15000 rent"),
        ("ru", "каждый месяц первого числа 15000 rent"),
        ("uk", "кожного місяця 1 числа 15000 rent"),
        ("tr", "her ayın 1'i 15000 rent"),
        ("tr", "her ay ayın 1'inde 15000 rent"),
        ("tr", "her ayın birinde 15000 rent"),
        ("id", "setiap bulan tanggal 1 15000 rent"),
        ("ar", "كل شهر يوم 1 15000 rent"),
        ("ar", "كل شهر في أول الشهر 15000 rent"),
        ("hi", "हर महीने 1 तारीख को 15000 rent"),
        ("hi", "har mahine 1 tarikh ko 15000 rent"),
    ],
)
def test_on_the_first_of_the_month(code: str, text: str) -> None:
    asked = every(code, text)
    assert (asked.rule.unit, asked.rule.every, asked.rule.day) == (Unit.MONTH, 1, 1)
    assert (asked.line.amount, asked.line.description) == (Money(1500000, INR), "rent")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "friday 9am 300 tidying"),
        ("de", "jeden freitag um 9 uhr 300 tidying"),
        ("de", "freitags 9 uhr 300 tidying"),
        ("de", "jede woche 300 tidying am freitag"),
        ("es", "todos los viernes a las 9 300 tidying"),
        ("pt_BR", "toda sexta às 9h 300 tidying"),
        ("fr", "tous les vendredis à 9h 300 tidying"),
        ("it", "ogni venerdì alle 9 300 tidying"),
        ("ru", "по пятницам в 9 300 tidying"),
        ("ru", "каждую пятницу 300 tidying"),
        ("uk", "щоп'ятниці о 9 300 tidying"),
        ("tr", "her cuma saat 9'da 300 tidying"),
        ("id", "setiap hari jumat jam 9 300 tidying"),
        ("ar", "كل جمعة الساعة 9 300 tidying"),
        ("ar", "كل يوم جمعة 300 tidying"),
        ("hi", "हर शुक्रवार 9 बजे 300 tidying"),
        ("hi", "har shukravar 300 tidying"),
    ],
)
def test_every_friday_at_nine(code: str, text: str) -> None:
    asked = every(code, text)
    assert (asked.rule.unit, asked.rule.weekdays, asked.rule.at) == (Unit.WEEK, (4,), NINE)
    assert (asked.line.amount, asked.line.description) == (Money(30000, INR), "tidying")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "2 weeks 450 food until 31 dec 2027"),
        ("en", "2 weeks 450 food until december 2027"),
        ("en", "2 weeks 450 food until 2027"),
        ("de", "alle zwei wochen 450 food bis 31. dezember 2027"),
        ("es", "cada dos semanas 450 food hasta el 31 de diciembre de 2027"),
        ("pt_BR", "a cada 2 semanas 450 food até dezembro de 2027"),
        ("fr", "toutes les deux semaines 450 food jusqu'au 31 décembre 2027"),
        ("it", "ogni due settimane 450 food fino al 31 dicembre 2027"),
        ("ru", "раз в две недели 450 food до декабря 2027"),
        ("uk", "кожні два тижні 450 food до 31 грудня 2027"),
        ("tr", "iki haftada bir 450 food 31 aralık 2027 tarihine kadar"),
        ("id", "setiap dua minggu 450 food sampai desember 2027"),
        ("ar", "كل أسبوعين 450 food حتى 31 ديسمبر 2027"),
        ("hi", "हर दो हफ़्ते 450 food 31 दिसंबर 2027 तक"),
    ],
)
def test_every_two_weeks_until_the_end_of_the_year(code: str, text: str) -> None:
    asked = every(code, text)
    assert (asked.rule.unit, asked.rule.every) == (Unit.WEEK, 2)
    assert asked.rule.until == date(2027, 12, 31)
    assert (asked.line.amount, asked.line.description) == (Money(45000, INR), "food")


def test_a_month_stands_for_its_days() -> None:
    assert every("en", "month 500 rent until dec").rule.until == date(2024, 12, 31)
    assert every("en", "month 500 rent until jan").rule.until == date(2025, 1, 31)
    assert every("en", "month 500 rent until feb").rule.until == date(2024, 2, 29)
    assert every("en", "month 500 rent from may").rule.start == date(2024, 5, 1)
    assert every("de", "jeden monat 500 miete bis dezember").rule.until == date(2024, 12, 31)
    assert every("en", "month 500 rent until dec 5").rule.until == date(2024, 12, 5)
    assert every("en", "month 500 until the end").line.description == "until the end"


@pytest.mark.parametrize(
    ("code", "text", "asked"),
    [
        ("de", "jeden montag um 9", Weekly(True, 0, NINE)),
        ("de", "aus", Weekly(on=False)),
        ("es", "los lunes a las 9", Weekly(True, 0, NINE)),
        ("es", "no", Weekly(on=False)),
        ("pt_BR", "segunda às 9h", Weekly(True, 0, NINE)),
        ("pt_BR", "desligar", Weekly(on=False)),
        ("fr", "lundi à 9h", Weekly(True, 0, NINE)),
        ("fr", "non", Weekly(on=False)),
        ("it", "lunedì alle 9", Weekly(True, 0, NINE)),
        ("ru", "по понедельникам в 9", Weekly(True, 0, NINE)),
        ("ru", "выкл", Weekly(on=False)),
        ("uk", "понеділок 09:00", Weekly(True, 0, NINE)),
        ("tr", "pazartesi 09:00", Weekly(True, 0, NINE)),
        ("tr", "kapat", Weekly(on=False)),
        ("id", "senin jam 9", Weekly(True, 0, NINE)),
        ("id", "mati", Weekly(on=False)),
        ("ar", "الاثنين الساعة 9", Weekly(True, 0, NINE)),
        ("hi", "सोमवार 9 बजे", Weekly(True, 0, NINE)),
        ("hi", "चालू", Weekly(on=True)),
        ("hi", "बंद", Weekly(on=False)),
    ],
)
def test_the_summary_s_day_and_time(code: str, text: str, asked: Weekly) -> None:
    assert read_weekly(from_text(f"/weekly {text}"), circle(code, PEOPLE)) == asked


@pytest.mark.parametrize(
    ("code", "text", "asked"),
    [
        ("en", "every week", Reminders("weekly")),
        ("de", "jede woche 500", Reminders("weekly", limit=Money(50000, INR))),
        ("de", "täglich", Reminders("daily")),
        ("fr", "tous les jours", Reminders("daily")),
        ("es", "cada semana", Reminders("weekly")),
        ("pt_BR", "não", Reminders("off")),
        ("it", "ogni settimana", Reminders("weekly")),
        ("ru", "каждую неделю пт 18:00 500", Reminders("weekly", 4, time(18), Money(50000, INR))),
        ("uk", "щодня", Reminders("daily")),
        ("tr", "her hafta", Reminders("weekly")),
        ("id", "tiap minggu", Reminders("weekly")),
        ("ar", "كل أسبوع", Reminders("weekly")),
        ("hi", "हर हफ़्ते", Reminders("weekly")),
    ],
)
def test_how_often_to_remind(code: str, text: str, asked: Reminders) -> None:
    assert read_remind(from_text(f"/remind {text}"), INR, circle(code, PEOPLE)) == asked


@pytest.mark.parametrize("code", ["de", "tr", "id", "ar"])
def test_a_name_is_still_a_name(code: str) -> None:
    people = circle(code, PEOPLE)
    whom = read_remind(from_text("/remind bob"), INR, people)
    assert isinstance(whom, tuple)
    assert len(whom) == 1
