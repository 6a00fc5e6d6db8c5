"""/every and /history in people's own language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.catalogues import language
from bot.language.offered import OFFERED
from handlers.grammar.circle import Circle
from handlers.grammar.commands.history_line import read_filter
from handlers.grammar.commands.own_language import with_english_days, with_periods
from handlers.grammar.commands.schedule_line import Recur, read_every
from handlers.grammar.lexer import from_text
from ledger.core.members import MemberId
from ledger.core.recurrence import Unit
from tests.handlers.grammar.groups import circle, sharing
from tests.handlers.grammar.reading import INR, TODAY


@pytest.mark.parametrize(
    ("code", "text", "unit", "every", "on"),
    [
        ("ru", "каждый месяц 1 числа 15000 аренда", Unit.MONTH, 1, 1),
        ("ru", "каждые 2 недели 450 аренда", Unit.WEEK, 2, None),
        ("ru", "раз в неделю 450 аренда", Unit.WEEK, 1, None),
        ("ru", "каждую пятницу 09:00 300 аренда", Unit.WEEK, 1, 4),
        ("ru", "пт 09:00 300 аренда", Unit.WEEK, 1, 4),
        ("uk", "щомісяця 15000 аренда", Unit.MONTH, 1, 20),
        ("uk", "кожну п'ятницю 300 аренда", Unit.WEEK, 1, 4),
        ("tr", "her ay 15000 аренда", Unit.MONTH, 1, 20),
        ("tr", "her cuma günü 300 аренда", Unit.WEEK, 1, 4),
        ("id", "tiap bulan 15000 аренда", Unit.MONTH, 1, 20),
        ("id", "tiap minggu 15000 аренда", Unit.WEEK, 1, None),
        ("id", "tiap hari jumat 15000 аренда", Unit.WEEK, 1, 4),
        ("ar", "كل شهر 15000 аренда", Unit.MONTH, 1, 20),
        ("ar", "كل يوم جمعة 300 аренда", Unit.WEEK, 1, 4),
        ("ru", "month on 1 15000 аренда", Unit.MONTH, 1, 1),
    ],
)
def test_rules(code: str, text: str, unit: Unit, every: int, on: int | None) -> None:
    asked = read_every(from_text(f"/every {text}"), INR, TODAY, circle(code))
    assert isinstance(asked, Recur)
    assert (asked.rule.unit, asked.rule.every) == (unit, every)
    assert on in (None, asked.rule.day, *asked.rule.weekdays)
    assert asked.line.description == "аренда"


def test_a_short_day_has_no_endings() -> None:
    said = with_english_days(from_text("/history все"), circle("ru"))
    assert [word.text for word in said.words] == ["все"]
    said = with_english_days(from_text("/history вс"), circle("ru"))
    assert [word.text for word in said.words] == ["sun"]


def test_a_rule_ends_and_has_people() -> None:
    for until in ("2027-12-31", "31 декабря 2027"):
        line = from_text(f"/every каждые 2 недели 450 продукты с Бобом до {until}")
        asked = read_every(line, INR, TODAY, circle("ru"))
        assert isinstance(asked, Recur)
        assert asked.rule.until == date(2027, 12, 31)
        assert sharing(asked.line) == "Боб"
    each = read_every(from_text("/every месяц по 300 с Бобом"), INR, TODAY, circle("ru"))
    assert isinstance(each, Recur)
    assert (each.rule.until, each.line.amount.minor) == (None, 60000)


@pytest.mark.parametrize("code", OFFERED)
def test_the_examples_of_the_empty_list_are_read_as_they_say(code: str) -> None:
    say = language(code)
    examples = (
        ("<code>/every month on 1 15000 rent @bob</code>", Unit.MONTH, 1, 15000),
        ("<code>/every fri 09:00 300 cleaning</code>", Unit.WEEK, 1, 300),
        ("<code>/every 2 weeks 450 shopping until 2027-12-31</code>", Unit.WEEK, 2, 450),
    )
    people = Circle(circle("id").roster, MemberId(1), frozenset({code}))
    for message, unit, every, amount in examples:
        typed = say.plain(message).partition("<code>")[2].partition("</code>")[0]
        asked = read_every(from_text(typed), INR, TODAY, people)
        assert isinstance(asked, Recur)
        assert (asked.rule.unit, asked.rule.every) == (unit, every)
        assert asked.line.amount.minor == amount * 100
        assert len(asked.line.description.split()) == 1
        assert unit is not Unit.MONTH or asked.rule.day == 1
        assert every == 1 or asked.rule.until == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("code", "text", "period"),
    [
        ("ru", "февраль", (2024, 2)),
        ("ru", "16 февраля", (2024, 2, 16)),
        ("ru", "март 2023", (2023, 3)),
        ("ru", "вчера", (2024, 2, 19)),
        ("tr", "Şubat", (2024, 2)),
        ("id", "16 februari", (2024, 2, 16)),
        ("ar", "فبراير", (2024, 2)),
        ("ru", "8 марта подарки", (2023, 3, 8)),
        ("ru", "подарки март", None),
    ],
)
def test_periods(code: str, text: str, period: tuple[int, ...] | None) -> None:
    line = with_english_days(from_text(f"/history {text}"), circle(code))
    assert read_filter(line, TODAY, INR).period == period


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("en", "bob last month", "bob 2024-01"),
        ("en", "dinner this year", "dinner 2024"),
        ("en", "last year", "2023"),
        ("de", "essen letzten monat", "essen 2024-01"),
        ("fr", "le mois dernier", "2024-01"),
        ("es", "este mes", "2024-02"),
        ("ru", "прошлый месяц", "2024-01"),
        ("en", "month end party", "month end party"),
    ],
)
def test_a_period_in_history_is_its_digits(code: str, text: str, said: str) -> None:
    line = with_periods(from_text(f"/history {text}"), circle(code, "Asha Bob"), TODAY)
    assert " ".join(word.text for word in line.words) == said
