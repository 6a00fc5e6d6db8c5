"""When rules fall due: each local date once, whatever the clocks and calendars do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ledger.core.errors import Code, LedgerError
from ledger.core.recurrence import (
    Due,
    Rule,
    Unit,
    _near,
    begin,
    dates,
    due,
    latest,
    moment,
    preview,
    upcoming,
)

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
KOLKATA, LORD_HOWE = "Asia/Kolkata", "Australia/Lord_Howe"
ZONES = (
    *(BERLIN, NEW_YORK, KOLKATA, LORD_HOWE),
    *("Asia/Beirut", "America/Sao_Paulo", "Pacific/Chatham", "Africa/Casablanca", "UTC"),
)
NINE = time(9)


def weekly(*weekdays: int, start: date, at: time = NINE, every: int = 1) -> Rule:
    return Rule(Unit.WEEK, at, start, every, weekdays=weekdays)


def monthly(day: int, start: date, every: int = 1, at: time = NINE) -> Rule:
    return Rule(Unit.MONTH, at, start, every, day=day)


def first(rule: Rule, count: int, after: date | None = None) -> list[date]:
    return [one.on for one in preview(rule, "UTC", after, count)]


class TestCalendar:
    def test_every_day_and_every_third_day(self) -> None:
        rule = Rule(Unit.DAY, NINE, date(2024, 2, 27))
        assert first(rule, 3) == [date(2024, 2, 27), date(2024, 2, 28), date(2024, 2, 29)]
        assert first(replace(rule, every=3), 3) == [
            date(2024, 2, 27),
            date(2024, 3, 1),
            date(2024, 3, 4),
        ]

    def test_every_friday(self) -> None:
        assert first(weekly(4, start=date(2025, 1, 1)), 2) == [date(2025, 1, 3), date(2025, 1, 10)]

    def test_every_other_week_counts_from_the_start(self) -> None:
        rule = weekly(4, start=date(2025, 1, 3), every=2)
        assert first(rule, 3) == [date(2025, 1, 3), date(2025, 1, 17), date(2025, 1, 31)]

    def test_every_other_week_is_the_same_one_asked_from_later(self) -> None:
        rule = weekly(4, start=date(2025, 1, 3), every=2)
        assert first(rule, 1, after=date(2025, 1, 20)) == [date(2025, 1, 31)]

    def test_several_days_of_a_week(self) -> None:
        rule = weekly(0, 3, start=date(2025, 1, 1))
        assert first(rule, 3) == [date(2025, 1, 2), date(2025, 1, 6), date(2025, 1, 9)]

    @pytest.mark.parametrize("day", [29, 30, 31])
    def test_a_short_month_is_served_on_its_last_day(self, day: int) -> None:
        rule = monthly(day, date(2023, 1, 1))
        assert first(rule, 4) == [
            date(2023, 1, day),
            date(2023, 2, 28),
            date(2023, 3, day),
            date(2023, 4, min(day, 30)),
        ]

    def test_every_third_month_skips_none(self) -> None:
        rule = monthly(31, date(2024, 1, 31), every=3)
        assert first(rule, 4) == [
            date(2024, 1, 31),
            date(2024, 4, 30),
            date(2024, 7, 31),
            date(2024, 10, 31),
        ]

    def test_29_february_is_the_28th_in_other_years(self) -> None:
        rule = Rule(Unit.YEAR, NINE, date(2023, 1, 1), day=29, month=2)
        assert first(rule, 3) == [date(2023, 2, 28), date(2024, 2, 29), date(2025, 2, 28)]

    def test_a_day_in_january_is_not_passed_over_asked_from_the_day_before(self) -> None:
        rule = Rule(Unit.YEAR, NINE, date(2024, 1, 10), day=15, month=1)
        assert first(rule, 1, after=date(2026, 1, 14)) == [date(2026, 1, 15)]

    def test_the_last_date_is_until(self) -> None:
        rule = replace(weekly(4, start=date(2025, 1, 1)), until=date(2025, 1, 10))
        assert [one.on for one in upcoming(rule, KOLKATA)] == [date(2025, 1, 3), date(2025, 1, 10)]
        assert due(rule, KOLKATA, date(2025, 1, 10)) is None

    def test_the_calendar_ends_without_an_error(self) -> None:
        rule = Rule(Unit.YEAR, NINE, date(9990, 1, 1), every=1000, day=1, month=1)
        assert first(rule, 3) == [date(9990, 1, 1)]


class TestMoments:
    def test_summer_time_keeps_the_wall_clock(self) -> None:
        rule = weekly(0, start=date(2025, 3, 24))
        assert [one.at.hour for one in preview(rule, BERLIN)] == [8, 7, 7]

    def test_a_skipped_time_moves_forward(self) -> None:
        at = moment(date(2025, 3, 30), time(2, 30), BERLIN)
        assert at.astimezone(ZoneInfo(BERLIN)).time() == time(3, 30)
        assert at.tzinfo is UTC

    def test_a_half_hour_that_is_skipped_moves_by_half_an_hour(self) -> None:
        at = moment(date(2025, 10, 5), time(2, 15), LORD_HOWE)
        assert at.astimezone(ZoneInfo(LORD_HOWE)).time() == time(2, 45)

    def test_a_midnight_that_does_not_exist_is_not_lost(self) -> None:
        at = moment(date(2018, 11, 4), time(0), "America/Sao_Paulo")
        assert at.astimezone(ZoneInfo("America/Sao_Paulo")) == datetime(
            2018, 11, 4, 1, tzinfo=ZoneInfo("America/Sao_Paulo")
        )

    @pytest.mark.parametrize(
        ("zone", "on", "at"),
        [
            (BERLIN, date(2025, 10, 26), datetime(2025, 10, 26, 0, 30, tzinfo=UTC)),
            (NEW_YORK, date(2025, 11, 2), datetime(2025, 11, 2, 5, 30, tzinfo=UTC)),
        ],
    )
    def test_a_time_that_comes_twice_is_taken_first(
        self, zone: str, on: date, at: datetime
    ) -> None:
        wall = time(2, 30) if zone == BERLIN else time(1, 30)
        assert moment(on, wall, zone) == at


class TestBeginning:
    def test_the_first_date_is_still_to_come(self) -> None:
        friday_noon = datetime(2025, 1, 3, 12, tzinfo=UTC)
        rule = weekly(4, start=date(2025, 1, 3), every=2)
        assert first(begin(rule, "UTC", friday_noon), 2) == [date(2025, 1, 10), date(2025, 1, 24)]

    def test_every_two_months_begins_with_the_nearest(self) -> None:
        rule = monthly(1, date(2025, 1, 15), every=2)
        begun = begin(rule, "UTC", datetime(2025, 1, 15, tzinfo=UTC))
        assert first(begun, 2) == [date(2025, 2, 1), date(2025, 4, 1)]

    def test_a_start_in_the_future_is_kept(self) -> None:
        rule = begin(weekly(0, start=date(2025, 6, 1)), "UTC", datetime(2025, 1, 1, tzinfo=UTC))
        assert rule.start == date(2025, 6, 2)

    def test_what_is_due_this_very_moment_has_come(self) -> None:
        nine = datetime(2025, 1, 3, 9, tzinfo=UTC)
        rule = weekly(4, start=date(2025, 1, 3))
        assert begin(rule, "UTC", nine).start == date(2025, 1, 10)
        assert begin(rule, "UTC", nine - timedelta(seconds=1)).start == date(2025, 1, 3)

    def test_the_day_is_the_zones(self) -> None:
        """In Kolkata it is the next morning already, in Los Angeles still the evening before."""
        night = datetime(2025, 1, 3, 20, tzinfo=UTC)
        rule = Rule(Unit.DAY, time(23, 30), date(2025, 1, 1))
        assert begin(rule, KOLKATA, night).start == date(2025, 1, 4)
        early = datetime(2025, 1, 3, 3, tzinfo=UTC)
        assert begin(rule, "America/Los_Angeles", early).start == date(2025, 1, 2)

    def test_a_rule_that_never_fires_is_refused(self) -> None:
        rule = replace(monthly(1, date(2025, 1, 15)), until=date(2025, 1, 20))
        with pytest.raises(LedgerError) as refused:
            begin(rule, KOLKATA, datetime(2025, 1, 15, tzinfo=UTC))
        assert refused.value.code is Code.RULE_NEVER_FIRES
        assert refused.value.details == {"first": date(2025, 2, 1), "until": date(2025, 1, 20)}

    def test_its_last_day_may_be_its_first(self) -> None:
        rule = replace(monthly(1, date(2025, 1, 15)), until=date(2025, 2, 1))
        assert begin(rule, KOLKATA, datetime(2025, 1, 15, tzinfo=UTC)).start == date(2025, 2, 1)

    def test_where_the_calendar_ends_there_is_no_first_day(self) -> None:
        rule = Rule(Unit.DAY, NINE, date(9999, 12, 31))
        with pytest.raises(LedgerError) as refused:
            begin(rule, "UTC", datetime(9999, 12, 31, 10, tzinfo=UTC))
        assert refused.value.details == {"first": None, "until": None}


class TestLateness:
    def test_the_latest_is_the_last_that_has_come(self) -> None:
        rule = weekly(4, start=date(2025, 1, 3))
        now = datetime(2025, 1, 31, 9, tzinfo=UTC)
        assert latest(rule, "UTC", None, now) == Due(date(2025, 1, 31), now)
        assert latest(rule, "UTC", date(2025, 1, 31), now) is None


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    unit = draw(st.sampled_from(Unit))
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1)) if unit is Unit.WEEK else set()
    start = draw(st.dates(date(1980, 1, 1), date(2037, 12, 31)))
    return Rule(
        unit,
        time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30, 59]))),
        start,
        draw(st.integers(1, 14)),
        weekdays=tuple(sorted(weekdays)),
        day=draw(st.integers(1, 31)) if unit in {Unit.MONTH, Unit.YEAR} else None,
        month=draw(st.integers(1, 12)) if unit is Unit.YEAR else None,
        until=draw(st.none() | st.just(start + timedelta(days=500))),
    )


@given(rules(), st.sampled_from(ZONES))
def test_each_local_date_comes_once_and_in_order(rule: Rule, zone: str) -> None:
    found = preview(rule, zone, count=40)
    on = [one.on for one in found]
    assert on == sorted(set(on))
    assert [one.at for one in found] == sorted(one.at for one in found)
    for one in found:
        wall = one.at.astimezone(ZoneInfo(zone))
        # Only a skipped time moves, and forward, by less than two hours.
        planned = datetime.combine(one.on, rule.at)
        assert timedelta() <= wall.replace(tzinfo=None) - planned < timedelta(hours=2)


@given(rules(), st.sampled_from(ZONES))
def test_walking_from_date_to_date_meets_the_same_dates(rule: Rule, zone: str) -> None:
    walked: list[date] = []
    after: date | None = None
    while len(walked) < 15 and (one := due(rule, zone, after)) is not None:
        walked.append(one.on)
        after = one.on
    assert walked == [one.on for one in preview(rule, zone, count=15)]


@given(rules(), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_dates_after_a_day_are_the_later_ones_of_all(rule: Rule, after: date) -> None:
    wanted = []
    for on in dates(rule):
        if on > after:
            wanted.append(on)
        if len(wanted) == 3:
            break
    assert [one.on for one in preview(rule, "UTC", after)] == wanted


LONGEST_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}


@given(rules(), st.integers(1, 20_000))
def test_counting_begins_in_the_interval_of_the_day_asked_for(rule: Rule, days: int) -> None:
    """Or else whoever asks about a schedule of many years would count through all of them."""
    after = rule.start + timedelta(days)
    near = _near(rule, after)
    assert rule.start <= near <= after
    assert (after - near).days < LONGEST_DAYS[rule.unit] * rule.every


def test_counting_begins_at_the_start_until_then() -> None:
    rule = weekly(4, start=date(2025, 1, 1))
    for after in (None, date(2024, 12, 31), date(2025, 1, 1)):
        assert _near(rule, after) == date(2025, 1, 1)


@given(rules(), st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(1, 10))
def test_a_change_of_the_zone_repeats_and_loses_no_date(
    rule: Rule, here: str, there: str, posted: int
) -> None:
    before = [one.on for one in preview(rule, here, count=posted)]
    assume(before)
    moved = [one.on for one in preview(rule, there, before[-1], 5)]
    assert before + moved == [one.on for one in preview(rule, here, count=posted + 5)]


@given(
    rules(),
    st.sampled_from(ZONES),
    st.datetimes(
        datetime(1985, 1, 1),  # noqa: DTZ001 (hypothesis wants the bounds naive)
        datetime(2036, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
)
def test_what_begins_is_still_to_come(rule: Rule, zone: str, now: datetime) -> None:
    try:
        begun = begin(rule, zone, now)
    except LedgerError:
        assume(False)
        raise
    one = due(begun, zone)
    assert one is not None
    assert one.on == begun.start
    assert one.at > now
