"""Places people write where a time zone stands."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest

from bot.language.time_zone_names import MOST, nearest_zones

WINTER = datetime(2026, 1, 20, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 20, 12, tzinfo=UTC)


def nearest(written: str, home: str = "Asia/Kolkata", now: datetime = WINTER) -> tuple[str, ...]:
    zones = nearest_zones(written, home, now, "hi")
    assert len(zones) <= MOST
    assert set(zones) <= available_timezones()
    return zones


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("EST", "America/New_York"),
        ("pst", "America/Los_Angeles"),
        ("CST", "America/Chicago"),
        ("CEST", "Europe/Berlin"),
        ("India", "Asia/Kolkata"),
        ("भारत", "Asia/Kolkata"),
        ("Germany", "Europe/Berlin"),
        ("Germny", "Europe/Berlin"),
        ("new_zealand", "Pacific/Auckland"),
        ("UK", "Europe/London"),
        ("DE", "Europe/Berlin"),
        ("Munich", "Europe/Berlin"),
        ("Mumbai", "Asia/Kolkata"),
        ("Eastern_Time", "America/New_York"),
        ("Indian_Standard_Time", "Asia/Kolkata"),
    ],
)
def test_the_likeliest_zone_is_first(written: str, first: str) -> None:
    assert nearest(written)[0] == first


def test_a_short_name_of_several_countries_means_the_groups_first() -> None:
    assert nearest("IST") == ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin")
    assert nearest("IST", home="Europe/Dublin")[0] == "Europe/Dublin"


def test_a_large_country_tells_its_different_clocks() -> None:
    assert nearest("USA") == ("America/New_York", "America/Chicago", "America/Los_Angeles")


@pytest.mark.parametrize(
    ("written", "zones"),
    [
        ("UTC+2", ("Africa/Johannesburg", "Africa/Cairo", "Etc/GMT-2")),
        ("gmt_+2", ("Africa/Johannesburg", "Africa/Cairo", "Etc/GMT-2")),
        ("GMT+5:30", ("Asia/Kolkata", "Asia/Colombo")),
        ("+0530", ("Asia/Kolkata", "Asia/Colombo")),
        ("+5.5", ("Asia/Kolkata", "Asia/Colombo")),
        ("-3", ("America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Etc/GMT+3")),
        ("UTC-12", ("Etc/GMT+12",)),
        ("UTC+15", ()),
    ],
)
def test_an_offset_means_where_it_is_that_now(written: str, zones: tuple[str, ...]) -> None:
    assert nearest(written) == zones


def test_an_offset_follows_summer_time() -> None:
    assert "Europe/Berlin" in nearest("UTC+2", now=SUMMER)
    assert "Europe/Berlin" in nearest("UTC+1")


def test_nothing_is_made_up() -> None:
    assert nearest("qqq") == ()
    assert nearest("") == ()
