"""Eight weeks of a group's life, through both changes of the clocks, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.playground.people import Person
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import on_both_databases
from tests.dialogs.conversation import Conversation

WEEKS = 8
CHANGES = {
    ("Europe/Berlin", date(2026, 3, 29)): datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    ("Europe/Berlin", date(2026, 10, 25)): datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    ("America/New_York", date(2026, 3, 8)): datetime(2026, 3, 8, 7, 30, tzinfo=UTC),
    ("America/New_York", date(2026, 11, 1)): datetime(2026, 11, 1, 7, 30, tzinfo=UTC),
}
"""What 02:30 is on the Sundays when the clocks change: skipped in spring, so an hour later;
twice in Berlin's autumn, so the first; and once in New York's, where 01:30 comes twice."""


@on_both_databases
@pytest.mark.parametrize("start", [date(2026, 3, 2), date(2026, 10, 5)])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata"])
async def test_every_sunday_and_every_monday_once_on_the_wall_clock(
    chat: Conversation, asha: Person, clock: MovableClock, zone: str, start: date
) -> None:
    clock.move_to(datetime(start.year, start.month, start.day, 15, tzinfo=UTC))
    await chat.say(asha, f"/timezone {zone}")
    await chat.say(asha, "/every sun 02:30 300 cleaning @bob")
    sunday = start + timedelta(days=6)
    for week in range(WEEKS):
        day = sunday + timedelta(weeks=week)
        at = CHANGES.get((zone, day)) or _utc(day, time(2, 30), zone)
        await _nothing_before(chat, asha, clock, at)
        clock.move_to(at)
        await chat.hear(f"#{week + 1} cleaning")
        at = _utc(day + timedelta(days=1), time(9), zone)
        await _nothing_before(chat, asha, clock, at)
        clock.move_to(at)
        await chat.hear("📅")
    posted = [words for words in chat.said if "cleaning — ₹300" in words and "#" in words]
    assert len(posted) == WEEKS
    assert len([words for words in chat.said if "📅" in words]) == WEEKS


def _utc(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


async def _nothing_before(
    chat: Conversation, asha: Person, clock: MovableClock, at: datetime
) -> None:
    """A second before its time, nothing is posted, and a command is answered."""
    said = len(chat.said)
    clock.move_to(at - timedelta(seconds=1))
    await chat.settled(asha)
    assert len(chat.said) == said + 1
