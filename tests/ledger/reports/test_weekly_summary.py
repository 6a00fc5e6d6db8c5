"""Summaries: on by default, on the group's wall clock, and only when there is something to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from ledger.core.answers.due_notices import Notice
from ledger.core.answers.weeks import PrivateSummary, Spent, Summary
from ledger.core.errors import Code, LedgerError
from ledger.core.recurrence import every_week
from ledger.core.schedule import State
from ledger.schedules import deliveries, notices, weekly_setting
from ledger.upkeep.group_settings import set_timezone, stop_private
from tests.ledger.beats import at, beat, live_until, record, send, waiting
from tests.ledger.chat import ASHA, BOB, CHEN, INR, Chat, expense, rupees

NINE = time(9)


def summary(told: list[Notice]) -> Summary:
    [posting] = told
    assert isinstance(posting.content, Summary)
    return posting.content


def test_it_begins_with_the_first_entry_on_monday_morning(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.clock.move_to(at(2026, 3, 9))
    assert beat(chat) == []
    chat.split(ASHA, expense(900, "dinner", "bob", category="food"))
    chat.clock.move_to(at(2026, 3, 16, 3, 29))
    assert beat(chat) == []
    chat.clock.move_to(at(2026, 3, 16, 3, 30))
    week = summary(beat(chat))
    assert (week.since, week.until) == (date(2026, 3, 9), date(2026, 3, 15))
    assert [(spent.minor, spent.before_minor) for spent in week.spent] == [(90000, 0)]
    assert week.spent[0].categories == (("food", 90000),)
    assert beat(chat) == []


def test_a_week_without_anything_says_nothing(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(900, "dinner", "bob"))
    chat.settle(BOB, "bob", "asha")
    chat.clock.move_to(at(2026, 3, 9))
    assert summary(beat(chat)).sheet.currencies == ()  # The week had an expense.
    chat.clock.move_to(at(2026, 3, 16))
    assert beat(chat) == []


def moved(week: Summary) -> dict[str, int]:
    return {week.sheet.roster[one].first_name: by for one, by in week.moved[INR].items()}


def test_it_tells_how_nets_moved_in_the_days_that_it_is_of(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    chat.split(ASHA, expense(900, "dinner"))
    chat.clock.move_to(at(2026, 3, 9))
    week = summary(beat(chat))
    assert moved(week) == {"Asha": 60000, "Bob": -30000, "Chen": -30000}
    chat.split(BOB, expense(300, "taxi", "chen"))
    chat.settle(CHEN, "chen", "asha", rupees(100))
    chat.clock.move_to(at(2026, 3, 16))
    week = summary(beat(chat))
    assert moved(week) == {"Asha": -10000, "Bob": 15000, "Chen": -5000}
    assert [(spent.minor, spent.before_minor) for spent in week.spent] == [(30000, 90000)]


def test_what_came_behind_the_week_moved_nothing_in_it(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(900, "dinner", "bob"))
    chat.clock.move_to(at(2026, 3, 9, 3, 29))  # Monday, 8:59
    chat.split(BOB, expense(500, "breakfast", "asha"))
    chat.split(BOB, expense(100, "tea", "asha"))
    chat.delete(BOB, 3)
    chat.clock.move_to(at(2026, 3, 9, 3, 30))
    week = summary(beat(chat))
    assert moved(week) == {"Asha": 45000, "Bob": -45000}
    assert [spent.minor for spent in week.spent] == [90000]
    assert [net for _, net in week.sheet.currencies[0].nets] == [20000, -20000]
    chat.clock.move_to(at(2026, 3, 16))
    assert moved(summary(beat(chat))) == {"Asha": -25000, "Bob": 25000}


def test_deleted_expenses_and_payments_are_not_spent(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(900, "dinner", "bob"))
    chat.delete(ASHA, 1)
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.settle(BOB, "bob", "asha")
    chat.clock.move_to(at(2026, 3, 9))
    assert [spent.minor for spent in summary(beat(chat)).spent] == [10000]


def test_what_came_back_is_told_apart_from_what_was_spent(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    back = replace(expense(50, "deposit", "bob", category="home"), refund=True)
    chat.split(ASHA, expense(200, "dinner", "bob", category="food"))
    chat.split(ASHA, back)
    chat.clock.move_to(at(2026, 3, 9))
    week = summary(beat(chat))
    assert week.spent == (Spent(INR, 20000, 0, (("food", 20000),), 5000),)
    assert moved(week) == {"Asha": 7500, "Bob": -7500}
    chat.split(ASHA, back)
    chat.revise(ASHA, 3, expense(60, "rent", "bob"))
    chat.split(BOB, expense(20, "tea", "asha"))
    chat.revise(BOB, 4, replace(expense(20, "tea", "asha"), refund=True))
    chat.clock.move_to(at(2026, 3, 16))
    assert summary(beat(chat)).spent == (Spent(INR, 6000, 20000, ((None, 6000),), 2000),)


def test_admins_set_and_stop_it(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(900, "dinner", "bob"))
    with chat.open(BOB) as book, pytest.raises(LedgerError) as refused:
        weekly_setting.set_weekly(book, every_week(4, NINE))
    assert refused.value.code is Code.ADMINS_ONLY
    with chat.open(ASHA, admin=True) as book:
        weekly_setting.set_weekly(book, every_week(4, time(18, 30)), topic=5)
    chat.clock.move_to(at(2026, 3, 6, 13))
    [posting] = beat(chat)
    assert posting.topic == 5
    with chat.open(ASHA, admin=True) as book:
        assert weekly_setting.stop_weekly(book).state is State.STOPPED
    chat.clock.move_to(at(2026, 4, 6, 13))
    assert beat(chat) == []


def test_one_that_was_stopped_before_any_entry_stays_stopped(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        weekly_setting.stop_weekly(book)
    chat.split(ASHA, expense(900, "dinner", "bob"))
    chat.clock.move_to(at(2026, 3, 9))
    assert beat(chat) == []


def test_after_a_long_absence_only_the_latest_comes(chat: Chat) -> None:
    chat.split(ASHA, expense(900, "dinner", "bob"))
    chat.clock.move_to(at(2026, 4, 8))
    week = summary(beat(chat))
    assert week.until == date(2026, 4, 5)
    assert beat(chat) == []


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]
)
def test_eight_weeks_on_the_wall_clock_through_both_changes(chat: Chat, zone: str) -> None:
    chat.split(ASHA, expense(900, "dinner", "bob"))
    with chat.open(ASHA, admin=True) as book:
        set_timezone(book, zone)
    for start in (at(2026, 3, 2, 15), at(2026, 9, 28, 15)):
        chat.clock.move_to(start)
        beat(chat)
        told = live_until(chat, start + timedelta(weeks=8))
        local = [when.astimezone(ZoneInfo(zone)) for when, _ in told]
        assert [when.time() for when in local] == [NINE] * 8
        mondays = {when.date() for when in local}
        assert len(mondays) == 8
        assert {day.weekday() for day in mondays} == {0}


def test_groups_are_served_by_due_time_then_group(chat: Chat) -> None:
    chats = [Chat(chat.store, chat.clock, -number) for number in range(1, 6)]
    for one in chats:
        one.split(ASHA, expense(900, "dinner", "bob"))
    with chats[3].open(ASHA, admin=True) as book:
        weekly_setting.set_weekly(book, every_week(0, time(8)))
    chat.clock.move_to(at(2026, 3, 9))
    assert [posting.chat_id for posting in beat(chat)] == [-4, -1, -2, -3, -5]


def test_a_crash_between_sending_and_noting_repeats_that_one_only(chat: Chat) -> None:
    other = Chat(chat.store, chat.clock, -2)
    for one in (chat, other):
        one.split(ASHA, expense(900, "dinner", "bob"))
    chat.clock.move_to(at(2026, 3, 9))
    record(chat)
    first, second = waiting(chat)
    with chat.store.transaction() as tx:
        assert notices.begin_sending(tx, first) is not None
    # The process dies here; the next one takes over.
    assert waiting(chat) == (second,)
    now = datetime.now(tz=ZoneInfo("UTC"))
    with chat.store.transaction() as tx:
        assert deliveries.begin_lease(tx, "b", now) == (True, 1)
    assert waiting(chat) == (first, second)
    assert len(send(chat)) == 2
    assert send(chat) == []


def test_one_process_sends_at_a_time(chat: Chat) -> None:
    now = at(2026, 3, 2)
    with chat.store.transaction() as tx:
        assert deliveries.begin_lease(tx, "a", now) == (True, 0)
        assert deliveries.begin_lease(tx, "b", now) == (False, 0)
        assert deliveries.lease(tx, "a", now + timedelta(seconds=10)) == (True, 0)
        assert deliveries.lease(tx, "b", now + timedelta(seconds=25)) == (False, 0)
        assert deliveries.lease(tx, "b", now + timedelta(seconds=31)) == (True, 0)
        deliveries.end_lease(tx, "b", now + timedelta(seconds=32))
        assert deliveries.lease(tx, "a", now + timedelta(seconds=33)) == (True, 0)


class TestInPrivate:
    def test_a_person_asks_for_their_own(self, chat: Chat) -> None:
        other = Chat(chat.store, chat.clock, -2, "Flat")
        chat.split(ASHA, expense(900, "dinner", "bob"))
        other.join(ASHA)
        other.split(BOB, expense(100, "milk", "asha"))
        with chat.store.transaction() as tx:
            weekly_setting.set_mine(tx, ASHA, every_week(6, time(18)), "UTC")
        chat.clock.move_to(at(2026, 3, 8, 12, 30))  # Sunday 18:00 in Kolkata
        [posting] = beat(chat)
        assert posting.chat_id == ASHA.id
        assert isinstance(posting.content, PrivateSummary)
        nets = [(one.group.title, one.nets[0].minor) for one in posting.content.standings]
        assert nets == [("Goa", 45000), ("Flat", -5000)]

    def test_it_stops_when_asked_to(self, chat: Chat) -> None:
        chat.split(ASHA, expense(900, "dinner", "bob"))
        with chat.store.transaction() as tx:
            weekly_setting.set_mine(tx, ASHA, every_week(), "UTC")
            weekly_setting.stop_mine(tx, ASHA.id)
        chat.clock.move_to(at(2026, 3, 9))
        assert {posting.chat_id for posting in beat(chat)} == {-1}

    def test_nothing_is_sent_to_whoever_blocked_the_bot(self, chat: Chat) -> None:
        chat.split(ASHA, expense(900, "dinner", "bob"))
        with chat.store.transaction() as tx:
            weekly_setting.set_mine(tx, ASHA, every_week(), "UTC")
            stop_private(tx, ASHA.id)
        chat.clock.move_to(at(2026, 3, 9))
        assert {posting.chat_id for posting in beat(chat)} == {-1}
