"""What is said by time, in every language, with the worst names and the longest lists."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.language.catalogues import OFFERED, language
from bot.views import recurring_list, reminder_texts, rule_wording, summary_texts
from ledger.core.entries import EQUAL_PART
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule, Unit, preview
from ledger.core.schedule import Kind, Schedule, ScheduleId, State
from ledger.core.settling import Payment
from ledger.journal.resolution import Cast
from ledger.journal.templates import KeptLine
from ledger.reports.statements import BalanceSheet, CurrencySheet
from ledger.reports.weekly_summary import Spent, Summary
from ledger.schedules.notices import CaughtUp, Paused
from ledger.schedules.recurring import Recurring
from ledger.schedules.reminders import Reminder, Reminding, Wishes
from tests.bot.views.speaking import (
    ASHA,
    BOB,
    CHEN,
    ENGLISH,
    INR,
    ROSTER,
    TODAY,
    dinner,
    entry,
    labels,
    lines,
    member,
    shown,
)

CROWD = Roster(tuple(member(number, f"{'W' * 60}<{number}>") for number in range(1, 400)))
SINCE, UNTIL = date(2024, 2, 12), date(2024, 2, 18)
TRIO = Roster((ASHA, BOB, CHEN))
FRIDAYS = Rule(Unit.WEEK, time(9), date(2024, 2, 23), weekdays=(4,))


def schedule(
    rule: Rule = FRIDAYS, kind: Kind = Kind.EXPENSE, state: State = State.ACTIVE
) -> Schedule:
    due = preview(rule, "UTC")[0]
    return Schedule(
        ScheduleId(1), None, None, kind, 3, state, ASHA.id, None, rule, "Asia/Kolkata",
        None, None, None, due.on, due.at,
    )  # fmt: skip


def recurs(*named: MemberId, roster: Roster = ROSTER, state: State = State.ACTIVE) -> Recurring:
    cast = Cast(dict.fromkeys(named, EQUAL_PART), (), {ASHA.id: None}, everyone=False)
    kept = KeptLine(Money(30000, INR), "<b>cleaning</b>", None, None, cast)
    return Recurring(schedule(state=state), kept, preview(FRIDAYS, "UTC"), roster)


def sheet(roster: Roster, *currencies: str) -> BalanceSheet:
    debtors = [member.id for member in roster.members[1:]]
    nets = (
        (roster.members[0].id, 100 * len(debtors)),
        *((debtor, -100) for debtor in debtors),
    )
    plan = tuple(Payment(debtor, roster.members[0].id, 100) for debtor in debtors)
    return BalanceSheet(
        roster, tuple(CurrencySheet(Currency(code), nets, plan) for code in currencies), True, 1
    )


def summary(roster: Roster = TRIO, *currencies: str, before: int = 0) -> Summary:
    spent = Spent(INR, 90000, before, (("food", 60000), (None, 30000)))
    moved = {INR: {BOB.id: -50}} if before else {}
    return Summary(sheet(roster, *(currencies or ("INR",))), SINCE, UNTIL, (spent,), moved)


class TestRules:
    @pytest.mark.parametrize(
        ("rule", "told"),
        [
            (Rule(Unit.DAY, time(9), TODAY), "every day, 9:00 AM"),
            (Rule(Unit.DAY, time(18, 30), TODAY, 3), "every 3 days, 6:30 PM"),
            (FRIDAYS, "every Friday, 9:00 AM"),
            (
                Rule(Unit.WEEK, time(9), TODAY, 2, weekdays=(0, 3)),
                "every 2 weeks on Monday and Thursday, 9:00 AM",
            ),
            (Rule(Unit.MONTH, time(9), TODAY, day=1), "every month on day 1, 9:00 AM"),
            (
                Rule(Unit.MONTH, time(9), TODAY, day=30),
                "every month on day 30, or its last, 9:00 AM",
            ),
            (
                Rule(Unit.MONTH, time(9), TODAY, 3, day=31),
                "every 3 months on its last day, 9:00 AM",
            ),
            (Rule(Unit.YEAR, time(9), TODAY, day=29, month=2), "every year on Feb 29, 9:00 AM"),
            (
                Rule(Unit.DAY, time(9), TODAY, until=date(2025, 1, 1)),
                "every day, 9:00 AM, until Jan 1, 2025",
            ),
        ],
    )
    def test_a_rule_in_words(self, rule: Rule, told: str) -> None:
        assert rule_wording.rule(ENGLISH, rule, TODAY).replace("\u202f", " ") == told


class TestSummaries:
    def test_it_has_a_picture_and_tells_what_moved(self) -> None:
        reply = summary_texts.weekly(ENGLISH, summary(before=100000), TODAY)
        assert lines(reply) == [
            "📅 The week Feb 12 – Feb 18",
            "Spent: ₹900, ₹100 less than the week before",
            "food ₹600, other ₹300",
            "Balances",
            "Asha  +₹2",
            "Bob  −₹1 (that week −₹0.50)",
            "Chen  −₹1",
            "To be square:",
            "Bob → Asha ₹1",
            "Chen → Asha ₹1",
        ]
        assert reply.picture is not None
        assert reply.picture.startswith(b"\x89PNG")
        assert labels(reply) == [["Settle", "Who owes whom"]]

    def test_a_crowd_in_many_currencies_fits_a_message(self) -> None:
        reply = summary_texts.weekly(ENGLISH, summary(CROWD, "INR", "EUR", "USD", "KWD"), TODAY)
        assert reply.picture is None
        assert lines(reply)[-1] == "/balance tells the rest."

    @pytest.mark.parametrize("code", OFFERED)
    def test_every_language(self, code: str) -> None:
        say = language(code)
        assert "₹900" in shown(summary_texts.weekly(say, summary(), TODAY))
        for found in (None, schedule(kind=Kind.WEEKLY), schedule(state=State.STOPPED)):
            shown(summary_texts.settings(say, found, TODAY))
            shown(summary_texts.my_settings(say, found, TODAY))


class TestReminders:
    def test_it_mentions_who_owes_and_nobody_else(self) -> None:
        debts = ((Payment(BOB.id, ASHA.id, 15000), INR),)
        reply = reminder_texts.reminder(ENGLISH, Reminder(ROSTER, debts))
        assert 'href="tg://user?id=2"' in reply.text
        assert "tg://user?id=1" not in reply.text
        assert lines(reply)[1] == "Bob → Asha ₹150"

    @pytest.mark.parametrize("code", OFFERED)
    def test_a_crowd_fits_a_message(self, code: str) -> None:
        debts = tuple((Payment(one.id, MemberId(1), 100), INR) for one in CROWD.members[1:])
        shown(reminder_texts.reminder(language(code), Reminder(CROWD, debts)))

    def test_its_times_are_told_by_one_clock(self) -> None:
        how = Reminding(schedule(kind=Kind.REMINDERS), Money(500, INR), Wishes(False, None))
        told = shown(reminder_texts.settings(ENGLISH, how, TODAY)).replace("\u202f", " ")
        assert "Never between 10:00 PM and 8:00 AM" in told
        none_yet = shown(summary_texts.settings(ENGLISH, None, TODAY)).replace("\u202f", " ")
        assert "on Monday, 9:00 AM, once there is an entry" in none_yet

    @pytest.mark.parametrize("code", OFFERED)
    @pytest.mark.parametrize("state", State)
    def test_how_the_group_reminds(self, code: str, state: State) -> None:
        for wishes in (Wishes(True, None), Wishes(False, TODAY), Wishes(False, None)):
            how = Reminding(schedule(kind=Kind.REMINDERS, state=state), Money(500, INR), wishes)
            shown(reminder_texts.settings(language(code), how, TODAY))


class TestRecurring:
    def test_a_card(self) -> None:
        reply = recurring_list.card(ENGLISH, recurs(BOB.id), TODAY)
        assert lines(reply)[0] == "🔁 3. <b>cleaning</b> — ₹300"
        assert lines(reply)[2:] == ["Asha pays for Asha and Bob.", "Next: Feb 23, Mar 1, Mar 8"]
        assert labels(reply) == [["Skip Feb 23", "Stop"]]

    @pytest.mark.parametrize("code", OFFERED)
    def test_many_and_long_ones_fit_a_message(self, code: str) -> None:
        say = language(code)
        everybody = recurs(*(one.id for one in CROWD.members[:50]), roster=CROWD)
        shown(recurring_list.card(say, everybody, TODAY))
        shown(recurring_list.listed(say, [everybody] * 50, TODAY, 99))
        shown(recurring_list.listed(say, [], TODAY))
        shown(recurring_list.stopped(say, everybody))
        paused = Recurring(
            schedule(state=State.PAUSED), everybody.kept, (), CROWD, away=CROWD.members[:50]
        )
        shown(recurring_list.paused(say, Paused(paused, TODAY), TODAY))
        entries = tuple(entry(n, dinner(description="<" * 200)) for n in range(1, 200))
        shown(recurring_list.caught_up(say, CaughtUp(entries, ROSTER), TODAY))
