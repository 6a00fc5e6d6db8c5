"""Days, moments and what is kept of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from ledger.core.answers.entry_lists import Period, period_days
from ledger.core.clock import MovableClock, SystemClock
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.core.recurrence import Rule, Unit
from ledger.core.schedule import Kind, Schedule, ScheduleId, State, is_on, next_due
from ledger.core.writing_context import WritingContext, read_context

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("period", "first", "after"),
    [
        ((2025,), date(2025, 1, 1), date(2026, 1, 1)),
        ((2025, 1), date(2025, 1, 1), date(2025, 2, 1)),
        ((2025, 11), date(2025, 11, 1), date(2025, 12, 1)),
        ((2025, 12), date(2025, 12, 1), date(2026, 1, 1)),
        ((2024, 2, 28), date(2024, 2, 28), date(2024, 2, 29)),
        ((2025, 12, 31), date(2025, 12, 31), date(2026, 1, 1)),
    ],
)
def test_a_period_ends_where_the_next_begins(period: Period, first: date, after: date) -> None:
    assert period_days(period) == (first, after)


def test_a_clock_is_moved_and_set_back_and_tells_who_watches() -> None:
    clock, told = MovableClock(NOON), list[int]()
    clock.watch(lambda: told.append(1))
    clock.watch(lambda: told.append(2))
    clock.move(timedelta(hours=2))
    clock.move(-timedelta(hours=1))
    assert clock.now() == NOON + timedelta(hours=1)
    clock.move_to(NOON)
    assert clock.now() == NOON
    assert told == [1, 2] * 3


def test_the_machines_moment_is_aware() -> None:
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= MovableClock().now() <= datetime.now(UTC)
    assert SystemClock().now().tzinfo is MovableClock().now().tzinfo is UTC


def _schedule(state: State) -> Schedule:
    rule = Rule(Unit.DAY, time(9), NOON.date())
    number, group, kind = ScheduleId(1), GroupId(1), Kind.WEEKLY
    return Schedule(
        number, group, None, kind, 1, state, None, None, rule, "UTC", None, None, None, None, NOON
    )


def test_only_what_goes_on_is_due() -> None:
    on, paused = _schedule(State.ACTIVE), _schedule(State.PAUSED)
    assert (is_on(on), is_on(paused), is_on(None)) == (True, False, False)
    assert (next_due(on), next_due(paused), next_due(None)) == (NOON, None, None)


def test_the_context_of_a_line_is_read_as_it_was_written() -> None:
    everyone = (MemberId(1), MemberId(3))
    context = WritingContext(Currency("INR"), "Asia/Kolkata", NOON.date(), everyone)
    assert context.written() == '["INR","Asia/Kolkata","2026-03-02",[1,3]]'
    assert read_context(context.written()) == context
