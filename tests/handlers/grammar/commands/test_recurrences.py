"""/every, /weekly and /remind, read from what people write."""

from __future__ import annotations

from datetime import date, time

import pytest

from handlers.grammar.commands.schedule_line import (
    Handle,
    Recur,
    Reminders,
    Weekly,
    read_every,
    read_remind,
    read_weekly,
)
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule, Unit

INR = Currency("INR")
TODAY = date(2025, 3, 5)
"""A Wednesday."""


def every(text: str) -> Recur:
    read = read_every(from_text(f"/every {text}"), INR, TODAY)
    assert isinstance(read, Recur)
    return read


def week(*weekdays: int, every: int = 1, at: time = time(9), until: date | None = None) -> Rule:
    return Rule(Unit.WEEK, at, TODAY, every, weekdays=weekdays, until=until)


def month(day: int, every: int = 1, at: time = time(9), until: date | None = None) -> Rule:
    return Rule(Unit.MONTH, at, TODAY, every, day=day, until=until)


@pytest.mark.parametrize(
    ("text", "rule", "minor", "description"),
    [
        ("month on 1 15000 rent @a @b", month(1), 1500000, "rent"),
        ("month on the 1st 15000 rent", month(1), 1500000, "rent"),
        ("month 15000 rent on 31", month(31), 1500000, "rent"),
        ("month on last day 15000 rent", month(31), 1500000, "rent"),
        ("month 15000 rent", month(5), 1500000, "rent"),
        ("3 months on 15 at 18:30 900 internet", month(15, 3, time(18, 30)), 90000, "internet"),
        ("fri 09:00 300 cleaning", week(4), 30000, "cleaning"),
        ("fri 9 am 300 cleaning", week(4), 30000, "cleaning"),
        ("Fridays 9pm 300 cleaning", week(4, at=time(21)), 30000, "cleaning"),
        ("every friday 300 cleaning", week(4), 30000, "cleaning"),
        ("week on mon and thu 300 milk", week(0, 3), 30000, "milk"),
        ("mon,thu 300 milk", week(0, 3), 30000, "milk"),
        ("weekday 8:15 40 tea", week(0, 1, 2, 3, 4, at=time(8, 15)), 4000, "tea"),
        ("2 weeks 450 shopping", week(2, every=2), 45000, "shopping"),
        ("other week fri 450 shopping", week(4, every=2), 45000, "shopping"),
        ("2 weeks on fri 450 food", week(4, every=2), 45000, "food"),
        ("day 30 milk", Rule(Unit.DAY, time(9), TODAY), 3000, "milk"),
        ("10 days 30 milk", Rule(Unit.DAY, time(9), TODAY, 10), 3000, "milk"),
        (
            "year on 29 feb 500 birthday",
            Rule(Unit.YEAR, time(9), TODAY, day=29, month=2),
            50000,
            "birthday",
        ),
        (
            "year on 24.12. 500 tree",
            Rule(Unit.YEAR, time(9), TODAY, day=24, month=12),
            50000,
            "tree",
        ),
        (
            "month on 1 15000 rent until 2025-12-31",
            month(1, until=date(2025, 12, 31)),
            1500000,
            "rent",
        ),
        ("month on 1 until 31.1. 15000 rent", month(1, until=date(2026, 1, 31)), 1500000, "rent"),
        ("fri 300 paint until further notice", week(4), 30000, "paint until further notice"),
        ("fri 300 lunch on the beach", week(4), 30000, "lunch on the beach"),
        ("week 300 cleaning on friday", week(4), 30000, "cleaning"),
        ("2 weeks 300 cleaning on mon and thu @bob", week(0, 3, every=2), 30000, "cleaning"),
        ("week 300 dinner on the 3rd floor", week(2), 30000, "dinner on the 3rd floor"),
        ("month 300 dinner on the 3rd floor", month(5), 30000, "dinner on the 3rd floor"),
        ("month 15000 rent on the 1st", month(1), 1500000, "rent"),
        ("month 15000 rent on the 1st @bob", month(1), 1500000, "rent"),
        ("month 15000 rent on the last day", month(31), 1500000, "rent"),
        ("fri 300 tea // on the 1st", week(4), 30000, "tea"),
    ],
)
def test_a_rule_and_an_expense(text: str, rule: Rule, minor: int, description: str) -> None:
    read = every(text)
    assert read.rule == rule
    assert (read.line.amount.minor, read.line.description) == (minor, description)


def test_the_expense_has_all_of_splits_grammar() -> None:
    read = every("month on 1 1.2k rent @bob 40% @chen paid @chen #home // the flat")
    assert read.line.category == "home"
    assert read.line.note == "the flat"
    assert [whom for whom, _ in read.line.payers] == [Name("chen")]
    assert len(read.line.participants) == 2


def test_a_date_of_its_own_is_where_it_starts() -> None:
    read = every("2 weeks fri 300 cleaning on 2025-04-01")
    assert read.rule.start == date(2025, 4, 1)
    assert read.line.on is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "month 15000 rent on 2025-04-20",
            Rule(Unit.MONTH, time(9), date(2025, 4, 20), day=20),
        ),
        (
            "month on 1 15000 rent on 2025-04-20",
            Rule(Unit.MONTH, time(9), date(2025, 4, 20), day=1),
        ),
        (
            "week 300 milk on 2025-04-01",
            Rule(Unit.WEEK, time(9), date(2025, 4, 1), weekdays=(1,)),
        ),
        (
            "year 500 tree on 24 dec",
            Rule(Unit.YEAR, time(9), date(2025, 12, 24), day=24, month=12),
        ),
        ("day 30 milk on friday", Rule(Unit.DAY, time(9), date(2025, 3, 7))),
    ],
)
def test_a_date_behind_the_expense_says_its_day_too(text: str, rule: Rule) -> None:
    read = every(text)
    assert read.rule == rule
    assert read.line.on is None


@pytest.mark.parametrize(
    ("text", "code", "example"),
    [
        ("15000 rent", Code.RULE_MISSING, "/every month on 1 15000 rent"),
        ("0 weeks 300 x", Code.RULE_MISSING, "/every month on 1 15000 rent @bob"),
        ("month on 32 15000 rent", Code.BAD_DATE, "/every month on 31 15000 rent"),
        ("month on 0 15000 rent", Code.BAD_DATE, "/every month on 31 15000 rent"),
        ("year on 31 feb 10 x", Code.BAD_DATE, "/every year on 28 feb 10 x"),
        ("year on april 31 10 x", Code.BAD_DATE, "/every year on april 30 10 x"),
        ("year on 30.2. 10 x", Code.BAD_DATE, "/every year on 28.2. 10 x"),
        ("year on 2025-02-30 10 x", Code.BAD_DATE, "/every year on 2025-02-28 10 x"),
        ("year on 3/4 10 x", Code.BAD_DATE, "/every year on 3 apr 10 x"),
        ("month 10 x until 2025-02-30", Code.BAD_DATE, "/every month 10 x until 2025-03-05"),
        ("fri 25:00 300 x", Code.BAD_TIME, "/every fri 09:00 300 x"),
        ("fri 9:75 300 x", Code.BAD_TIME, "/every fri 09:00 300 x"),
        ("fri cleaning", Code.AMOUNT_MISSING, "/every fri 1200 cleaning"),
    ],
)
def test_what_cant_be_is_answered_with_a_line_to_copy(text: str, code: Code, example: str) -> None:
    with pytest.raises(LedgerError) as refused:
        every(text)
    assert refused.value.code is code
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    assert examples[0] == example


def test_handling_what_recurs() -> None:
    def read(text: str) -> object:
        return read_every(from_text(text), INR, TODAY)

    assert read("/every") is None
    assert read("/every 3") == Handle("show", 3)
    assert read("/every stop 3") == Handle("stop", 3)
    assert read("/every resume #3") == Handle("resume", 3)
    edited = read("/every edit 3 fri 400 cleaning")
    assert isinstance(edited, Recur)
    assert (edited.number, edited.rule, edited.line.amount.minor) == (3, week(4), 40000)
    with pytest.raises(LedgerError) as refused:
        read("/every stop")
    assert refused.value.code is Code.NUMBER_MISSING


def test_weekly() -> None:
    def read(text: str) -> Weekly | None:
        return read_weekly(from_text(f"/weekly {text}"))

    assert read("") is None
    assert read("off") == Weekly(on=False)
    assert read("on") == Weekly(on=True)
    assert read("mon 09:00") == Weekly(True, 0, time(9))
    assert read("6pm Sunday") == Weekly(True, 6, time(18))
    for wrong, code in (("mittwoch", Code.UNKNOWN_CHOICE), ("mon 24:30", Code.BAD_TIME)):
        with pytest.raises(LedgerError) as refused:
            read(wrong)
        assert refused.value.code is code


def test_remind() -> None:
    def read(text: str) -> object:
        return read_remind(from_text(f"/remind {text}"), INR)

    assert read("") is None
    assert read("@bob") == (Name("bob"),)
    assert read("@bob and @chen") == (Name("bob"), Name("chen"))
    assert read("bob") == (Name("bob"),)
    assert read("off") == Reminders("off")
    assert read("weekly") == Reminders("weekly")
    assert read("daily 18:30 $5") == Reminders(
        "daily", None, time(18, 30), Money(500, Currency("USD"))
    )
    assert read("weekly thu 500") == Reminders("weekly", 3, None, Money(50000, INR))
    for wrong in ("500", "weekly often", "@bob please"):
        with pytest.raises(LedgerError) as refused:
            read(wrong)
        assert refused.value.code is Code.UNKNOWN_CHOICE
