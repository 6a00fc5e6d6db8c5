"""Recurring expenses over weeks and months: once a period, never twice and never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ledger.book import default_shares, membership
from ledger.core.answers.due_notices import CaughtUp, Notice, Paused, Receipt
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Person, UserId
from ledger.core.recurrence import Rule
from ledger.core.schedule import State
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.schedules import recurring
from ledger.schedules.recurring import MAX_RECURRING
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.group_settings import leave_chat, set_timezone
from tests.ledger.beats import at, beat, fridays, live_until, monthly, record
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, Chat, expense, new_source, rupees


def every(
    chat: Chat,
    rule: Rule,
    line: ExpenseLine,
    who: Person = ASHA,
    source: Source | None = None,
) -> Recurring:
    with chat.open(who) as book:
        return recurring.make(book, rule, line, source or new_source())


def entries(told: list[Notice]) -> list[tuple[int, date]]:
    """Return the numbers and dates of the entries that were told."""
    found = []
    for posting in told:
        content = posting.content
        if isinstance(content, Receipt):
            found.append(content.entry)
        elif isinstance(content, CaughtUp):
            found += content.entries
    return [(entry.number, entry.contents.on) for entry in found]


def refusal(chat: Chat, rule: Rule, line: ExpenseLine) -> LedgerError:
    with pytest.raises(LedgerError) as refused:
        every(chat, rule, line)
    return refused.value


def test_the_rent_records_itself_on_the_first(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    made = every(chat, monthly(1), expense(15000, "rent", "bob"))
    assert [due.on for due in made.dates] == [date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)]
    assert beat(chat) == []
    chat.clock.move_to(at(2026, 4, 1, 3, 31))
    [posting] = beat(chat)
    assert entries([posting]) == [(1, date(2026, 4, 1))]
    assert isinstance(posting.content, Receipt)
    assert posting.content.entry.author is None
    assert posting.content.entry.contents.description == "rent"
    assert chat.nets() == {"Asha": 750000, "Bob": -750000}
    assert beat(chat) == []


def test_a_clock_set_back_repeats_nothing(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300, "cleaning"))
    chat.clock.move_to(at(2026, 3, 6))
    assert len(beat(chat)) == 1
    chat.clock.move(timedelta(days=-3))
    assert beat(chat) == []
    chat.clock.move_to(at(2026, 3, 6, 13))
    assert beat(chat) == []
    chat.clock.move_to(at(2026, 3, 13))
    assert entries(beat(chat))[-1] == (2, date(2026, 3, 13))


def test_missed_periods_are_recorded_with_their_own_dates_and_told_once(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300, "cleaning"))
    every(chat, monthly(15), expense(900, "internet"))
    chat.clock.move_to(at(2026, 3, 21))
    missed, once = beat(chat)
    assert isinstance(missed.content, CaughtUp)
    assert [day for _, day in entries([missed])] == [
        date(2026, 3, 6),
        date(2026, 3, 13),
        date(2026, 3, 20),
    ]
    assert isinstance(once.content, Receipt)
    assert [day for _, day in entries([once])] == [date(2026, 3, 15)]
    assert beat(chat) == []
    assert chat.nets() == {"Asha": 90000, "Bob": -90000}


def test_missed_dates_move_pairs_as_one_after_the_other_would(chat: Chat) -> None:
    """Asha and Bob are square after the third of five, so that pairs count from there."""
    chat.join(ASHA, BOB)
    chat.split(BOB, expense(450, "tent", "asha"))
    chat.split(ASHA, expense(rupees(20), "tea", "bob"))
    chat.settle(ASHA, "bob", "asha", rupees(10))
    every(chat, fridays(), expense(100, "cleaning", "bob"))
    chat.settle(ASHA, "asha", "bob", rupees(75))
    chat.clock.move_to(at(2026, 4, 4))
    beat(chat)
    assert chat.nets() == {"Asha": 10000, "Bob": -10000}
    assert chat.pairs() == [("Bob", "Asha", 10000, (5000, 5000), 0)]


def test_several_that_each_fell_due_once_have_a_receipt_each(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300, "cleaning"))
    every(chat, monthly(5), expense(900, "internet"))
    chat.clock.move_to(at(2026, 3, 7))
    told = beat(chat)
    assert all(isinstance(posting.content, Receipt) for posting in told)
    assert [day for _, day in entries(told)] == [date(2026, 3, 5), date(2026, 3, 6)]


def test_the_last_day_of_short_months(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, monthly(31), expense(100, "rent"))
    told = live_until(chat, at(2026, 7, 1))
    days = [entry_day for _, posting in told for _, entry_day in entries([posting])]
    assert days == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30)]


def test_the_same_message_makes_it_once(chat: Chat) -> None:
    first = every(chat, fridays(), expense(300), source=Source("1/1"))
    again = every(chat, fridays(), expense(300), source=Source("1/1"))
    assert not first.repeated
    assert again.repeated
    assert again.schedule.id == first.schedule.id


def test_whoever_left_pauses_it_and_is_named(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    every(chat, fridays(), expense(300, "cleaning", "bob", "chen"))
    with chat.open() as book:
        membership.leave(book, CHEN.id)
    chat.clock.move_to(at(2026, 3, 6))
    [posting] = beat(chat)
    assert isinstance(posting.content, Paused)
    assert [member.first_name for member in posting.content.recurring.away] == ["Chen"]
    assert posting.content.on == date(2026, 3, 6)
    chat.clock.move_to(at(2026, 3, 20))
    assert beat(chat) == []
    with chat.open(ASHA) as book, pytest.raises(LedgerError) as refused:
        recurring.resume(book, 1)
    assert refused.value.code is Code.MEMBERS_AWAY


def test_what_was_paused_is_taken_up_where_it_was(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    every(chat, fridays(), expense(300, "cleaning", "bob", "chen"))
    with chat.open() as book:
        membership.leave(book, CHEN.id)
    chat.clock.move_to(at(2026, 3, 6))
    beat(chat)
    chat.clock.move_to(at(2026, 3, 7))
    with chat.open(ASHA) as book:
        changed = recurring.edit(book, 1, fridays(), expense(300, "cleaning", "bob"))
    assert changed.schedule.state is State.ACTIVE
    assert entries(beat(chat)) == [(1, date(2026, 3, 6))]
    chat.clock.move_to(at(2026, 3, 13))
    assert (2, date(2026, 3, 13)) in entries(beat(chat))


def test_somebody_who_is_back_lets_it_go_on(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    every(chat, fridays(), expense(300, "cleaning", "chen"))
    with chat.open() as book:
        membership.leave(book, CHEN.id)
    chat.clock.move_to(at(2026, 3, 14))
    assert isinstance(beat(chat)[0].content, Paused)
    chat.join(CHEN)
    with chat.open(ASHA) as book:
        recurring.resume(book, 1)
    told = [one for one in beat(chat) if isinstance(one.content, CaughtUp)]
    assert [day for _, day in entries(told)] == [date(2026, 3, 6), date(2026, 3, 13)]


def test_everybody_means_everybody_of_that_day(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300, "cleaning"))
    chat.join(CHEN)
    chat.clock.move_to(at(2026, 3, 6))
    beat(chat)
    assert chat.nets() == {"Asha": 20000, "Bob": -10000, "Chen": -10000}


def test_a_couple_counts_twice_in_what_recurs_and_a_refund_stays_one(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA) as book:
        default_shares.set_weight(book, Name("bob"), 20_000)
    every(chat, fridays(), expense(300, "cleaning"))
    every(chat, fridays(), replace(expense(90, "cashback"), refund=True))
    chat.clock.move_to(at(2026, 3, 6))
    beat(chat)
    assert chat.nets() == {"Asha": 20000 - 6000, "Bob": -20000 + 6000}


def test_parts_and_payers_are_kept_as_written(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    line = expense(
        1000,
        "rent",
        ("bob", Part(PartKind.PERCENT, 250_000)),
        ("chen", EQUAL_PART),
        payers=[(Name("asha"), 40000), (Name("chen"), None)],
    )
    every(chat, fridays(), line)
    chat.clock.move_to(at(2026, 3, 6))
    beat(chat)
    assert chat.nets() == {"Asha": 2500, "Bob": -25000, "Chen": 22500}


def test_a_merged_placeholder_is_the_one_who_stays(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    made = every(chat, fridays(), expense(300, "cleaning", "chen_x"))
    assert [member.first_name for member in made.newcomers] == ["chen_x"]
    chat.join(CHEN)
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("chen_x"), Name("chen"))
    chat.clock.move_to(at(2026, 3, 6))
    beat(chat)
    assert chat.nets() == {"Asha": 15000, "Chen": -15000}


def test_stopping_takes_a_slip_of_a_name_away_again(chat: Chat) -> None:
    chat.join(ASHA)
    every(chat, fridays(), expense(300, "cleaning", "bbo"))
    with chat.open(ASHA) as book:
        recurring.stop(book, 1)
    assert "bbo" not in chat.members()
    chat.clock.move_to(at(2026, 3, 6))
    assert beat(chat) == []
    with chat.open(ASHA) as book:
        assert recurring.listed(book) == ()


def test_skipping_leaves_out_one_date_only(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300, "cleaning"))
    for _ in range(2):  # pressed twice
        with chat.open(ASHA) as book:
            skipped = recurring.skip(book, 1, date(2026, 3, 6))
    assert skipped.dates[0].on == date(2026, 3, 13)
    chat.clock.move_to(at(2026, 3, 13, 4))
    assert entries(beat(chat)) == [(1, date(2026, 3, 13))]


def test_it_ends_on_its_last_date(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, monthly(1, until=date(2026, 5, 1)), expense(300))
    live_until(chat, at(2026, 7, 1))
    with chat.open(ASHA) as book:
        assert recurring.listed(book) == ()
        assert book.group.entries == 2


def test_only_its_author_or_an_admin_may_change_it(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300))
    with chat.open(BOB) as book, pytest.raises(LedgerError) as refused:
        recurring.stop(book, 1)
    assert refused.value.code is Code.MAY_NOT_CHANGE_SCHEDULE
    with chat.open(BOB, admin=True) as book:
        recurring.stop(book, 1)


def test_fifty_are_enough(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA) as book:
        for _ in range(MAX_RECURRING):
            recurring.make(book, fridays(), expense(300), new_source())
    error = refusal(chat, fridays(), expense(300))
    assert error.code is Code.TOO_MANY_SCHEDULES
    assert error.details["most"] == MAX_RECURRING
    with chat.open(ASHA) as book:
        recurring.stop(book, 7)
    assert every(chat, fridays(), expense(300)).schedule.number == MAX_RECURRING + 1


def test_what_could_not_be_recorded_is_refused_at_once(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    error = refusal(chat, fridays(), expense(100, "x", ("bob", Part(PartKind.EXACT, 20000))))
    assert error.code is Code.PARTS_ABOVE_AMOUNT
    assert refusal(chat, monthly(1, until=date(2026, 3, 5)), expense(1)).code is (
        Code.RULE_NEVER_FIRES
    )
    with chat.open() as book, pytest.raises(LedgerError) as refused:
        recurring.make(book, fridays(), expense(300), new_source())
    assert refused.value.code is Code.NOT_A_PERSON


def test_a_new_time_zone_moves_the_moments_and_no_date(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300))
    chat.clock.move_to(at(2026, 3, 6, 3, 31))  # 09:01 in Kolkata
    assert len(beat(chat)) == 1
    with chat.open(ASHA, admin=True) as book:
        set_timezone(book, "America/New_York")
    chat.clock.move_to(at(2026, 3, 6, 14, 1))  # 09:01 in New York: the same Friday
    assert beat(chat) == []
    chat.clock.move_to(at(2026, 3, 13, 12, 59))  # 08:59 of summer time
    assert [one for one in beat(chat) if isinstance(one.content, Receipt)] == []
    chat.clock.move_to(at(2026, 3, 13, 13, 1))
    assert entries(beat(chat)) == [(2, date(2026, 3, 13))]


def test_a_bot_that_was_removed_catches_up_when_it_is_back(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300))
    with chat.store.transaction() as tx:
        leave_chat(tx, -1)
    chat.clock.move_to(at(2026, 3, 14))
    assert beat(chat) == []
    chat.join(BOB)
    assert [day for _, day in entries(beat(chat))] == [date(2026, 3, 6), date(2026, 3, 13)]


def test_a_chat_that_migrates_keeps_them(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300))
    other = Chat(chat.store, chat.clock, -2)
    other.join(ASHA, DIA)
    every(other, fridays(), expense(50, "newspaper"))
    with chat.store.transaction() as tx:
        follow_migration(tx, -1, -2)
    chat.clock.move_to(at(2026, 3, 6, 4))
    told = beat(chat)
    assert {posting.chat_id for posting in told} == {-2}
    assert len(entries(told)) == 2


def test_two_processes_record_it_once(chat: Chat) -> None:
    from concurrent.futures import ThreadPoolExecutor

    if chat.store.is_sqlite:
        pytest.skip("SQLite has one process")
    chat.join(ASHA, BOB)
    every(chat, fridays(), expense(300))
    chat.clock.move_to(at(2026, 3, 27))
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(record, chat) for _ in range(4)]:
            done.result()
    assert sorted(day for _, day in entries(beat(chat))) == [
        date(2026, 3, 6),
        date(2026, 3, 13),
        date(2026, 3, 20),
        date(2026, 3, 27),
    ]


def test_a_stranger_without_a_name_is_no_trouble(chat: Chat) -> None:
    stranger = Person(UserId(999), "", None, None, None)
    chat.join(stranger)
    assert every(chat, fridays(), expense(300), who=stranger).dates


def test_another_amount_leaves_the_dates_as_they_were(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    # As it is read on the Monday it was written, without a weekday of its own.
    written = replace(fridays(), every=2, weekdays=(0,), start=date(2026, 3, 2))
    chat.clock.move(timedelta(hours=-10))
    made = every(chat, written, expense(300, "cleaning", "bob"))
    due = [one.on for one in made.dates]
    assert due == [date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 30)]
    chat.clock.move(timedelta(hours=10))
    told = [posting for _, posting in live_until(chat, at(2026, 3, 17))]
    assert [on for _, on in entries(told)] == [date(2026, 3, 2), date(2026, 3, 16)]
    chat.clock.move(timedelta(days=3))
    with chat.open(ASHA) as book:
        changed = recurring.edit(book, 1, written, expense(330, "cleaning", "bob"))
    assert [one.on for one in changed.dates] == [
        date(2026, 3, 30),
        date(2026, 4, 13),
        date(2026, 4, 27),
    ]
    assert changed.kept.amount.minor == 33000
