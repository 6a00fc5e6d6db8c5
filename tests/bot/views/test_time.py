"""What is said by time, in every language, with the worst names and the longest lists."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from markupsafe import Markup

from bot.language.catalogues import Language, language
from bot.language.offered import OFFERED
from bot.views import recurring_list, reminder_texts, rule_wording, summary_texts
from bot.views.pages import plain_text
from bot.views.reply import Reply
from ledger.core.answers.due_notices import CaughtUp, Paused
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.answers.reminding import Reminder, Reminding, Wishes
from ledger.core.answers.standings import BalanceSheet, CurrencySheet
from ledger.core.answers.weeks import Spent, Summary
from ledger.core.members import MemberId, MemberKind, Roster
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule, Unit, preview
from ledger.core.schedule import Kind, State
from ledger.core.settling import Payment
from ledger.core.shares import EQUAL_PART
from ledger.core.split_terms import said
from ledger.core.templates import KeptLine
from tests.bot.views.speaking import (
    ASHA,
    BOB,
    CHEN,
    ENGLISH,
    FRIDAYS,
    INR,
    ROSTER,
    TODAY,
    dinner,
    entry,
    labels,
    lines,
    member,
    schedule,
    shown,
)

CROWD = Roster(tuple(member(number, f"{'W' * 60}<{number}>") for number in range(1, 400)))
SINCE, UNTIL = date(2024, 2, 12), date(2024, 2, 18)
TRIO = Roster((ASHA, BOB, CHEN))


def recurs(*named: MemberId, roster: Roster = ROSTER, state: State = State.ACTIVE) -> Recurring:
    parts = tuple((member, EQUAL_PART) for member in named)
    everyone = () if named else [member.id for member in roster]
    terms = said(parts, (), ((ASHA.id, None),), everyone=everyone)
    kept = KeptLine(Money(30000, INR), "<b>cleaning</b>", None, None, terms)
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

    def test_it_tells_what_came_back_and_draws_what_was_spent(self) -> None:
        week = summary()
        (spent,) = week.spent
        both = summary_texts.weekly(
            ENGLISH, replace(week, spent=(replace(spent, came_back_minor=99900),)), TODAY
        )
        assert lines(both)[1:4] == ["Spent: ₹900", "food ₹600, other ₹300", "Came back: ₹999"]
        assert both.picture is not None
        nothing_else = replace(week, spent=(Spent(INR, 0, 0, (), 5000),))
        back = summary_texts.weekly(ENGLISH, nothing_else, TODAY)
        assert lines(back)[1:3] == ["Came back: ₹50", "Balances"]
        assert back.picture is None
        assert labels(back) == [["Settle", "Who owes whom"]]

    def test_a_crowd_in_many_currencies_fits_a_message(self) -> None:
        reply = summary_texts.weekly(ENGLISH, summary(CROWD, "INR", "EUR", "USD", "KWD"), TODAY)
        assert reply.picture is None
        assert lines(reply)[-1] == "/balance tells the rest."

    @pytest.mark.parametrize("code", OFFERED)
    def test_every_language(self, code: str) -> None:
        say = language(code)
        assert say.money(Money(90000, INR)) in shown(summary_texts.weekly(say, summary(), TODAY))
        for found in (None, schedule(kind=Kind.WEEKLY), schedule(state=State.STOPPED)):
            assert summary_texts.when(say, found, TODAY)
            shown(summary_texts.my_settings(say, found, TODAY))


def said_of(say: Language, reminder: Reminder) -> list[Reply]:
    return [part.reply for part in reminder_texts.reminder(say, reminder)]


class TestReminders:
    def test_it_mentions_who_owes_and_nobody_else(self) -> None:
        debts = ((Payment(BOB.id, ASHA.id, 15000), INR),)
        (reply,) = said_of(ENGLISH, Reminder(ROSTER, debts))
        assert 'href="tg://user?id=2"' in reply.text
        assert "tg://user?id=1" not in reply.text
        assert lines(reply)[1] == "Bob → Asha ₹150"

    @pytest.mark.parametrize("code", OFFERED)
    def test_a_crowd_is_rung_by_several_messages(self, code: str) -> None:
        debts = tuple((Payment(one.id, MemberId(1), 100), INR) for one in CROWD.members[1:])
        replies = said_of(language(code), Reminder(CROWD, debts))
        for reply in replies:
            shown(reply)
            assert reply.text.count("<a href=") <= 5
        assert len(replies) == 10
        assert [bool(reply.buttons) for reply in replies] == [False] * 9 + [True]

    def test_nobody_is_rung_twice_and_guests_take_no_place(self) -> None:
        guests = [replace(one, kind=MemberKind.GUEST, user_id=None) for one in CROWD.members[2:9]]
        roster = Roster((*CROWD.members[:2], *guests, *CROWD.members[9:15]))
        debts = tuple(
            (Payment(one.id, MemberId(1), minor), currency)
            for minor, currency in ((100, INR), (200, Currency("EUR")))
            for one in roster.members[1:]
        )
        replies = said_of(ENGLISH, Reminder(roster, debts))
        rung = [set(re.findall(r"user\?id=(\d+)", reply.text)) for reply in replies]
        assert [len(each) for each in rung] == [5, 2]
        assert not rung[0] & rung[1]
        assert sum(len(lines(reply)) - 1 for reply in replies) == len(debts)

    def test_a_part_names_those_who_are_in_none_behind_it(self) -> None:
        debts = tuple((Payment(BOB.id, ASHA.id, 100 + number), INR) for number in range(50))
        parts = reminder_texts.reminder(ENGLISH, Reminder(ROSTER, debts))
        assert [part.named for part in parts] == [(), (BOB.id,)]

    def test_its_times_are_told_by_one_clock(self) -> None:
        how = Reminding(schedule(kind=Kind.REMINDERS), Money(500, INR), Wishes(False, None))
        told = reminder_texts.how(ENGLISH, how, TODAY, Markup("@bob")).replace("\u202f", " ")
        assert "Never between 10:00 PM and 8:00 AM" in told
        none_yet = plain_text(summary_texts.when(ENGLISH, None, TODAY)).replace("\u202f", " ")
        assert "on Monday, 9:00 AM, once there is an entry" in none_yet

    @pytest.mark.parametrize("code", OFFERED)
    @pytest.mark.parametrize("state", State)
    def test_how_the_group_reminds(self, code: str, state: State) -> None:
        for wishes in (Wishes(True, None), Wishes(False, TODAY), Wishes(False, None)):
            how = Reminding(schedule(kind=Kind.REMINDERS, state=state), Money(500, INR), wishes)
            assert reminder_texts.how(language(code), how, TODAY, Markup("@bob"))
            assert reminder_texts.own_wish(language(code), wishes)


class TestRecurring:
    def test_a_card(self) -> None:
        reply = recurring_list.card(ENGLISH, recurs(BOB.id), TODAY)
        assert lines(reply)[0] == "🔁 3. <b>cleaning</b> — ₹300"
        assert lines(reply)[2:] == [
            "Asha pays for Asha and Bob.",
            "₹150 each: Asha, Bob.",
            "Next: Feb 23, Mar 1, Mar 8",
        ]
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
